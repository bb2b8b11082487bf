//! Where people are reached, for the parts of the house that write to them.

use crate::{
    Service, account,
    entity::account::{Column, Entity},
};
use contract::{
    caller::Role,
    ids::{AccountId, TenantId},
};
use sea_orm::{QuerySelect, entity::prelude::*};

/// An address that its owner confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached {
    pub email: String,
    pub name: String,
    /// The language of the sign-up.
    pub locale: String,
}

impl Service {
    /// Where somebody with a confirmed address is written to, and in which language.
    ///
    /// # Errors
    /// The database's.
    pub async fn reached_at(&self, tenant: TenantId, account: AccountId) -> kernel::Result<Option<Reached>> {
        let row = account::by_id(self.kernel.database.read(), tenant, account.0).await?.filter(|row| row.confirmed_at.is_some());
        Ok(row.map(|row| Reached { email: row.email, name: row.name, locale: row.locale }))
    }

    /// The tenant's people of at least this role.
    ///
    /// # Errors
    /// The database's.
    pub async fn with_role(&self, tenant: TenantId, role: Role) -> kernel::Result<Vec<AccountId>> {
        let roles = Role::ALL.into_iter().filter(|other| *other >= role).map(Role::name);
        let ids: Vec<Uuid> = Entity::find()
            .select_only()
            .column(Column::Id)
            .filter(Column::TenantId.eq(tenant.0))
            .filter(Column::Role.is_in(roles))
            .into_tuple()
            .all(self.kernel.database.read())
            .await?;
        Ok(ids.into_iter().map(AccountId).collect())
    }
}
