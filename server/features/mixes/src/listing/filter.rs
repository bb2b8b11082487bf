//! What stands in the address of the Mixes page, as conditions and an order.

use crate::{
    entity::{label, mix},
    labels::Kind,
    search_text, visible,
};
use contract::{
    ids::TenantId,
    mixes::{MixFilter, MixLength, MixSort},
};
use sea_orm::{Condition, QueryOrder, QuerySelect, QueryTrait, Select, entity::prelude::*, sea_query::SelectStatement};

const MINUTE_MS: i64 = 60_000;
/// More words than anyone means; each costs a scan.
const MAX_WORDS: usize = 10;

/// Listed mixes that pass the filter, its choice of `except` left out: what a facet would find if it were chosen instead.
pub(super) fn matching(tenant: TenantId, filter: &MixFilter, except: Option<Kind>) -> Condition {
    let mut condition = visible::listed(tenant);
    for (kind, chosen) in [(Kind::Genre, &filter.genre), (Kind::Mood, &filter.mood)] {
        if let Some(slug) = chosen.as_ref().filter(|slug| Some(kind) != except && !slug.is_empty()) {
            condition = condition.add(mix::Column::Id.in_subquery(labelled(tenant, kind, slug)));
        }
    }
    condition = match filter.length {
        None => condition,
        Some(MixLength::Short) => condition.add(mix::Column::DurationMs.lt(30 * MINUTE_MS)),
        Some(MixLength::Medium) => condition.add(mix::Column::DurationMs.between(30 * MINUTE_MS, 75 * MINUTE_MS)),
        Some(MixLength::Long) => condition.add(mix::Column::DurationMs.gt(75 * MINUTE_MS)),
    };
    // Folded words are letters and digits only, so nothing in them needs escaping in a LIKE pattern.
    for word in search_text::fold(&filter.words).split_whitespace().take(MAX_WORDS) {
        condition = condition.add(mix::Column::SearchText.contains(word));
    }
    condition
}

/// Every order ends in the id, so that no mix stands on two pages.
pub(super) fn sorted(query: Select<mix::Entity>, sort: MixSort) -> Select<mix::Entity> {
    let query = match sort {
        MixSort::Newest => query,
        MixSort::MostPlayed => query.order_by_desc(mix::Column::Plays),
        MixSort::MostLiked => query.order_by_desc(mix::Column::Likes),
        MixSort::Longest => query.order_by_desc(mix::Column::DurationMs),
        // It begins with the title, without case and accents: the same order on every database.
        MixSort::Title => query.order_by_asc(mix::Column::SearchText),
    };
    newest_first(query)
}

pub(crate) fn newest_first(query: Select<mix::Entity>) -> Select<mix::Entity> {
    query.order_by_desc(mix::Column::PublishedAt).order_by_desc(mix::Column::Id)
}

fn labelled(tenant: TenantId, kind: Kind, slug: &str) -> SelectStatement {
    label::Entity::find()
        .select_only()
        .column(label::Column::MixId)
        .filter(label::Column::TenantId.eq(tenant.0))
        .filter(label::Column::Kind.eq(kind.name()))
        .filter(label::Column::Slug.eq(slug))
        .into_query()
}
