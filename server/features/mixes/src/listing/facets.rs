//! Filter choices with the number of mixes behind each.

use crate::{
    entity::{label, mix},
    harmony,
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

/// The keys of mixes that meet `condition`, in the order of the wheel.
pub(super) async fn keys(database: &impl ConnectionTrait, locale: &Locale, condition: Condition) -> Result<Vec<Facet>, DbErr> {
    let rows: Vec<(String, i64)> = mix::Entity::find()
        .select_only()
        .column(mix::Column::Camelot)
        .expr_as(Expr::cust("COUNT(*)"), "mixes")
        .filter(condition)
        .filter(mix::Column::Camelot.is_not_null())
        .group_by(mix::Column::Camelot)
        .into_tuple()
        .all(database)
        .await?;
    let mut facets: Vec<Facet> = rows.into_iter().map(|(key, mixes)| counted(locale, key, mixes)).collect();
    facets.sort_by_key(|facet| harmony::order(&facet.label.slug));
    Ok(facets)
}

/// The years of mixes that meet `condition`, the newest first.
pub(super) async fn years(database: &impl ConnectionTrait, locale: &Locale, condition: Condition) -> Result<Vec<Facet>, DbErr> {
    let year = || Expr::cust("SUBSTR(dated, 1, 4)");
    let rows: Vec<(String, i64)> = mix::Entity::find()
        .select_only()
        .expr_as(year(), "year")
        .expr_as(Expr::cust("COUNT(*)"), "mixes")
        .filter(condition)
        .filter(mix::Column::Dated.ne(""))
        .group_by(year())
        .into_tuple()
        .all(database)
        .await?;
    let mut facets: Vec<Facet> = rows.into_iter().map(|(year, mixes)| counted(locale, year, mixes)).collect();
    facets.sort_by(|a, b| b.label.slug.cmp(&a.label.slug));
    Ok(facets)
}

fn counted(locale: &Locale, name: String, mixes: i64) -> Facet {
    Facet { label: Label { slug: name.clone(), name }, count: format::count(locale, mixes.unsigned_abs()) }
}
