//! The `djs` rows: who stands behind a mix, as far as mixes need to know. `accounts` owns the people and tells by events.

use crate::{Service, entity::dj, intake};
use contract::{
    caller::Role,
    ids::{AccountId, TenantId},
};
use kernel::{
    events::{Event, Subscriber},
    slug::{numbered, slugify},
};
use sea_orm::{ActiveValue::Set, entity::prelude::*, sea_query::OnConflict};
use serde::Deserialize;

/// The payload of `accounts.profile-changed`.
#[derive(Debug, Deserialize)]
pub struct Profile {
    pub account: Uuid,
    pub slug: String,
    pub name: String,
    #[serde(default)]
    pub bio: String,
    pub role: Role,
}

/// Writes the row of a person who uploads before any event about them has arrived.
pub(crate) async fn ensure(tx: &impl ConnectionTrait, tenant: TenantId, account: AccountId, name: &str) -> kernel::Result<dj::Model> {
    let account = account.0;
    if let Some(known) = dj::Entity::find_by_id(account).filter(dj::Column::TenantId.eq(tenant.0)).one(tx).await? {
        return Ok(known);
    }
    let slug = free_slug(tx, tenant, account, &slugify(name)).await?;
    let row = dj::Model { id: account, tenant_id: tenant.0, slug, name: name.to_owned(), bio: String::new() };
    insert_if_missing(tx, dj::ActiveModel::from(row.clone()).reset_all()).await?;
    Ok(row)
}

/// An upload and the event about its DJ may come at the same moment; whoever is second changes nothing.
async fn insert_if_missing(tx: &impl ConnectionTrait, row: dj::ActiveModel) -> kernel::Result<()> {
    // MySQL has no "do nothing": the tenant is the one column that is equal in any row this can meet.
    let meet = OnConflict::column(dj::Column::Id).update_column(dj::Column::TenantId).to_owned();
    dj::Entity::insert(row).on_conflict(meet).exec_without_returning(tx).await?;
    Ok(())
}

async fn upsert(tx: &impl ConnectionTrait, tenant: TenantId, profile: Profile) -> kernel::Result<()> {
    let slug = free_slug(tx, tenant, profile.account, &slugify(&profile.slug)).await?;
    let row = dj::ActiveModel {
        id: Set(profile.account),
        tenant_id: Set(tenant.0),
        slug: Set(slug),
        name: Set(profile.name),
        bio: Set(profile.bio),
    };
    insert_if_missing(tx, row.clone()).await?;
    let update = dj::Entity::update_many().set(row).filter(dj::Column::Id.eq(profile.account));
    update.filter(dj::Column::TenantId.eq(tenant.0)).exec(tx).await?;
    Ok(())
}

async fn free_slug(tx: &impl ConnectionTrait, tenant: TenantId, account: Uuid, wanted: &str) -> kernel::Result<String> {
    let wanted = if wanted.is_empty() { "dj" } else { wanted };
    let mut n = 1;
    loop {
        let slug = numbered(wanted, n);
        let taken = dj::Entity::find()
            .filter(dj::Column::TenantId.eq(tenant.0))
            .filter(dj::Column::Slug.eq(&slug))
            .filter(dj::Column::Id.ne(account))
            .one(tx)
            .await?;
        if taken.is_none() {
            return Ok(slug);
        }
        n += 1;
    }
}

#[async_trait::async_trait]
impl Subscriber for Service {
    async fn receive(&self, event: &Event) -> anyhow::Result<()> {
        match event.kind.as_str() {
            "accounts.profile-changed" => {
                let profile: Profile = serde_json::from_str(&event.payload)?;
                let tx = self.kernel().database.write().await?;
                let known = dj::Entity::find_by_id(profile.account).one(&tx).await?.is_some();
                // Someone who is no DJ any more keeps the name under the mixes they made.
                if known || profile.role >= Role::Dj {
                    upsert(&tx, event.tenant, profile).await?;
                    tx.commit().await?;
                }
            }
            "accounts.deleted" => intake::forget_account(self, event.tenant, event.subject).await?,
            _ => {}
        }
        Ok(())
    }
}
