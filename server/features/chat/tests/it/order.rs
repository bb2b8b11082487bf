//! The log's order: no gap, nothing twice, and heard in it.

use crate::house::{Ear, House, done, posted, seqs};
use contract::{
    chat::{Chat, PostMessage},
    ids::RoomId,
};
use realtime::Topic;
use std::collections::BTreeSet;
use testing::visitor;

const PEOPLE: usize = 20;
/// As many as one person may post at once.
const EACH: usize = 10;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hundred_posts_at_once_in_two_processes_make_one_log_without_gaps() {
    let house = House::new().await;
    let (second, second_hub) = house.second().await;
    let mut ears = [house.listen(), Ear::at(&second_hub, &house)];
    // As for somebody who enters an empty room.
    for hub in [&house.hub, &second_hub] {
        hub.begin(&Topic::room(house.tenant, house.room), 0);
    }
    let mut running = Vec::new();
    for person in 0..PEOPLE {
        let fan = house.fan(&format!("Fan {person}"));
        for line in 0..EACH {
            let service = if (person + line) % 2 == 0 { house.service.clone() } else { second.clone() };
            let (fan, message) = (fan.clone(), house.message(&format!("line {line} of {person}")));
            running.push(tokio::spawn(async move { done(service.post(&fan, message).await) }));
        }
    }
    let mut answered = BTreeSet::new();
    for post in running {
        answered.insert(post.await.unwrap().seq);
    }
    assert_eq!(answered, (1..=(PEOPLE * EACH) as u64).collect());

    let log = house.missed(0).await;
    assert_eq!(seqs(&log), (1..=(PEOPLE * EACH) as u64).collect::<Vec<_>>());
    let texts: BTreeSet<String> = log.iter().map(|logged| posted(logged).text.clone()).collect();
    let said = (0..PEOPLE).flat_map(|person| (0..EACH).map(move |line| format!("line {line} of {person}")));
    assert_eq!(texts, said.collect());

    // Nothing ties the two but the database: what the other one wrote is read once something of one's own comes after it.
    for (ear, service) in ears.iter_mut().zip([&house.service, &second]) {
        done(service.post(&house.fan("Last"), house.message("and that is all")).await);
        let heard = ear.some(PEOPLE * EACH).await;
        assert_eq!(seqs(&heard), seqs(&log), "each process tells all of it in order");
        for (told, stored) in heard.iter().zip(&log) {
            assert_eq!(posted(told), posted(stored), "what is told is what is stored");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everyone_who_comes_first_finds_the_same_room() {
    let house = House::new().await;
    let (second, _) = house.second().await;
    let tenant = house.bench.tenant();
    let visits = (0..24).map(|number| {
        let service = if number % 2 == 0 { house.service.clone() } else { second.clone() };
        tokio::spawn(async move { service.station_room(&visitor(tenant)).await.unwrap().id })
    });
    let mut rooms: BTreeSet<RoomId> = BTreeSet::new();
    for visit in visits.collect::<Vec<_>>() {
        rooms.insert(visit.await.unwrap());
    }
    assert_eq!(rooms.len(), 1);
    assert!(!rooms.contains(&house.room));
    assert_eq!(house.room_for(&house.visitor()).await.id, house.room, "and later the same again");
}

#[tokio::test]
async fn rooms_count_for_themselves_also_within_one_group() {
    let house = House::new().await;
    let elsewhere = testing::person(house.bench.tenant(), contract::caller::Role::Fan);
    let other = house.service.station_room(&elsewhere).await.unwrap().id;
    let fan = house.fan("Ana");
    let there = |text: &str| PostMessage { room: other, ..house.message(text) };
    let (one, two, three) = tokio::join!(
        house.post(&fan, "here"),
        house.service.post(&elsewhere, there("there")),
        house.service.post(&elsewhere, there("there again")),
    );
    assert_eq!([one, two, three].map(|answer| done(answer).seq), [1, 1, 2]);
    assert_eq!(house.texts().await, ["here"]);
}
