//! Emotes on a real database and a real store.

#![expect(clippy::unwrap_used, reason = "a helper that can't go on stops its test")]

use axum::{
    Extension,
    body::Body,
    http::{Request, StatusCode, header},
};
use contract::{
    caller::{Caller, Role},
    emotes::{Emote, EmoteRefusal, Emotes, MOST_EMOTES},
    failure::Failure,
    ids::TenantId,
    outcome::Outcome,
    realtime::ToTab,
};
use emotes::Service;
use http_body_util::BodyExt;
use realtime::{Hub, Topic};
use std::sync::Arc;
use storage::Storage;
use testing::{Bench, person, visitor};
use tower::ServiceExt;

struct House {
    /// Its folder lasts as long as it does.
    _bench: Bench,
    tenant: TenantId,
    hub: Hub,
    service: Service,
}

impl House {
    async fn new() -> Self {
        let bench = Bench::new().await;
        let storage = Storage::open(&storage::Config { folder: bench.folder.path().join("files"), s3: None }).unwrap();
        let (hub, tenant) = (Hub::default(), bench.tenant());
        Self { tenant, service: Service::new(bench.kernel.clone(), hub.clone(), storage), hub, _bench: bench }
    }

    fn dj(&self) -> Caller {
        person(self.tenant, Role::Dj)
    }

    async fn add(&self, name: &str, picture: Vec<u8>) -> Result<Outcome<Emote, EmoteRefusal>, Failure> {
        self.service.add_emote(&self.dj(), name, picture.into()).await
    }

    async fn added(&self, name: &str) -> Emote {
        self.add(name, picture()).await.unwrap().done().unwrap()
    }

    async fn names(&self) -> Vec<String> {
        let all = self.service.emotes(&visitor(self.tenant)).await.unwrap();
        all.into_iter().map(|emote| emote.name).collect()
    }

    async fn get(&self, url: &str) -> (StatusCode, Option<String>, Vec<u8>) {
        let app = emotes::routes(self.service.clone()).layer(Extension(Arc::new(visitor(self.tenant))));
        let answer = app.oneshot(Request::get(url).body(Body::empty()).unwrap()).await.unwrap();
        let caching = answer.headers().get(header::CACHE_CONTROL).map(|value| value.to_str().unwrap().to_owned());
        (answer.status(), caching, answer.into_body().collect().await.unwrap().to_bytes().to_vec())
    }
}

/// A WebP of 320 pixels a side.
fn picture() -> Vec<u8> {
    let [_, (_, webp), ..] = images::cover_from_image(images::generate_cover(7, "Siren", 200.0, 320)).unwrap().sizes;
    webp
}

fn refused<T: std::fmt::Debug>(outcome: Result<Outcome<T, EmoteRefusal>, Failure>) -> EmoteRefusal {
    match outcome.unwrap() {
        Outcome::Done(done) => panic!("done: {done:?}"),
        Outcome::Refused(mut reasons) => reasons.remove(0),
    }
}

#[tokio::test]
async fn a_picture_becomes_a_small_one_of_our_own_that_never_changes() {
    let house = House::new().await;
    let sent = picture();
    let emote = house.added("siren").await;
    let (status, caching, file) = house.get(&emote.url).await;
    assert_eq!((status, caching.as_deref()), (StatusCode::OK, Some("public, max-age=31536000, immutable")));
    assert_ne!(file, sent, "what came in is never what goes out");
    assert_eq!((&file[..4], &file[8..12]), (&b"RIFF"[..], &b"WEBP"[..]));
    assert!(file.len() < sent.len() / 2, "{} of {} bytes", file.len(), sent.len());
    for nowhere in ["/emotes/siren.webp", "/emotes/..%2Fsecret.webp", &emote.url.replace(".webp", ".png")] {
        assert_eq!(house.get(nowhere).await.0, StatusCode::NOT_FOUND, "{nowhere}");
    }
}

#[tokio::test]
async fn what_is_no_emote_is_refused_and_leaves_nothing() {
    let house = House::new().await;
    for name in ["", "a", "Siren", "dub siren", "dub:siren", "x".repeat(25).as_str()] {
        assert_eq!(refused(house.add(name, picture()).await), EmoteRefusal::BadName { least: 2, most: 24 }, "{name}");
    }
    let whole = picture();
    let html = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".to_vec();
    for bad in [b"PNG".to_vec(), html, whole[..whole.len() / 2].to_vec()] {
        assert_eq!(refused(house.add("bad", bad).await), EmoteRefusal::NotAPicture);
    }
    assert_eq!(refused(house.add("none", Vec::new()).await), EmoteRefusal::NoPicture);
    assert_eq!(refused(house.add("huge", vec![0; 512 * 1024 + 1]).await), EmoteRefusal::TooLarge { most: 512 });
    assert_eq!(house.names().await, Vec::<String>::new());
}

#[tokio::test]
async fn a_name_is_taken_once_and_given_on() {
    let house = House::new().await;
    let (siren, horn) = (house.added("siren").await, house.added("horn").await);
    assert_eq!(house.names().await, ["horn", "siren"]);
    let taken = EmoteRefusal::NameTaken { name: "siren".to_owned() };
    assert_eq!(refused(house.add("siren", picture()).await), taken);
    let dj = house.dj();
    assert_eq!(refused(house.service.rename_emote(&dj, horn.id, "siren".into()).await), taken);
    assert!(house.service.rename_emote(&dj, siren.id, "siren".into()).await.unwrap().done().is_some(), "its own");
    assert!(house.service.rename_emote(&dj, siren.id, " dub_siren ".into()).await.unwrap().done().is_some());
    assert!(house.service.rename_emote(&dj, horn.id, "siren".into()).await.unwrap().done().is_some());
    assert_eq!(house.names().await, ["dub_siren", "siren"]);
    for _ in 0..2 {
        house.service.remove_emote(&dj, siren.id).await.unwrap();
    }
    assert_eq!(house.names().await, ["siren"]);
    assert_eq!(house.get(&siren.url).await.0, StatusCode::NOT_FOUND);
    assert_eq!(house.get(&horn.url).await.0, StatusCode::OK);
}

#[tokio::test]
async fn only_djs_keep_them_and_a_hundred_at_most() {
    let house = House::new().await;
    let emote = house.added("siren").await;
    let tenant = house.tenant;
    for (caller, failure) in [
        (visitor(tenant), Failure::SignInRequired),
        (person(tenant, Role::Fan), Failure::Forbidden),
        (person(tenant, Role::Moderator), Failure::Forbidden),
    ] {
        assert_eq!(house.service.add_emote(&caller, "mine", picture().into()).await, Err(failure.clone()));
        assert_eq!(house.service.rename_emote(&caller, emote.id, "mine".into()).await, Err(failure.clone()));
        assert_eq!(house.service.remove_emote(&caller, emote.id).await, Err(failure));
    }
    for number in 1..MOST_EMOTES {
        house.added(&format!("emote_{number}")).await;
    }
    assert_eq!(refused(house.add("one_more", picture()).await), EmoteRefusal::TooMany { most: MOST_EMOTES });
}

#[tokio::test]
async fn whoever_is_there_is_told_all_of_them() {
    let house = House::new().await;
    let mut listener = house.hub.listen(Topic::station(house.tenant));
    let emote = house.added("siren").await;
    house.service.remove_emote(&house.dj(), emote.id).await.unwrap();
    for expected in [vec![emote], vec![]] {
        let told: ToTab = serde_json::from_slice(&listener.next().await.unwrap()).unwrap();
        assert_eq!(told, ToTab::Emotes(expected));
    }
}
