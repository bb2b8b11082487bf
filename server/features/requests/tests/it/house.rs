//! A station with a small library, and people who ask for tracks.

use async_trait::async_trait;
use contract::{
    caller::{Caller, Role},
    failure::Failure,
    ids::{AccountId, MixId, TenantId, TrackRequestId},
    outcome::Outcome,
    requests::{Decision, RequestRefusal, Requests, Song, TrackRequest, TrackRequests, Vote, Wish},
};
use kernel::Kernel;
use realtime::Hub;
use requests::{Known, Service, Station};
use std::sync::{Arc, Mutex};
use testing::{Bench, person, visitor};
use uuid::Uuid;

pub const MINUTE_MS: i64 = 60_000;
pub const HOUR_MS: i64 = 60 * MINUTE_MS;

/// Artists and titles; where a song stands in this list is what it is asked for by.
pub const LIBRARY: [(&str, &str); 6] = [
    ("Nina Kraviz", "Ghetto Kraviz"),
    ("Nina Kraviz", "Tarde"),
    ("Robert Hood", "Minus"),
    ("Jeff Mills", "The Bells"),
    ("Plastikman", "Spastik"),
    ("DJ Rolando", "Knights of the Jaguar"),
];

#[derive(Default)]
pub struct Shelf {
    pub banned: Mutex<Vec<AccountId>>,
}

fn known(position: usize) -> Option<Known> {
    let (artist, title) = LIBRARY.get(position)?;
    let song = Song {
        mix: MixId(Uuid::nil()),
        position: u32::try_from(position).unwrap(),
        artist: (*artist).to_owned(),
        title: (*title).to_owned(),
        heard_in: "Warehouse".to_owned(),
    };
    Some(Known { song, key: format!("{artist}/{title}"), artist_key: (*artist).to_owned() })
}

#[async_trait]
impl Station for Shelf {
    async fn songs(&self, _: &Caller, words: &str) -> kernel::Result<Vec<Known>> {
        let all = (0..LIBRARY.len()).filter_map(known);
        Ok(all.filter(|known| known.key.contains(words)).collect())
    }

    async fn song(&self, _: &Caller, _: MixId, position: u32) -> kernel::Result<Option<Known>> {
        Ok(known(position as usize))
    }

    async fn is_banned(&self, _: TenantId, account: AccountId) -> kernel::Result<bool> {
        Ok(self.banned.lock().unwrap().contains(&account))
    }
}

pub struct House {
    pub bench: Bench,
    pub hub: Hub,
    pub shelf: Arc<Shelf>,
    pub service: Service,
    pub tenant: TenantId,
}

pub type Answer = Result<Outcome<TrackRequest, RequestRefusal>, Failure>;

impl House {
    pub async fn new() -> Self {
        let bench = Bench::new().await;
        let (hub, shelf, tenant) = (Hub::default(), Arc::new(Shelf::default()), bench.tenant());
        let service = Service::new(bench.kernel.clone(), hub.clone(), shelf.clone());
        Self { bench, hub, shelf, service, tenant }
    }

    /// A second process of the install.
    pub async fn second(&self) -> (Service, Hub) {
        let (hub, database) = (Hub::default(), self.bench.second_database().await);
        (Service::new(Kernel { database, ..self.bench.kernel.clone() }, hub.clone(), self.shelf.clone()), hub)
    }

    pub fn fan(&self, name: &str) -> Caller {
        self.someone(name, Role::Fan)
    }

    pub fn dj(&self) -> Caller {
        self.someone("Danny", Role::Dj)
    }

    fn someone(&self, name: &str, role: Role) -> Caller {
        let mut caller = person(self.tenant, role);
        caller.viewer.as_mut().unwrap().name = name.to_owned();
        caller
    }

    pub async fn wish(&self, caller: &Caller, position: u32) -> Answer {
        self.service.wish(caller, Wish { mix: MixId(Uuid::nil()), position, dedication: String::new() }).await
    }

    /// Asks for what must be taken.
    pub async fn asked(&self, caller: &Caller, position: u32) -> TrackRequestId {
        done(self.wish(caller, position).await).id
    }

    pub async fn decide(&self, id: TrackRequestId, decision: Decision) -> Answer {
        self.service.decide(&self.dj(), id, decision).await
    }

    /// Decides what must be possible.
    pub async fn decided(&self, id: TrackRequestId, decision: Decision) -> TrackRequest {
        done(self.decide(id, decision).await)
    }

    pub async fn vote(&self, caller: &Caller, id: TrackRequestId, up: bool) -> Vote {
        done(self.service.vote(caller, id, up).await)
    }

    pub async fn page(&self, caller: &Caller) -> Requests {
        self.service.requests(caller).await.unwrap()
    }

    /// Titles and votes in the live order, as a visitor sees them.
    pub async fn order(&self) -> Vec<(String, u32)> {
        let page = self.page(&visitor(self.tenant)).await;
        page.waiting.into_iter().map(|request| (request.title, request.votes)).collect()
    }

    pub async fn titles(&self) -> Vec<String> {
        self.order().await.into_iter().map(|(title, _)| title).collect()
    }

    pub fn pass(&self, ms: i64) {
        self.bench.clock.advance_ms(ms);
    }
}

pub fn done<T>(answer: Result<Outcome<T, RequestRefusal>, Failure>) -> T {
    match answer.unwrap() {
        Outcome::Done(done) => done,
        Outcome::Refused(reasons) => panic!("refused: {reasons:?}"),
    }
}

pub fn refused<T: std::fmt::Debug>(answer: Result<Outcome<T, RequestRefusal>, Failure>) -> RequestRefusal {
    match answer.unwrap() {
        Outcome::Done(done) => panic!("done: {done:?}"),
        Outcome::Refused(mut reasons) => reasons.remove(0),
    }
}
