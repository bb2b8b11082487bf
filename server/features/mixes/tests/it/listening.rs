//! What listeners leave behind.

use crate::{
    house::House,
    shelf::{fan, id, rewrite, row, shelve},
};
use contract::{
    caller::{Caller, Role},
    failure::Failure,
    ids::MixId,
    listening::{Heard, Listening, PlayTicket},
    mixes::Mixes,
};
use mixes::entity::{mix, play};
use sea_orm::{PaginatorTrait, entity::prelude::*};
use testing::{person, visitor};

const SECOND: i64 = 1_000;
const HOUR: i64 = 3_600_000;

fn report(mix: &mix::Model, ticket: &PlayTicket, position_ms: u64, heard_ms: u64) -> Heard {
    Heard { mix: id(mix), ticket: ticket.clone(), position_ms, heard_ms }
}

/// Listens for `ms` of the clock's time and says so.
async fn listen(house: &House, caller: &Caller, mix: &mix::Model, ms: i64) -> bool {
    let ticket = house.service.begin(caller, id(mix)).await.unwrap();
    house.bench.clock.advance_ms(ms);
    house.service.heard(caller, report(mix, &ticket, ms as u64, ms as u64)).await.unwrap()
}

async fn plays(house: &House, mix: &mix::Model) -> (i64, u64) {
    let counted = play::Entity::find().filter(play::Column::MixId.eq(mix.id)).count(house.bench.kernel.database.read()).await.unwrap();
    (row(house, mix.id).await.plays, counted)
}

#[tokio::test]
async fn a_play_counts_after_thirty_seconds_and_once_in_six_hours() {
    let house = House::new().await;
    let mix = shelve(&house, "Mix", "", |_| ()).await;
    for listener in [fan(&house), visitor(house.tenant)] {
        let before = plays(&house, &mix).await.0;
        assert!(!listen(&house, &listener, &mix, 30 * SECOND - 1).await);
        assert!(listen(&house, &listener, &mix, 30 * SECOND).await);
        assert!(!listen(&house, &listener, &mix, 5 * HOUR).await);
        assert!(listen(&house, &listener, &mix, HOUR).await);
        assert_eq!(plays(&house, &mix).await.0, before + 2);
    }
    assert_eq!(plays(&house, &mix).await, (4, 4));
}

#[tokio::test]
async fn a_ticket_counts_against_its_age_and_never_twice() {
    let house = House::new().await;
    let mix = shelve(&house, "Mix", "", |_| ()).await;
    let listener = visitor(house.tenant);
    let ticket = house.service.begin(&listener, id(&mix)).await.unwrap();
    house.bench.clock.advance_ms(29 * SECOND);
    assert!(!house.service.heard(&listener, report(&mix, &ticket, 0, u64::MAX)).await.unwrap());
    house.bench.clock.advance_ms(SECOND);
    assert!(!house.service.heard(&listener, report(&mix, &ticket, 0, 29_999)).await.unwrap());
    assert!(house.service.heard(&listener, report(&mix, &ticket, 0, 30_000)).await.unwrap());
    house.bench.clock.advance_ms(7 * HOUR);
    assert!(!house.service.heard(&listener, report(&mix, &ticket, 0, 30_000)).await.unwrap());
    assert_eq!(plays(&house, &mix).await, (1, 1));
}

#[tokio::test]
async fn a_ticket_that_was_not_issued_for_this_mix_counts_nothing() {
    let house = House::new().await;
    let (mix, other) = (shelve(&house, "Mix", "", |_| ()).await, shelve(&house, "Other", "", |_| ()).await);
    let listener = visitor(house.tenant);
    let ticket = house.service.begin(&listener, id(&other)).await.unwrap();
    house.bench.clock.advance_ms(HOUR);
    let older = ticket.0.replacen("17", "16", 1);
    for forged in [ticket.0.as_str(), &older, "", "..", "1.a.b", "x.y.z"] {
        assert!(!house.service.heard(&listener, report(&mix, &PlayTicket(forged.into()), 0, 60_000)).await.unwrap(), "{forged}");
    }
    assert!(house.service.heard(&listener, report(&other, &ticket, 0, 60_000)).await.unwrap());
    assert_eq!(plays(&house, &mix).await, (0, 0));
}

#[tokio::test]
async fn visitors_are_told_apart_by_browser_and_network_and_stored_as_a_hash() {
    let house = House::new().await;
    let mix = shelve(&house, "Mix", "", |_| ()).await;
    let from = |address: &str, agent: &str| {
        let mut caller = visitor(house.tenant);
        caller.origin.address = address.parse().unwrap();
        caller.origin.user_agent = agent.into();
        caller
    };
    assert!(listen(&house, &from("203.0.113.1", "Firefox"), &mix, 30 * SECOND).await);
    assert!(!listen(&house, &from("203.0.113.1", "Firefox"), &mix, 30 * SECOND).await);
    assert!(listen(&house, &from("203.0.113.1", "Safari"), &mix, 30 * SECOND).await);
    assert!(listen(&house, &from("203.0.113.2", "Firefox"), &mix, 30 * SECOND).await);
    assert!(listen(&house, &from("2001:db8:0:1::1", "Firefox"), &mix, 30 * SECOND).await);
    assert!(!listen(&house, &from("2001:db8:0:1:ffff::9", "Firefox"), &mix, 30 * SECOND).await);
    let stored = play::Entity::find().all(house.bench.kernel.database.read()).await.unwrap();
    assert!(stored.iter().all(|play| play.listener.len() == 43 && play.account_id.is_none()), "{stored:?}");
}

#[tokio::test]
async fn a_forgotten_play_names_nobody_and_still_counts_once() {
    let house = House::new().await;
    let mix = shelve(&house, "Mix", "", |_| ()).await;
    let listener = fan(&house);
    let account = listener.viewer.as_ref().unwrap().account;
    let stored = async || play::Entity::find().one(house.bench.kernel.database.read()).await.unwrap().unwrap();
    assert!(listen(&house, &listener, &mix, 30 * SECOND).await);
    assert_eq!(stored().await.account_id, Some(account.0));
    house.service.forget_history(&listener).await.unwrap();
    let play = stored().await;
    assert!(play.account_id.is_none() && !play.listener.contains(&account.to_string()), "{play:?}");
    assert!(!listen(&house, &listener, &mix, 5 * HOUR).await, "six hours are six hours");
    house.service.sweep(house.bench.kernel.now()).await.unwrap();
    assert_eq!(stored().await.listener, play.listener, "a ticket may still ask");
    house.bench.clock.advance_ms(20 * HOUR);
    assert_eq!(house.service.sweep(house.bench.kernel.now()).await.unwrap().forgotten_listeners, 1);
    assert_eq!(stored().await.listener, "");
    assert_eq!(plays(&house, &mix).await, (1, 1), "it stays counted");
}

#[tokio::test]
async fn a_ticket_is_over_after_a_day() {
    let house = House::new().await;
    let mix = shelve(&house, "Mix", "", |_| ()).await;
    for listener in [visitor(house.tenant), fan(&house)] {
        let ticket = house.service.begin(&listener, id(&mix)).await.unwrap();
        house.bench.clock.advance_ms(24 * HOUR + 1);
        assert!(!house.service.heard(&listener, report(&mix, &ticket, 0, 30_000)).await.unwrap());
    }
    assert_eq!(plays(&house, &mix).await, (0, 0));
}

#[tokio::test]
async fn a_phone_that_changes_its_address_keeps_its_play() {
    let house = House::new().await;
    let mix = shelve(&house, "Mix", "", |_| ()).await;
    let mut phone = visitor(house.tenant);
    let ticket = house.service.begin(&phone, id(&mix)).await.unwrap();
    house.bench.clock.advance_ms(30 * SECOND);
    phone.origin.address = "203.0.113.7".parse().unwrap();
    assert!(house.service.heard(&phone, report(&mix, &ticket, 0, 30_000)).await.unwrap());
}

#[tokio::test]
async fn drafts_are_heard_but_never_counted() {
    let house = House::new().await;
    let draft = shelve(&house, "Draft", "", |row| row.visibility = "draft".into()).await;
    assert!(!listen(&house, &house.dj, &draft, 60 * SECOND).await);
    assert_eq!(house.service.position(&house.dj, id(&draft)).await, Ok(Some(60_000)));
    assert_eq!(plays(&house, &draft).await, (0, 0));
}

#[tokio::test]
async fn twenty_reports_of_one_listener_at_once_count_one_play() {
    let house = House::new().await;
    let mix = shelve(&house, "Mix", "", |_| ()).await;
    for listener in [visitor(house.tenant), fan(&house)] {
        let before = plays(&house, &mix).await.0;
        let ticket = house.service.begin(&listener, id(&mix)).await.unwrap();
        house.bench.clock.advance_ms(30 * SECOND);
        let reports = (0..20).map(|_| house.service.heard(&listener, report(&mix, &ticket, 30_000, 30_000)));
        let counted = futures::future::join_all(reports).await.into_iter().filter(|counted| *counted == Ok(true)).count();
        assert_eq!((counted, plays(&house, &mix).await.0), (1, before + 1));
    }
}

#[tokio::test]
async fn twenty_listeners_at_once_are_twenty_plays() {
    let house = House::new().await;
    let mix = shelve(&house, "Mix", "", |_| ()).await;
    let mut tasks = tokio::task::JoinSet::new();
    let mut begun = Vec::new();
    for _ in 0..20 {
        let listener = fan(&house);
        begun.push((house.service.begin(&listener, id(&mix)).await.unwrap(), listener));
    }
    house.bench.clock.advance_ms(30 * SECOND);
    for (ticket, listener) in begun {
        let (service, report) = (house.service.clone(), report(&mix, &ticket, 30_000, 30_000));
        tasks.spawn(async move { service.heard(&listener, report).await });
    }
    assert!(tasks.join_all().await.iter().all(|counted| *counted == Ok(true)));
    assert_eq!(plays(&house, &mix).await, (20, 20));
}

#[tokio::test]
async fn likes_are_counted_exactly_however_many_press_at_once() {
    let house = House::new().await;
    let mix = shelve(&house, "Mix", "", |_| ()).await;
    let fans: Vec<Caller> = (0..20).map(|_| fan(&house)).collect();
    let all = async |liked: bool, twice: bool| {
        let mut tasks = tokio::task::JoinSet::new();
        for fan in fans.iter().chain(fans.iter().filter(|_| twice)) {
            let (service, fan, mix) = (house.service.clone(), fan.clone(), id(&mix));
            tasks.spawn(async move { service.set_like(&fan, mix, liked).await });
        }
        for state in tasks.join_all().await {
            assert_eq!(state.unwrap().liked, liked);
        }
        row(&house, mix.id).await.likes
    };
    assert_eq!(all(true, true).await, 20);
    assert_eq!(all(true, false).await, 20);
    assert_eq!(all(false, true).await, 0);
    assert_eq!(house.service.set_like(&fans[0], id(&mix), true).await.unwrap().likes.value, 1);
    assert!(house.service.detail(&fans[0], "mix".into(), None).await.unwrap().liked);
    assert!(!house.service.detail(&fans[1], "mix".into(), None).await.unwrap().liked);
}

#[tokio::test]
async fn a_position_follows_the_person_until_the_mix_is_finished() {
    let house = House::new().await;
    let mix = shelve(&house, "Mix", "", |row| row.duration_ms = 100_000).await;
    let listener = fan(&house);
    let ticket = house.service.begin(&listener, id(&mix)).await.unwrap();
    let stop_at = async |ms| house.service.heard(&listener, report(&mix, &ticket, ms, 0)).await.unwrap();
    let position = async || house.service.position(&listener, id(&mix)).await.unwrap();
    assert_eq!(position().await, None);
    stop_at(97_000).await;
    assert_eq!(position().await, Some(97_000));
    assert_eq!(house.service.detail(&listener, "mix".into(), None).await.unwrap().resume_ms, Some(97_000));
    stop_at(97_001).await;
    assert_eq!(position().await, None);
    stop_at(0).await;
    assert_eq!(position().await, None);
    stop_at(u64::MAX).await;
    let last = house.service.last(&listener).await.unwrap().unwrap();
    assert_eq!((last.position_ms, last.percent), (100_000, 100));
    stop_at(50_000).await;
    house.bench.clock.advance_ms(-SECOND);
    stop_at(10_000).await;
    assert_eq!(position().await, Some(50_000), "a report that is older than the stored one");
    assert_eq!(house.service.position(&fan(&house), id(&mix)).await, Ok(None));
}

#[tokio::test]
async fn the_library_holds_likes_and_history_latest_first() {
    let house = House::new().await;
    let listener = fan(&house);
    let mut mixes = Vec::new();
    for n in 0..26 {
        let mix = shelve(&house, &format!("Mix {n}"), "", |_| ()).await;
        listen(&house, &listener, &mix, SECOND).await;
        house.service.set_like(&listener, id(&mix), true).await.unwrap();
        mixes.push(mix);
    }
    listen(&house, &listener, &mixes[0], 2 * SECOND).await;
    let first = house.service.library(&listener, 1).await.unwrap();
    assert_eq!((first.likes.items[0].title.as_str(), first.likes.items.len(), first.likes.total), ("Mix 25", 24, 26));
    assert_eq!((first.history.items[0].mix.title.as_str(), first.history.items[0].position_ms), ("Mix 0", 2_000));
    assert_eq!((first.history.items[1].mix.title.as_str(), first.history.pages), ("Mix 25", 2));
    let second = house.service.library(&listener, 2).await.unwrap();
    assert_eq!((second.likes.items.len(), second.history.items.len()), (2, 2));
    assert_eq!(house.service.last(&listener).await.unwrap().unwrap().mix.title, "Mix 0");
    // What was taken back stays out of sight.
    rewrite(&house, mixes[0].id, |row| row.visibility = "draft".into()).await;
    let after = house.service.library(&listener, 1).await.unwrap();
    assert_eq!((after.likes.total, after.history.total), (25, 25));
    assert_eq!(house.service.last(&listener).await.unwrap().unwrap().mix.title, "Mix 25");
}

#[tokio::test]
async fn a_forgotten_history_leaves_counts_and_likes() {
    let house = House::new().await;
    let mix = shelve(&house, "Mix", "", |_| ()).await;
    let (listener, other) = (fan(&house), fan(&house));
    for person in [&listener, &other] {
        assert!(listen(&house, person, &mix, 30 * SECOND).await);
        house.service.set_like(person, id(&mix), true).await.unwrap();
    }
    house.service.forget_history(&listener).await.unwrap();
    assert_eq!(house.service.last(&listener).await, Ok(None));
    let library = house.service.library(&listener, 1).await.unwrap();
    assert_eq!((library.history.total, library.likes.total), (0, 1));
    assert_eq!(house.service.library(&other, 1).await.unwrap().history.total, 1);
    assert_eq!(plays(&house, &mix).await, (2, 2));
}

#[tokio::test]
async fn visitors_have_no_library_and_no_likes() {
    let house = House::new().await;
    let mix = shelve(&house, "Mix", "", |_| ()).await;
    let visitor = visitor(house.tenant);
    assert_eq!(house.service.set_like(&visitor, id(&mix), true).await, Err(Failure::SignInRequired));
    assert_eq!(house.service.library(&visitor, 1).await, Err(Failure::SignInRequired));
    assert_eq!(house.service.forget_history(&visitor).await, Err(Failure::SignInRequired));
    assert_eq!(house.service.last(&visitor).await, Ok(None));
    assert_eq!(house.service.position(&visitor, id(&mix)).await, Ok(None));
}

#[tokio::test]
async fn what_a_listener_may_not_hear_is_not_there() {
    let house = House::new().await;
    let mix = shelve(&house, "Mix", "", |_| ()).await;
    let draft = shelve(&house, "Draft", "", |row| row.visibility = "draft".into()).await;
    let ticket = house.service.begin(&house.dj, id(&mix)).await.unwrap();
    let second = person(house.bench.tenant(), Role::Operator);
    for (caller, mix) in [(&second, id(&mix)), (&fan(&house), id(&draft)), (&house.dj, MixId(kernel::Ids.next()))] {
        let report = Heard { mix, ticket: ticket.clone(), position_ms: 0, heard_ms: 60_000 };
        assert_eq!(house.service.begin(caller, mix).await, Err(Failure::NotFound));
        assert_eq!(house.service.heard(caller, report).await, Err(Failure::NotFound));
        assert_eq!(house.service.position(caller, mix).await, Err(Failure::NotFound));
        assert_eq!(house.service.set_like(caller, mix, true).await, Err(Failure::NotFound));
        assert_eq!(house.service.last(caller).await, Ok(None));
        let library = house.service.library(caller, 1).await.unwrap();
        assert_eq!((library.likes.total, library.history.total), (0, 0));
    }
}

#[tokio::test]
async fn home_offers_what_was_begun_and_not_ended_the_last_first() {
    let house = House::new().await;
    let listener = fan(&house);
    for (title, position_ms) in [("Begun", 600_000), ("Just loaded", 0), ("Finished", 3_590_000), ("Later", 60_000)] {
        let mix = shelve(&house, title, "", |_| ()).await;
        let ticket = house.service.begin(&listener, id(&mix)).await.unwrap();
        house.bench.clock.advance_ms(SECOND);
        house.service.heard(&listener, report(&mix, &ticket, position_ms, 1_000)).await.unwrap();
    }
    let unfinished = house.service.home(&listener).await.unwrap().unfinished;
    let found: Vec<(&str, u64)> = unfinished.iter().map(|entry| (entry.mix.title.as_str(), entry.position_ms)).collect();
    assert_eq!(found, [("Later", 60_000), ("Begun", 600_000)]);
    for other in [visitor(house.tenant), fan(&house)] {
        assert!(house.service.home(&other).await.unwrap().unfinished.is_empty());
    }
}
