//! Shout-outs on a real database, and who is told of them.

#![expect(clippy::unwrap_used, reason = "a helper that can't go on stops its test")]

use async_trait::async_trait;
use contract::{
    caller::{Caller, Role},
    failure::Failure,
    ids::{AccountId, TenantId},
    outcome::Outcome,
    realtime::ToTab,
    shoutouts::{SendShoutOut, ShoutOut, ShoutOutBoard, ShoutOutRefusal, ShoutOutState},
};
use kernel::events::{Event, Subscriber};
use realtime::{Hub, Listener, Topic};
use shoutouts::{Doorman, Service};
use std::sync::{Arc, Mutex};
use testing::{Bench, person, visitor};

const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 24 * 60 * MINUTE_MS;

#[derive(Default)]
struct Door(Mutex<Vec<AccountId>>);

#[async_trait]
impl Doorman for Door {
    async fn is_banned(&self, _: TenantId, account: AccountId) -> kernel::Result<bool> {
        Ok(self.0.lock().unwrap().contains(&account))
    }
}

struct House {
    bench: Bench,
    hub: Hub,
    door: Arc<Door>,
    service: Service,
    tenant: TenantId,
}

impl House {
    async fn new() -> Self {
        let bench = Bench::new().await;
        let (hub, door, tenant) = (Hub::default(), Arc::new(Door::default()), bench.tenant());
        let service = Service::new(bench.kernel.clone(), hub.clone(), door.clone());
        Self { bench, hub, door, service, tenant }
    }

    fn fan(&self) -> Caller {
        person(self.tenant, Role::Fan)
    }

    fn moderator(&self) -> Caller {
        person(self.tenant, Role::Moderator)
    }

    async fn send(&self, caller: &Caller, text: &str, name: &str, place: &str) -> Result<Outcome<(), ShoutOutRefusal>, Failure> {
        self.service.send(caller, SendShoutOut { text: text.to_owned(), name: name.to_owned(), place: place.to_owned() }).await
    }

    /// Sends what must be taken; gives it as a moderator sees it.
    async fn sent(&self, caller: &Caller, text: &str) -> ShoutOut {
        self.send(caller, text, "", "").await.unwrap().done().unwrap();
        self.held().await.pop().unwrap()
    }

    async fn held(&self) -> Vec<ShoutOut> {
        self.service.shout_outs(&self.moderator()).await.unwrap().held
    }

    async fn shown(&self) -> Vec<String> {
        self.service.shout_outs(&visitor(self.tenant)).await.unwrap().shown.into_iter().map(|one| one.text).collect()
    }

    async fn judge(&self, one: &ShoutOut, next: ShoutOutState) -> Outcome<ShoutOut, ShoutOutRefusal> {
        self.service.judge(&self.moderator(), one.id, next).await.unwrap()
    }
}

async fn heard(listener: &mut Listener) -> ShoutOut {
    match serde_json::from_slice(&listener.next().await.unwrap()).unwrap() {
        ToTab::ShoutOuts(mut news) => news.remove(0),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn what_is_sent_waits_for_a_moderator() {
    let house = House::new().await;
    house.send(&visitor(house.tenant), " Big up\nthe  night shift ", "Ama", "Leeds").await.unwrap().done().unwrap();
    assert!(house.shown().await.is_empty());
    assert!(house.service.shout_outs(&house.fan()).await.unwrap().held.is_empty(), "that is the moderators' to see");
    let one = house.held().await.remove(0);
    assert_eq!((one.text.as_str(), one.name.as_str(), one.place.as_str()), ("Big up the night shift", "Ama", "Leeds"));
    assert_eq!(house.service.judge(&house.fan(), one.id, ShoutOutState::Shown).await, Err(Failure::Forbidden));
    house.judge(&one, ShoutOutState::Shown).await.done().unwrap();
    assert_eq!(house.shown().await, ["Big up the night shift"]);
    assert!(house.held().await.is_empty());
}

#[tokio::test]
async fn one_is_shown_read_and_hidden_and_two_moderators_do_not_cross() {
    let house = House::new().await;
    let one = house.sent(&house.fan(), "Hello").await;
    assert_eq!(house.judge(&one, ShoutOutState::Read).await, Outcome::refused(ShoutOutRefusal::Decided), "nobody read what nobody showed");
    house.judge(&one, ShoutOutState::Shown).await.done().unwrap();
    assert_eq!(house.judge(&one, ShoutOutState::Shown).await, Outcome::refused(ShoutOutRefusal::Decided));
    assert_eq!(house.judge(&one, ShoutOutState::Read).await.done().unwrap().version, 3);
    assert_eq!(house.shown().await, ["Hello"]);
    house.judge(&one, ShoutOutState::Hidden).await.done().unwrap();
    assert!(house.shown().await.is_empty());
    house.judge(&one, ShoutOutState::Shown).await.done().unwrap();
    assert_eq!(house.shown().await, ["Hello"], "hidden by mistake");
}

#[tokio::test]
async fn everybody_hears_of_what_is_shown_and_only_the_studio_of_the_rest() {
    let house = House::new().await;
    let (mut all, mut studio) = (house.hub.listen(Topic::station(house.tenant)), house.hub.listen(Topic::studio(house.tenant)));
    let secret = house.sent(&house.fan(), "Not for everybody").await;
    let open = house.sent(&house.fan(), "For everybody").await;
    house.judge(&secret, ShoutOutState::Hidden).await.done().unwrap();
    house.judge(&open, ShoutOutState::Shown).await.done().unwrap();
    house.judge(&open, ShoutOutState::Hidden).await.done().unwrap();
    for (id, state) in [
        (secret.id, ShoutOutState::Held),
        (open.id, ShoutOutState::Held),
        (secret.id, ShoutOutState::Hidden),
        (open.id, ShoutOutState::Shown),
        (open.id, ShoutOutState::Hidden),
    ] {
        let told = heard(&mut studio).await;
        assert_eq!((told.id, told.state), (id, state));
    }
    let told = heard(&mut all).await;
    assert_eq!((told.id, told.text.as_str(), told.version), (open.id, "For everybody", 2));
    let gone = heard(&mut all).await;
    assert_eq!((gone.id, gone.state, gone.text.as_str()), (open.id, ShoutOutState::Hidden, ""));
}

#[tokio::test]
async fn bad_ones_are_refused_with_all_reasons() {
    let house = House::new().await;
    let fan = house.fan();
    let refused = house.send(&fan, " \n ", &"n".repeat(41), &"p".repeat(41)).await.unwrap();
    let expected = [ShoutOutRefusal::Empty, ShoutOutRefusal::NameTooLong { most: 40 }, ShoutOutRefusal::PlaceTooLong { most: 40 }];
    assert_eq!(refused.refusals(), expected);
    assert_eq!(house.send(&fan, &"é".repeat(281), "", "").await.unwrap().refusals(), [ShoutOutRefusal::TooLong { most: 280 }]);
    house.send(&fan, &"é".repeat(280), &"n".repeat(40), "").await.unwrap().done().unwrap();
    house.door.0.lock().unwrap().push(fan.viewer.as_ref().unwrap().account);
    assert_eq!(house.send(&fan, "Hello", "", "").await, Err(Failure::Forbidden), "who was sent away");
}

#[tokio::test]
async fn three_in_a_quarter_of_an_hour_are_enough_for_a_member_and_for_a_household() {
    let house = House::new().await;
    let mut neighbour = visitor(house.tenant);
    neighbour.origin.address = "2001:db8:1:2::1".parse().unwrap();
    for sender in [house.fan(), visitor(house.tenant), neighbour.clone()] {
        for _ in 0..3 {
            house.sent(&sender, "Hello").await;
            house.bench.clock.advance_ms(MINUTE_MS);
        }
        assert_eq!(house.send(&sender, "Hello", "", "").await.unwrap().refusals(), [ShoutOutRefusal::TooMany { minutes: 12 }]);
    }
    neighbour.origin.address = "2001:db8:1:2::ffff".parse().unwrap();
    assert!(!house.send(&neighbour, "Hello", "", "").await.unwrap().refusals().is_empty(), "one household");
    neighbour.origin.address = "2001:db8:1:3::1".parse().unwrap();
    house.sent(&neighbour, "Hello").await;
    house.bench.clock.advance_ms(15 * MINUTE_MS);
    house.sent(&visitor(house.tenant), "Hello").await;
}

#[tokio::test]
async fn the_words_of_who_leaves_go_along_and_all_go_after_90_days() {
    let house = House::new().await;
    let fan = house.fan();
    house.sent(&fan, "Mine").await;
    house.sent(&house.fan(), "Another's").await;
    let subject = fan.viewer.as_ref().unwrap().account.0;
    let gone =
        Event { id: kernel::Ids.next(), tenant: house.tenant, kind: "accounts.deleted".to_owned(), subject, payload: "null".to_owned() };
    house.service.receive(&gone).await.unwrap();
    assert_eq!(house.held().await.len(), 1);
    house.bench.clock.advance_ms(90 * DAY_MS);
    assert_eq!(house.service.prune(house.bench.kernel.now()).await.unwrap(), 0);
    house.bench.clock.advance_ms(1);
    assert_eq!(house.service.prune(house.bench.kernel.now()).await.unwrap(), 1);
    assert!(house.held().await.is_empty());
}

#[tokio::test]
async fn thirty_of_a_network_are_enough_whatever_its_browsers_call_themselves() {
    let house = House::new().await;
    let from = |number: usize, address: &str| {
        let mut guest = visitor(house.tenant);
        guest.origin.address = address.parse().unwrap();
        guest.origin.user_agent = format!("Browser {number}");
        guest
    };
    for number in 0..30 {
        house.sent(&from(number, "203.0.113.9"), "Hello").await;
    }
    let refused = house.send(&from(30, "203.0.113.9"), "Hello", "", "").await.unwrap();
    assert_eq!(refused.refusals(), [ShoutOutRefusal::TooMany { minutes: 15 }]);
    house.sent(&from(30, "203.0.113.10"), "Hello").await;
    let elsewhere = contract::caller::Caller { tenant: house.bench.tenant(), ..from(31, "203.0.113.9") };
    house.sent(&elsewhere, "Hello").await;
}
