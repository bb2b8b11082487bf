//! What stands in the address of the Mixes page, as conditions and an order.

use crate::{
    entity::{label, mix},
    harmony,
    labels::Kind,
    search_text, visible,
};
use contract::{
    ids::TenantId,
    mixes::{MixEnergy, MixFilter, MixLength, MixSort},
};
use sea_orm::{Condition, ExprTrait, QueryOrder, QuerySelect, QueryTrait, Select, entity::prelude::*, sea_query::SelectStatement};

const MINUTE_MS: i64 = 60_000;
/// More words than anyone means; each costs a scan.
const MAX_WORDS: usize = 10;

/// Listed mixes that pass the filter.
pub(super) fn matching(tenant: TenantId, filter: &MixFilter) -> Condition {
    let mut condition = visible::listed(tenant);
    for (kind, chosen) in
        [(Kind::Genre, &filter.genre), (Kind::Mood, &filter.mood), (Kind::Series, &filter.series), (Kind::Guest, &filter.guest)]
    {
        if let Some(slug) = chosen.as_ref().filter(|slug| !slug.is_empty()) {
            condition = condition.add(mix::Column::Id.in_subquery(labelled(tenant, kind, slug)));
        }
    }
    condition = match filter.length {
        None => condition,
        Some(MixLength::Short) => condition.add(mix::Column::DurationMs.lt(30 * MINUTE_MS)),
        Some(MixLength::Medium) => condition.add(mix::Column::DurationMs.between(30 * MINUTE_MS, 75 * MINUTE_MS)),
        Some(MixLength::Long) => condition.add(mix::Column::DurationMs.gt(75 * MINUTE_MS)),
    };
    for (bpm, at_least) in [(filter.bpm_from, true), (filter.bpm_to, false)] {
        let Some(bpm) = bpm.map(|bpm| i64::from(bpm) * 100) else { continue };
        // Half a beat either way: the bounds are what people read, which is rounded.
        let bound = if at_least { mix::Column::BpmHundredths.gte(bpm - 50) } else { mix::Column::BpmHundredths.lt(bpm + 50) };
        condition = condition.add(bound);
    }
    if let Some(key) = filter.key.as_deref().and_then(harmony::known) {
        let wanted = if filter.harmonic { harmony::neighbours(&key) } else { vec![key] };
        condition = condition.add(mix::Column::Camelot.is_in(wanted));
    }
    condition = match filter.energy {
        None => condition,
        Some(MixEnergy::Calm) => condition.add(mix::Column::Energy.lte(3)),
        Some(MixEnergy::Moving) => condition.add(mix::Column::Energy.between(4, 7)),
        Some(MixEnergy::Driving) => condition.add(mix::Column::Energy.gte(8)),
    };
    if let Some(year) = filter.year {
        condition = condition.add(mix::Column::Dated.starts_with(format!("{year:04}-")));
    }
    // Folded words are letters and digits only, so nothing in them needs escaping in a LIKE pattern.
    for word in search_text::fold(&filter.words).split_whitespace().take(MAX_WORDS) {
        condition = condition.add(mix::Column::SearchText.contains(word).or(mix::Column::TrackWords.contains(word)));
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
        // Databases disagree where nothing stands in an order.
        MixSort::Slowest => query.order_by_asc(mix::Column::BpmHundredths.is_null()).order_by_asc(mix::Column::BpmHundredths),
        MixSort::Fastest => query.order_by_asc(mix::Column::BpmHundredths.is_null()).order_by_desc(mix::Column::BpmHundredths),
        MixSort::MostEnergy => query.order_by_asc(mix::Column::Energy.is_null()).order_by_desc(mix::Column::Energy),
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
