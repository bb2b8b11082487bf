//! Which mixes somebody may meet: in lists, by address, and before they are published.
//! Who may change a mix is the Studio's to say.

use crate::{entity::mix, intake::step};
use contract::{
    caller::{Caller, Role},
    failure::Failure,
    ids::{MixId, TenantId},
    studio::Visibility,
};
use sea_orm::{Condition, entity::prelude::*};

/// Mixes that stand in lists.
pub(crate) fn listed(tenant: TenantId) -> Condition {
    standing(tenant).add(mix::Column::Visibility.eq(Visibility::Public.name())).add(mix::Column::Intake.eq(step::READY))
}

/// Mixes that this caller may hear once they have the address: published ones, and those they may edit.
pub(crate) fn hearable(caller: &Caller) -> Condition {
    let published = Condition::all()
        .add(mix::Column::Intake.eq(step::READY))
        .add(mix::Column::Visibility.is_in([Visibility::Public.name(), Visibility::Unlisted.name()]));
    let standing = standing(caller.tenant);
    match caller.with_role(Role::Dj) {
        Some(viewer) if viewer.role >= Role::Admin => standing,
        Some(viewer) => standing.add(Condition::any().add(published).add(mix::Column::DjId.eq(viewer.account.0))),
        None => standing.add(published),
    }
}

/// One that the caller may hear.
pub(crate) async fn find(database: &impl ConnectionTrait, caller: &Caller, id: MixId) -> kernel::Result<mix::Model> {
    let found = mix::Entity::find_by_id(id.0).filter(hearable(caller)).one(database).await?;
    Ok(found.ok_or(Failure::NotFound)?)
}

/// True if everyone with the address may hear it: public or unlisted, and analysed.
pub(crate) fn is_published(row: &mix::Model) -> bool {
    row.deleted_at.is_none() && row.intake == step::READY && row.visibility != Visibility::Draft.name()
}

fn standing(tenant: TenantId) -> Condition {
    Condition::all().add(mix::Column::TenantId.eq(tenant.0)).add(mix::Column::DeletedAt.is_null())
}
