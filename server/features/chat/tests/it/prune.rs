//! What is forgotten after a while, and what stays.

use crate::house::{DAY_MS, House, done, posted, seqs};
use contract::{
    caller::{Caller, Role},
    chat::{Chat, Missed, PostMessage, What},
    failure::Failure,
    moderation::{Moderation, ModerationRefusal, RoomSettings},
    outcome::Outcome,
    shown::Timestamp,
};
use futures::future::join_all;

fn now(house: &House) -> Timestamp {
    house.bench.kernel.now()
}

#[tokio::test]
async fn what_is_older_than_ninety_days_is_gone_and_places_are_given_once() {
    let house = House::new().await;
    let (fan, moderator) = (house.fan("Ana"), house.moderator());
    let old = house.say(&fan, "long ago").await;
    done(house.react(&fan, old, "🔥", true).await);
    done(house.time_out(&moderator, &fan, 1).await);
    house.bench.clock.advance_ms(90 * DAY_MS);
    let answer = PostMessage { answers: Some(old), ..house.message("today") };
    done(house.service.post(&fan, answer).await);
    assert_eq!(house.service.prune(now(&house)).await.unwrap(), 0, "just within it");
    house.bench.clock.advance_ms(2 * 60_000);
    assert_eq!(house.service.prune(now(&house)).await.unwrap(), 3);
    assert_eq!(house.service.prune(now(&house)).await.unwrap(), 0);
    assert_eq!(house.texts().await, ["today"]);
    for table in ["room_reactions", "room_sanctions"] {
        assert_eq!(house.column(&format!("SELECT 'left' FROM {table}")).await, Vec::<String>::new(), "{table}");
    }
    let quote = house.messages().await[0].answers.clone().unwrap();
    assert_eq!((quote.message, quote.name.as_str(), quote.text.as_str()), (old, "", ""));
    let missed = house.service.missed(&house.visitor(), house.room, 1).await.unwrap();
    assert_eq!(missed, Missed::TooMuch, "what was pruned can't be told");
    assert_eq!(seqs(&house.missed(3).await), [4]);
    house.bench.clock.advance_ms(91 * DAY_MS);
    assert_eq!(house.service.prune(now(&house)).await.unwrap(), 1);
    assert_eq!(done(house.post(&fan, "the next").await).seq, 5);
}

#[tokio::test]
async fn a_change_outlives_its_message_as_its_deletion() {
    let house = House::new().await;
    let fan = house.fan("Ana");
    let id = house.say(&fan, "long ago").await;
    house.bench.clock.advance_ms(DAY_MS);
    done(house.react(&fan, id, "🔥", true).await);
    house.bench.clock.advance_ms(90 * DAY_MS - 1);
    assert_eq!(house.service.prune(now(&house)).await.unwrap(), 1);
    assert_eq!(house.missed(1).await[0].what, What::Deleted { message: id });
}

#[tokio::test]
async fn a_large_past_goes_in_pieces_and_other_rooms_keep_theirs() {
    let house = House::new().await;
    let crowd: Vec<_> = (0..101).map(|number| house.fan(&format!("Fan {number}"))).collect();
    let posts = (0..1001).map(|number| house.post(&crowd[number / 10], "long ago"));
    let seqs: Vec<u64> = join_all(posts).await.into_iter().map(|answer| done(answer).seq).collect();
    assert_eq!(seqs, (1..=1001).collect::<Vec<_>>());
    house.bench.clock.advance_ms(91 * DAY_MS);
    let elsewhere = testing::person(house.bench.tenant(), Role::Fan);
    let room = house.service.station_room(&elsewhere).await.unwrap().id;
    done(house.service.post(&elsewhere, PostMessage { room, ..house.message("today") }).await);
    assert_eq!(house.service.prune(now(&house)).await.unwrap(), 1001);
    assert_eq!(house.texts().await, Vec::<String>::new());
    let there = house.service.missed(&elsewhere, room, 0).await.unwrap();
    assert!(matches!(there, Missed::Changes(changes) if posted(&changes[0]).text == "today"));
}

#[tokio::test]
async fn a_tenant_keeps_messages_as_long_as_its_admin_says() {
    let house = House::new().await;
    let (fan, admin) = (house.fan("Ana"), house.someone("Ada", Role::Admin));
    let set = async |caller: &Caller, days: u32| {
        house.service.set_settings(caller, RoomSettings { kept_days: days, ..RoomSettings::default() }).await
    };
    let out = Ok(Outcome::refused(ModerationRefusal::KeptDays { least: 7, most: 3650 }));
    for days in [1, 6, 3651, u32::MAX] {
        assert_eq!(set(&admin, days).await, out, "{days}");
    }
    for role in [Role::Fan, Role::Moderator, Role::Dj] {
        let caller = house.someone("No", role);
        assert_eq!(set(&caller, 7).await, Err(Failure::Forbidden));
        assert_eq!(house.service.settings(&caller).await, Err(Failure::Forbidden));
    }
    assert_eq!(set(&house.visitor(), 7).await, Err(Failure::Forbidden));
    let kept = async |caller: &Caller| house.service.settings(caller).await.map(|settings| settings.kept_days);
    assert_eq!(kept(&admin).await, Ok(90));

    house.say(&fan, "long ago").await;
    let elsewhere = testing::person(house.bench.tenant(), Role::Admin);
    let room = house.service.station_room(&elsewhere).await.unwrap().id;
    done(house.service.post(&elsewhere, PostMessage { room, ..house.message("there") }).await);
    assert_eq!(set(&admin, 0).await, Ok(Outcome::Done(())));
    assert_eq!((kept(&admin).await, kept(&elsewhere).await), (Ok(0), Ok(90)));
    house.bench.clock.advance_ms(4000 * DAY_MS);
    assert_eq!(house.service.prune(now(&house)).await.unwrap(), 1, "the other tenant's");
    assert_eq!(house.texts().await, ["long ago"]);
    house.say(&fan, "lately").await;
    house.bench.clock.advance_ms(8 * DAY_MS);
    house.say(&fan, "today").await;
    for (days, left) in [(3650, vec!["lately", "today"]), (7, vec!["today"])] {
        assert_eq!(set(&admin, days).await, Ok(Outcome::Done(())));
        assert_eq!(house.service.prune(now(&house)).await.unwrap(), 1);
        assert_eq!(house.texts().await, left);
    }
}
