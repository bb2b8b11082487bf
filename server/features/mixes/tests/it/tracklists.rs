//! Tracklists: pasted, saved, shown, found by.

use crate::{
    house::{House, Server},
    recordings::plain_mp3,
    uploader::Uploader,
};
use contract::{
    caller::Role,
    failure::Failure,
    ids::MixId,
    mixes::{MixFilter, Mixes},
    outcome::Outcome,
    tracklists::{CLOSE_BARS, Track, TracklistRefusal, Tracklists},
};
use testing::{person, visitor};

/// A published mix of the house's DJ, three seconds long.
async fn published(house: &House) -> MixId {
    let server = Server::start(&house.service, &house.dj).await;
    let id = Uploader::of(&server).upload("Night_Bus.mp3", &plain_mp3(house.bench.folder.path(), 3)).await.unwrap();
    house.work().await;
    house.save(id, |form| form.visibility = "public".into()).await.done().unwrap();
    id
}

fn track(at_ms: Option<u64>, artist: &str, title: &str) -> Track {
    Track { at_ms, artist: artist.into(), title: title.into(), ..Track::default() }
}

#[tokio::test]
async fn a_pasted_list_is_read_saved_sorted_and_shown_to_listeners() {
    let house = House::new().await;
    let id = published(&house).await;
    let read = house.service.read(&house.dj, "0:02 Marlow & Kerr - Red Lights [Tarmac]\n0:00 Intro\n0:01 ID - ID".into()).await.unwrap();
    let read = read.done().unwrap();
    assert_eq!(
        read.doubts.iter().map(|doubt| (doubt.line, doubt.message.id.as_str())).collect::<Vec<_>>(),
        [(2, "studio-doubt-no-separator"), (2, "studio-doubt-time-goes-back")]
    );
    let saved = house.service.save(&house.dj, id, read.tracks).await.unwrap().done().unwrap();
    assert_eq!(saved.tracks.iter().map(|track| track.at_ms).collect::<Vec<_>>(), [Some(0), Some(1_000), Some(2_000)]);
    let listener = visitor(house.tenant);
    let heard = house.service.tracks(&listener, id).await.unwrap();
    assert_eq!(heard, saved.tracks);
    assert_eq!((heard[2].artist.as_str(), heard[2].label.as_str(), heard[1].unknown), ("Marlow & Kerr", "Tarmac", true));
    assert_eq!(house.service.detail(&listener, "night-bus".into(), None).await.unwrap().tracks, heard);
    let again = house.service.read(&house.dj, saved.text).await.unwrap().done().unwrap();
    assert_eq!((again.tracks, again.doubts.len()), (heard, 1), "the text of a list reads back as the list");
}

#[tokio::test]
async fn a_mix_is_found_by_what_is_played_in_it() {
    let house = House::new().await;
    let id = published(&house).await;
    let by = |words: &str| MixFilter { words: words.into(), ..MixFilter::default() };
    let listener = visitor(house.tenant);
    let found = |list: contract::mixes::MixList| list.total.value;
    assert_eq!(found(house.service.list(&listener, by("kerr")).await.unwrap()), 0);
    house.service.save(&house.dj, id, vec![track(Some(0), "Marlow & Kérr", "Red Lights")]).await.unwrap().done().unwrap();
    assert_eq!(found(house.service.list(&listener, by("KERR night")).await.unwrap()), 1);
    house.service.save(&house.dj, id, vec![]).await.unwrap().done().unwrap();
    assert_eq!(found(house.service.list(&listener, by("kerr")).await.unwrap()), 0);
}

#[tokio::test]
async fn a_list_with_mistakes_changes_nothing() {
    let house = House::new().await;
    let id = published(&house).await;
    let good = vec![track(Some(0), "", "Intro")];
    house.service.save(&house.dj, id, good.clone()).await.unwrap().done().unwrap();
    let bad = vec![track(Some(0), "", "Intro"), track(Some(3_600_000), "", "Too late"), Track::default()];
    let refused = house.service.save(&house.dj, id, bad).await.unwrap();
    assert_eq!(refused.refusals(), [TracklistRefusal::PastTheEnd { row: 2 }, TracklistRefusal::Nameless { row: 3 }]);
    assert_eq!(house.service.tracks(&house.dj, id).await.unwrap(), good);
    let long = "x".repeat(200_001);
    assert_eq!(house.service.read(&house.dj, long).await.unwrap(), Outcome::refused(TracklistRefusal::TextTooLong { limit: 200_000 }));
}

#[tokio::test]
async fn only_the_mixs_dj_and_admins_change_its_tracks() {
    let house = House::new().await;
    let id = published(&house).await;
    let (fan, other) = (person(house.tenant, Role::Fan), person(house.tenant, Role::Dj));
    assert_eq!(house.service.save(&fan, id, vec![]).await, Err(Failure::Forbidden));
    assert_eq!(house.service.save(&other, id, vec![]).await, Err(Failure::NotFound));
    assert_eq!(house.service.edit(&visitor(house.tenant), id).await, Err(Failure::SignInRequired));
    assert_eq!(house.service.read(&fan, "a".into()).await, Err(Failure::Forbidden));
    assert_eq!(house.service.close_wave(&other, id, 0, 1_000).await, Err(Failure::NotFound));
    house.service.save(&person(house.tenant, Role::Admin), id, vec![]).await.unwrap().done().unwrap();
    // Nobody reads the tracks of a draft but those who may edit it.
    house.save(id, |form| form.visibility = "draft".into()).await.done().unwrap();
    assert_eq!(house.service.tracks(&fan, id).await, Err(Failure::NotFound));
}

#[tokio::test]
async fn the_wave_is_drawn_close() {
    let house = House::new().await;
    let id = published(&house).await;
    let bars = house.service.close_wave(&house.dj, id, 1_000, 2_000).await.unwrap().bars();
    assert_eq!(bars.len(), CLOSE_BARS);
    assert!(bars.iter().all(|bar| *bar > 0), "a tone sounds all the time: {bars:?}");
    assert!(house.service.close_wave(&house.dj, id, 90_000, 91_000).await.unwrap().bars().iter().all(|bar| *bar == 0));
}

#[tokio::test]
async fn a_long_list_is_stored_whole_and_goes_with_its_mix() {
    let house = House::new().await;
    let id = published(&house).await;
    let tracks: Vec<Track> = (0..500).map(|index| track(Some(index), "Artist", &format!("Track {index}"))).collect();
    let saved = house.service.save(&house.dj, id, tracks.clone()).await.unwrap().done().unwrap();
    assert_eq!(saved.tracks, tracks);
    contract::studio::Studio::delete(&house.service, &house.dj, id).await.unwrap().done().unwrap();
    house.bench.clock.advance_ms(11_000);
    house.work().await;
    use mixes::entity::track::Entity;
    use sea_orm::EntityTrait;
    assert!(Entity::find().all(house.bench.kernel.database.read()).await.unwrap().is_empty());
}
