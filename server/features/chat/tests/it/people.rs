//! Names follow the people, and leave with them.

use crate::house::{House, account, done, posted, refused};
use contract::{
    caller::{Caller, Role},
    chat::{Chat, ChatRefusal, PostMessage, What},
    failure::Failure,
    ids::{AccountId, TenantId},
};
use kernel::{
    Ids,
    events::{Event, Subscriber},
};
use uuid::Uuid;

async fn tell(house: &House, tenant: TenantId, kind: &str, subject: AccountId, payload: String) {
    let event = Event { id: Ids.next(), tenant, kind: kind.to_owned(), subject: subject.0, payload };
    // Subscribers may hear everything twice.
    house.service.receive(&event).await.unwrap();
    house.service.receive(&event).await.unwrap();
}

async fn rename(house: &House, caller: &Caller, name: &str, role: Role) {
    let account = account(caller);
    let payload = serde_json::json!({ "account": account, "slug": "new", "name": name, "bio": "", "role": role });
    tell(house, house.tenant, "accounts.profile-changed", account, payload.to_string()).await;
}

/// Somebody deletes their account.
pub async fn leave(house: &House, caller: &Caller) {
    let account = account(caller);
    tell(house, house.tenant, "accounts.deleted", account, serde_json::json!({ "account": account }).to_string()).await;
}

#[tokio::test]
async fn a_new_name_stands_at_all_that_was_ever_said() {
    let house = House::new().await;
    let (ana, ben, moderator) = (house.fan("Ana"), house.fan("Ben"), house.moderator());
    let id = house.say(&ana, "hello").await;
    done(house.service.post(&ben, PostMessage { answers: Some(id), ..house.message("hi") }).await);
    done(house.time_out(&moderator, &ana, 5).await);
    rename(&house, &ana, "Anaïs", Role::Fan).await;
    let messages = house.messages().await;
    assert_eq!(messages[0].author.name, "Anaïs");
    assert_eq!(messages[1].answers.as_ref().unwrap().name, "Anaïs");
    let log = house.missed(0).await;
    assert_eq!(posted(&log[0]).author.name, "Anaïs");
    assert!(matches!(&log[2].what, What::TimedOut { name, .. } if name == "Anaïs"));
    assert_eq!(messages[1].author.name, "Ben");
}

#[tokio::test]
async fn a_new_role_protects_and_a_lost_one_no_longer() {
    let house = House::new().await;
    let (fan, moderator) = (house.fan("Ana"), house.moderator());
    let id = house.say(&fan, "hello").await;
    rename(&house, &fan, "Ana", Role::Dj).await;
    assert_eq!(house.messages().await[0].author.role, Role::Dj);
    assert_eq!(refused(house.ban(&moderator, &fan).await), ChatRefusal::NotBelowYou);
    assert_eq!(refused(house.delete(&moderator, id).await), ChatRefusal::NotBelowYou);
    rename(&house, &fan, "Ana", Role::Fan).await;
    done(house.delete(&moderator, id).await);
    done(house.ban(&moderator, &fan).await);
}

#[tokio::test]
async fn a_name_the_session_knows_first_stands_at_once() {
    let house = House::new().await;
    let mut fan = house.fan("Ana");
    house.say(&fan, "hello").await;
    fan.viewer.as_mut().unwrap().name = "Anaïs".into();
    let (one, two) = tokio::join!(house.post(&fan, "it's me"), house.post(&fan, "again"));
    done(one);
    done(two);
    assert!(house.messages().await.iter().all(|message| message.author.name == "Anaïs"));
}

#[tokio::test]
async fn somebody_who_never_wrote_is_not_written_down() {
    let house = House::new().await;
    rename(&house, &house.fan("Ana"), "Anaïs", Role::Fan).await;
    assert_eq!(house.column("SELECT name FROM room_people").await, Vec::<String>::new());
}

#[tokio::test]
async fn who_left_leaves_what_was_said_and_nothing_of_themselves() {
    let house = House::new().await;
    let (ana, ben, moderator) = (house.fan("Ana"), house.fan("Ben"), house.someone("Mo", Role::Moderator));
    let first = house.message("hello");
    let id = done(house.service.post(&ana, first.clone()).await).message;
    house.say(&ana, "anybody?").await;
    done(house.service.post(&ben, PostMessage { answers: Some(id), ..house.message("hi Ana") }).await);
    done(house.react(&ana, id, "🔥", true).await);
    done(house.react(&ben, id, "🔥", true).await);
    done(house.time_out(&moderator, &ana, 5).await);
    done(house.ban(&moderator, &ana).await);
    done(house.lift(&moderator, &ana).await);
    house.say(&moderator, "calm down").await;
    leave(&house, &ana).await;
    leave(&house, &moderator).await;

    let messages = house.messages().await;
    assert_eq!(house.texts().await, ["hello", "anybody?", "hi Ana", "calm down"]);
    let left = |index: usize| (messages[index].author.account.0, messages[index].author.name.clone(), messages[index].author.role);
    for index in [0, 1, 3] {
        assert_eq!(left(index), (Uuid::nil(), String::new(), Role::Fan));
    }
    assert_eq!(messages[2].author.name, "Ben");
    assert_eq!(messages[2].answers.as_ref().unwrap().name, "");
    assert_eq!((messages[0].reactions.len(), messages[0].reactions[0].count), (1, 1));
    let log = serde_json::to_string(&house.missed(0).await).unwrap();
    let page = serde_json::to_string(&messages).unwrap();
    for gone in [&ana, &moderator] {
        let account = account(gone).to_string();
        assert!(!log.contains(&account) && !page.contains(&account));
    }
    assert!(!log.contains(r#""name":"Ana""#) && !log.contains(r#""name":"Mo""#));
    for sql in ["SELECT name FROM room_people", "SELECT kind FROM room_sanctions"] {
        assert_eq!(house.column(sql).await, if sql.contains("people") { vec!["Ben"] } else { vec![] });
    }
    done(house.delete(&house.someone("Danny", Role::Dj), id).await);
    assert_eq!(house.ban(&house.someone("Danny", Role::Dj), &ana).await, Err(Failure::NotFound));
}

#[tokio::test]
async fn two_who_used_the_same_key_can_both_leave() {
    let house = House::new().await;
    let (ana, ben, message) = (house.fan("Ana"), house.fan("Ben"), house.message("hello"));
    done(house.service.post(&ana, message.clone()).await);
    done(house.service.post(&ben, message).await);
    leave(&house, &ana).await;
    leave(&house, &ben).await;
    assert!(house.messages().await.iter().all(|message| message.author.name.is_empty()));
}

#[tokio::test]
async fn the_same_account_of_another_tenant_is_somebody_else() {
    let house = House::new().await;
    let fan = house.fan("Ana");
    house.say(&fan, "hello").await;
    let elsewhere = house.bench.tenant();
    let payload = serde_json::json!({ "account": account(&fan), "slug": "x", "name": "Changed", "bio": "", "role": "fan" });
    tell(&house, elsewhere, "accounts.profile-changed", account(&fan), payload.to_string()).await;
    tell(&house, elsewhere, "accounts.deleted", account(&fan), "{}".into()).await;
    assert_eq!(house.messages().await[0].author.name, "Ana");
    tell(&house, house.tenant, "mixes.published", account(&fan), String::new()).await;
}
