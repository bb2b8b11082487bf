//! The Home page.

use crate::{
    Service,
    entity::mix,
    labels::Kind,
    listening::unfinished,
    listing::{facets, newest_first, paging::count},
    summary::Surroundings,
    visible,
};
use contract::{caller::Caller, mixes::Home};
use kernel::format;
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};

const LATEST: usize = 8;
const MOST_PLAYED: u64 = 4;
const UNFINISHED: u64 = 4;

pub(crate) async fn home(service: &Service, caller: &Caller) -> kernel::Result<Home> {
    let (database, locale) = (service.kernel().database.read(), &caller.locale);
    let listed = || mix::Entity::find().filter(visible::listed(caller.tenant));
    let played = listed().filter(mix::Column::Plays.gt(0)).order_by_desc(mix::Column::Plays);
    let (newest, most_played, genres, total) = futures::try_join!(
        newest_first(listed()).limit(LATEST as u64 + 1).all(database),
        newest_first(played).limit(MOST_PLAYED).all(database),
        facets(database, locale, Kind::Genre, visible::listed(caller.tenant)),
        count(listed(), database),
    )?;
    let unfinished = unfinished(service, caller, UNFINISHED).await?;
    let surroundings = Surroundings::load(service, newest.iter().chain(&most_played)).await?;
    let shown = |rows: &[mix::Model]| rows.iter().map(|row| surroundings.summary(service, caller, row)).collect();
    // The hero stands twice only where there is too little to fill the page without it.
    let latest = if newest.len() > LATEST { &newest[1..] } else { &newest[..] };
    Ok(Home {
        hero: newest.first().map(|row| surroundings.summary(service, caller, row)),
        unfinished,
        latest: shown(latest),
        most_played: shown(&most_played),
        genres,
        total: format::count(locale, total),
    })
}
