//! Sent twice, stored once.

use crate::house::{House, done, refused};
use contract::chat::{Chat, ChatRefusal};
use futures::future::join_all;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_message_sent_again_and_again_at_once_is_stored_once_and_answered_the_same() {
    let house = House::new().await;
    let (second, _) = house.second().await;
    let (fan, message) = (house.fan("Ana"), house.message("that bassline"));
    let sent = (0..40).map(|number| {
        let service = if number % 2 == 0 { house.service.clone() } else { second.clone() };
        let (fan, message) = (fan.clone(), message.clone());
        tokio::spawn(async move { done(service.post(&fan, message).await) })
    });
    let answers = join_all(sent.collect::<Vec<_>>()).await;
    let first = *answers[0].as_ref().unwrap();
    assert!(answers.iter().all(|answer| *answer.as_ref().unwrap() == first));
    assert_eq!(first.seq, 1);
    assert_eq!(house.missed(0).await.len(), 1);
    assert_eq!(house.texts().await, ["that bassline"]);
}

#[tokio::test]
async fn a_key_is_one_message_also_within_one_group_and_tells_the_room_once() {
    let house = House::new().await;
    let mut ear = house.listen();
    let (fan, other) = (house.fan("Ana"), house.fan("Ben"));
    let message = house.message("that bassline");
    // Queued together: whoever writes starts only when this task waits.
    let post = |caller| house.service.post(caller, message.clone());
    let (one, again, of_other) = tokio::join!(post(&fan), post(&fan), post(&other));
    let (one, again, of_other) = (done(one), done(again), done(of_other));
    assert_eq!(one, again);
    assert_ne!(one, of_other, "a key is its author's own");
    assert_eq!(ear.some(2).await.iter().map(|logged| logged.seq).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(house.missed(0).await.len(), 2);
}

#[tokio::test]
async fn what_was_stored_is_answered_the_same_whatever_happened_to_its_author() {
    let house = House::new().await;
    let (fan, moderator) = (house.fan("Ana"), house.moderator());
    let message = house.message("that bassline");
    let first = done(house.service.post(&fan, message.clone()).await);
    done(house.time_out(&moderator, &fan, 5).await);
    assert_eq!(done(house.service.post(&fan, message.clone()).await), first);
    assert_eq!(refused(house.post(&fan, "another").await), ChatRefusal::TimedOut { minutes: 5 });
    done(house.ban(&moderator, &fan).await);
    assert_eq!(done(house.service.post(&fan, message.clone()).await), first);
    done(house.delete(&moderator, first.message).await);
    assert_eq!(done(house.service.post(&fan, message).await), first, "and it isn't said again");
    assert_eq!(house.texts().await, [""]);
}

#[tokio::test]
async fn what_was_refused_may_be_said_later_with_the_same_key() {
    let house = House::new().await;
    let (fan, moderator) = (house.fan("Ana"), house.moderator());
    house.say(&fan, "hello").await;
    done(house.time_out(&moderator, &fan, 1).await);
    let message = house.message("that bassline");
    assert_eq!(refused(house.service.post(&fan, message.clone()).await), ChatRefusal::TimedOut { minutes: 1 });
    house.bench.clock.advance_ms(60_000);
    done(house.service.post(&fan, message).await);
    assert_eq!(house.texts().await, ["hello", "that bassline"]);
}
