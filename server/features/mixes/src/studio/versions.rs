//! Descriptions as they were, so that a slip of the hand loses nothing.

use crate::entity::{description_version as version, mix};
use contract::{caller::Caller, shown::Timestamp, studio::DescriptionVersion};
use kernel::{Kernel, format};
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};

/// Of one mix; older ones go.
const KEPT: u64 = 20;

/// Keeps the description of `row` if `new` replaces it.
pub(super) async fn keep(kernel: &Kernel, tx: &impl ConnectionTrait, row: &mix::Model, new: &str, now: Timestamp) -> kernel::Result<()> {
    if row.description == new || row.description.trim().is_empty() {
        return Ok(());
    }
    let kept = version::Model {
        id: kernel.ids.next(),
        tenant_id: row.tenant_id,
        mix_id: row.id,
        description: row.description.clone(),
        replaced_at: now.0,
    };
    version::Entity::insert(version::ActiveModel::from(kept).reset_all()).exec_without_returning(tx).await?;
    let old: Vec<Uuid> =
        newest_first(row.id).select_only().column(version::Column::Id).offset(KEPT).limit(KEPT).into_tuple().all(tx).await?;
    version::Entity::delete_many().filter(version::Column::Id.is_in(old)).exec(tx).await?;
    Ok(())
}

/// The newest first.
pub(super) async fn of_mix(database: &impl ConnectionTrait, caller: &Caller, mix: Uuid) -> kernel::Result<Vec<DescriptionVersion>> {
    let rows = newest_first(mix).limit(KEPT).all(database).await?;
    let shown =
        |row: version::Model| DescriptionVersion { until: format::date_time(caller, Timestamp(row.replaced_at)), text: row.description };
    Ok(rows.into_iter().map(shown).collect())
}

fn newest_first(mix: Uuid) -> Select<version::Entity> {
    let of_mix = version::Entity::find().filter(version::Column::MixId.eq(mix));
    of_mix.order_by_desc(version::Column::ReplacedAt).order_by_desc(version::Column::Id)
}
