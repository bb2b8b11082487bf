//! The Mixes page: filtered, sorted, a page at a time.

use super::{
    facets::{facets, keys, years},
    filter::{matching, sorted},
    paging::{PER_PAGE, Paging, count},
};
use crate::{Service, entity::mix, labels::Kind, summary};
use contract::{
    caller::Caller,
    mixes::{MixFilter, MixList},
};
use kernel::format;
use sea_orm::{QuerySelect, entity::prelude::*};

pub(super) async fn list(service: &Service, caller: &Caller, filter: MixFilter) -> kernel::Result<MixList> {
    let (database, tenant, locale) = (service.kernel().database.read(), caller.tenant, &caller.locale);
    let found = || mix::Entity::find().filter(matching(tenant, &filter));
    // Beside each choice stands what it would find in place of the one that is chosen.
    let without = |change: fn(&mut MixFilter)| {
        let mut filter = filter.clone();
        change(&mut filter);
        matching(tenant, &filter)
    };
    let (total, genres, moods, keys, years, series, guests) = futures::try_join!(
        count(found(), database),
        facets(database, locale, Kind::Genre, without(|filter| filter.genre = None)),
        facets(database, locale, Kind::Mood, without(|filter| filter.mood = None)),
        keys(database, locale, without(|filter| filter.key = None)),
        years(database, locale, without(|filter| filter.year = None)),
        facets(database, locale, Kind::Series, without(|filter| filter.series = None)),
        facets(database, locale, Kind::Guest, without(|filter| filter.guest = None)),
    )?;
    let paging = Paging::new(filter.page, total);
    let rows = sorted(found(), filter.sort).offset(paging.offset()).limit(PER_PAGE).all(database).await?;
    let mixes = paging.page(summary::summaries(service, caller, &rows).await?);
    Ok(MixList { mixes, total: format::count(locale, total), genres, moods, keys, years, series, guests })
}
