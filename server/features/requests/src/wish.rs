//! Asking for a track.

use crate::{
    Known, Service,
    entity::{request, vote},
    rules, stored,
    stored::begun,
};
use contract::{
    caller::{Caller, Role, Viewer},
    outcome::Outcome,
    requests::{LONGEST_DEDICATION, MOST_WAITING, RequestRefusal, RequestRules, Standing, TrackRequest, Wish},
    shown::Timestamp,
};
use sea_orm::{IntoActiveModel, QueryOrder, QuerySelect, entity::prelude::*};

const MINUTE_MS: i64 = 60_000;
const HOUR_MS: i64 = 60 * MINUTE_MS;

type Answer = Outcome<TrackRequest, RequestRefusal>;

pub(crate) async fn wish(service: &Service, caller: &Caller, wish: Wish) -> kernel::Result<Answer> {
    let viewer = service.member(caller).await?;
    if !viewer.confirmed {
        return Ok(Outcome::refused(RequestRefusal::ConfirmAddress));
    }
    let dedication = one_line(&wish.dedication);
    if dedication.chars().count() > LONGEST_DEDICATION {
        let most = u32::try_from(LONGEST_DEDICATION).unwrap_or(u32::MAX);
        return Ok(Outcome::refused(RequestRefusal::TooLong { most }));
    }
    let Some(known) = service.station.song(caller, wish.mix, wish.position).await? else {
        return Ok(Outcome::refused(RequestRefusal::NoSuchSong));
    };
    let (tx, rules) = rules::hold(&service.kernel, caller.tenant).await?;
    let now = service.kernel.now();
    let there = request::Entity::find().filter(stored::waiting(caller.tenant)).filter(request::Column::SongKey.eq(&known.key));
    if let Some(row) = there.lock_exclusive().one(&tx).await? {
        let row = crate::vote::count(&tx, row, viewer.account, true).await?;
        tx.commit().await?;
        service.news.voted(caller.tenant, row.id);
        return Ok(Outcome::Done(stored::shown(row)));
    }
    if let Some(refusal) = refusal(&tx, caller, viewer, &rules, &known, now).await? {
        return Ok(Outcome::refused(refusal));
    }
    let row = request::Model {
        id: service.kernel.ids.next(),
        tenant_id: caller.tenant.0,
        version: 1,
        standing: Standing::Requested.name().to_owned(),
        song_key: known.key,
        artist_key: known.artist_key,
        artist: known.song.artist,
        title: known.song.title,
        dedication,
        by_id: viewer.account.0,
        by_name: viewer.name.clone(),
        votes: 1,
        place: 0,
        reason: String::new(),
        asked_at: now.0,
        ended_at: None,
    };
    let own = vote::Model { request_id: row.id, voter_id: viewer.account.0, tenant_id: caller.tenant.0 };
    request::Entity::insert(row.clone().into_active_model().reset_all()).exec_without_returning(&tx).await?;
    vote::Entity::insert(own.into_active_model().reset_all()).exec_without_returning(&tx).await?;
    tx.commit().await?;
    service.news.changed(caller.tenant, row.id);
    Ok(Outcome::Done(stored::shown(row)))
}

/// A dedication is read out: one line, without what can't be seen.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().filter(|c| !c.is_control()).collect()
}

/// Why not; who runs the station may ask for whatever they like.
async fn refusal(
    tx: &impl ConnectionTrait,
    caller: &Caller,
    viewer: &Viewer,
    rules: &RequestRules,
    known: &Known,
    now: Timestamp,
) -> Result<Option<RequestRefusal>, DbErr> {
    let all = || request::Entity::find().filter(stored::of(caller.tenant));
    if all().filter(stored::waiting(caller.tenant)).count(tx).await? >= MOST_WAITING {
        return Ok(Some(RequestRefusal::Full));
    }
    if viewer.role >= Role::Dj {
        return Ok(None);
    }
    if !rules.open {
        return Ok(Some(RequestRefusal::Closed));
    }
    let this_hour = || all().filter(request::Column::AskedAt.gt(now.0 - HOUR_MS));
    let own = this_hour().filter(request::Column::ById.eq(viewer.account.0));
    if let Some(minutes) = until_free(tx, own, rules.per_person, now).await? {
        return Ok(Some(RequestRefusal::TooMany { most: rules.per_person, minutes }));
    }
    if let Some(minutes) = until_free(tx, this_hour(), rules.per_hour, now).await? {
        return Ok(Some(RequestRefusal::HourFull { minutes }));
    }
    let song = request::Column::SongKey.eq(&known.key);
    if let Some(minutes) = until_again(tx, all().filter(song), rules.same_track, now).await? {
        return Ok(Some(RequestRefusal::PlayedLately { minutes }));
    }
    let artist = request::Column::ArtistKey.eq(&known.artist_key);
    let again = until_again(tx, all().filter(artist), rules.same_artist, now).await?;
    Ok(again.map(|minutes| RequestRefusal::ArtistLately { minutes }))
}

/// Minutes until there are fewer than `most` within the hour.
async fn until_free(tx: &impl ConnectionTrait, lately: Select<request::Entity>, most: u32, now: Timestamp) -> Result<Option<u32>, DbErr> {
    let times = lately.select_only().column(request::Column::AskedAt).order_by_desc(request::Column::AskedAt).limit(u64::from(most));
    let times: Vec<i64> = times.into_tuple().all(tx).await?;
    if times.len() < most as usize {
        return Ok(None);
    }
    // With a share of nothing there is no oldest one to wait for.
    Ok(Some(begun(times.last().map_or(HOUR_MS, |oldest| oldest + HOUR_MS - now.0), MINUTE_MS)))
}

/// Minutes until one of these may be asked for again.
async fn until_again(
    tx: &impl ConnectionTrait,
    these: Select<request::Entity>,
    minutes: u32,
    now: Timestamp,
) -> Result<Option<u32>, DbErr> {
    let window_ms = i64::from(minutes) * MINUTE_MS;
    let played = these.filter(request::Column::Standing.eq(Standing::Played.name())).filter(request::Column::EndedAt.gt(now.0 - window_ms));
    let last = played.order_by_desc(request::Column::EndedAt).one(tx).await?.and_then(|row| row.ended_at);
    Ok(last.map(|at| begun(at + window_ms - now.0, MINUTE_MS)))
}

#[cfg(test)]
mod tests {
    use super::one_line;

    #[test]
    fn a_dedication_is_one_line() {
        assert_eq!(one_line("  for\nmy \u{7}mother\t "), "for my mother");
    }
}
