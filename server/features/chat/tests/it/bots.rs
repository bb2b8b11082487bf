//! Bots in the room: the badge, what they are let off, and what moderators do with them.

use crate::house::{DAY_MS, House, account, done, posted, refused};
use contract::{
    caller::{Caller, Role},
    chat::{Change, ChatRefusal},
    failure::Failure,
    ids::RoomId,
    moderation::{Moderation, RoomRules},
};

/// A bot that the room knows.
async fn bot(house: &House, name: &str) -> Caller {
    let bot = house.fan(name);
    house.service.introduce_bot(house.tenant, account(&bot), name).await.unwrap();
    bot
}

#[tokio::test]
async fn a_bot_carries_its_badge_from_the_first_message_on_and_a_namesake_does_not() {
    let house = House::new().await;
    let (bot, namesake) = (bot(&house, "Tracks").await, house.fan("Tracks"));
    let mut ear = house.listen();
    house.say(&bot, "Night Bus").await;
    house.say(&namesake, "Me too").await;
    house.say(&bot, "And again").await;
    let told: Vec<bool> = ear.some(3).await.iter().map(|logged| posted(logged).author.bot).collect();
    assert_eq!(told, [true, false, true]);
    let shown: Vec<bool> = house.messages().await.into_iter().map(|message| message.author.bot).collect();
    assert_eq!(shown, told);
    let mo = house.moderator();
    assert!(house.service.card(&mo, account(&bot)).await.unwrap().author.bot);
}

#[tokio::test]
async fn a_new_name_is_that_of_all_messages() {
    let house = House::new().await;
    let bot = bot(&house, "Tracks").await;
    house.say(&bot, "Night Bus").await;
    house.service.introduce_bot(house.tenant, account(&bot), "Charts").await.unwrap();
    let author = house.messages().await.remove(0).author;
    assert_eq!((author.name.as_str(), author.bot), ("Charts", true));
}

#[tokio::test]
async fn slow_mode_and_the_age_of_accounts_are_for_people() {
    let house = House::new().await;
    let (bot, mo) = (bot(&house, "Tracks").await, house.moderator());
    let rules = RoomRules { slow_mode_seconds: 30, account_age_hours: 24, ..RoomRules::default() };
    done(house.change(&mo, Change::Rule { room: house.room, rules }).await);
    house.say(&bot, "one").await;
    house.say(&bot, "two").await;
    let rules = RoomRules { read_only: true, ..rules };
    done(house.change(&mo, Change::Rule { room: house.room, rules }).await);
    assert_eq!(refused(house.post(&bot, "three").await), ChatRefusal::ReadOnly);
}

#[tokio::test]
async fn the_list_of_words_and_a_flood_s_end_hold_for_bots_too() {
    let house = House::new().await;
    let (bot, dj) = (bot(&house, "Tracks").await, house.someone("Dee", Role::Dj));
    house.service.set_words(&dj, "casino".to_owned()).await.unwrap().done().unwrap();
    assert_eq!(refused(house.post(&bot, "Casino!").await), ChatRefusal::Word { word: "casino".to_owned() });
    for number in 0..10 {
        house.say(&bot, &number.to_string()).await;
    }
    assert_eq!(refused(house.post(&bot, "eleven").await), ChatRefusal::TooFast { seconds: 10 });
}

#[tokio::test]
async fn a_bot_is_timed_out_but_not_banned() {
    let house = House::new().await;
    let (bot, mo) = (bot(&house, "Tracks").await, house.moderator());
    assert_eq!(refused(house.ban(&mo, &bot).await), ChatRefusal::NoBan);
    done(house.time_out(&mo, &bot, 10).await);
    assert_eq!(refused(house.post(&bot, "Hello").await), ChatRefusal::TimedOut { minutes: 10 });
    done(house.lift(&mo, &bot).await);
    house.say(&bot, "Hello").await;
}

#[tokio::test]
async fn the_log_is_read_in_pages_and_of_the_own_tenant_only() {
    let house = House::new().await;
    let fan = house.fan("Ama");
    for number in 1..=5 {
        house.say(&fan, &number.to_string()).await;
    }
    let (room, end) = house.service.station(house.tenant).await.unwrap();
    assert_eq!((room, end), (house.room, 5));
    let log = async |after, limit| {
        let page = house.service.log(house.tenant, room, after, limit).await.unwrap();
        (page.logged.iter().map(|logged| logged.seq).collect::<Vec<_>>(), page.next, page.has_more)
    };
    assert_eq!(log(0, 2).await, (vec![1, 2], 2, true));
    assert_eq!(log(2, 3).await, (vec![3, 4, 5], 5, false));
    assert_eq!(log(5, 3).await, (vec![], 5, false));
    assert_eq!(log(99, 3).await, (vec![], 5, false), "who is ahead comes from another log");
    house.bench.clock.advance_ms(91 * DAY_MS);
    house.service.prune(house.bench.kernel.now()).await.unwrap();
    house.say(&fan, "6").await;
    assert_eq!(log(0, 3).await, (vec![6], 6, false), "what was pruned is left out");
    for (tenant, room) in [(house.bench.tenant(), room), (house.tenant, RoomId(kernel::Ids.next()))] {
        assert!(matches!(house.service.log(tenant, room, 0, 1).await, Err(kernel::Error::Failure(Failure::NotFound))));
    }
}
