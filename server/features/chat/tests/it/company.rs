//! Who is here, and keeping somebody at a distance.

use crate::house::{House, account, done};
use contract::{
    caller::{Caller, Role},
    chat::{Chat, ChatRefusal, Hiding, PostMessage},
    failure::Failure,
    ids::{AccountId, MessageId},
    outcome::Outcome,
};

async fn answer(house: &House, caller: &Caller, to: MessageId) -> Vec<ChatRefusal> {
    let post = PostMessage { answers: Some(to), ..house.message("@Ama, yes") };
    house.service.post(caller, post).await.unwrap().refusals().to_vec()
}

async fn addressed(house: &House) -> usize {
    house.column("SELECT payload FROM events WHERE kind = 'room.addressed'").await.len()
}

async fn hidden(house: &House, caller: &Caller) -> Vec<AccountId> {
    house.room_for(caller).await.hidden
}

#[tokio::test]
async fn who_is_muted_goes_on_writing_and_calls_nobody_who_hides_them() {
    let house = House::new().await;
    let (ama, ben) = (house.fan("Ama"), house.fan("Ben"));
    let (said, _) = (house.say(&ama, "hello").await, house.say(&ben, "hello").await);
    assert_eq!(house.service.hide(&ama, account(&ben), Some(Hiding::Muted)).await, Ok(Outcome::Done(())));
    assert_eq!(hidden(&house, &ama).await, [account(&ben)]);
    assert!(hidden(&house, &ben).await.is_empty(), "nobody is told");
    assert!(answer(&house, &ben, said).await.is_empty());
    assert_eq!(addressed(&house).await, 0);
    assert_eq!(house.service.hide(&ama, account(&ben), None).await, Ok(Outcome::Done(())));
    assert!(hidden(&house, &ama).await.is_empty());
    assert!(answer(&house, &ben, said).await.is_empty());
    assert_eq!(addressed(&house).await, 1);
}

#[tokio::test]
async fn who_is_blocked_neither_answers_nor_reacts_unless_they_moderate() {
    let house = House::new().await;
    let (ama, ben, moderator) = (house.fan("Ama"), house.fan("Ben"), house.moderator());
    let said = house.say(&ama, "hello").await;
    for other in [&ben, &moderator] {
        house.say(other, "hello").await;
        done(house.react(other, said, "🔥", true).await);
        house.service.hide(&ama, account(other), Some(Hiding::Blocked)).await.unwrap().done().unwrap();
    }
    assert_eq!(answer(&house, &ben, said).await, [ChatRefusal::Blocked]);
    assert_eq!(house.react(&ben, said, "❤️", true).await.unwrap().refusals(), [ChatRefusal::Blocked]);
    done(house.react(&ben, said, "🔥", false).await);
    house.say(&ben, "to everybody").await;
    assert!(answer(&house, &moderator, said).await.is_empty());
    house.service.hide(&ama, account(&ben), Some(Hiding::Muted)).await.unwrap().done().unwrap();
    assert!(answer(&house, &ben, said).await.is_empty(), "muted instead");
}

#[tokio::test]
async fn only_people_of_the_room_are_hidden_and_by_members_only() {
    let house = House::new().await;
    let (ama, nobody) = (house.fan("Ama"), house.fan("Never Wrote"));
    house.say(&ama, "hello").await;
    for other in [&ama, &nobody] {
        assert_eq!(house.service.hide(&ama, account(other), Some(Hiding::Muted)).await, Err(Failure::NotFound));
    }
    assert_eq!(house.service.hide(&house.visitor(), account(&ama), Some(Hiding::Muted)).await, Err(Failure::SignInRequired));
    assert!(house.service.here(&house.visitor(), house.room).await.unwrap().hidden.is_empty());
    let stranger = testing::person(house.bench.tenant(), Role::Admin);
    assert_eq!(house.service.here(&stranger, house.room).await, Err(Failure::NotFound));
}
