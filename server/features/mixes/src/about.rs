//! What a DJ says of a mix besides its description, as its page shows it: the series and the episodes around, guests, credits, the place.

use crate::{
    entity::{label, mix},
    labels::{self, Kind},
    studio::release,
    visible,
};
use contract::{
    caller::Caller,
    mixes::{Episode, Label, MixAbout, MixLink},
};
use sea_orm::{QuerySelect, QueryTrait, entity::prelude::*};

pub(crate) async fn about(database: &impl ConnectionTrait, caller: &Caller, row: &mix::Model) -> kernel::Result<MixAbout> {
    let series = labels::of_mix(database, row.id, Kind::Series).await?.into_iter().next();
    Ok(MixAbout {
        series: match series {
            Some(series) => Some(episode(database, caller, row, series).await?),
            None => None,
        },
        guests: labels::of_mix(database, row.id, Kind::Guest).await?,
        credits: release::credits_of(row),
        location: row.location.clone().unwrap_or_default(),
        shared_until: None,
    })
}

async fn episode(database: &impl ConnectionTrait, caller: &Caller, row: &mix::Model, series: Label) -> kernel::Result<Episode> {
    let of_series = label::Entity::find()
        .select_only()
        .column(label::Column::MixId)
        .filter(label::Column::TenantId.eq(row.tenant_id))
        .filter(label::Column::Kind.eq(Kind::Series.name()))
        .filter(label::Column::Slug.eq(&series.slug))
        .into_query();
    let mut around = mix::Entity::find()
        .filter(visible::listed(caller.tenant))
        .filter(mix::Column::Id.ne(row.id))
        .filter(mix::Column::Id.in_subquery(of_series))
        .all(database)
        .await?;
    around.sort_by_key(place);
    let link = |mix: &mix::Model| MixLink { slug: mix.slug.clone(), title: mix.title.clone() };
    let split = around.partition_point(|other| place(other) < place(row));
    Ok(Episode {
        series,
        number: row.episode.and_then(|number| u32::try_from(number).ok()),
        before: split.checked_sub(1).map(|index| link(&around[index])),
        after: around.get(split).map(link),
    })
}

/// Episodes without a number stand by their day, before those that have one.
fn place(row: &mix::Model) -> (i64, String, i64, Uuid) {
    (row.episode.unwrap_or_default(), row.dated.clone(), row.published_at.unwrap_or(i64::MAX), row.id)
}
