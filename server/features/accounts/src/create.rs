//! New accounts: the row, its slug, and accounts made by the operator instead of by signing up.

use crate::{
    Answer, Service, account,
    entity::account::{ActiveModel, Column, Entity, Model},
    events, is_taken, rules,
};
use contract::{
    caller::{Locale, Role},
    ids::{AccountId, TenantId},
    outcome::Outcome,
    shown::Timestamp,
};
use kernel::slug::{numbered, slugify};
use sea_orm::{ActiveValue::Set, DatabaseTransaction, QuerySelect, entity::prelude::*};
use std::collections::HashSet;

/// Tries when someone takes the address or slug at the same moment.
pub(crate) const TRIES: u32 = 3;

/// An account made by the operator or the demo: confirmed from the start.
#[derive(Clone, Debug)]
pub struct NewAccount {
    pub email: String,
    pub name: String,
    pub password: String,
    pub role: Role,
    pub bio: String,
    pub locale: Locale,
}

impl Service {
    /// Makes a confirmed account. An address that has one already keeps it as it is; its id is returned.
    ///
    /// # Errors
    /// The database's.
    pub async fn create_account(&self, tenant: TenantId, new: NewAccount) -> Answer<AccountId> {
        let (name, email, bio) = (rules::name(&new.name), rules::email(&new.email), rules::bio(&new.bio));
        let password = rules::password(&new.password, &new.name, &rules::normalised(&new.email));
        let (name, email, bio) = match (name, email, bio, password) {
            (Ok(name), Ok(email), Ok(bio), Ok(())) => (name, email, bio),
            (name, email, bio, password) => {
                let reasons = [name.err(), email.err(), bio.err(), password.err()];
                return Ok(Outcome::Refused(reasons.into_iter().flatten().collect()));
            }
        };
        let password_hash = self.passwords.hash(&new.password).await?;
        let mut tries = 1;
        loop {
            let now = self.kernel.now();
            let tx = self.kernel.database.write().await?;
            if let Some(known) = account::by_email(&tx, tenant, &email).await? {
                return Ok(Outcome::Done(AccountId(known.id)));
            }
            let row = Model {
                id: self.kernel.ids.next(),
                tenant_id: tenant.0,
                email: email.clone(),
                pending_email: None,
                slug: free_slug(&tx, tenant, &name).await?,
                name: name.clone(),
                bio: bio.clone(),
                role: new.role.name().to_owned(),
                password_hash: password_hash.clone(),
                confirmed_at: Some(now.0),
                locale: new.locale.0.clone(),
                created_at: now.0,
            };
            match insert(&tx, &row).await {
                Ok(()) => {
                    events::announce(&self.kernel, &tx, &row, now).await?;
                    tx.commit().await?;
                    return Ok(Outcome::Done(AccountId(row.id)));
                }
                Err(error) if is_taken(&error) && tries < TRIES => tries += 1,
                Err(error) => return Err(error),
            }
        }
    }

    /// The account of an address: its id, its name and its role.
    ///
    /// # Errors
    /// The database's.
    pub async fn account_of(&self, tenant: TenantId, email: &str) -> kernel::Result<Option<(AccountId, String, Role)>> {
        let found = account::by_email(self.kernel.database.read(), tenant, &rules::normalised(email)).await?;
        Ok(found.map(|row| (AccountId(row.id), row.name, Role::parse(&row.role).unwrap_or(Role::Fan))))
    }

    /// Gives the account of an address a role, whatever it had. `None` if there is no such account.
    ///
    /// # Errors
    /// The database's.
    pub async fn grant_role(&self, tenant: TenantId, email: &str, role: Role) -> kernel::Result<Option<AccountId>> {
        let now = self.kernel.now();
        let tx = self.kernel.database.write().await?;
        let Some(found) = account::by_email(&tx, tenant, &rules::normalised(email)).await? else { return Ok(None) };
        let Some(mut row) = account::hold(&tx, tenant, found.id).await? else { return Ok(None) };
        account::change(&tx, &row, &[(Column::Role, role.name().into())]).await?;
        row.role = role.name().to_owned();
        events::announce(&self.kernel, &tx, &row, now).await?;
        tx.commit().await?;
        self.sessions.forget();
        Ok(Some(AccountId(row.id)))
    }
}

/// A fan who has just signed up and not yet confirmed.
pub(crate) fn unconfirmed(
    id: Uuid,
    tenant: TenantId,
    name: &str,
    slug: String,
    email: &str,
    hash: &str,
    locale: &Locale,
    now: Timestamp,
) -> Model {
    Model {
        id,
        tenant_id: tenant.0,
        email: email.to_owned(),
        pending_email: None,
        name: name.to_owned(),
        slug,
        bio: String::new(),
        role: Role::Fan.name().to_owned(),
        password_hash: hash.to_owned(),
        confirmed_at: None,
        locale: locale.0.clone(),
        created_at: now.0,
    }
}

pub(crate) async fn insert(tx: &DatabaseTransaction, row: &Model) -> kernel::Result<()> {
    let Model { id, tenant_id, email, pending_email, name, slug, bio, role, password_hash, confirmed_at, locale, created_at } = row.clone();
    let row = ActiveModel {
        id: Set(id),
        tenant_id: Set(tenant_id),
        email: Set(email),
        pending_email: Set(pending_email),
        name: Set(name),
        slug: Set(slug),
        bio: Set(bio),
        role: Set(role),
        password_hash: Set(password_hash),
        confirmed_at: Set(confirmed_at),
        locale: Set(locale),
        created_at: Set(created_at),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// The name's slug, or its first free numbered form. Renaming keeps it: addresses of profiles stay.
pub(crate) async fn free_slug(tx: &DatabaseTransaction, tenant: TenantId, name: &str) -> kernel::Result<String> {
    let slug = match slugify(name) {
        empty if empty.is_empty() => "someone".to_owned(),
        slug => slug,
    };
    let taken: Vec<String> = Entity::find()
        .select_only()
        .column(Column::Slug)
        .filter(Column::TenantId.eq(tenant.0))
        .filter(Column::Slug.starts_with(&slug))
        .into_tuple()
        .all(tx)
        .await?;
    let taken: HashSet<String> = taken.into_iter().collect();
    let free = (1..=u32::MAX).map(|n| numbered(&slug, n)).find(|slug| !taken.contains(slug));
    Ok(free.unwrap_or(slug))
}
