//! Filter choices with the number of mixes behind each.

use crate::{
    entity::{label, mix},
    labels::Kind,
};
use contract::{
    caller::Locale,
    mixes::{Facet, Label},
};
use kernel::format;
use sea_orm::{Condition, JoinType, QueryOrder, QuerySelect, entity::prelude::*};

/// The labels of one kind on mixes that meet `condition`, most used first. Where DJs write one differently, one spelling is shown.
pub(crate) async fn facets(
    database: &impl ConnectionTrait,
    locale: &Locale,
    kind: Kind,
    condition: Condition,
) -> Result<Vec<Facet>, DbErr> {
    let to_mix = label::Entity::belongs_to(mix::Entity).from(label::Column::MixId).to(mix::Column::Id).into();
    let rows: Vec<(String, String, i64)> = label::Entity::find()
        .select_only()
        .column(label::Column::Slug)
        .column_as(label::Column::Name.min(), "spelling")
        .column_as(label::Column::MixId.count(), "mixes")
        .join(JoinType::InnerJoin, to_mix)
        .filter(condition)
        .filter(label::Column::Kind.eq(kind.name()))
        .group_by(label::Column::Slug)
        .order_by_desc(label::Column::MixId.count())
        .order_by_asc(label::Column::Slug)
        .into_tuple()
        .all(database)
        .await?;
    let facet = |(slug, name, mixes): (String, String, i64)| Facet {
        label: Label { slug, name },
        count: format::count(locale, mixes.unsigned_abs()),
    };
    Ok(rows.into_iter().map(facet).collect())
}
