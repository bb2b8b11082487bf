//! What listeners browse.

use crate::{
    house::House,
    shelf::{fan, id, shelve, tag},
};
use contract::{
    caller::Role,
    failure::Failure,
    listening::Listening,
    mixes::{Facet, MixEnergy, MixFilter, MixLength, MixSort, MixSummary, Mixes},
};
use mixes::labels::Kind;
use std::collections::HashSet;
use testing::{NOON, person, visitor};

fn titles(mixes: &[MixSummary]) -> Vec<&str> {
    mixes.iter().map(|mix| mix.title.as_str()).collect()
}

async fn found(house: &House, filter: MixFilter) -> Vec<String> {
    let list = house.service.list(&visitor(house.tenant), filter).await.unwrap();
    assert_eq!(list.total.value, list.mixes.total);
    list.mixes.items.into_iter().map(|mix| mix.title).collect()
}

#[tokio::test]
async fn home_leads_with_the_newest_and_ranks_the_rest_by_plays() {
    let house = House::new().await;
    for n in 0..10 {
        shelve(&house, &format!("Mix {n}"), "House", |row| (row.published_at, row.plays) = (Some(NOON.0 + n), n % 6)).await;
    }
    let home = house.service.home(&visitor(house.tenant)).await.unwrap();
    assert_eq!(home.hero.unwrap().title, "Mix 9");
    assert_eq!(titles(&home.latest), ["Mix 8", "Mix 7", "Mix 6", "Mix 5", "Mix 4", "Mix 3", "Mix 2", "Mix 1"]);
    assert_eq!(titles(&home.most_played), ["Mix 5", "Mix 4", "Mix 9", "Mix 3"]);
    assert_eq!((home.genres[0].label.name.as_str(), home.genres[0].count.value, home.total.value), ("House", 10, 10));
}

#[tokio::test]
async fn a_small_home_shows_its_hero_twice_and_nothing_unplayed_as_played() {
    let house = House::new().await;
    assert_eq!(house.service.home(&visitor(house.tenant)).await.unwrap().hero, None);
    shelve(&house, "Only", "", |_| ()).await;
    let home = house.service.home(&visitor(house.tenant)).await.unwrap();
    assert_eq!((titles(&home.latest), titles(&home.most_played)), (vec!["Only"], vec![]));
    assert_eq!(home.hero.unwrap().dj.name, "Danny");
}

#[tokio::test]
async fn lists_hold_public_mixes_only() {
    let house = House::new().await;
    shelve(&house, "Public", "Dub", |_| ()).await;
    shelve(&house, "Draft", "Dub", |row| row.visibility = "draft".into()).await;
    shelve(&house, "Unlisted", "Dub", |row| row.visibility = "unlisted".into()).await;
    shelve(&house, "Deleted", "Dub", |row| row.deleted_at = Some(NOON.0)).await;
    shelve(&house, "Waiting", "Dub", |row| row.intake = "waiting".into()).await;
    let home = house.service.home(&house.dj).await.unwrap();
    let list = house.service.list(&house.dj, MixFilter::default()).await.unwrap();
    let dj = house.service.dj(&house.dj, "danny".into(), 1).await.unwrap();
    for mixes in [&home.latest, &list.mixes.items, &dj.mixes.items] {
        assert_eq!(titles(mixes), ["Public"]);
    }
    assert_eq!((home.total.value, home.genres[0].count.value, list.genres[0].count.value, dj.total.value), (1, 1, 1, 1));
}

#[tokio::test]
async fn filters_narrow_each_other_and_facets_count_what_a_choice_would_find() {
    let house = House::new().await;
    let mix = |title, genres, minutes: i64| shelve(&house, title, genres, move |row| row.duration_ms = minutes * 60_000);
    let late = mix("Late", "Deep House, Dub", 20).await;
    let early = mix("Early", "Deep House", 75).await;
    mix("Noon", "Jungle", 76).await;
    tag(&house, &late, Kind::Mood, "Warm").await;
    tag(&house, &early, Kind::Mood, "Warm, Bright").await;
    let filter = MixFilter { genre: Some("deep-house".into()), mood: Some("warm".into()), ..MixFilter::default() };
    assert_eq!(found(&house, filter.clone()).await, ["Early", "Late"]);
    assert_eq!(found(&house, MixFilter { length: Some(MixLength::Short), ..filter.clone() }).await, ["Late"]);
    assert_eq!(found(&house, MixFilter { length: Some(MixLength::Medium), ..MixFilter::default() }).await, ["Early"]);
    assert_eq!(found(&house, MixFilter { length: Some(MixLength::Long), ..MixFilter::default() }).await, ["Noon"]);
    assert_eq!(found(&house, MixFilter { genre: Some(String::new()), ..MixFilter::default() }).await.len(), 3);
    let list = house.service.list(&visitor(house.tenant), MixFilter { mood: Some("bright".into()), ..filter }).await.unwrap();
    let genres: Vec<_> = list.genres.iter().map(|facet| (facet.label.slug.as_str(), facet.count.value)).collect();
    let moods: Vec<_> = list.moods.iter().map(|facet| (facet.label.slug.as_str(), facet.count.value)).collect();
    assert_eq!(genres, [("deep-house", 1)]);
    assert_eq!(moods, [("warm", 2), ("bright", 1)]);
    assert_eq!(list.mixes.items[0].genres[0].name, "Deep House");
}

#[tokio::test]
async fn every_word_must_be_found_however_it_is_spelled() {
    let house = House::new().await;
    shelve(&house, "Été à Ibiza", "House", |_| ()).await;
    shelve(&house, "Ibiza 100", "Techno", |_| ()).await;
    let words = |words: &str| MixFilter { words: words.into(), ..MixFilter::default() };
    assert_eq!(found(&house, words("IBIZA ete")).await, ["Été à Ibiza"]);
    assert_eq!(found(&house, words("été house")).await, ["Été à Ibiza"]);
    assert_eq!(found(&house, words("100%")).await, ["Ibiza 100"]);
    assert_eq!(found(&house, words("ibiz_")).await.len(), 2);
    assert_eq!(found(&house, words("ibiza jungle")).await, Vec::<String>::new());
}

#[tokio::test]
async fn pages_of_equals_hold_every_mix_once() {
    let house = House::new().await;
    for n in 0..50 {
        shelve(&house, &format!("Mix {n}"), "", |_| ()).await;
    }
    for sort in [MixSort::Newest, MixSort::MostPlayed] {
        let mut seen = HashSet::new();
        for page in [1, 2, 3] {
            let list = house.service.list(&visitor(house.tenant), MixFilter { page, sort, ..MixFilter::default() }).await.unwrap();
            assert_eq!((list.mixes.number, list.mixes.pages, list.mixes.total), (page, 3, 50));
            seen.extend(list.mixes.items.into_iter().map(|mix| mix.id));
        }
        assert_eq!(seen.len(), 50);
    }
    let past = house.service.list(&visitor(house.tenant), MixFilter { page: 9, ..MixFilter::default() }).await.unwrap();
    assert_eq!((past.mixes.number, past.mixes.items.len()), (3, 2));
}

#[tokio::test]
async fn a_list_is_sorted_as_asked() {
    let house = House::new().await;
    for (title, plays, likes, minutes, published) in [("Éclair", 1, 3, 10, 1), ("apple", 3, 1, 20, 2), ("Drum", 2, 2, 30, 3)] {
        shelve(&house, title, "", |row| {
            (row.plays, row.likes, row.duration_ms, row.published_at) = (plays, likes, minutes * 60_000, Some(NOON.0 + published));
        })
        .await;
    }
    let sorted = async |sort| found(&house, MixFilter { sort, ..MixFilter::default() }).await;
    assert_eq!(sorted(MixSort::Newest).await, ["Drum", "apple", "Éclair"]);
    assert_eq!(sorted(MixSort::MostPlayed).await, ["apple", "Drum", "Éclair"]);
    assert_eq!(sorted(MixSort::MostLiked).await, ["Éclair", "Drum", "apple"]);
    assert_eq!(sorted(MixSort::Longest).await, ["Drum", "apple", "Éclair"]);
    assert_eq!(sorted(MixSort::Title).await, ["apple", "Drum", "Éclair"]);
}

#[tokio::test]
async fn a_draft_is_seen_by_its_dj_and_by_admins_only() {
    let house = House::new().await;
    let draft = shelve(&house, "Draft", "", |row| (row.visibility, row.intake) = ("draft".into(), "analysing".into())).await;
    shelve(&house, "Hidden", "", |row| row.visibility = "unlisted".into()).await;
    shelve(&house, "Gone", "", |row| row.deleted_at = Some(NOON.0)).await;
    let tenant = house.tenant;
    for stranger in [visitor(tenant), fan(&house), person(tenant, Role::Moderator), person(tenant, Role::Dj)] {
        assert_eq!(house.service.detail(&stranger, "draft".into(), None).await, Err(Failure::NotFound));
        assert_eq!(house.service.begin(&stranger, id(&draft)).await, Err(Failure::NotFound));
        assert!(house.service.detail(&stranger, "hidden".into(), None).await.unwrap().unlisted);
    }
    for owner in [house.dj.clone(), person(tenant, Role::Admin)] {
        let mix = house.service.detail(&owner, "draft".into(), None).await.unwrap();
        assert!(mix.summary.audio.url.contains("?exp="), "{}", mix.summary.audio.url);
        assert_eq!(house.service.detail(&owner, "gone".into(), None).await, Err(Failure::NotFound));
    }
}

#[tokio::test]
async fn a_mix_leads_on_by_genre_then_by_dj() {
    let house = House::new().await;
    let mix = shelve(&house, "This", "Dub, House", |row| row.description = "One **two** <script>".into()).await;
    tag(&house, &mix, Kind::Mood, "Warm").await;
    shelve(&house, "Same DJ", "Jungle", |row| row.published_at = Some(NOON.0 + 5)).await;
    shelve(&house, "Same genre", "House", |row| row.dj_id = uuid::Uuid::nil()).await;
    shelve(&house, "Neither", "Jungle", |row| row.dj_id = uuid::Uuid::nil()).await;
    shelve(&house, "Same but unlisted", "House", |row| row.visibility = "unlisted".into()).await;
    let page = house.service.detail(&visitor(house.tenant), "this".into(), None).await.unwrap();
    assert_eq!(titles(&page.more), ["Same genre", "Same DJ"]);
    assert_eq!(page.description_html, "<p>One <strong>two</strong> &lt;script&gt;</p>\n");
    assert_eq!((page.moods[0].slug.as_str(), page.liked, page.resume_ms, page.unlisted), ("warm", false, None, false));
    assert_eq!(page.summary.audio.url, format!("/audio/{}", mix.id));
    assert_eq!(page.wave.0.len(), 280);
}

#[tokio::test]
async fn a_dj_has_a_page() {
    let house = House::new().await;
    for n in 0..25 {
        shelve(&house, &format!("Mix {n}"), "", |_| ()).await;
    }
    shelve(&house, "Somebody's", "", |row| row.dj_id = uuid::Uuid::nil()).await;
    let page = house.service.dj(&visitor(house.tenant), "danny".into(), 2).await.unwrap();
    assert_eq!((page.total.value, page.mixes.items.len(), page.mixes.pages), (25, 1, 2));
    assert_eq!(page.bio_html, "<p>Plays <strong>dub</strong>.</p>\n");
    assert_eq!(house.service.dj(&visitor(house.tenant), "nobody".into(), 1).await, Err(Failure::NotFound));
}

#[tokio::test]
async fn a_second_tenant_finds_nothing_to_browse() {
    let house = House::new().await;
    shelve(&house, "Ours", "House", |row| row.plays = 5).await;
    let second = house.bench.tenant();
    for stranger in [visitor(second), person(second, Role::Operator)] {
        let home = house.service.home(&stranger).await.unwrap();
        assert_eq!((home.hero, home.latest, home.most_played, home.genres, home.total.value), (None, vec![], vec![], vec![], 0));
        let filter = MixFilter { genre: Some("house".into()), ..MixFilter::default() };
        let list = house.service.list(&stranger, filter).await.unwrap();
        assert_eq!((list.mixes.items, list.genres, list.moods, list.total.value), (vec![], vec![], vec![], 0));
        assert_eq!(house.service.detail(&stranger, "ours".into(), None).await, Err(Failure::NotFound));
        assert_eq!(house.service.dj(&stranger, "danny".into(), 1).await, Err(Failure::NotFound));
    }
}

/// Four mixes whose sound is known, and one that no analysis has heard.
async fn sounding(house: &House) {
    for (title, bpm, key, energy, dated) in [
        ("Slow", 9_050, "3A", 2, "2024-05-01"),
        ("Warm", 12_449, "8A", 6, "2025-01-01"),
        ("Bright", 12_600, "9A", 7, "2025-12-31"),
        ("Fast", 17_400, "8B", 10, "2026-01-01"),
    ] {
        shelve(house, title, "", |row| {
            (row.bpm_hundredths, row.camelot, row.energy) = (Some(bpm), Some(key.into()), Some(energy));
            row.dated = dated.into();
        })
        .await;
    }
    shelve(house, "Unheard", "", |_| ()).await;
}

fn sorted(mut titles: Vec<String>) -> Vec<String> {
    titles.sort();
    titles
}

fn shown(facets: &[Facet]) -> Vec<(&str, u64)> {
    facets.iter().map(|facet| (facet.label.slug.as_str(), facet.count.value)).collect()
}

#[tokio::test]
async fn mixes_are_found_by_pace_key_energy_and_year() {
    let house = House::new().await;
    sounding(&house).await;
    let by = |filter: MixFilter| async { sorted(found(&house, filter).await) };
    // What reads as 124 is 124, though it is a little more.
    let pace = MixFilter { bpm_from: Some(124), bpm_to: Some(126), ..MixFilter::default() };
    assert_eq!(by(pace.clone()).await, ["Bright", "Warm"]);
    assert_eq!(by(MixFilter { bpm_to: Some(124), ..pace.clone() }).await, ["Warm"]);
    let key = MixFilter { key: Some("8a".into()), ..MixFilter::default() };
    assert_eq!(by(key.clone()).await, ["Warm"]);
    assert_eq!(by(MixFilter { harmonic: true, ..key.clone() }).await, ["Bright", "Fast", "Warm"]);
    assert_eq!(by(MixFilter { harmonic: true, bpm_from: Some(125), bpm_to: Some(130), ..key }).await, ["Bright"]);
    assert_eq!(by(MixFilter { energy: Some(MixEnergy::Calm), ..MixFilter::default() }).await, ["Slow"]);
    assert_eq!(by(MixFilter { energy: Some(MixEnergy::Moving), ..MixFilter::default() }).await, ["Bright", "Warm"]);
    assert_eq!(by(MixFilter { year: Some(2025), ..MixFilter::default() }).await, ["Bright", "Warm"]);
    assert_eq!(by(MixFilter { key: Some("no key".into()), ..MixFilter::default() }).await.len(), 5, "what is no key is left out");
}

#[tokio::test]
async fn choices_count_what_they_would_find() {
    let house = House::new().await;
    sounding(&house).await;
    let filter = MixFilter { year: Some(2025), key: Some("8A".into()), ..MixFilter::default() };
    let list = house.service.list(&visitor(house.tenant), filter).await.unwrap();
    assert_eq!(shown(&list.keys), [("8A", 1), ("9A", 1)]);
    assert_eq!(shown(&list.years), [("2025", 1)]);
    let list = house.service.list(&visitor(house.tenant), MixFilter::default()).await.unwrap();
    assert_eq!(shown(&list.keys), [("3A", 1), ("8A", 1), ("8B", 1), ("9A", 1)]);
    assert_eq!(shown(&list.years), [("2026", 2), ("2025", 2), ("2024", 1)]);
}

#[tokio::test]
async fn mixes_without_a_pace_come_last_in_either_order() {
    let house = House::new().await;
    sounding(&house).await;
    let by = |sort: MixSort| MixFilter { sort, ..MixFilter::default() };
    assert_eq!(found(&house, by(MixSort::Slowest)).await, ["Slow", "Warm", "Bright", "Fast", "Unheard"]);
    assert_eq!(found(&house, by(MixSort::Fastest)).await, ["Fast", "Bright", "Warm", "Slow", "Unheard"]);
    assert_eq!(found(&house, by(MixSort::MostEnergy)).await, ["Fast", "Bright", "Warm", "Slow", "Unheard"]);
}

#[tokio::test]
async fn what_could_follow_is_in_key_and_near_in_pace() {
    let house = House::new().await;
    sounding(&house).await;
    let next = |slug: &'static str| async {
        let detail = house.service.detail(&visitor(house.tenant), slug.into(), None).await.unwrap();
        detail.next_in_key.into_iter().map(|mix| mix.title).collect::<Vec<_>>()
    };
    assert_eq!(next("warm").await, ["Bright", "Fast"]);
    assert_eq!(next("slow").await, Vec::<String>::new());
    assert_eq!(next("unheard").await, Vec::<String>::new());
}
