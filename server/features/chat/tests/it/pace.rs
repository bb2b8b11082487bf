//! How fast one may write.

use crate::house::{House, done, refused};
use contract::{
    caller::Role,
    chat::{Chat, ChatRefusal, What},
};
use futures::future::join_all;

#[tokio::test]
async fn ten_messages_at_once_are_fine_and_the_next_waits() {
    let house = House::new().await;
    let (second, _) = house.second().await;
    let fan = house.fan("Ana");
    for number in 0..9 {
        house.say(&fan, &format!("line {number}")).await;
        house.bench.clock.advance_ms(500);
    }
    let last = house.message("line 9");
    done(house.service.post(&fan, last.clone()).await);
    assert_eq!(refused(house.post(&fan, "too much").await), ChatRefusal::TooFast { seconds: 6 });
    assert_eq!(refused(second.post(&fan, house.message("too much")).await), ChatRefusal::TooFast { seconds: 6 }, "in any process");
    assert_eq!(done(house.service.post(&fan, last).await).seq, 10, "what is sent again is not counted");
    house.say(&house.fan("Ben"), "I may").await;
    house.bench.clock.advance_ms(5_499);
    assert_eq!(refused(house.post(&fan, "too much").await), ChatRefusal::TooFast { seconds: 1 });
    house.bench.clock.advance_ms(1);
    house.say(&fan, "one place is free").await;
    assert_eq!(refused(house.post(&fan, "too much").await), ChatRefusal::TooFast { seconds: 1 });
}

#[tokio::test]
async fn what_comes_at_once_is_counted_too() {
    let house = House::new().await;
    let fan = house.fan("Ana");
    let answers = join_all((0..15).map(|number| house.post(&fan, ["flood", "more"][number % 2]))).await;
    let taken = answers.iter().filter(|answer| answer.as_ref().unwrap().refusals().is_empty()).count();
    assert_eq!(taken, 10);
    assert_eq!(house.missed(0).await.len(), 10);
    assert!(answers[10..].iter().all(|answer| answer.as_ref().unwrap().refusals() == [ChatRefusal::TooFast { seconds: 10 }]));
}

#[tokio::test]
async fn reactions_and_edits_have_a_pace_of_their_own() {
    let house = House::new().await;
    let fan = house.fan("Ana");
    let id = house.say(&fan, "that bassline").await;
    for number in 0..30 {
        done(house.react(&fan, id, "🔥", number % 2 == 0).await);
    }
    assert_eq!(refused(house.react(&fan, id, "🔥", true).await), ChatRefusal::TooFast { seconds: 10 });
    assert_eq!(refused(house.edit(&fan, id, "those basslines").await), ChatRefusal::TooFast { seconds: 10 });
    assert_eq!(done(house.react(&fan, id, "🔥", false).await).seq, 1, "what changes nothing costs nothing");
    house.say(&fan, "messages are counted apart").await;
    done(house.delete(&fan, id).await);
    house.bench.clock.advance_ms(10_000);
    let other = house.say(&fan, "again").await;
    done(house.react(&fan, other, "🔥", true).await);
}

#[tokio::test]
async fn slow_mode_makes_fans_wait_and_moderators_not() {
    let house = House::new().await;
    let (fan, moderator, dj) = (house.fan("Ana"), house.moderator(), house.someone("Danny", Role::Dj));
    let mut ear = house.listen();
    assert_eq!(done(house.slow_mode(&moderator, 30).await).seq, 1);
    assert_eq!(ear.next().await.what, What::SlowMode { seconds: 30 });
    assert_eq!(done(house.slow_mode(&moderator, 30).await).seq, 1, "said twice, it changes nothing");
    assert_eq!(house.room_for(&fan).await.slow_mode_seconds, 30);
    let (one, next) = tokio::join!(house.post(&fan, "one"), house.post(&fan, "two"));
    done(one);
    assert_eq!(refused(next), ChatRefusal::SlowMode { seconds: 30 });
    for caller in [&moderator, &moderator, &dj, &dj] {
        house.say(caller, "we may").await;
    }
    house.say(&house.fan("Ben"), "each for themselves").await;
    house.bench.clock.advance_ms(29_001);
    assert_eq!(refused(house.post(&fan, "two").await), ChatRefusal::SlowMode { seconds: 1 });
    house.bench.clock.advance_ms(999);
    house.say(&fan, "two").await;
    done(house.slow_mode(&moderator, 0).await);
    house.say(&fan, "three").await;
    done(house.slow_mode(&moderator, u32::MAX).await);
    assert_eq!(house.room_for(&fan).await.slow_mode_seconds, 3600);
    house.bench.clock.advance_ms(3_599_000);
    assert_eq!(refused(house.post(&fan, "four").await), ChatRefusal::SlowMode { seconds: 1 });
    assert_eq!(house.missed(0).await[0].what, What::SlowMode { seconds: 30 });
}
