//! Bans that reach the network somebody wrote from.

use crate::house::{DAY_MS, House, done, refused};
use contract::{
    caller::{Caller, Role},
    chat::{Chat, ChatRefusal, PostMessage},
    ids::AccountId,
};
use kernel::Ids;
use testing::{NOON, visitor};
use uuid::Uuid;

const HOME: &str = "203.0.113.9";
const ELSEWHERE: &str = "203.0.113.10";

/// From an address, with an account made so long after the clock's start.
fn from(mut caller: Caller, address: &str, made_ms: i64) -> Caller {
    caller.origin.address = address.parse().unwrap();
    let viewer = caller.viewer.as_mut().unwrap();
    // The time in the UUID's first 48 bits, and the rest as it was.
    let rest = viewer.account.0.as_u128() & ((1 << 80) - 1);
    viewer.account = AccountId(Uuid::from_u128(u128::from((NOON.0 + made_ms).unsigned_abs()) << 80 | rest));
    caller
}

fn closed(days: u32) -> ChatRefusal {
    ChatRefusal::NetworkBanned { days }
}

#[tokio::test]
async fn new_accounts_from_where_somebody_was_banned_wait_thirty_days_and_old_ones_do_not() {
    let house = House::new().await;
    let troll = from(house.fan("Troll"), HOME, -DAY_MS);
    let (flatmate, moderator) = (from(house.fan("Flo"), HOME, -5), from(house.moderator(), ELSEWHERE, -5));
    house.say(&troll, "boo").await;
    done(house.ban(&moderator, &troll).await);
    assert_eq!(refused(house.post(&troll, "boo").await), ChatRefusal::Banned);
    house.say(&flatmate, "sorry about that").await;
    let again = from(house.fan("Troll 2"), HOME, 5);
    let (neighbour, guest) = (from(house.fan("Nia"), ELSEWHERE, 5), from(house.someone("Mod", Role::Moderator), HOME, 5));
    let hello = house.say(&neighbour, "hello").await;
    assert_eq!(refused(house.post(&again, "me again").await), closed(30));
    assert_eq!(refused(house.react(&again, hello, "🔥", true).await), closed(30));
    house.say(&guest, "whom the station made a moderator").await;
    let address = HOME.parse().unwrap();
    assert_eq!(house.service.closed_to_new(house.tenant, address).await.unwrap(), Some(30));
    assert_eq!(house.service.closed_to_new(house.tenant, ELSEWHERE.parse().unwrap()).await.unwrap(), None);

    // Another tenant has heard nothing of it.
    let other = house.bench.tenant();
    let room = house.service.station_room(&visitor(other)).await.unwrap().id;
    let there = Caller { tenant: other, ..again.clone() };
    done(house.service.post(&there, PostMessage { room, key: Ids.next(), text: "hi".into(), answers: None }).await);
    assert_eq!(house.service.closed_to_new(other, address).await.unwrap(), None);

    house.bench.clock.advance_ms(29 * DAY_MS);
    assert_eq!(refused(house.post(&again, "now?").await), closed(1));
    house.bench.clock.advance_ms(DAY_MS);
    house.say(&again, "now").await;
    assert_eq!(refused(house.post(&troll, "boo").await), ChatRefusal::Banned, "the ban itself stays");
}

#[tokio::test]
async fn a_lifted_ban_opens_the_network_again() {
    let house = House::new().await;
    let (troll, moderator) = (from(house.fan("Troll"), "2001:db8:1:2::1", -5), from(house.moderator(), ELSEWHERE, -5));
    house.say(&troll, "boo").await;
    done(house.ban(&moderator, &troll).await);
    let new = from(house.fan("New"), "2001:db8:1:2:ffff::9", 5);
    assert_eq!(refused(house.post(&new, "hi").await), closed(30), "one household");
    done(house.lift(&moderator, &troll).await);
    house.say(&new, "hi").await;
    assert_eq!(house.column("SELECT network FROM room_network_bans").await, Vec::<String>::new());
}

#[tokio::test]
async fn a_ban_does_not_reach_the_moderators_own_network_nor_the_machine_itself() {
    let house = House::new().await;
    let moderator = from(house.moderator(), HOME, -5);
    for (name, address) in [("In the venue", HOME), ("Behind a proxy", "127.0.0.1")] {
        let troll = from(house.fan(name), address, -5);
        house.say(&troll, "boo").await;
        done(house.ban(&moderator, &troll).await);
        house.say(&from(house.fan("New"), address, 5), "hi").await;
    }
}

#[tokio::test]
async fn networks_are_kept_as_hashes_of_the_last_one_and_forgotten_after_thirty_days() {
    let house = House::new().await;
    let (fan, other) = (from(house.fan("Ana"), HOME, -5), from(house.fan("Ben"), HOME, -5));
    house.say(&fan, "one").await;
    house.say(&from(fan.clone(), ELSEWHERE, -5), "two").await;
    house.say(&other, "three").await;
    let moderator = from(house.moderator(), "198.51.100.1", -5);
    done(house.ban(&moderator, &fan).await);
    assert_eq!(refused(house.post(&from(house.fan("New"), ELSEWHERE, 5), "hi").await), closed(30), "where she wrote last");
    let all =
        [house.column("SELECT network FROM room_networks").await, house.column("SELECT network FROM room_network_bans").await].concat();
    assert_eq!(all.len(), 3);
    assert!(all.iter().all(|network| network.len() == 43 && !network.contains("203.0")), "{all:?}");
    crate::people::leave(&house, &other).await;
    assert_eq!(house.column("SELECT network FROM room_networks").await.len(), 1);
    house.service.prune(NOON.plus_ms(30 * DAY_MS)).await.unwrap();
    for table in ["room_networks", "room_network_bans"] {
        assert_eq!(house.column(&format!("SELECT network FROM {table}")).await, Vec::<String>::new(), "{table}");
    }
    assert_eq!(refused(house.post(&fan, "boo").await), ChatRefusal::Banned);
}
