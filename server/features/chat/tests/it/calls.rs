//! Whom a message concerns, as the rest of the house learns it.

use crate::house::{House, account, done};
use contract::{
    caller::Caller,
    chat::{Chat, PostMessage},
    ids::MessageId,
};
use serde_json::{Value, json};

/// What was told, in order.
async fn told(house: &House, kind: &str) -> Vec<Value> {
    let payloads = house.column(&format!("SELECT payload FROM events WHERE kind = '{kind}' ORDER BY id")).await;
    payloads.iter().map(|payload| serde_json::from_str(payload).unwrap()).collect()
}

async fn answer(house: &House, caller: &Caller, to: MessageId, text: &str) -> MessageId {
    let post = PostMessage { answers: Some(to), ..house.message(text) };
    done(house.service.post(caller, post).await).message
}

#[tokio::test]
async fn who_is_answered_or_called_is_told_to_the_house_once() {
    let house = House::new().await;
    let (ama, ben, both) = (house.fan("Ama"), house.fan("Ben Front Row"), house.fan("Ben"));
    for caller in [&ama, &ben, &both] {
        house.say(caller, "hello @all of you").await;
    }
    assert!(told(&house, "room.addressed").await.is_empty(), "nobody is called that");
    let said = house.say(&ama, "@Ben Front Row, look, and @Ama too").await;
    let answered = answer(&house, &ben, said, "@Ama @Ben @Ama!").await;
    answer(&house, &ben, answered, "to myself").await;
    let all = told(&house, "room.addressed").await;
    let (a, b, c) = (account(&ama), account(&ben), account(&both));
    assert_eq!(
        all,
        [
            json!({ "message": said, "by": a, "answered": null, "mentioned": [b] }),
            json!({ "message": answered, "by": b, "answered": a, "mentioned": [c] }),
        ],
        "the longest name counts, nobody calls themselves, and who is answered isn't called as well"
    );
}

#[tokio::test]
async fn a_name_of_another_tenant_calls_nobody() {
    let house = House::new().await;
    let mut stranger = house.fan("Zoë");
    stranger.tenant = house.bench.tenant();
    let there = house.service.station_room(&stranger).await.unwrap().id;
    done(house.service.post(&stranger, PostMessage { room: there, ..house.message("hi") }).await);
    house.say(&house.fan("Ama"), "@Zoë?").await;
    assert!(told(&house, "room.addressed").await.is_empty());
}

#[tokio::test]
async fn what_is_refused_calls_nobody_and_a_resend_calls_nobody_twice() {
    let house = House::new().await;
    let (ama, ben) = (house.fan("Ama"), house.fan("Ben"));
    house.say(&ama, "here").await;
    let post = house.message("@Ama!");
    done(house.service.post(&ben, post.clone()).await);
    done(house.service.post(&ben, post).await);
    done(house.ban(&house.moderator(), &ben).await);
    assert!(!house.post(&ben, "@Ama again").await.unwrap().refusals().is_empty());
    assert_eq!(told(&house, "room.addressed").await.len(), 1);
}

#[tokio::test]
async fn sanctions_are_told_with_whom_they_are_about() {
    let house = House::new().await;
    let (fan, moderator) = (house.fan("Ama"), house.moderator());
    house.say(&fan, "here").await;
    done(house.time_out(&moderator, &fan, 10).await);
    done(house.ban(&moderator, &fan).await);
    done(house.ban(&moderator, &fan).await);
    done(house.lift(&moderator, &fan).await);
    let did: Vec<Value> = told(&house, "room.sanctioned").await.into_iter().map(|event| event["did"].clone()).collect();
    assert_eq!(did.len(), 3, "what stood already is no news");
    assert!(did[0]["timed-out"]["until"].is_i64());
    assert_eq!(did[1..], [json!("banned"), json!("lifted")]);
}

#[tokio::test]
async fn what_is_said_is_read_where_it_stands_now() {
    let house = House::new().await;
    let ama = house.fan("Ama");
    let (kept, deleted) = (house.say(&ama, "first").await, house.say(&ama, "second").await);
    done(house.edit(&ama, kept, "changed").await);
    done(house.delete(&ama, deleted).await);
    let said = house.service.said(house.tenant, &[kept, deleted]).await.unwrap();
    assert_eq!(said.len(), 1);
    assert_eq!((said[&kept].by.as_str(), said[&kept].text.as_str()), ("Ama", "changed"));
    assert!(house.service.said(house.bench.tenant(), &[kept]).await.unwrap().is_empty());
}
