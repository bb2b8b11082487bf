//! A second tenant on the same install finds nothing here and changes nothing.

use crate::house::{House, account, done, refused};
use contract::{
    caller::{Caller, Role},
    chat::{Change, Chat, ChatRefusal, PostMessage},
    failure::Failure,
};
use testing::{person, visitor};

#[tokio::test]
async fn another_tenant_finds_neither_room_nor_message_nor_person() {
    let house = House::new().await;
    let fan = house.fan("Ana");
    let id = house.say(&fan, "hello").await;
    let elsewhere = house.bench.tenant();
    let admin = person(elsewhere, Role::Operator);
    let own = house.service.station_room(&admin).await.unwrap();
    assert_ne!(own.id, house.room);
    assert_eq!((own.seq, own.messages.len(), own.has_more), (0, 0, false));
    // Even with the fan's identity, the other tenant's door leads nowhere.
    let disguised = Caller { viewer: fan.viewer.clone(), ..visitor(elsewhere) };
    for caller in [&admin, &disguised, &visitor(elsewhere)] {
        assert_eq!(house.service.history(caller, house.room, 100).await, Err(Failure::NotFound));
        assert_eq!(house.service.missed(caller, house.room, 0).await, Err(Failure::NotFound));
    }
    for caller in [&admin, &disguised] {
        assert_eq!(house.post(caller, "hello").await, Err(Failure::NotFound));
        assert_eq!(house.edit(caller, id, "changed").await, Err(Failure::NotFound));
        assert_eq!(house.delete(caller, id).await, Err(Failure::NotFound));
        assert_eq!(house.react(caller, id, "🔥", true).await, Err(Failure::NotFound));
    }
    assert_eq!(house.time_out(&admin, &fan, 5).await, Err(Failure::NotFound));
    assert_eq!(house.ban(&admin, &fan).await, Err(Failure::NotFound));
    assert_eq!(house.lift(&admin, &fan).await, Err(Failure::NotFound));
    assert_eq!(house.slow_mode(&admin, 5).await, Err(Failure::NotFound));
    let from_own = Change::Ban { room: own.id, account: account(&fan) };
    assert_eq!(house.change(&admin, from_own).await, Err(Failure::NotFound));
    let answer = PostMessage { room: own.id, answers: Some(id), ..house.message("quoting you") };
    assert_eq!(refused(house.service.post(&admin, answer.clone()).await), ChatRefusal::NoSuchMessage);
    // Also where one group knows both.
    let (quoting, own_post) = tokio::join!(house.service.post(&admin, answer), house.post(&fan, "mine"));
    assert_eq!(refused(quoting), ChatRefusal::NoSuchMessage);
    done(own_post);
    let room = house.room_for(&fan).await;
    assert_eq!((room.seq, room.messages[0].text.as_str(), room.messages[0].reactions.len()), (2, "hello", 0));
}

#[tokio::test]
async fn a_ban_and_a_pace_hold_in_their_own_tenant_only() {
    let house = House::new().await;
    let (fan, moderator) = (house.fan("Ana"), house.moderator());
    for _ in 0..10 {
        house.say(&fan, "hello").await;
    }
    done(house.time_out(&moderator, &fan, 5).await);
    done(house.ban(&moderator, &fan).await);
    let there = Caller { viewer: fan.viewer.clone(), ..visitor(house.bench.tenant()) };
    assert!(!house.service.is_banned(there.tenant, account(&there)).await.unwrap());
    let room = house.service.station_room(&there).await.unwrap();
    assert_eq!(room.may_write, contract::chat::MayWrite::Yes);
    let hello = PostMessage { room: room.id, ..house.message("hello there") };
    let (here, there) = tokio::join!(house.post(&fan, "hello"), house.service.post(&there, hello));
    assert_eq!(refused(here), ChatRefusal::Banned);
    done(there);
}

#[tokio::test]
async fn nobody_hears_another_tenant_s_room() {
    let house = House::new().await;
    let elsewhere = person(house.bench.tenant(), Role::Fan);
    let room = house.service.station_room(&elsewhere).await.unwrap().id;
    let mut ear = house.listen();
    done(house.service.post(&elsewhere, PostMessage { room, ..house.message("there") }).await);
    house.say(&house.fan("Ana"), "here").await;
    assert_eq!(crate::house::posted(&ear.next().await).text, "here");
}
