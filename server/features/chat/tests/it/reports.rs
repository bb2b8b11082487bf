//! What people report, what moderators decide, and what is kept of it.

use crate::{
    house::{DAY_MS, House, account, done, refused},
    people::leave,
};
use contract::{
    caller::{Caller, Role},
    chat::{ChatRefusal, MayWrite},
    failure::Failure,
    ids::MessageId,
    moderation::{Decision, Deed, Did, Moderation, ModerationRefusal, Reason, ReportMessage, RoomRules},
    outcome::Outcome,
    realtime::ToTab,
};
use futures::future::join_all;
use realtime::Topic;
use testing::NOON;

const MINUTE_MS: i64 = 60_000;

type Taken = Result<Outcome<(), ModerationRefusal>, Failure>;

async fn report(house: &House, by: &Caller, message: MessageId, note: &str) -> Taken {
    house.service.report(by, ReportMessage { message, reason: Reason::Insult, note: note.to_owned() }).await
}

async fn deeds(house: &House, by: &Caller) -> Vec<Deed> {
    house.service.deeds(by, 1).await.unwrap().items
}

#[tokio::test]
async fn a_report_waits_with_its_context_until_somebody_decides() {
    let house = House::new().await;
    let (fan, other, moderator) = (house.fan("Ana"), house.fan("Ben"), house.moderator());
    for text in ["one", "two", "three", "four"] {
        house.say(&other, text).await;
    }
    let id = house.say(&fan, "you idiots").await;
    house.say(&other, "hey").await;
    let mut studio = house.hub.listen(Topic::studio(house.tenant));
    assert_eq!(report(&house, &other, id, " not nice ").await, Ok(Outcome::Done(())));
    assert_eq!(report(&house, &other, id, "again").await, Ok(Outcome::Done(())), "said twice, it is one");
    assert_eq!(report(&house, &moderator, id, "").await, Ok(Outcome::Done(())));
    let told: ToTab = serde_json::from_slice(&studio.next().await.unwrap()).unwrap();
    assert_eq!(told, ToTab::Reports { open: 1 }, "two people, one message");
    done(house.delete(&fan, id).await);
    let queue = house.service.reports(&moderator).await.unwrap();
    assert_eq!((queue.open, queue.items.len()), (1, 1));
    let item = &queue.items[0];
    assert_eq!((item.said.as_str(), item.author.name.as_str(), item.deleted, item.below_you), ("you idiots", "Ana", true, true));
    let texts = |messages: &[contract::chat::ChatMessage]| messages.iter().map(|message| message.text.clone()).collect::<Vec<_>>();
    assert_eq!((texts(&item.before), texts(&item.after)), (vec!["two".into(), "three".into(), "four".into()], vec!["hey".into()]));
    let by: Vec<_> = item.reports.iter().map(|report| (report.by.as_str(), report.note.as_str())).collect();
    assert_eq!(by, [("Ben", "not nice"), ("Mo", "")]);
    done(house.service.decide(&moderator, id, Decision::Dismiss).await);
    assert_eq!(house.service.reports(&moderator).await.unwrap().open, 0);
    assert_eq!(house.service.decide(&moderator, id, Decision::Ban).await, Err(Failure::NotFound), "it is decided");
    assert_eq!(report(&house, &other, id, "").await, Ok(Outcome::refused(ModerationRefusal::NoSuchMessage)));
    let log = deeds(&house, &moderator).await;
    assert_eq!((log.len(), log[0].did, log[0].reason), (1, Did::Dismissed, Some(Reason::Insult)));
    let events = house.column("SELECT kind FROM events WHERE kind = 'room.reported'").await;
    assert_eq!(events.len(), 2);
}

#[tokio::test]
async fn what_is_decided_is_done_by_the_rules_of_the_room_and_stands_in_the_log() {
    let house = House::new().await;
    let (fan, other, moderator, dj) = (house.fan("Ana"), house.fan("Ben"), house.moderator(), house.someone("Danny", Role::Dj));
    let id = house.say(&fan, "you idiots").await;
    let above = house.say(&dj, "my set was great").await;
    for message in [id, above] {
        assert_eq!(report(&house, &other, message, "").await, Ok(Outcome::Done(())));
    }
    assert_eq!(refused(house.service.decide(&moderator, above, Decision::Delete).await), ChatRefusal::NotBelowYou);
    assert_eq!(house.service.reports(&moderator).await.unwrap().open, 2, "a refused decision closes nothing");
    done(house.service.decide(&moderator, id, Decision::TimeOut { minutes: 10 }).await);
    let until = NOON.plus_ms(10 * MINUTE_MS);
    assert_eq!(house.room_for(&fan).await.may_write, MayWrite::After(until));
    assert_eq!(house.service.reports(&moderator).await.unwrap().open, 1);
    let log = deeds(&house, &moderator).await;
    assert_eq!((log[0].by.as_str(), log[0].did, log[0].reason), ("Mo", Did::TimedOut { until }, Some(Reason::Insult)));
    assert_eq!((log[0].on.as_ref().unwrap().name.as_str(), log[0].may_lift), ("Ana", true));
    done(house.lift(&moderator, &fan).await);
    assert_eq!(house.room_for(&fan).await.may_write, MayWrite::Yes);
    let log = deeds(&house, &moderator).await;
    assert_eq!((log[0].did, log[1].may_lift), (Did::Lifted, false), "what was taken back is not taken back again");
    done(house.delete(&moderator, id).await);
    done(house.slow_mode(&moderator, 5).await);
    let rules = RoomRules { read_only: true, ..RoomRules::default() };
    done(house.change(&dj, contract::chat::Change::Rule { room: house.room, rules }).await);
    done(house.ban(&dj, &fan).await);
    let log: Vec<_> = deeds(&house, &dj).await.into_iter().map(|deed| (deed.by, deed.did, deed.may_lift)).collect();
    let mo = |did| ("Mo".to_owned(), did, false);
    let danny = |did, lifts| ("Danny".to_owned(), did, lifts);
    assert_eq!(log[..2], [danny(Did::Banned, true), danny(Did::Ruled { rules }, false)]);
    assert_eq!(log[2..4], [mo(Did::SlowMode { seconds: 5 }), mo(Did::Deleted)]);
}

#[tokio::test]
async fn one_s_own_deletions_are_no_moderation() {
    let house = House::new().await;
    let (fan, moderator) = (house.fan("Ana"), house.moderator());
    let id = house.say(&fan, "oops").await;
    done(house.delete(&fan, id).await);
    assert_eq!(deeds(&house, &moderator).await, []);
}

#[tokio::test]
async fn reports_have_limits() {
    let house = House::new().await;
    let (fan, other) = (house.fan("Ana"), house.fan("Ben"));
    let own = house.say(&other, "mine").await;
    assert_eq!(report(&house, &other, own, "").await, Ok(Outcome::refused(ModerationRefusal::OwnMessage)));
    assert_eq!(report(&house, &house.visitor(), own, "").await, Err(Failure::SignInRequired));
    assert_eq!(report(&house, &other, crate::house::nothing(), "").await, Err(Failure::NotFound));
    assert_eq!(report(&house, &fan, own, &"é".repeat(501)).await, Ok(Outcome::refused(ModerationRefusal::TooLong { most: 500 })));
    assert_eq!(report(&house, &fan, own, &"é".repeat(500)).await, Ok(Outcome::Done(())));
    let many = house.fan("Many");
    let at_once = join_all((0..5).map(|_| report(&house, &many, own, ""))).await;
    assert!(at_once.iter().all(Result::is_ok));
    let mut messages = Vec::new();
    for number in 0..11 {
        house.bench.clock.advance_ms(MINUTE_MS);
        messages.push(house.say(&fan, &format!("line {number}")).await);
    }
    for message in &messages[..10] {
        assert_eq!(report(&house, &other, *message, "").await, Ok(Outcome::Done(())));
    }
    assert_eq!(report(&house, &other, messages[10], "").await, Ok(Outcome::refused(ModerationRefusal::TooManyReports { minutes: 60 })));
    house.bench.clock.advance_ms(60 * MINUTE_MS);
    assert_eq!(report(&house, &other, messages[10], "").await, Ok(Outcome::Done(())));
}

#[tokio::test]
async fn the_queue_the_log_and_the_card_are_for_moderators() {
    let house = House::new().await;
    let (fan, other, moderator, dj) = (house.fan("Ana"), house.fan("Ben"), house.moderator(), house.someone("Danny", Role::Dj));
    let id = house.say(&other, "hello").await;
    house.say(&moderator, "hello").await;
    assert_eq!(report(&house, &fan, id, "").await, Ok(Outcome::Done(())));
    for caller in [&fan, &house.visitor()] {
        assert_eq!(house.service.reports(caller).await, Err(Failure::Forbidden));
        assert_eq!(house.service.decide(caller, id, Decision::Ban).await, Err(Failure::Forbidden));
        assert_eq!(house.service.deeds(caller, 1).await, Err(Failure::Forbidden));
        assert_eq!(house.service.card(caller, account(&other)).await, Err(Failure::Forbidden));
    }
    done(house.ban(&dj, &moderator).await);
    assert_eq!(
        house.service.decide(&moderator, id, Decision::Dismiss).await,
        Err(Failure::Forbidden),
        "a banned moderator decides nothing"
    );
}

#[tokio::test]
async fn a_card_shows_what_is_known_of_a_person() {
    let house = House::new().await;
    let (fan, other, moderator) = (house.fan("Ana"), house.fan("Ben"), house.moderator());
    for number in 0..25 {
        house.bench.clock.advance_ms(MINUTE_MS);
        house.say(&fan, &format!("line {number}")).await;
    }
    let id = house.say(&fan, "boo").await;
    assert_eq!(report(&house, &other, id, "").await, Ok(Outcome::Done(())));
    done(house.time_out(&moderator, &fan, 10).await);
    done(house.ban(&moderator, &fan).await);
    let card = house.service.card(&moderator, account(&fan)).await.unwrap();
    assert_eq!((card.author.name.as_str(), card.messages.len(), card.messages[0].text.as_str()), ("Ana", 20, "boo"));
    assert_eq!((card.reports, card.open_reports, card.below_you, card.room), (1, 1, true, house.room));
    let held: Vec<_> = card.sanctions.iter().map(|held| (held.ban, held.by.as_str(), held.holds)).collect();
    assert!(held.contains(&(true, "Mo", true)) && held.contains(&(false, "Mo", true)) && held.len() == 2);
    assert!(!house.service.card(&moderator, account(&moderator)).await.unwrap().below_you);
    assert_eq!(house.service.card(&moderator, account(&house.fan("Nobody"))).await, Err(Failure::NotFound));
    done(house.lift(&moderator, &fan).await);
    let card = house.service.card(&moderator, account(&fan)).await.unwrap();
    assert!(card.sanctions.iter().all(|held| !held.holds));
}

#[tokio::test]
async fn who_leaves_takes_their_reports_along_and_stands_nameless_in_the_log() {
    let house = House::new().await;
    let (ana, ben, moderator) = (house.fan("Ana"), house.fan("Ben"), house.moderator());
    let (by_ana, by_ben) = (house.say(&ana, "rude").await, house.say(&ben, "ruder").await);
    report(&house, &ben, by_ana, "").await.unwrap().done().unwrap();
    report(&house, &moderator, by_ben, "").await.unwrap().done().unwrap();
    done(house.time_out(&moderator, &ana, 10).await);
    leave(&house, &ben).await;
    assert!(house.service.reports(&moderator).await.unwrap().items.is_empty(), "neither what Ben reported nor what was reported of Ben");
    report(&house, &moderator, by_ana, "").await.unwrap().done().unwrap();
    leave(&house, &ana).await;
    assert!(house.column("SELECT said FROM room_reports").await.is_empty());
    let log = deeds(&house, &moderator).await;
    assert!(log.len() == 1 && matches!(log[0].did, Did::TimedOut { .. }), "{log:?}");
    assert!(!format!("{log:?}").contains("Ana"), "{log:?}");
}

#[tokio::test]
async fn what_was_decided_is_kept_for_ninety_days_and_what_waits_for_longer() {
    let house = House::new().await;
    let (ana, ben, moderator) = (house.fan("Ana"), house.fan("Ben"), house.moderator());
    let (decided, waits) = (house.say(&ana, "decided").await, house.say(&ana, "waits").await);
    for message in [decided, waits] {
        report(&house, &ben, message, "").await.unwrap().done().unwrap();
    }
    done(house.service.decide(&moderator, decided, Decision::Dismiss).await);
    house.bench.clock.advance_ms(90 * DAY_MS);
    house.service.prune(house.bench.kernel.now()).await.unwrap();
    assert_eq!(house.column("SELECT said FROM room_reports ORDER BY said").await, ["decided", "waits"], "just within it");
    house.bench.clock.advance_ms(1);
    house.service.prune(house.bench.kernel.now()).await.unwrap();
    assert_eq!(house.column("SELECT said FROM room_reports").await, ["waits"]);
    assert!(deeds(&house, &moderator).await.is_empty());
    assert_eq!(house.service.reports(&moderator).await.unwrap().items[0].said, "waits");
}

#[tokio::test]
async fn a_decision_and_the_end_of_its_report_are_one_and_the_first_of_two_moderators_decides() {
    let house = House::new().await;
    let (second, _) = house.second().await;
    let moderator = house.moderator();
    for round in 0..8 {
        let fan = house.fan(&format!("Fan {round}"));
        let id = house.say(&fan, "you idiots").await;
        report(&house, &moderator, id, "").await.unwrap();
        let other = house.moderator();
        let (dismissed, banned) =
            tokio::join!(house.service.decide(&moderator, id, Decision::Dismiss), second.decide(&other, id, Decision::Ban));
        let is_banned = house.service.is_banned(house.tenant, account(&fan)).await.unwrap();
        assert_eq!((dismissed.is_ok(), banned.is_ok()), (!is_banned, is_banned), "one of them decides");
        let late = if is_banned { dismissed } else { banned };
        assert_eq!(late, Err(Failure::NotFound));
        let log = deeds(&house, &moderator).await;
        assert_eq!((log.len(), log[0].did), (round + 1, if is_banned { Did::Banned } else { Did::Dismissed }));
    }
    let equal = house.moderator();
    let id = house.say(&equal, "you idiots").await;
    report(&house, &house.fan("Ana"), id, "").await.unwrap();
    assert_eq!(refused(house.service.decide(&moderator, id, Decision::Ban).await), ChatRefusal::NotBelowYou);
    assert_eq!(house.service.reports(&moderator).await.unwrap().open, 1, "what is refused closes nothing");
}

#[tokio::test]
async fn the_accounts_of_one_network_report_thirty_times_an_hour_together() {
    let house = House::new().await;
    let mut messages = Vec::new();
    for number in 0..4 {
        messages.push(house.say(&house.fan(&format!("Fan {number}")), "hello").await);
    }
    let made = |number: usize, address: &str| {
        let mut fan = house.fan(&format!("Made {number}"));
        fan.origin.address = address.parse().unwrap();
        fan
    };
    for number in 0..30 {
        let taken = report(&house, &made(number, "203.0.113.9"), messages[number % 4], "").await;
        assert_eq!(taken, Ok(Outcome::Done(())), "{number}");
    }
    let too_many = Ok(Outcome::refused(ModerationRefusal::TooManyReports { minutes: 60 }));
    assert_eq!(report(&house, &made(30, "203.0.113.9"), messages[0], "").await, too_many);
    assert_eq!(report(&house, &made(31, "203.0.113.10"), messages[0], "").await, Ok(Outcome::Done(())));
}
