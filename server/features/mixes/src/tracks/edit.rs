//! The tracklist page of the Studio.

use super::{stored, text};
use crate::{
    Service,
    entity::{dj, mix},
    music, search_text, signed,
    studio::{access, shown::studio_mix},
};
use contract::{
    caller::Caller,
    ids::MixId,
    mixes::Peaks,
    outcome::Outcome,
    tracklists::{Beats, StudioTracklist, Track, TracklistRefusal},
};
use sea_orm::{ActiveValue::Set, entity::prelude::*};
use serde_json::json;
use tracklists::{MAX_FIELD_CHARS, MAX_TRACKS};

pub(super) async fn edit(service: &Service, caller: &Caller, id: MixId) -> kernel::Result<StudioTracklist> {
    let database = service.kernel().database.read();
    let row = access::find(database, caller, id).await?;
    let dj = dj::Entity::find_by_id(row.dj_id).one(database).await?;
    let tracks = stored::of_mix(database, row.id).await?;
    let music = music::load(service, &row).await?;
    Ok(StudioTracklist {
        mix: studio_mix(caller, &row, dj.as_ref(), None),
        text: text::write(&tracks),
        tracks,
        audio: row.audio_key.is_some().then(|| signed::audio_source(service, &row)),
        wave: Peaks(row.page_peaks.clone()),
        beats: music.grid.segments.iter().map(beats).collect(),
    })
}

fn beats(segment: &audio::music::GridSegment) -> Beats {
    Beats { start_ms: segment.start_ms, beat_ms: segment.beat_ms, count: segment.beats }
}

pub(super) async fn save(
    service: &Service,
    caller: &Caller,
    id: MixId,
    mut tracks: Vec<Track>,
) -> kernel::Result<Outcome<StudioTracklist, TracklistRefusal>> {
    let kernel = service.kernel();
    let tx = kernel.database.write().await?;
    let row = access::find_to_change(&tx, caller, id).await?;
    tidy(&mut tracks);
    let refusals = mistakes(&tracks, row.duration_ms.unsigned_abs());
    if !refusals.is_empty() {
        return Ok(Outcome::Refused(refusals));
    }
    Track::sort(&mut tracks);
    stored::replace(&tx, row.tenant_id, row.id, &tracks).await?;
    let now = kernel.now();
    let change = mix::ActiveModel { track_words: Set(Some(search_text::of_tracks(&tracks))), updated_at: Set(now.0), ..Default::default() };
    mix::Entity::update_many().set(change).filter(mix::Column::Id.eq(row.id)).exec(&tx).await?;
    let payload = json!({ "slug": row.slug, "tracks": tracks.len() });
    kernel.events.append(&tx, caller.tenant, "mixes.changed", row.id, &payload, now).await?;
    tx.commit().await?;
    edit(service, caller, id).await.map(Outcome::Done)
}

/// One space between words, none around them; the first track is played with no other.
fn tidy(tracks: &mut [Track]) {
    for (index, track) in tracks.iter_mut().enumerate() {
        for name in [&mut track.artist, &mut track.title, &mut track.label] {
            *name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        }
        track.together &= index > 0;
    }
}

fn mistakes(tracks: &[Track], duration_ms: u64) -> Vec<TracklistRefusal> {
    if tracks.len() > MAX_TRACKS {
        return vec![TracklistRefusal::TooManyTracks { limit: MAX_TRACKS as u32 }];
    }
    let mistake = |(row, track): (u32, &Track)| {
        let too_long = [&track.artist, &track.title, &track.label].into_iter().any(|name| name.chars().count() > MAX_FIELD_CHARS);
        let nameless = track.artist.is_empty() && track.title.is_empty() && !track.unknown;
        if track.at_ms.is_some_and(|at_ms| at_ms >= duration_ms.max(1)) {
            Some(TracklistRefusal::PastTheEnd { row })
        } else if too_long {
            Some(TracklistRefusal::NameTooLong { row })
        } else if nameless {
            Some(TracklistRefusal::Nameless { row })
        } else {
            None
        }
    };
    // Enough to go on with; five hundred of one kind would help nobody.
    (1..).zip(tracks).filter_map(mistake).take(8).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(at_ms: u64) -> Track {
        Track { at_ms: Some(at_ms), title: "Night Bus".into(), ..Track::default() }
    }

    #[test]
    fn each_mistake_names_its_row() {
        let tracks = [
            named(0),
            named(60_000),
            Track::default(),
            Track { unknown: true, ..Track::default() },
            Track { artist: "x".repeat(192), ..named(1) },
        ];
        use TracklistRefusal::*;
        assert_eq!(mistakes(&tracks, 60_000), [PastTheEnd { row: 2 }, Nameless { row: 3 }, NameTooLong { row: 5 }]);
        assert_eq!(mistakes(&vec![named(0); 501], 60_000), [TooManyTracks { limit: 500 }]);
    }

    #[test]
    fn names_are_tidied() {
        let mut tracks = [Track { title: "  Night \t Bus ".into(), together: true, ..Track::default() }];
        tidy(&mut tracks);
        assert_eq!(tracks[0], Track { title: "Night Bus".into(), ..Track::default() });
    }
}
