//! Who may work on which mix.

use crate::entity::mix;
use contract::{
    caller::{Caller, Role, Viewer},
    failure::Failure,
    ids::MixId,
};
use sea_orm::{QuerySelect, Select, entity::prelude::*};

/// The DJ (or admin) who asks.
pub(crate) fn dj(caller: &Caller) -> Result<&Viewer, Failure> {
    if caller.viewer.is_none() {
        return Err(Failure::SignInRequired);
    }
    caller.with_role(Role::Dj).ok_or(Failure::Forbidden)
}

/// The mixes of the tenant that this person may change, deleted ones included.
pub(crate) fn editable(caller: &Caller) -> Result<Select<mix::Entity>, Failure> {
    let viewer = dj(caller)?;
    let all = mix::Entity::find().filter(mix::Column::TenantId.eq(caller.tenant.0));
    Ok(if viewer.role >= Role::Admin { all } else { all.filter(mix::Column::DjId.eq(viewer.account.0)) })
}

/// One of them that isn't deleted, for reading.
pub(crate) async fn find(database: &impl ConnectionTrait, caller: &Caller, id: MixId) -> kernel::Result<mix::Model> {
    let found = editable(caller)?.filter(mix::Column::Id.eq(id.0)).filter(mix::Column::DeletedAt.is_null()).one(database).await?;
    Ok(found.ok_or(Failure::NotFound)?)
}

/// One of them that isn't deleted, locked until the transaction ends.
pub(crate) async fn find_to_change(tx: &impl ConnectionTrait, caller: &Caller, id: MixId) -> kernel::Result<mix::Model> {
    let query = editable(caller)?.filter(mix::Column::Id.eq(id.0)).filter(mix::Column::DeletedAt.is_null());
    Ok(query.lock_exclusive().one(tx).await?.ok_or(Failure::NotFound)?)
}
