//! Bots as their page shows them, and how they are found. Every query names the tenant.

use crate::{
    Service, admin,
    entity::bot::{Column, Entity, Model},
};
use contract::{
    bots::{Bot, Webhook, WebhookFailure, WebhookState},
    caller::Caller,
    failure::Failure,
    ids::{BotId, TenantId},
};
use kernel::format;
use sea_orm::{QueryOrder, Select, entity::prelude::*};

/// Those of a tenant that weren't revoked.
pub(crate) fn alive(tenant: TenantId) -> Select<Entity> {
    Entity::find().filter(Column::TenantId.eq(tenant.0)).filter(Column::RevokedAt.is_null())
}

pub(crate) async fn find(db: &impl ConnectionTrait, tenant: TenantId, bot: BotId) -> kernel::Result<Model> {
    Ok(alive(tenant).filter(Column::Id.eq(bot.0)).one(db).await?.ok_or(Failure::NotFound)?)
}

pub(crate) async fn list(service: &Service, caller: &Caller) -> kernel::Result<Vec<Bot>> {
    admin(caller)?;
    let rows = alive(caller.tenant).order_by_asc(Column::CreatedAt).order_by_asc(Column::Id);
    let now = service.kernel.now();
    let moment = |at| format::moment(caller, at, now);
    let show = |row: Model| {
        let why = WebhookFailure::parse(row.last_failure.as_deref().unwrap_or_default());
        let state = match (row.webhook_off_at, row.failing_since) {
            (Some(since), _) => WebhookState::Off { since: moment(since), why },
            (None, Some(since)) => WebhookState::Failing { since: moment(since), why },
            (None, None) => WebhookState::Fine,
        };
        let webhook = row.webhook_url.map(|url| Webhook { url, state });
        Bot { id: BotId(row.id), name: row.name, created: moment(row.created_at), webhook }
    };
    Ok(rows.all(service.kernel.database.read()).await?.into_iter().map(show).collect())
}
