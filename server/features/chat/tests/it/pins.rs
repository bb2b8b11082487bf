//! What stands above a room.

use crate::house::{Answer, House, account, done};
use contract::{
    caller::Caller,
    chat::{Change, ChatRefusal, Quote, What},
    failure::Failure,
    ids::MessageId,
};

async fn pin(house: &House, caller: &Caller, message: Option<MessageId>) -> Answer {
    house.change(caller, Change::Pin { room: house.room, message }).await
}

async fn pinned(house: &House) -> Option<Quote> {
    house.room_for(&house.visitor()).await.pinned
}

#[tokio::test]
async fn a_moderator_puts_one_message_above_the_room_and_takes_it_down() {
    let house = House::new().await;
    let (fan, moderator) = (house.fan("Ama"), house.moderator());
    let (first, second) = (house.say(&fan, "Tonight at nine").await, house.say(&fan, "Tonight at ten").await);
    assert_eq!(pin(&house, &fan, Some(first)).await, Err(Failure::Forbidden));
    for message in [first, second] {
        done(pin(&house, &moderator, Some(message)).await);
    }
    let quote = Quote { message: second, name: "Ama".to_owned(), text: "Tonight at ten".to_owned() };
    assert_eq!(pinned(&house).await, Some(quote.clone()));
    let end = done(pin(&house, &moderator, Some(second)).await).seq;
    assert_eq!(
        house.missed(end - 1).await[0].what,
        What::Pinned { message: Some(quote) },
        "said again it is no news, and who missed it is told"
    );
    done(house.edit(&fan, second, "Tonight at eleven").await);
    assert_eq!(pinned(&house).await.unwrap().text, "Tonight at eleven");
    done(pin(&house, &moderator, None).await);
    assert_eq!(pinned(&house).await, None);
}

#[tokio::test]
async fn what_is_deleted_stands_nowhere() {
    let house = House::new().await;
    let (fan, moderator) = (house.fan("Ama"), house.moderator());
    let message = house.say(&fan, "Tonight at nine").await;
    done(pin(&house, &moderator, Some(message)).await);
    let before = house.room_for(&fan).await.seq;
    done(house.delete(&fan, message).await);
    let told: Vec<What> = house.missed(before).await.into_iter().map(|logged| logged.what).collect();
    assert_eq!(told, [What::Deleted { message }, What::Pinned { message: None }]);
    assert_eq!(pinned(&house).await, None);
    assert_eq!(pin(&house, &moderator, Some(message)).await.unwrap().refusals(), [ChatRefusal::NoSuchMessage]);
}

#[tokio::test]
async fn only_messages_of_the_room_are_pinned_and_not_by_who_is_banned() {
    let house = House::new().await;
    let (moderator, dj) = (house.moderator(), house.someone("Dee", contract::caller::Role::Dj));
    let message = house.say(&moderator, "Tonight at nine").await;
    assert_eq!(pin(&house, &moderator, Some(MessageId(account(&dj).0))).await, Err(Failure::NotFound));
    let mut stranger = moderator.clone();
    stranger.tenant = house.bench.tenant();
    assert_eq!(pin(&house, &stranger, Some(message)).await, Err(Failure::NotFound));
    done(house.ban(&dj, &moderator).await);
    assert_eq!(pin(&house, &moderator, Some(message)).await.unwrap().refusals(), [ChatRefusal::Banned]);
}
