//! What is told to webhooks: in order, at least once, by one process at a time, also after they were down.

use crate::{house::House, receiver::Receiver};
use axum::http::StatusCode;
use contract::{
    bots::{BotSecret, Bots, Webhook, WebhookFailure, WebhookState},
    chat::What,
    ids::{AccountId, MessageId},
    outcome::Outcome,
};
use testing::NOON;
use uuid::Uuid;

const HOUR_MS: i64 = 3_600_000;

/// A bot that is told, and the secret of its webhook.
async fn told_bot(house: &House, name: &str, receiver: &Receiver) -> (BotSecret, String) {
    let bot = house.bot(name).await;
    let secret = house.set_webhook(bot.bot, &receiver.url()).await.done().unwrap().unwrap().secret;
    (bot, secret)
}

async fn webhook(house: &House) -> Webhook {
    house.service.bots(&house.admin).await.unwrap().remove(0).webhook.unwrap()
}

#[tokio::test]
async fn what_is_said_is_told_signed_and_in_order() {
    let house = House::new().await;
    let receiver = Receiver::start().await;
    house.say("Ama", "before there was a webhook");
    let (bot, secret) = told_bot(&house, "Tracks", &receiver).await;
    assert_eq!(house.deliver().await, 0);
    let first = house.say("Ama", "one");
    house.rooms.append(house.tenant, |_| What::Deleted { message: MessageId(Uuid::nil()) });
    house.say("Ben", "two");
    assert_eq!(house.deliver().await, 1);
    assert_eq!(house.deliver().await, 0);
    let call = receiver.calls().remove(0);
    assert_eq!(call.texts(), ["one", "two"]);
    assert!(call.is_signed_with(&secret) && !call.is_signed_with("another"));
    assert_eq!(call.header("x-hectic-timestamp"), (NOON.0 / 1000).to_string());
    assert_eq!(call.header("content-type"), "application/json");
    let body = call.json();
    assert_eq!((body["bot"].as_str(), body["room"].as_str()), (Some(&*bot.bot.to_string()), Some(&*house.tenant.to_string())));
    let event = &body["events"][0];
    assert_eq!((event["type"].as_str(), event["seq"].as_u64()), (Some("posted"), Some(first.seq)));
    assert_eq!(event["message"]["id"], first.message.to_string());
    assert_eq!((&event["message"]["author"]["name"], &event["message"]["author"]["bot"]), (&"Ama".into(), &false.into()));
}

#[tokio::test]
async fn a_bot_is_not_told_of_itself_and_of_other_bots_only_when_called() {
    let house = House::new().await;
    let receiver = Receiver::start().await;
    let (bot, _) = told_bot(&house, "Tracks", &receiver).await;
    let other = house.bot("Charts").await;
    house.say_as_bot(&bot, "my own, @Tracks");
    house.say_as_bot(&other, "the charts are out");
    assert_eq!(house.deliver().await, 0);
    house.say_as_bot(&other, "@tracks: which one is this?");
    house.say("Ama", "hello");
    house.deliver().await;
    assert_eq!(receiver.told(), [["@tracks: which one is this?", "hello"]]);
}

#[tokio::test]
async fn many_are_told_fifty_at_a_time() {
    let house = House::new().await;
    let receiver = Receiver::start().await;
    told_bot(&house, "Tracks", &receiver).await;
    let said: Vec<String> = (0..260).map(|number| number.to_string()).collect();
    for text in &said {
        house.say("Ama", text);
    }
    house.deliver().await;
    let told = receiver.told();
    assert_eq!(told.iter().map(Vec::len).collect::<Vec<_>>(), [50, 50, 50, 50, 50, 10]);
    assert_eq!(told.concat(), said);
}

#[tokio::test]
async fn who_was_down_is_told_everything_once_it_is_back() {
    let house = House::new().await;
    let receiver = Receiver::start().await;
    let address = receiver.address;
    let (_, secret) = told_bot(&house, "Tracks", &receiver).await;
    drop(receiver);
    house.say("Ama", "one");
    assert_eq!(house.deliver().await, 1);
    let WebhookState::Failing { since, why } = webhook(&house).await.state else { panic!("it failed") };
    assert_eq!((since.at, why), (NOON, WebhookFailure::Unreachable));
    house.say("Ama", "two");
    assert_eq!(house.deliver().await, 0, "not before it is due");
    house.bench.clock.advance_ms(1_999);
    assert_eq!(house.deliver().await, 0);
    house.bench.clock.advance_ms(1);
    assert_eq!(house.deliver().await, 1);
    let receiver = Receiver::start_at(address).await;
    house.bench.clock.advance_ms(4_000);
    assert_eq!(house.deliver().await, 1);
    assert_eq!(receiver.told(), [["one", "two"]]);
    assert!(receiver.calls()[0].is_signed_with(&secret));
    assert_eq!(webhook(&house).await.state, WebhookState::Fine);
}

#[tokio::test]
async fn an_answer_that_is_no_success_is_a_failure_and_redirects_lead_nowhere() {
    let house = House::new().await;
    let receiver = Receiver::start().await;
    told_bot(&house, "Tracks", &receiver).await;
    house.say("Ama", "one");
    for status in [StatusCode::INTERNAL_SERVER_ERROR, StatusCode::TEMPORARY_REDIRECT, StatusCode::NOT_FOUND] {
        receiver.answer_with(status);
        assert_eq!(house.deliver().await, 1);
        let state = webhook(&house).await.state;
        assert!(matches!(state, WebhookState::Failing { why: WebhookFailure::Status(code), .. } if code == status.as_u16()), "{state:?}");
        house.bench.clock.advance_ms(HOUR_MS);
    }
    receiver.answer_with(StatusCode::OK);
    house.deliver().await;
    assert_eq!(receiver.told(), vec![vec!["one"]; 4], "told until it was heard");
}

#[tokio::test]
async fn after_a_day_of_failures_it_is_given_up_until_the_address_is_saved_again() {
    let house = House::new().await;
    let receiver = Receiver::start().await;
    receiver.answer_with(StatusCode::BAD_GATEWAY);
    let (bot, _) = told_bot(&house, "Tracks", &receiver).await;
    house.say("Ama", "lost");
    let mut tries = 0;
    while let (1, true) = (house.deliver().await, tries < 200) {
        tries += 1;
        house.bench.clock.advance_ms(HOUR_MS / 4);
    }
    assert_eq!(tries, 97, "a quarter of an hour apart for a day");
    let WebhookState::Off { since, why } = webhook(&house).await.state else { panic!("it is off") };
    assert_eq!((since.at, why), (NOON.plus_ms(24 * HOUR_MS), WebhookFailure::Status(502)));
    receiver.answer_with(StatusCode::OK);
    house.bench.clock.advance_ms(24 * HOUR_MS);
    assert_eq!(house.deliver().await, 0);
    assert_eq!(house.set_webhook(bot.bot, &receiver.url()).await, Outcome::Done(None));
    house.say("Ama", "heard");
    assert_eq!(house.deliver().await, 1);
    assert_eq!(receiver.told().pop().unwrap(), ["heard"]);
    assert_eq!(webhook(&house).await.state, WebhookState::Fine);
}

#[tokio::test]
async fn two_processes_tell_everything_once() {
    let house = House::new().await;
    let receiver = Receiver::start().await;
    told_bot(&house, "Tracks", &receiver).await;
    let second = house.second().await;
    house.say("Ama", "one");
    let gate = receiver.hold();
    let first = tokio::spawn({
        let service = house.service.clone();
        async move { service.deliver().await.unwrap() }
    });
    while receiver.calls().is_empty() {
        tokio::task::yield_now().await;
    }
    house.say("Ama", "two");
    assert_eq!(second.deliver().await.unwrap(), 0, "the first one has the turn");
    // One for the call that waits, one for the call that follows.
    gate.notify_one();
    while receiver.calls().len() < 2 {
        tokio::task::yield_now().await;
    }
    gate.notify_one();
    assert_eq!(first.await.unwrap(), 2);
    assert_eq!(receiver.told(), [["one"], ["two"]]);
    assert_eq!(second.deliver().await.unwrap(), 0);
}

#[tokio::test]
async fn the_turn_of_a_process_that_died_is_taken_over() {
    let house = House::new().await;
    let receiver = Receiver::start().await;
    told_bot(&house, "Tracks", &receiver).await;
    house.say("Ama", "one");
    let gate = receiver.hold();
    let dying = tokio::spawn({
        let service = house.service.clone();
        async move { service.deliver().await }
    });
    while receiver.calls().is_empty() {
        tokio::task::yield_now().await;
    }
    dying.abort();
    assert!(dying.await.is_err());
    gate.notify_one();
    let second = house.second().await;
    assert_eq!(second.deliver().await.unwrap(), 0);
    house.bench.clock.advance_ms(15_001);
    gate.notify_one();
    assert_eq!(second.deliver().await.unwrap(), 1);
    assert_eq!(receiver.told(), [["one"], ["one"]], "at least once");
}

#[tokio::test]
async fn a_log_that_was_restored_from_before_is_told_on_from_its_end() {
    let house = House::new().await;
    let receiver = Receiver::start().await;
    told_bot(&house, "Tracks", &receiver).await;
    for text in ["one", "two", "three"] {
        house.say("Ama", text);
    }
    house.deliver().await;
    house.rooms.log.lock().unwrap().truncate(1);
    assert_eq!(house.deliver().await, 0);
    house.say("Ama", "another second");
    assert_eq!(house.deliver().await, 1);
    assert_eq!(receiver.told(), [vec!["one", "two", "three"], vec!["another second"]]);
}

#[tokio::test]
async fn a_bot_that_was_revoked_is_told_nothing() {
    let house = House::new().await;
    let receiver = Receiver::start().await;
    let (bot, _) = told_bot(&house, "Tracks", &receiver).await;
    house.say("Ama", "one");
    house.service.revoke_bot(&house.admin, bot.bot).await.unwrap();
    assert_eq!(house.deliver().await, 0);
    assert!(receiver.calls().is_empty());
}

#[tokio::test]
async fn a_message_of_another_tenant_is_never_told() {
    let house = House::new().await;
    let receiver = Receiver::start().await;
    told_bot(&house, "Tracks", &receiver).await;
    let author = contract::chat::Author {
        account: AccountId(kernel::Ids.next()),
        name: "Eve".to_owned(),
        role: contract::caller::Role::Fan,
        bot: false,
    };
    house.rooms.say(house.bench.tenant(), author, "@Tracks elsewhere");
    assert_eq!(house.deliver().await, 0);
}

#[tokio::test]
async fn a_process_that_runs_tells_at_once_what_is_said() {
    let house = House::new().await;
    let receiver = Receiver::start().await;
    let running = tokio::spawn(house.service.clone().run());
    told_bot(&house, "Tracks", &receiver).await;
    house.say("Ama", "one");
    let seen = async {
        while receiver.told().concat() != ["one"] {
            tokio::task::yield_now().await;
        }
        house.say("Ama", "two");
        while receiver.told().concat() != ["one", "two"] {
            tokio::task::yield_now().await;
        }
    };
    // It looks by itself every five seconds; hearing of it is quicker.
    tokio::time::timeout(std::time::Duration::from_secs(4), seen).await.unwrap();
    running.abort();
}
