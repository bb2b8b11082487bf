//! Time-outs, bans, taking them back, and who may.

use crate::house::{House, MINUTE_MS, account, done, nothing, refused};
use contract::{
    caller::{Caller, Role},
    chat::{ChatRefusal, MayWrite, What},
    failure::Failure,
};
use realtime::{Hear, Person, Tab};
use std::sync::Arc;
use testing::NOON;
use tokio::{
    io::AsyncReadExt,
    net::{TcpListener, TcpStream},
};

#[tokio::test]
async fn who_is_timed_out_reads_and_writes_again_when_it_is_over() {
    let house = House::new().await;
    let (fan, moderator) = (house.fan("Ana"), house.moderator());
    let id = house.say(&fan, "boo").await;
    let mut ear = house.listen();
    let stored = done(house.time_out(&moderator, &fan, 10).await);
    assert_eq!((stored.seq, stored.message), (2, nothing()));
    let until = NOON.plus_ms(10 * MINUTE_MS);
    assert_eq!(ear.next().await.what, What::TimedOut { account: account(&fan), name: "Ana".into(), until });
    assert_eq!(house.room_for(&fan).await.may_write, MayWrite::After(until));
    house.bench.clock.advance_ms(30_000);
    assert_eq!(refused(house.post(&fan, "boo").await), ChatRefusal::TimedOut { minutes: 10 });
    assert_eq!(refused(house.edit(&fan, id, "boo!").await), ChatRefusal::TimedOut { minutes: 10 });
    assert_eq!(refused(house.react(&fan, id, "👎", true).await), ChatRefusal::TimedOut { minutes: 10 });
    assert!(!house.service.is_banned(house.tenant, account(&fan)).await.unwrap());
    done(house.delete(&fan, id).await);
    house.bench.clock.advance_ms(570_000 - 1);
    assert_eq!(refused(house.post(&fan, "boo").await), ChatRefusal::TimedOut { minutes: 1 });
    house.bench.clock.advance_ms(1);
    assert_eq!(house.room_for(&fan).await.may_write, MayWrite::Yes);
    house.say(&fan, "sorry").await;
}

#[tokio::test]
async fn a_time_out_said_again_changes_nothing_and_another_length_replaces_it() {
    let house = House::new().await;
    let (fan, moderator) = (house.fan("Ana"), house.moderator());
    house.say(&fan, "boo").await;
    done(house.time_out(&moderator, &fan, 10).await);
    house.bench.clock.advance_ms(5_000);
    assert_eq!(done(house.time_out(&moderator, &fan, 10).await).seq, 2);
    assert_eq!(house.room_for(&fan).await.may_write, MayWrite::After(NOON.plus_ms(10 * MINUTE_MS)));
    assert_eq!(done(house.time_out(&moderator, &fan, 2).await).seq, 3);
    assert_eq!(house.room_for(&fan).await.may_write, MayWrite::After(NOON.plus_ms(5_000 + 2 * MINUTE_MS)));
    for (asked, week) in [(u32::MAX, 10_080), (0, 1)] {
        done(house.time_out(&moderator, &fan, asked).await);
        let until = NOON.plus_ms(5_000 + week * MINUTE_MS);
        assert_eq!(house.room_for(&fan).await.may_write, MayWrite::After(until));
    }
}

#[tokio::test]
async fn who_is_banned_may_not_be_here_and_reads_like_any_guest() {
    let house = House::new().await;
    let (fan, moderator) = (house.fan("Ana"), house.moderator());
    let id = house.say(&fan, "boo").await;
    let mut ear = house.listen();
    assert!(!house.service.is_banned(house.tenant, account(&fan)).await.unwrap());
    assert_eq!(done(house.ban(&moderator, &fan).await).seq, 2);
    assert!(house.service.is_banned(house.tenant, account(&fan)).await.unwrap());
    assert_eq!(ear.next().await.what, What::Banned { account: account(&fan), name: "Ana".into() });
    assert_eq!(done(house.ban(&moderator, &fan).await).seq, 2, "said twice, it changes nothing");
    assert_eq!(refused(house.post(&fan, "boo").await), ChatRefusal::Banned);
    assert_eq!(refused(house.react(&fan, id, "👎", true).await), ChatRefusal::Banned);
    let room = house.room_for(&fan).await;
    assert_eq!((room.may_write, room.messages.len(), room.seq), (MayWrite::No, 1, 2));
    done(house.lift(&moderator, &fan).await);
    assert_eq!(ear.next().await.what, What::Lifted { account: account(&fan), name: "Ana".into() });
    assert!(!house.service.is_banned(house.tenant, account(&fan)).await.unwrap());
    assert_eq!(done(house.lift(&moderator, &fan).await).seq, 3, "said twice, it changes nothing");
    house.say(&fan, "sorry").await;
}

#[tokio::test]
async fn lifting_takes_back_a_time_out_and_a_ban_together() {
    let house = House::new().await;
    let (fan, moderator) = (house.fan("Ana"), house.moderator());
    house.say(&fan, "boo").await;
    done(house.time_out(&moderator, &fan, 10).await);
    done(house.ban(&moderator, &fan).await);
    done(house.lift(&moderator, &fan).await);
    assert_eq!(house.room_for(&fan).await.may_write, MayWrite::Yes);
    assert_eq!(house.room_for(&fan).await.seq, 4);
}

#[tokio::test]
async fn moderation_is_for_moderators_and_for_those_below_them() {
    let house = House::new().await;
    let (fan, moderator, dj) = (house.fan("Ana"), house.moderator(), house.someone("Danny", Role::Dj));
    for caller in [&fan, &moderator, &dj] {
        house.say(caller, "hello").await;
    }
    let acts = async |by: &Caller, on: &Caller| [house.time_out(by, on, 5).await, house.ban(by, on).await, house.lift(by, on).await];
    for answer in acts(&fan, &moderator).await.into_iter().chain([house.slow_mode(&fan, 5).await]) {
        assert_eq!(answer, Err(Failure::Forbidden));
    }
    for (by, on) in [(&moderator, &moderator), (&moderator, &dj), (&dj, &dj), (&house.moderator(), &moderator)] {
        for answer in acts(by, on).await {
            assert_eq!(refused(answer), ChatRefusal::NotBelowYou);
        }
    }
    for answer in acts(&moderator, &house.fan("Nobody")).await {
        assert_eq!(answer, Err(Failure::NotFound), "whoever never wrote is nobody here");
    }
    assert_eq!(house.room_for(&fan).await.seq, 3);
    for answer in acts(&dj, &moderator).await {
        done(answer);
    }
    for answer in acts(&house.someone("Root", Role::Operator), &dj).await {
        done(answer);
    }
    assert_eq!(house.room_for(&fan).await.seq, 9);
}

#[tokio::test]
async fn a_banned_moderator_moderates_no_more() {
    let house = House::new().await;
    let (fan, moderator, dj) = (house.fan("Ana"), house.moderator(), house.someone("Danny", Role::Dj));
    let id = house.say(&fan, "hello").await;
    house.say(&moderator, "hello").await;
    done(house.ban(&dj, &moderator).await);
    let answers = [
        house.time_out(&moderator, &fan, 5).await,
        house.ban(&moderator, &fan).await,
        house.lift(&moderator, &moderator).await,
        house.slow_mode(&moderator, 5).await,
        house.delete(&moderator, id).await,
    ];
    for answer in answers {
        assert_eq!(refused(answer), ChatRefusal::Banned);
    }
    assert_eq!(house.texts().await, ["hello", "hello"]);
}

struct Deaf;

impl Hear for Deaf {
    async fn hear(&self, _: &Arc<Tab>, _: String) {}
}

/// A connection of somebody's tab: the browser's end, and the task that serves ours.
async fn connect(house: &House, caller: &Caller) -> (TcpStream, tokio::task::JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let browser = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
    let (stream, _) = listener.accept().await.unwrap();
    let (hub, before) = (house.hub.clone(), house.hub.connections());
    let person = Person { tenant: caller.tenant, account: Some(account(caller)), key: 1 };
    let served = tokio::spawn(async move { realtime::serve(hub, stream, &[], 1024, person, &Deaf).await });
    while house.hub.connections() == before {
        tokio::task::yield_now().await;
    }
    (browser, served)
}

#[tokio::test]
async fn a_ban_ends_the_connections_of_the_banned_and_nobody_else_s() {
    let house = House::new().await;
    let (fan, other, moderator) = (house.fan("Ana"), house.fan("Ben"), house.moderator());
    house.say(&fan, "boo").await;
    let (mut banned, _served) = connect(&house, &fan).await;
    let (stays, _served_too) = connect(&house, &other).await;
    done(house.ban(&moderator, &fan).await);
    let mut said = vec![0; 200];
    let length = banned.read(&mut said).await.unwrap();
    assert!(String::from_utf8_lossy(&said[..length]).contains(r#"{"out":{"reason":{"id":"chat-out-banned"}}}"#));
    drop(banned);
    while house.hub.connections() != 1 {
        tokio::task::yield_now().await;
    }
    assert_eq!(stays.try_read(&mut said).unwrap_err().kind(), std::io::ErrorKind::WouldBlock);
}
