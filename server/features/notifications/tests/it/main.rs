//! Notifications on a real database: who is told what, once, and when by mail.

#![expect(clippy::unwrap_used, reason = "a helper that can't go on stops its test")]

mod mail;

use async_trait::async_trait;
use contract::{
    caller::{Caller, Locale, Role},
    failure::Failure,
    ids::{AccountId, MessageId, TenantId},
    notifications::{Choice, NotificationCentre, NotificationKind},
    realtime::ToTab,
};
use kernel::{
    Ids,
    events::{Event, Subscriber},
};
use notifications::{Recipient, Said, Service};
use realtime::{Hub, Listener, Topic};
use serde_json::json;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};
use testing::{Bench, person, visitor};

pub const MINUTE_MS: i64 = 60_000;

/// What the rest of the house knows.
#[derive(Default)]
pub struct Known {
    pub moderators: Mutex<Vec<AccountId>>,
    pub said: Mutex<HashMap<MessageId, Said>>,
    /// Who confirmed no address.
    pub unreachable: Mutex<Vec<AccountId>>,
}

#[async_trait]
impl notifications::House for Known {
    async fn recipient(&self, _: TenantId, account: AccountId) -> kernel::Result<Option<Recipient>> {
        let reached = !self.unreachable.lock().unwrap().contains(&account);
        Ok(reached.then(|| Recipient {
            email: format!("{account}@example.org"),
            name: "Ama".to_owned(),
            locale: Locale("fr".to_owned()),
            time_zone: "Europe/Paris".to_owned(),
            base_url: "https://radio.example".to_owned(),
        }))
    }

    async fn with_role(&self, _: TenantId, _: Role) -> kernel::Result<Vec<AccountId>> {
        Ok(self.moderators.lock().unwrap().clone())
    }

    async fn said(&self, _: TenantId, messages: &[MessageId]) -> kernel::Result<HashMap<MessageId, Said>> {
        let said = self.said.lock().unwrap();
        Ok(messages.iter().filter_map(|id| Some((*id, said.get(id)?.clone()))).collect())
    }
}

pub struct House {
    pub bench: Bench,
    pub hub: Hub,
    pub known: Arc<Known>,
    pub service: Service,
    pub tenant: TenantId,
}

pub fn account(caller: &Caller) -> AccountId {
    caller.viewer.as_ref().unwrap().account
}

impl House {
    pub async fn new() -> Self {
        let bench = Bench::new().await;
        let (hub, known, tenant) = (Hub::default(), Arc::new(Known::default()), bench.tenant());
        let service = Service::new(bench.kernel.clone(), hub.clone(), known.clone());
        Self { bench, hub, known, service, tenant }
    }

    pub fn fan(&self) -> Caller {
        person(self.tenant, Role::Fan)
    }

    pub fn event(&self, kind: &str, payload: serde_json::Value) -> Event {
        let (id, subject) = (Ids.next(), Ids.next());
        Event { id, tenant: self.tenant, kind: kind.to_owned(), subject, payload: payload.to_string() }
    }

    /// Somebody says something to `to`.
    pub fn answer(&self, to: &Caller, by: &str, text: &str) -> Event {
        let message = MessageId(Ids.next());
        self.known.said.lock().unwrap().insert(message, Said { by: by.to_owned(), text: text.to_owned() });
        let payload = json!({ "message": message, "by": AccountId(Ids.next()), "answered": account(to), "mentioned": [] });
        self.event("room.addressed", payload)
    }

    pub async fn receive(&self, event: &Event) {
        self.service.receive(event).await.unwrap();
    }

    /// Ids of the sentences, the newest first.
    async fn told(&self, caller: &Caller) -> Vec<String> {
        let list = self.service.notifications(caller, 1).await.unwrap();
        list.page.items.into_iter().map(|one| one.text.id).collect()
    }
}

async fn heard(listener: &mut Listener) -> u32 {
    match serde_json::from_slice(&listener.next().await.unwrap()).unwrap() {
        ToTab::Unread { count } => count,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn what_is_heard_of_twice_is_one_notification_and_tabs_are_told_the_count() {
    let house = House::new().await;
    let fan = house.fan();
    let mut tab = house.hub.listen(Topic::person(house.tenant, account(&fan)));
    let event = house.answer(&fan, "Ben", "that was me");
    house.receive(&event).await;
    house.receive(&event).await;
    house.receive(&house.answer(&fan, "Cem", "and me")).await;
    assert_eq!([heard(&mut tab).await, heard(&mut tab).await], [1, 2], "nobody is told of what is known");
    let list = house.service.notifications(&fan, 1).await.unwrap();
    let quotes: Vec<&str> = list.page.items.iter().map(|one| one.quote.as_str()).collect();
    assert_eq!((quotes, list.unread), (vec!["and me", "that was me"], 2));
}

#[tokio::test]
async fn the_same_heard_of_at_once_in_two_processes_is_one_notification() {
    let house = House::new().await;
    let fan = house.fan();
    let other = kernel::Kernel { database: house.bench.second_database().await, ..house.bench.kernel.clone() };
    let other = Service::new(other, Hub::default(), house.known.clone());
    for _ in 0..10 {
        let event = house.answer(&fan, "Ben", "at once");
        let (first, second) = tokio::join!(house.service.receive(&event), other.receive(&event));
        assert!(first.is_ok() && second.is_ok(), "{first:?} {second:?}");
    }
    assert_eq!(house.service.unread(&fan).await.unwrap(), 10);
}

#[tokio::test]
async fn what_was_deleted_is_not_quoted() {
    let house = House::new().await;
    let fan = house.fan();
    house.receive(&house.answer(&fan, "Ben", "rude")).await;
    house.known.said.lock().unwrap().clear();
    let list = house.service.notifications(&fan, 1).await.unwrap();
    assert_eq!((list.page.items[0].text.id.as_str(), list.page.items[0].quote.as_str()), ("notifications-answered-gone", ""));
}

#[tokio::test]
async fn each_event_tells_whom_it_concerns_and_nobody_of_their_own_deeds() {
    let house = House::new().await;
    let (fan, other, moderator) = (house.fan(), house.fan(), person(house.tenant, Role::Admin));
    let (to, by) = (account(&fan), account(&other));
    house.known.moderators.lock().unwrap().extend([account(&moderator), by]);
    let message = MessageId(Ids.next());
    let track =
        |by: AccountId, decided_by: AccountId| json!({ "by": by, "decided_by": decided_by, "artist": "A", "title": "B", "reason": "" });
    let did = |did: serde_json::Value| json!({ "account": to, "by": by, "did": did });
    for (kind, payload) in [
        ("room.addressed", json!({ "message": message, "by": by, "answered": null, "mentioned": [to, by] })),
        ("room.sanctioned", did(json!({ "timed-out": { "until": 1_795_348_800_000_i64 } }))),
        ("room.sanctioned", did(json!("banned"))),
        ("room.sanctioned", did(json!("lifted"))),
        ("requests.accepted", track(to, by)),
        ("requests.played", track(to, by)),
        ("requests.refused", track(to, by)),
        ("requests.played", track(by, by)),
        ("room.reported", json!({ "message": message, "author": to, "by": by, "reason": "spam" })),
        ("jobs.died", json!({ "kind": "mixes.analyse" })),
        ("mixes.published", json!({})),
    ] {
        house.receive(&house.event(kind, payload)).await;
    }
    let told = [
        "notifications-refused",
        "notifications-played",
        "notifications-accepted",
        "notifications-lifted",
        "notifications-banned",
        "notifications-timed-out",
        "notifications-mentioned-gone",
    ];
    assert_eq!(house.told(&fan).await, told);
    assert_eq!(house.told(&moderator).await, ["notifications-gave-up", "notifications-reported-gone"]);
    let by_role = |role: Role| {
        let mut caller = other.clone();
        caller.viewer.as_mut().unwrap().role = role;
        caller
    };
    assert_eq!(house.told(&by_role(Role::Admin)).await, ["notifications-gave-up"], "who reported it knows");
    assert!(house.told(&by_role(Role::Fan)).await.is_empty(), "what was for an admin is not for who is none any more");
}

#[tokio::test]
async fn a_message_that_many_report_is_one_notification_and_its_author_is_not_told() {
    let house = House::new().await;
    let (one, author) = (person(house.tenant, Role::Moderator), person(house.tenant, Role::Moderator));
    house.known.moderators.lock().unwrap().extend([account(&one), account(&author)]);
    let message = MessageId(Ids.next());
    for _ in 0..5 {
        let payload = json!({ "message": message, "author": account(&author), "by": AccountId(Ids.next()), "reason": "spam" });
        house.receive(&house.event("room.reported", payload)).await;
    }
    assert_eq!(house.service.unread(&one).await.unwrap(), 1);
    assert_eq!(house.service.unread(&author).await.unwrap(), 0);
}

#[tokio::test]
async fn reading_one_reads_what_came_before_it_and_only_ones_own() {
    let house = House::new().await;
    let (fan, other) = (house.fan(), house.fan());
    for text in ["first", "second", "third"] {
        house.receive(&house.answer(&fan, "Ben", text)).await;
        house.bench.clock.advance_ms(1000);
    }
    let list = house.service.notifications(&fan, 1).await.unwrap();
    let second = list.page.items[1].id;
    assert_eq!(house.service.read(&other, Some(second)).await, Ok(0), "somebody else's is not there");
    assert_eq!(house.service.unread(&fan).await.unwrap(), 3);
    assert_eq!(house.service.read(&fan, Some(second)).await, Ok(1));
    let read: Vec<bool> = house.service.notifications(&fan, 1).await.unwrap().page.items.iter().map(|one| one.read).collect();
    assert_eq!(read, [false, true, true]);
    assert_eq!(house.service.read(&fan, None).await, Ok(0));
}

#[tokio::test]
async fn guests_and_other_tenants_have_none() {
    let house = House::new().await;
    let fan = house.fan();
    house.receive(&house.answer(&fan, "Ben", "hello")).await;
    let elsewhere = Caller { tenant: house.bench.tenant(), ..fan.clone() };
    assert_eq!(house.service.unread(&elsewhere).await, Ok(0));
    assert!(house.told(&elsewhere).await.is_empty());
    assert_eq!(house.service.read(&elsewhere, None).await, Ok(0));
    assert_eq!(house.service.unread(&fan).await, Ok(1));
    let guest = visitor(house.tenant);
    assert_eq!(house.service.unread(&guest).await, Err(Failure::SignInRequired));
    assert_eq!(house.service.notifications(&guest, 1).await.err(), Some(Failure::SignInRequired));
    assert_eq!(house.service.read(&guest, None).await, Err(Failure::SignInRequired));
    assert_eq!(house.service.choices(&guest).await.err(), Some(Failure::SignInRequired));
    assert_eq!(house.service.choose(&guest, vec![]).await, Err(Failure::SignInRequired));
}

#[tokio::test]
async fn what_somebody_does_not_want_does_not_come() {
    let house = House::new().await;
    let fan = house.fan();
    let kinds = |choices: Vec<Choice>| choices.into_iter().map(|choice| choice.kind).collect::<Vec<_>>();
    assert_eq!(kinds(house.service.choices(&fan).await.unwrap()).len(), 4, "reports and failed work are not a fan's");
    assert_eq!(kinds(house.service.choices(&person(house.tenant, Role::Admin)).await.unwrap()), NotificationKind::ALL);
    let none = Choice { kind: NotificationKind::Answer, shown: false, mailed: false };
    house.service.choose(&fan, vec![none]).await.unwrap();
    assert!(house.service.choices(&fan).await.unwrap().contains(&none));
    house.receive(&house.answer(&fan, "Ben", "hello")).await;
    assert_eq!(house.service.unread(&fan).await, Ok(0));
    house.service.choose(&fan, vec![Choice { shown: true, ..none }]).await.unwrap();
    house.receive(&house.answer(&fan, "Ben", "hello again")).await;
    assert_eq!(house.service.unread(&fan).await, Ok(1), "chosen again");
}

#[tokio::test]
async fn who_leaves_takes_theirs_along_and_nothing_is_kept_for_longer_than_90_days() {
    let house = House::new().await;
    let (fan, other) = (house.fan(), house.fan());
    let message = MessageId(Ids.next());
    let mentioned = |by: &Caller, to: &Caller| {
        house.event("room.addressed", json!({ "message": message, "by": account(by), "answered": null, "mentioned": [account(to)] }))
    };
    house.receive(&mentioned(&fan, &other)).await;
    house.receive(&mentioned(&other, &fan)).await;
    let mut left = house.event("accounts.deleted", json!({}));
    left.subject = account(&fan).0;
    house.receive(&left).await;
    assert_eq!((house.service.unread(&fan).await, house.service.unread(&other).await), (Ok(0), Ok(0)));
    house.receive(&mentioned(&house.fan(), &other)).await;
    house.bench.clock.advance_ms(90 * 24 * 60 * MINUTE_MS);
    assert_eq!(house.service.prune(house.bench.kernel.now()).await.unwrap(), 0);
    house.bench.clock.advance_ms(1);
    assert_eq!(house.service.prune(house.bench.kernel.now()).await.unwrap(), 1);
}
