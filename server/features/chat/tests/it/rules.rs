//! What a room asks of those who write, and who changes that.

use crate::house::{Answer, House, account, done, refused};
use contract::{
    caller::{Caller, Role},
    chat::{Change, ChatRefusal, MayWrite, What},
    failure::Failure,
    ids::AccountId,
    moderation::{Moderation, ModerationRefusal, RoomRules, Writers},
    outcome::Outcome,
};
use testing::NOON;
use uuid::Uuid;

const HOUR_MS: i64 = 3_600_000;

async fn rule(house: &House, caller: &Caller, rules: RoomRules) -> Answer {
    house.change(caller, Change::Rule { room: house.room, rules }).await
}

/// A fan whose account is so old.
fn aged(house: &House, name: &str, hours: i64) -> Caller {
    let mut fan = house.fan(name);
    let made = u128::try_from(NOON.plus_ms(-hours * HOUR_MS).0).unwrap();
    let own = account(&fan).0.as_u128() & ((1 << 80) - 1);
    fan.viewer.as_mut().unwrap().account = AccountId(Uuid::from_u128(made << 80 | own));
    fan
}

#[tokio::test]
async fn a_read_only_room_is_written_in_by_moderators_and_told_at_once() {
    let house = House::new().await;
    let (fan, moderator) = (aged(&house, "Ana", 100), house.moderator());
    let id = house.say(&fan, "hello").await;
    let (mut ear, rules) = (house.listen(), RoomRules { read_only: true, ..RoomRules::default() });
    assert_eq!(done(rule(&house, &moderator, rules).await).seq, 2);
    assert_eq!(ear.next().await.what, What::Ruled { rules });
    assert_eq!(done(rule(&house, &moderator, rules).await).seq, 2, "said twice, it changes nothing");
    let room = house.room_for(&fan).await;
    assert_eq!((room.rules, room.may_write), (rules, MayWrite::ReadOnly));
    assert_eq!(house.room_for(&house.visitor()).await.may_write, MayWrite::SignIn);
    assert_eq!(refused(house.post(&fan, "and now?").await), ChatRefusal::ReadOnly);
    assert_eq!(refused(house.edit(&fan, id, "hello?").await), ChatRefusal::ReadOnly);
    assert_eq!(refused(house.react(&fan, id, "🔥", true).await), ChatRefusal::ReadOnly);
    done(house.delete(&fan, id).await);
    house.say(&moderator, "a moment, please").await;
    done(rule(&house, &moderator, RoomRules::default()).await);
    house.say(&fan, "thanks").await;
    let told: Vec<_> = house.missed(1).await.into_iter().map(|logged| logged.what).collect();
    assert!(told.contains(&What::Ruled { rules }) && told.contains(&What::Ruled { rules: RoomRules::default() }));
}

#[tokio::test]
async fn raid_mode_keeps_new_accounts_out_until_they_are_a_day_old() {
    let house = House::new().await;
    let (old, new, moderator) = (aged(&house, "Ana", 25), aged(&house, "Raider", 1), house.moderator());
    done(rule(&house, &moderator, RoomRules::default().with_raid_mode(true)).await);
    assert_eq!(refused(house.post(&new, "raid").await), ChatRefusal::TooNew { hours: 23 });
    assert_eq!(house.room_for(&new).await.may_write, MayWrite::TooNew(NOON.plus_ms(23 * HOUR_MS)));
    house.say(&old, "I was here before").await;
    assert_eq!(refused(house.post(&old, "twice").await), ChatRefusal::SlowMode { seconds: 30 });
    house.say(&moderator, "we write on").await;
    house.bench.clock.advance_ms(23 * HOUR_MS);
    house.say(&new, "now I may").await;
    done(rule(&house, &moderator, RoomRules::default()).await);
    house.say(&aged(&house, "Newest", 0), "hello").await;
}

#[tokio::test]
async fn a_tenant_may_let_members_write_before_they_confirmed_their_address() {
    let house = House::new().await;
    let (mut fan, moderator) = (house.fan("Ana"), house.moderator());
    fan.viewer.as_mut().unwrap().confirmed = false;
    assert_eq!(refused(house.post(&fan, "hello").await), ChatRefusal::ConfirmAddress);
    let rules = RoomRules { writers: Writers::Members, ..RoomRules::default() };
    done(rule(&house, &moderator, rules).await);
    assert_eq!(house.room_for(&fan).await.may_write, MayWrite::Yes);
    house.say(&fan, "hello").await;
    done(house.slow_mode(&moderator, 5).await);
    assert_eq!(house.room_for(&fan).await.rules, RoomRules { slow_mode_seconds: 5, ..rules }, "one rule leaves the others");
}

#[tokio::test]
async fn rules_are_for_moderators_and_have_bounds() {
    let house = House::new().await;
    let (fan, moderator, dj) = (house.fan("Ana"), house.moderator(), house.someone("Danny", Role::Dj));
    let most = RoomRules { account_age_hours: u32::MAX, slow_mode_seconds: u32::MAX, ..RoomRules::default() };
    assert_eq!(rule(&house, &fan, most).await, Err(Failure::Forbidden));
    assert_eq!(rule(&house, &house.visitor(), most).await, Err(Failure::SignInRequired));
    assert_eq!(house.room_for(&fan).await.rules, RoomRules::default());
    done(rule(&house, &moderator, most).await);
    let rules = house.room_for(&fan).await.rules;
    assert_eq!((rules.account_age_hours, rules.slow_mode_seconds), (720, 3600));
    house.say(&moderator, "hello").await;
    done(house.ban(&dj, &moderator).await);
    assert_eq!(refused(rule(&house, &moderator, RoomRules::default()).await), ChatRefusal::Banned);
}

#[tokio::test]
async fn words_on_the_list_are_refused_by_name_in_messages_and_edits() {
    let house = House::new().await;
    let (fan, moderator, dj) = (house.fan("Ana"), house.moderator(), house.someone("Danny", Role::Dj));
    for caller in [&fan, &moderator] {
        assert_eq!(house.service.set_words(caller, "boo".into()).await, Err(Failure::Forbidden));
    }
    assert_eq!(house.service.words(&fan).await, Err(Failure::Forbidden));
    assert_eq!(house.service.set_words(&dj, "  boo*  \n\n***\ngo home".into()).await, Ok(Outcome::Done(())));
    assert_eq!(house.service.words(&moderator).await.as_deref(), Ok("boo*\ngo home"));
    let id = house.say(&fan, "hello").await;
    assert_eq!(refused(house.post(&fan, "BOOOO!").await), ChatRefusal::Word { word: "boo*".into() });
    assert_eq!(refused(house.edit(&fan, id, "Go, home").await), ChatRefusal::Word { word: "go home".into() });
    house.say(&moderator, "nobody says boo here").await;
    let long = "word\n".repeat(1000);
    assert_eq!(house.service.set_words(&dj, long).await, Ok(Outcome::refused(ModerationRefusal::ListTooLong { most: 4000 })));
    assert_eq!(house.service.set_words(&dj, String::new()).await, Ok(Outcome::Done(())));
    house.say(&fan, "boo").await;
    assert_eq!(house.texts().await, ["hello", "nobody says boo here", "boo"]);
}
