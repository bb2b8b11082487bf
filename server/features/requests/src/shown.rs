//! The requests as a page shows them.

use crate::{
    Service,
    entity::{request, vote},
    rules, stored,
};
use contract::{
    caller::Caller,
    ids::TrackRequestId,
    requests::{MOST_WAITING, Requests, Standing, sort},
};
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};

const PLAYED: u64 = 10;
const DAY_MS: i64 = 24 * 3_600_000;
/// How long a track takes where nothing is known, and between what that may be.
const SECONDS_EACH: i64 = 240;
const SHORTEST_S: i64 = 60;
const LONGEST_S: i64 = 900;

pub(crate) async fn requests(service: &Service, caller: &Caller) -> kernel::Result<Requests> {
    let db = service.kernel.database.read();
    let rules = rules::of(db, caller.tenant).await?;
    let waiting = request::Entity::find().filter(stored::waiting(caller.tenant)).order_by_asc(request::Column::AskedAt);
    let mut waiting: Vec<_> = waiting.limit(MOST_WAITING + 1).all(db).await?.into_iter().map(stored::shown).collect();
    sort(&mut waiting);
    let over = |standing: Standing| {
        let over = request::Entity::find().filter(stored::of(caller.tenant)).filter(request::Column::Standing.eq(standing.name()));
        over.order_by_desc(request::Column::EndedAt).limit(PLAYED)
    };
    let played = over(Standing::Played).all(db).await?;
    let seconds_each = seconds_each(&played);
    let reader = caller.viewer.as_ref().map(|viewer| viewer.account);
    let (mut own_votes, mut refused) = (Vec::new(), Vec::new());
    if let Some(reader) = reader {
        let since = service.kernel.now().0 - DAY_MS;
        refused =
            over(Standing::Refused).filter(request::Column::ById.eq(reader.0)).filter(request::Column::EndedAt.gt(since)).all(db).await?;
        let voted = vote::Entity::find().filter(vote::Column::TenantId.eq(caller.tenant.0)).filter(vote::Column::VoterId.eq(reader.0));
        let voted = voted.filter(vote::Column::RequestId.is_in(waiting.iter().map(|request| request.id.0)));
        own_votes = voted.all(db).await?.into_iter().map(|row| TrackRequestId(row.request_id)).collect();
    }
    let shown = |rows: Vec<request::Model>| rows.into_iter().map(stored::shown).collect();
    Ok(Requests { rules, waiting, played: shown(played), refused: shown(refused), own_votes, seconds_each, reader })
}

/// What lies between those that were played last, on average; `played` is the newest first.
fn seconds_each(played: &[request::Model]) -> u32 {
    let (newest, oldest) = (played.first().and_then(|row| row.ended_at), played.last().and_then(|row| row.ended_at));
    let seconds = match (newest, oldest) {
        (Some(newest), Some(oldest)) if played.len() >= 3 => (newest - oldest) / 1000 / (played.len() as i64 - 1),
        _ => SECONDS_EACH,
    };
    // After a break of hours, or several marked at once, the mean says nothing.
    let seconds = if (SHORTEST_S..=LONGEST_S).contains(&seconds) { seconds } else { SECONDS_EACH };
    u32::try_from(seconds).unwrap_or_default()
}
