//! What a mix is released with: series and guests, private links, earlier descriptions, one change to many.

use crate::{
    house::{House, Server},
    shelf::{fan, id, rewrite, shelve},
};
use contract::{
    caller::{Caller, Role},
    failure::Failure,
    ids::{MixId, TenantId},
    mixes::{Credit, MixFilter, Mixes},
    outcome::{Outcome, Refusal},
    studio::{BulkChange, LinkLife, MixRefusal, PrivateLink, Release, Studio, Visibility},
};
use testing::{person, visitor};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

fn series(name: &str, episode: &str) -> Release {
    Release { series: name.into(), episode: episode.into(), ..Release::default() }
}

async fn shown(house: &House, caller: &Caller, slug: &str) -> Result<contract::mixes::MixDetail, Failure> {
    house.service.detail(caller, slug.into(), None).await
}

#[tokio::test]
async fn a_release_is_kept_shown_and_found() {
    let house = House::new().await;
    let row = shelve(&house, "Night Bus", "Dub", |_| {}).await;
    let release = Release {
        guests: "DJ Marlow, Ina".into(),
        credits: "Artwork: Jo Lee".into(),
        location: "Hackney".into(),
        explicit: true,
        ..series("Late Lines", "12")
    };
    let saved = house.save(id(&row), |form| form.release = release.clone()).await.done().unwrap();
    assert_eq!((saved.form.release, saved.series), (release, vec!["Late Lines".to_owned()]));
    let page = shown(&house, &fan(&house), "night-bus").await.unwrap();
    assert!(page.summary.explicit);
    assert_eq!(page.about.credits, [Credit { role: "Artwork".into(), name: "Jo Lee".into() }]);
    assert_eq!(page.about.location, "Hackney");
    assert_eq!(page.about.guests.iter().map(|guest| guest.slug.as_str()).collect::<Vec<_>>(), ["dj-marlow", "ina"]);
    assert_eq!(page.about.series.unwrap().number, Some(12));
    for filter in [
        MixFilter { guest: Some("ina".into()), ..MixFilter::default() },
        MixFilter { series: Some("late-lines".into()), ..MixFilter::default() },
        MixFilter { words: "marlow hackney".into(), ..MixFilter::default() },
    ] {
        let list = house.service.list(&fan(&house), filter).await.unwrap();
        assert_eq!((list.total.value, list.series.len(), list.guests.len()), (1, 1, 2));
    }
    let other = MixFilter { guest: Some("nobody".into()), ..MixFilter::default() };
    assert_eq!(house.service.list(&fan(&house), other).await.unwrap().total.value, 0);
}

#[tokio::test]
async fn a_release_with_mistakes_changes_nothing() {
    let house = House::new().await;
    let row = shelve(&house, "Night Bus", "Dub", |_| {}).await;
    let refused = house.save(id(&row), |form| form.release = Release { credits: "nobody".into(), ..series("Late Lines", "0") }).await;
    assert_eq!(refused.refusals(), [MixRefusal::EpisodeInvalid, MixRefusal::CreditsInvalid { line: 1 }]);
    assert_eq!(house.studio_mix(id(&row)).await.form.release, Release::default());
}

#[tokio::test]
async fn episodes_lead_to_those_around_them() {
    let house = House::new().await;
    for (title, number) in [("One", "1"), ("Three", "3"), ("Two", "2"), ("Hidden", "4")] {
        let row = shelve(&house, title, "Dub", |_| {}).await;
        house.save(id(&row), |form| form.release = series("Late Lines", number)).await.done().unwrap();
        if title == "Hidden" {
            rewrite(&house, row.id, |row| row.visibility = "draft".into()).await;
        }
    }
    let around = async |slug: &str| {
        let episode = shown(&house, &fan(&house), slug).await.unwrap().about.series.unwrap();
        (episode.before.map(|mix| mix.title), episode.after.map(|mix| mix.title))
    };
    assert_eq!(around("one").await, (None, Some("Two".into())));
    assert_eq!(around("two").await, (Some("One".into()), Some("Three".into())));
    assert_eq!(around("three").await, (Some("Two".into()), None));
}

/// The slug and the key of a link.
fn parts(link: &PrivateLink) -> (String, Option<String>) {
    let (slug, key) = link.path.strip_prefix("/mixes/").unwrap().split_once("?key=").unwrap();
    (slug.to_owned(), Some(key.to_owned()))
}

#[tokio::test]
async fn a_private_link_opens_a_draft_until_it_ends() {
    let house = House::new().await;
    let row = shelve(&house, "White Label", "Dub", |row| row.visibility = "draft".into()).await;
    crate::shelf::give_sound(&house, &row, b"sound").await;
    let link = house.service.share(&house.dj, id(&row), LinkLife::Day).await.unwrap().done().unwrap();
    let (slug, key) = parts(&link);
    let friend = visitor(house.tenant);
    assert_eq!(shown(&house, &friend, &slug).await, Err(Failure::NotFound));
    let page = house.service.detail(&friend, slug.clone(), key.clone()).await.unwrap();
    assert!(page.about.shared_until.is_some());
    let server = Server::start(&house.service, &friend).await;
    let sound = reqwest::get(format!("http://{}{}", server.address, page.summary.audio.url)).await.unwrap();
    assert_eq!(sound.bytes().await.unwrap(), "sound");

    let mut forged = key.clone().unwrap();
    forged.pop();
    for wrong in [forged, "x".into(), format!("{}.", link.id.simple()), String::new()] {
        assert_eq!(house.service.detail(&friend, slug.clone(), Some(wrong)).await, Err(Failure::NotFound));
    }
    let other = shelve(&house, "Another", "Dub", |row| row.visibility = "draft".into()).await;
    assert_eq!(house.service.detail(&friend, other.slug, key.clone()).await, Err(Failure::NotFound));
    let elsewhere = visitor(TenantId(uuid::Uuid::from_u128(9)));
    assert_eq!(house.service.detail(&elsewhere, slug.clone(), key.clone()).await, Err(Failure::NotFound));

    house.bench.clock.advance_ms(DAY_MS - 3_600_000);
    let late = house.service.detail(&friend, slug.clone(), key.clone()).await.unwrap();
    house.bench.clock.advance_ms(3_600_000);
    assert_eq!(house.service.detail(&friend, slug, key).await, Err(Failure::NotFound));
    let sound = reqwest::get(format!("http://{}{}", server.address, late.summary.audio.url)).await.unwrap();
    assert_eq!(sound.status(), 404, "the sound ends with the link");
    assert_eq!(house.studio_mix(id(&row)).await.links, []);
    assert_eq!(house.service.sweep(house.bench.kernel.now()).await.unwrap().ended_links, 1);
}

#[tokio::test]
async fn a_private_link_is_ended_and_has_a_limit() {
    let house = House::new().await;
    let row = shelve(&house, "White Label", "Dub", |row| row.visibility = "draft".into()).await;
    let make = async || house.service.share(&house.dj, id(&row), LinkLife::Week).await.unwrap();
    let link = make().await.done().unwrap();
    for _ in 1..10 {
        make().await.done().unwrap();
    }
    assert_eq!(make().await, Outcome::refused(MixRefusal::TooManyLinks));
    let colleague = person(house.tenant, Role::Dj);
    assert_eq!(house.service.unshare(&colleague, id(&row), link.id).await, Err(Failure::NotFound));
    assert_eq!(house.service.share(&colleague, id(&row), LinkLife::Day).await, Err(Failure::NotFound));
    assert_eq!(house.service.share(&fan(&house), id(&row), LinkLife::Day).await, Err(Failure::Forbidden));
    house.service.unshare(&house.dj, id(&row), link.id).await.unwrap().done().unwrap();
    let (slug, key) = parts(&link);
    assert_eq!(house.service.detail(&visitor(house.tenant), slug, key).await, Err(Failure::NotFound));
    assert_eq!(house.studio_mix(id(&row)).await.links.len(), 9);
}

#[tokio::test]
async fn descriptions_are_kept_as_they_were() {
    let house = House::new().await;
    let row = shelve(&house, "Night Bus", "Dub", |_| {}).await;
    for version in 0..25 {
        house.save(id(&row), |form| form.description = format!("Version {version}")).await.done().unwrap();
        house.bench.clock.advance_ms(1000);
    }
    // Saving something else keeps nothing.
    let detail = house.save(id(&row), |form| form.title = "Night Bus II".into()).await.done().unwrap();
    assert_eq!(detail.versions.len(), 20);
    assert_eq!(detail.versions[0].text, "Version 23");
    assert_eq!(detail.versions[19].text, "Version 4");
}

#[tokio::test]
async fn several_mixes_are_changed_at_once_each_by_its_own_rules() {
    let house = House::new().await;
    let draft = |row: &mut mixes::entity::mix::Model| row.visibility = "draft".into();
    let ready = shelve(&house, "Ready", "Dub", draft).await;
    let full = shelve(&house, "Full", "a,b,c,d,e", draft).await;
    let failed = shelve(&house, "Failed", "", |row| (row.visibility, row.intake) = ("draft".into(), "failed".into())).await;
    let foreign = shelve(&house, "Foreign", "Dub", |row| row.dj_id = uuid::Uuid::from_u128(77)).await;
    let all: Vec<MixId> = [&ready, &full, &failed, &foreign].map(id).to_vec();
    let change = async |change: BulkChange| house.service.change_all(&house.dj, all.clone(), change).await.unwrap().done().unwrap();
    let titles = |left: &[(String, contract::outcome::Message)]| left.iter().map(|(title, _)| title.clone()).collect::<Vec<_>>();

    let done = change(BulkChange::Genre { name: "Jungle".into() }).await;
    assert_eq!((done.changed, titles(&done.left)), (2, vec!["Full".into()]));
    assert_eq!(done.left[0].1, MixRefusal::TooManyGenres.message());
    assert_eq!(house.studio_mix(id(&ready)).await.form.genres, "Dub, Jungle");
    let done = change(BulkChange::Series { name: "Late Lines".into() }).await;
    assert_eq!((done.changed, house.studio_mix(id(&full)).await.form.release.series.as_str()), (3, "Late Lines"));
    let done = change(BulkChange::Show { visibility: Visibility::Public }).await;
    assert_eq!((done.changed, titles(&done.left)), (2, vec!["Failed".into()]));
    assert_eq!(done.left[0].1, MixRefusal::NotReady.message());
    let done = change(BulkChange::Delete).await;
    assert_eq!((done.changed, done.undo.len()), (3, 3));
    assert!(shown(&house, &fan(&house), "foreign").await.is_ok(), "somebody else's is left alone");
    assert_eq!(house.service.change_all(&house.dj, vec![], BulkChange::Delete).await.unwrap(), Outcome::refused(MixRefusal::NothingChosen));
    let refused = house.service.change_all(&fan(&house), all, BulkChange::Delete).await;
    assert_eq!(refused, Err(Failure::Forbidden));
}

#[tokio::test]
async fn a_schedule_outlives_a_change_to_many() {
    let house = House::new().await;
    let row = shelve(&house, "Tomorrow", "Dub", |row| row.visibility = "draft".into()).await;
    let at = "2026-12-24T18:00";
    let saved = house.save(id(&row), |form| (form.visibility, form.publish_at) = ("public".into(), at.into())).await.done().unwrap();
    assert_eq!(saved.form.publish_at, at);
    house.service.change_all(&house.dj, vec![id(&row)], BulkChange::Genre { name: "Jungle".into() }).await.unwrap().done().unwrap();
    let form = house.studio_mix(id(&row)).await.form;
    assert_eq!((form.publish_at.as_str(), form.visibility.as_str(), form.genres.as_str()), (at, "draft", "Dub, Jungle"));
}
