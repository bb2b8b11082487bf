//! Rows of `accounts`: finding and holding them. Every query names the tenant.

use crate::entity::account::{Column, Entity, Model};
use anyhow::Context;
use contract::{caller::Role, ids::TenantId};
use sea_orm::{QuerySelect, entity::prelude::*, sea_query::LockType};

impl Model {
    pub(crate) fn role(&self) -> kernel::Result<Role> {
        Ok(Role::parse(&self.role).with_context(|| format!("account {} has the unknown role {:?}", self.id, self.role))?)
    }
}

pub(crate) async fn by_email(db: &impl ConnectionTrait, tenant: TenantId, email: &str) -> kernel::Result<Option<Model>> {
    Ok(Entity::find().filter(Column::TenantId.eq(tenant.0)).filter(Column::Email.eq(email)).one(db).await?)
}

pub(crate) async fn by_id(db: &impl ConnectionTrait, tenant: TenantId, id: Uuid) -> kernel::Result<Option<Model>> {
    Ok(Entity::find_by_id(id).filter(Column::TenantId.eq(tenant.0)).one(db).await?)
}

/// Nobody else changes the row until this transaction ends.
pub(crate) async fn hold(tx: &impl ConnectionTrait, tenant: TenantId, id: Uuid) -> kernel::Result<Option<Model>> {
    Ok(Entity::find_by_id(id).filter(Column::TenantId.eq(tenant.0)).lock(LockType::Update).one(tx).await?)
}

/// Writes columns of one account.
pub(crate) async fn change(tx: &impl ConnectionTrait, row: &Model, columns: &[(Column, Value)]) -> kernel::Result<()> {
    let mut update = Entity::update_many().filter(Column::TenantId.eq(row.tenant_id)).filter(Column::Id.eq(row.id));
    for (column, value) in columns {
        update = update.col_expr(*column, Expr::value(value.clone()));
    }
    update.exec(tx).await?;
    Ok(())
}

/// True if nobody but `row` is an admin of its tenant. Holds the admins, so that two can't leave at once.
pub(crate) async fn is_last_admin(tx: &impl ConnectionTrait, row: &Model) -> kernel::Result<bool> {
    if row.role()? < Role::Admin {
        return Ok(false);
    }
    let admins: Vec<Uuid> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::TenantId.eq(row.tenant_id))
        .filter(Column::Role.is_in([Role::Admin.name(), Role::Operator.name()]))
        .lock(LockType::Update)
        .into_tuple()
        .all(tx)
        .await?;
    Ok(admins.iter().all(|id| *id == row.id))
}
