//! What is on, on a real database, and who is told.

#![expect(clippy::unwrap_used, reason = "a helper that can't go on stops its test")]

use async_trait::async_trait;
use contract::{
    ids::{MixId, TenantId},
    radio::{MOST_HISTORY, OnAir, Radio},
    realtime::ToTab,
    shown::Timestamp,
};
use kernel::events::{Event, Subscriber};
use radio::{Library, Published, Service};
use realtime::{Hub, Listener, Topic};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};
use testing::{Bench, NOON, visitor};
use uuid::Uuid;

const DAY_MS: i64 = 24 * 3_600_000;

#[derive(Default)]
struct Shelf(Mutex<HashMap<Uuid, Published>>);

#[async_trait]
impl Library for Shelf {
    async fn published(&self, _: TenantId, mix: MixId) -> kernel::Result<Option<Published>> {
        Ok(self.0.lock().unwrap().get(&mix.0).cloned())
    }
}

struct House {
    bench: Bench,
    shelf: Arc<Shelf>,
    service: Service,
    tenant: TenantId,
    ear: Listener,
}

impl House {
    async fn new() -> Self {
        let bench = Bench::new().await;
        let (hub, shelf, tenant) = (Hub::default(), Arc::new(Shelf::default()), bench.tenant());
        let service = Service::new(bench.kernel.clone(), hub.clone(), shelf.clone());
        let ear = hub.listen(Topic::station(tenant));
        Self { bench, shelf, service, tenant, ear }
    }

    fn event(&self, kind: &str, subject: Uuid, payload: &str) -> Event {
        Event { id: kernel::Ids.next(), tenant: self.tenant, kind: kind.to_owned(), subject, payload: payload.to_owned() }
    }

    /// Publishes a mix that stands in lists since then.
    async fn publish(&self, title: &str, since: Timestamp) -> Uuid {
        let id = kernel::Ids.next();
        let mix = Published { title: title.to_owned(), dj: "Danny".to_owned(), path: "/mixes/night-bus".to_owned(), since };
        self.shelf.0.lock().unwrap().insert(id, mix);
        self.service.receive(&self.event("mixes.published", id, "{}")).await.unwrap();
        id
    }

    async fn history(&self) -> Vec<String> {
        self.service.now_playing(&visitor(self.tenant)).await.unwrap().history.into_iter().map(|on| on.title).collect()
    }
}

async fn heard(ear: &mut Listener) -> OnAir {
    match serde_json::from_slice(&ear.next().await.unwrap()).unwrap() {
        ToTab::NowPlaying(on) => on,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_published_mix_and_a_played_request_are_on_and_everybody_is_told() {
    let mut house = House::new().await;
    house.publish("Night Bus", NOON).await;
    let told = heard(&mut house.ear).await;
    assert_eq!((told.title.as_str(), told.artist.as_str(), told.path.as_deref()), ("Night Bus", "Danny", Some("/mixes/night-bus")));
    house.bench.clock.advance_ms(60_000);
    let played = house.event("requests.played", Uuid::nil(), r#"{"artist":"Jeff Mills","title":"The Bells","by":"nobody"}"#);
    for _ in 0..2 {
        house.service.receive(&played).await.unwrap();
    }
    assert_eq!(heard(&mut house.ear).await.artist, "Jeff Mills");
    assert_eq!(house.history().await, ["The Bells", "Night Bus"], "told twice, it is on once");
}

#[tokio::test]
async fn older_mixes_that_are_imported_stand_where_they_belong() {
    let house = House::new().await;
    house.publish("New", NOON).await;
    house.publish("Old", NOON.plus_ms(-DAY_MS)).await;
    assert_eq!(house.history().await, ["New", "Old"]);
}

#[tokio::test]
async fn what_nobody_may_hear_any_more_was_never_on() {
    let house = House::new().await;
    let (kept, gone) = (house.publish("Kept", NOON).await, house.publish("Gone", NOON).await);
    house.service.receive(&house.event("mixes.changed", kept, "{}")).await.unwrap();
    house.shelf.0.lock().unwrap().remove(&gone);
    house.service.receive(&house.event("mixes.changed", gone, "{}")).await.unwrap();
    assert_eq!(house.history().await, ["Kept"]);
    house.service.receive(&house.event("mixes.published", gone, "{}")).await.unwrap();
    assert_eq!(house.history().await, ["Kept"], "a draft again before anybody was told");
}

#[tokio::test]
async fn a_page_of_history_is_kept_for_90_days() {
    let house = House::new().await;
    for number in 0..MOST_HISTORY + 2 {
        house.bench.clock.advance_ms(1000);
        house.publish(&number.to_string(), house.bench.kernel.now()).await;
    }
    let history = house.history().await;
    assert_eq!((history.len() as u64, history[0].as_str()), (MOST_HISTORY, "21"));
    let other = visitor(house.bench.tenant());
    assert!(house.service.now_playing(&other).await.unwrap().history.is_empty(), "another tenant's");
    assert_eq!(house.service.prune(NOON.plus_ms(90 * DAY_MS + 3001)).await.unwrap(), 3);
}
