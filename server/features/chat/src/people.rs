//! Who wrote: one row a person, by the name and role they have now. `accounts` owns the people and tells by events.

use crate::{
    Service,
    entity::{deed, hidden, log, message, network, person, reaction, report, room, sanction},
    polls, rooms,
};
use contract::{
    caller::{Role, Viewer},
    chat::Author,
    ids::AccountId,
};
use kernel::events::{Event, Subscriber};
use sea_orm::{ActiveValue::Set, entity::prelude::*, sea_query::OnConflict};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};

/// What is read of the payload of `accounts.profile-changed`.
#[derive(Debug, Deserialize)]
struct Profile {
    name: String,
    role: Role,
}

/// A tenant and an account of it.
pub(crate) type Who = (Uuid, Uuid);

/// The people behind `accounts` that wrote in these tenants; who left is not among them.
pub(crate) async fn of(
    db: &impl ConnectionTrait,
    tenants: impl IntoIterator<Item = Uuid>,
    accounts: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Who, Author>, DbErr> {
    let rows = person::Entity::find().filter(person::Column::TenantId.is_in(tenants)).filter(person::Column::AccountId.is_in(accounts));
    Ok(rows.all(db).await?.into_iter().map(|row| ((row.tenant_id, row.account_id), author(row))).collect())
}

pub(crate) fn author(row: person::Model) -> Author {
    // A role that a later version knows has no badge here.
    let role = Role::parse(&row.role).unwrap_or(Role::Fan);
    Author { account: AccountId(row.account_id), name: row.name, role, bot: row.bot }
}

/// Somebody whose account is gone: the page has words for them.
pub(crate) fn who_left() -> Author {
    Author { account: AccountId(Uuid::nil()), name: String::new(), role: Role::Fan, bot: false }
}

/// Somebody who is signed in, and so no bot.
pub(crate) fn author_of(viewer: &Viewer) -> Author {
    Author { account: viewer.account, name: viewer.name.clone(), role: viewer.role, bot: false }
}

/// Writes who these are now; in the order of their accounts, so that two who write at once can't block each other.
pub(crate) async fn write(tx: &impl ConnectionTrait, new: BTreeMap<Who, Author>) -> Result<(), DbErr> {
    if new.is_empty() {
        return Ok(());
    }
    let rows = new.into_iter().map(|((tenant, account), author)| person::ActiveModel {
        tenant_id: Set(tenant),
        account_id: Set(account),
        name: Set(author.name),
        role: Set(author.role.name().to_owned()),
        bot: Set(author.bot),
    });
    let meet = OnConflict::columns([person::Column::TenantId, person::Column::AccountId])
        .update_columns([person::Column::Name, person::Column::Role])
        .to_owned();
    person::Entity::insert_many(rows).on_conflict(meet).exec_without_returning(tx).await?;
    Ok(())
}

#[async_trait::async_trait]
impl Subscriber for Service {
    async fn receive(&self, event: &Event) -> anyhow::Result<()> {
        match event.kind.as_str() {
            "accounts.profile-changed" => rename(self, event, serde_json::from_str(&event.payload)?).await?,
            "accounts.deleted" => {
                polls::forget(self, event.tenant, AccountId(event.subject)).await?;
                forget(self, event).await?;
            }
            _ => {}
        }
        Ok(())
    }
}

/// Somebody who never wrote stays unknown here.
async fn rename(service: &Service, event: &Event, profile: Profile) -> kernel::Result<()> {
    let tx = service.kernel.database.write().await?;
    person::Entity::update_many()
        .col_expr(person::Column::Name, Expr::value(profile.name))
        .col_expr(person::Column::Role, Expr::value(profile.role.name()))
        .filter(person::Column::TenantId.eq(event.tenant.0))
        .filter(person::Column::AccountId.eq(event.subject))
        .exec(&tx)
        .await?;
    Ok(tx.commit().await?)
}

/// What was said stays, so that the answers to it make sense; who said it is forgotten.
async fn forget(service: &Service, event: &Event) -> kernel::Result<()> {
    let (tenant, account, nobody) = (event.tenant.0, event.subject, Uuid::nil());
    let tx = service.kernel.database.write().await?;
    rooms::hold(&tx, room::Column::TenantId.eq(tenant)).await?;
    message::Entity::update_many()
        .col_expr(message::Column::AuthorId, Expr::value(nobody))
        // Unique beside an author, and the one that all who left share has many.
        .col_expr(message::Column::PostKey, Expr::col(message::Column::Id))
        .filter(message::Column::TenantId.eq(tenant))
        .filter(message::Column::AuthorId.eq(account))
        .exec(&tx)
        .await?;
    let given = reaction::Entity::delete_many().filter(reaction::Column::TenantId.eq(tenant));
    given.filter(reaction::Column::AccountId.eq(account)).exec(&tx).await?;
    for column in [hidden::Column::AccountId, hidden::Column::OtherId] {
        hidden::Entity::delete_many().filter(hidden::Column::TenantId.eq(tenant)).filter(column.eq(account)).exec(&tx).await?;
    }
    let suffered = sanction::Entity::delete_many().filter(sanction::Column::TenantId.eq(tenant));
    suffered.filter(sanction::Column::AccountId.eq(account)).exec(&tx).await?;
    let imposed = sanction::Entity::update_many().col_expr(sanction::Column::ById, Expr::value(nobody));
    imposed.filter(sanction::Column::TenantId.eq(tenant)).filter(sanction::Column::ById.eq(account)).exec(&tx).await?;
    for column in [report::Column::ReporterId, report::Column::AuthorId] {
        report::Entity::delete_many().filter(report::Column::TenantId.eq(tenant)).filter(column.eq(account)).exec(&tx).await?;
    }
    let closed = report::Entity::update_many().col_expr(report::Column::ClosedBy, Expr::value(nobody));
    closed.filter(report::Column::TenantId.eq(tenant)).filter(report::Column::ClosedBy.eq(account)).exec(&tx).await?;
    for column in [deed::Column::ById, deed::Column::AccountId] {
        let done = deed::Entity::update_many().col_expr(column, Expr::value(nobody));
        done.filter(deed::Column::TenantId.eq(tenant)).filter(column.eq(account)).exec(&tx).await?;
    }
    for column in [log::Column::ById, log::Column::AccountId] {
        let logged = log::Entity::update_many().col_expr(column, Expr::value(nobody));
        logged.filter(log::Column::TenantId.eq(tenant)).filter(column.eq(account)).exec(&tx).await?;
    }
    network::Entity::delete_by_id((tenant, account)).exec(&tx).await?;
    let known = person::Entity::delete_many().filter(person::Column::TenantId.eq(tenant));
    known.filter(person::Column::AccountId.eq(account)).exec(&tx).await?;
    Ok(tx.commit().await?)
}
