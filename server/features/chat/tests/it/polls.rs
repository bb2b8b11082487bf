//! Polls: one at a time, one vote a person, counted as the rows are.

use crate::house::{House, MINUTE_MS, account};
use chat::Service;
use contract::{
    caller::Caller,
    failure::Failure,
    ids::PollId,
    outcome::Outcome,
    polls::{OpenPoll, Poll, PollRefusal, Polls},
    realtime::ToTab,
};
use futures::{StreamExt, stream};
use kernel::events::{Event, Subscriber};
use realtime::{Hub, Listener, Topic};
use std::time::{Duration, Instant};

fn asked(question: &str, options: &[&str]) -> OpenPoll {
    OpenPoll { question: question.to_owned(), options: options.iter().map(|option| (*option).to_owned()).collect(), minutes: 5 }
}

async fn open(house: &House) -> Poll {
    let asked = asked(" What  next? ", &["Dub", " ", "Acid", "Silence"]);
    house.service.open_poll(&house.moderator(), house.room, asked).await.unwrap().done().unwrap()
}

async fn vote(service: &Service, caller: &Caller, poll: PollId, option: Option<u32>) -> Vec<u32> {
    let shown = service.vote_in_poll(caller, poll, option).await.unwrap().done().unwrap();
    assert_eq!(shown.own, option);
    counts(&shown.poll)
}

fn counts(poll: &Poll) -> Vec<u32> {
    poll.options.iter().map(|option| option.votes).collect()
}

fn refused<T: std::fmt::Debug>(outcome: Result<Outcome<T, PollRefusal>, Failure>) -> PollRefusal {
    match outcome.unwrap() {
        Outcome::Done(done) => panic!("done: {done:?}"),
        Outcome::Refused(mut reasons) => reasons.remove(0),
    }
}

#[tokio::test]
async fn a_moderator_asks_and_what_makes_no_poll_is_refused() {
    let house = House::new().await;
    let moderator = house.moderator();
    let ask = async |asked: OpenPoll| refused(house.service.open_poll(&moderator, house.room, asked).await);
    assert_eq!(ask(asked(" \n", &["Yes", "No"])).await, PollRefusal::NoQuestion);
    assert_eq!(ask(asked(&"é".repeat(141), &["Yes", "No"])).await, PollRefusal::QuestionTooLong { most: 140 });
    assert_eq!(ask(asked("Well?", &["Yes", ""])).await, PollRefusal::TooFewOptions { least: 2 });
    assert_eq!(ask(asked("Well?", &["1", "2", "3", "4", "5", "6", "7"])).await, PollRefusal::TooManyOptions { most: 6 });
    assert_eq!(ask(asked("Well?", &["Yes", &"o".repeat(61)])).await, PollRefusal::OptionTooLong { most: 60 });
    assert_eq!(ask(asked("Well?", &["Yes", "No", "yes"])).await, PollRefusal::SameOption { option: "yes".into() });
    for caller in [house.fan("Ama"), house.visitor()] {
        let answer = house.service.open_poll(&caller, house.room, asked("Well?", &["Yes", "No"])).await;
        assert!(matches!(answer, Err(Failure::Forbidden | Failure::SignInRequired)), "{answer:?}");
    }
    let poll = open(&house).await;
    assert_eq!((poll.question.as_str(), poll.options.len(), poll.left_ms), ("What next?", 3, 300_000));
    assert_eq!(ask(asked("And?", &["Yes", "No"])).await, PollRefusal::OneIsOpen);
    let shown = house.service.poll(&house.visitor(), house.room).await.unwrap().unwrap();
    assert_eq!((shown.poll, shown.own), (poll, None));
}

#[tokio::test]
async fn a_vote_counts_once_moves_and_is_taken_back() {
    let house = House::new().await;
    let (ama, ben) = (house.fan("Ama"), house.fan("Ben"));
    let poll = open(&house).await.id;
    let steps =
        [(Some(0), [1, 0, 0]), (Some(0), [1, 0, 0]), (Some(2), [0, 0, 1]), (None, [0, 0, 0]), (None, [0, 0, 0]), (Some(1), [0, 1, 0])];
    for (option, expected) in steps {
        assert_eq!(vote(&house.service, &ama, poll, option).await, expected);
    }
    assert_eq!(vote(&house.service, &ben, poll, Some(1)).await, [0, 2, 0]);
    let shown = house.service.poll(&ama, house.room).await.unwrap().unwrap();
    assert_eq!((shown.own, shown.poll.version), (Some(1), 6), "what changed nothing is no change");
    assert_eq!(refused(house.service.vote_in_poll(&ama, poll, Some(3)).await), PollRefusal::NoSuchOption);
    assert_eq!(house.service.vote_in_poll(&house.visitor(), poll, Some(0)).await, Err(Failure::SignInRequired));
    let mut unconfirmed = house.fan("Cleo");
    unconfirmed.viewer.as_mut().unwrap().confirmed = false;
    assert_eq!(refused(house.service.vote_in_poll(&unconfirmed, poll, Some(0)).await), PollRefusal::ConfirmAddress);
}

#[tokio::test]
async fn who_may_not_write_may_not_vote_but_for_a_room_that_is_read_only() {
    use contract::{chat::Change, moderation::RoomRules};
    let house = House::new().await;
    let (ama, moderator) = (house.fan("Ama"), house.moderator());
    house.say(&ama, "Hello").await;
    let poll = open(&house).await.id;
    let rules = RoomRules { read_only: true, ..RoomRules::default() };
    house.change(&moderator, Change::Rule { room: house.room, rules }).await.unwrap();
    assert_eq!(vote(&house.service, &ama, poll, Some(0)).await, [1, 0, 0]);
    house.time_out(&moderator, &ama, 10).await.unwrap();
    assert_eq!(refused(house.service.vote_in_poll(&ama, poll, Some(1)).await), PollRefusal::TimedOut { minutes: 10 });
    house.ban(&moderator, &ama).await.unwrap();
    assert_eq!(house.service.vote_in_poll(&ama, poll, Some(1)).await, Err(Failure::Forbidden));
}

#[tokio::test]
async fn a_poll_ends_at_its_time_or_when_a_moderator_says_so_and_is_shown_a_while() {
    let house = House::new().await;
    let (ama, moderator) = (house.fan("Ama"), house.moderator());
    let first = open(&house).await.id;
    vote(&house.service, &ama, first, Some(0)).await;
    assert_eq!(house.service.close_poll(&ama, first).await, Err(Failure::Forbidden));
    let closed = house.service.close_poll(&moderator, first).await.unwrap().done().unwrap();
    assert_eq!((closed.left_ms, counts(&closed)), (0, vec![1, 0, 0]));
    assert_eq!(refused(house.service.close_poll(&moderator, first).await), PollRefusal::Over);
    assert_eq!(refused(house.service.vote_in_poll(&ama, first, Some(1)).await), PollRefusal::Over);
    house.bench.clock.advance_ms(1);
    let second = open(&house).await;
    assert!(second.is_newer_than(&closed));
    house.bench.clock.advance_ms(5 * MINUTE_MS);
    assert_eq!(refused(house.service.vote_in_poll(&ama, second.id, Some(1)).await), PollRefusal::Over);
    assert_eq!(house.service.poll(&ama, house.room).await.unwrap().unwrap().poll.left_ms, 0);
    house.bench.clock.advance_ms(10 * MINUTE_MS);
    assert_eq!(house.service.poll(&ama, house.room).await.unwrap(), None);
    house.bench.clock.advance_ms(91 * 24 * 60 * MINUTE_MS);
    house.service.prune(house.bench.kernel.now()).await.unwrap();
    for table in ["room_polls", "room_poll_options", "room_poll_votes"] {
        assert_eq!(house.column(&format!("SELECT 'row' FROM {table}")).await.len(), 0, "{table}");
    }
}

#[tokio::test]
async fn who_leaves_takes_their_vote_along() {
    let house = House::new().await;
    let (ama, ben) = (house.fan("Ama"), house.fan("Ben"));
    let poll = open(&house).await.id;
    vote(&house.service, &ama, poll, Some(0)).await;
    vote(&house.service, &ben, poll, Some(0)).await;
    let gone = Event {
        id: kernel::Ids.next(),
        tenant: house.tenant,
        kind: "accounts.deleted".to_owned(),
        subject: account(&ama).0,
        payload: "null".to_owned(),
    };
    for _ in 0..2 {
        house.service.receive(&gone).await.unwrap();
    }
    assert_eq!(counts(&house.service.poll(&ben, house.room).await.unwrap().unwrap().poll), [1, 0, 0]);
}

/// Hears the polls of the room.
struct Ear(Listener);

impl Ear {
    fn at(hub: &Hub, house: &House) -> Self {
        Self(hub.listen(Topic::room(house.tenant, house.room)))
    }

    async fn next(&mut self) -> Poll {
        loop {
            if let ToTab::Poll { poll, .. } = serde_json::from_slice(&self.0.next().await.unwrap()).unwrap() {
                return poll;
            }
        }
    }
}

/// What one voter chooses in turn, the last one among them: an option, or nothing.
fn choices(voter: usize) -> impl Iterator<Item = Option<u32>> {
    let bits = (voter as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (0..2 + voter % 3).map(move |choice| u32::try_from(bits >> (choice * 9 + 5) & 3).ok().filter(|option| *option < 3))
}

#[tokio::test]
async fn two_hundred_choose_at_random_through_two_databases_and_every_last_choice_counts() {
    let house = House::new().await;
    let (second, _) = house.second().await;
    let mut ear = Ear::at(&house.hub, &house);
    let poll = open(&house).await.id;
    let fans: Vec<Caller> = (0..200).map(|number| house.fan(&format!("Fan {number}"))).collect();
    let services = [&house.service, &second];
    let choosing = fans.iter().enumerate().map(async |(voter, fan)| {
        let mut last = None;
        for (number, option) in choices(voter).enumerate() {
            vote(services[(voter + number) % 2], fan, poll, option).await;
            last = option;
        }
        last
    });
    let last: Vec<Option<u32>> = stream::iter(choosing).buffered(16).collect().await;
    let expected: Vec<u32> =
        (0..3).map(|option| u32::try_from(last.iter().filter(|last| **last == Some(option)).count()).unwrap()).collect();
    assert!(expected.iter().all(|count| (20..90).contains(count)), "all happen: {expected:?}");
    let stored = house.service.poll(&house.visitor(), house.room).await.unwrap().unwrap().poll;
    assert_eq!(counts(&stored), expected);
    let rows = house.column("SELECT 'row' FROM room_poll_votes").await.len();
    assert_eq!(rows, last.iter().flatten().count(), "a row a vote");

    // One more through this process, so that its last word is of now.
    let late = house.fan("Late");
    vote(&house.service, &late, poll, Some(0)).await;
    let heard = async {
        let mut version = 0;
        loop {
            let told = ear.next().await;
            assert!(told.version > version, "never an older one after a newer one");
            version = told.version;
            if told.votes() == stored.votes() + 1 {
                break told;
            }
        }
    };
    let told = tokio::time::timeout(Duration::from_secs(20), heard).await.unwrap();
    assert_eq!(counts(&told), [expected[0] + 1, expected[1], expected[2]]);
}

#[tokio::test]
async fn many_votes_are_told_together_and_whole() {
    let house = House::new().await;
    let poll = open(&house).await.id;
    let mut ear = Ear::at(&house.hub, &house);
    let begun = Instant::now();
    for number in 0..40 {
        vote(&house.service, &house.fan(&format!("Fan {number}")), poll, Some(number % 3)).await;
    }
    let mut told = 0;
    loop {
        told += 1;
        let poll = ear.next().await;
        assert_eq!(poll.options.len(), 3);
        if poll.votes() == 40 {
            break;
        }
    }
    let most = begun.elapsed().as_millis() / 250 + 2;
    assert!(told <= most, "told {told} times in {:?}", begun.elapsed());
}
