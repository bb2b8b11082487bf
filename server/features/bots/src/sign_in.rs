//! Who a token belongs to, and the bot as a caller.

use crate::{
    Service,
    entity::bot::{Column, Model},
    shown, token,
};
use contract::{
    caller::{Caller, Role, Viewer},
    ids::{AccountId, SessionId, TenantId},
};
use sea_orm::entity::prelude::*;

/// The bot of a token, if it is one of the tenant's.
pub(crate) async fn by_token(service: &Service, tenant: TenantId, presented: &str) -> kernel::Result<Option<Model>> {
    let Some(hash) = token::hash(presented) else { return Ok(None) };
    Ok(shown::alive(tenant).filter(Column::TokenHash.eq(hash)).one(service.kernel.database.read()).await?)
}

/// The caller of a request, as the bot that makes it. Whatever session came along counts for nothing.
pub(crate) fn caller(request: &Caller, bot: &Model) -> Caller {
    let viewer = Viewer {
        account: AccountId(bot.id),
        session: SessionId(Uuid::nil()),
        name: bot.name.clone(),
        role: Role::Fan,
        // By an admin, who let it in.
        confirmed: true,
    };
    Caller { viewer: Some(viewer), ..request.clone() }
}
