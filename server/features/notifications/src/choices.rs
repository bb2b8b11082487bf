//! How people want to hear of each kind.

use crate::{Service, entity::choice, signed_in};
use contract::{
    caller::Caller,
    ids::{AccountId, TenantId},
    notifications::{Choice, NotificationKind},
};
use sea_orm::{IntoActiveModel, entity::prelude::*, sea_query::OnConflict};
use std::collections::HashMap;

pub(crate) async fn choices(service: &Service, caller: &Caller) -> kernel::Result<Vec<Choice>> {
    let viewer = signed_in(caller)?;
    let chosen = of(service.kernel.database.read(), caller.tenant, &[viewer.account]).await?;
    let kinds = NotificationKind::ALL.into_iter().filter(|kind| kind.for_role() <= viewer.role);
    Ok(kinds.map(|kind| chosen.get(viewer.account, kind)).collect())
}

pub(crate) async fn choose(service: &Service, caller: &Caller, new: Vec<Choice>) -> kernel::Result<()> {
    let viewer = signed_in(caller)?;
    let tx = service.kernel.database.write().await?;
    for Choice { kind, shown, mailed } in new.into_iter().take(NotificationKind::ALL.len()) {
        let row = choice::Model { tenant_id: caller.tenant.0, account_id: viewer.account.0, kind: kind.name().to_owned(), shown, mailed };
        let again = OnConflict::columns([choice::Column::TenantId, choice::Column::AccountId, choice::Column::Kind])
            .update_columns([choice::Column::Shown, choice::Column::Mailed])
            .to_owned();
        choice::Entity::insert(row.into_active_model().reset_all()).on_conflict(again).exec_without_returning(&tx).await?;
    }
    Ok(tx.commit().await?)
}

/// What some people chose.
pub(crate) struct Chosen(HashMap<(Uuid, String), Choice>);

impl Chosen {
    pub fn get(&self, account: AccountId, kind: NotificationKind) -> Choice {
        self.0.get(&(account.0, kind.name().to_owned())).copied().unwrap_or_else(|| kind.at_first())
    }
}

pub(crate) async fn of(db: &impl ConnectionTrait, tenant: TenantId, accounts: &[AccountId]) -> Result<Chosen, DbErr> {
    let rows = choice::Entity::find().filter(choice::Column::TenantId.eq(tenant.0));
    let rows = rows.filter(choice::Column::AccountId.is_in(accounts.iter().map(|account| account.0))).all(db).await?;
    let known = rows.into_iter().filter_map(|row| {
        let kind = NotificationKind::parse(&row.kind)?;
        Some(((row.account_id, row.kind), Choice { kind, shown: row.shown, mailed: row.mailed }))
    });
    Ok(Chosen(known.collect()))
}
