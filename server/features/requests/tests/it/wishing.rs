//! Asking for a track: who may, how often, and what is not played twice.

use crate::house::{HOUR_MS, House, LIBRARY, MINUTE_MS, done, refused};
use contract::{
    caller::Role,
    failure::Failure,
    ids::MixId,
    requests::{Decision, LONGEST_DEDICATION, RequestRefusal, RequestRules, Standing, TrackRequests, Wish},
};
use testing::visitor;
use uuid::Uuid;

#[tokio::test]
async fn a_wish_is_there_for_everybody_with_its_dedication() {
    let house = House::new().await;
    let ama = house.fan("Ama");
    let wish = Wish { mix: MixId(Uuid::nil()), position: 3, dedication: " for  everyone\nat work ".into() };
    let asked = done(house.service.wish(&ama, wish).await);
    assert_eq!((asked.artist.as_str(), asked.title.as_str(), asked.votes), ("Jeff Mills", "The Bells", 1));
    let seen = house.page(&visitor(house.tenant)).await;
    assert_eq!(seen.waiting.first(), Some(&asked));
    assert_eq!((seen.waiting[0].dedication.as_str(), seen.waiting[0].name.as_str()), ("for everyone at work", "Ama"));
    assert_eq!((seen.own_votes.len(), seen.seconds_each, seen.reader), (0, 240, None));
    assert_eq!(house.page(&ama).await.own_votes, [asked.id], "who asks for it votes for it");
}

#[tokio::test]
async fn a_track_that_waits_gets_a_vote_and_not_a_second_place() {
    let house = House::new().await;
    let (ama, ben) = (house.fan("Ama"), house.fan("Ben"));
    let first = house.asked(&ama, 2).await;
    for _ in 0..2 {
        assert_eq!(house.asked(&ben, 2).await, first);
    }
    assert_eq!(house.order().await, [("Minus".to_owned(), 2)]);
}

#[tokio::test]
async fn guests_and_those_who_were_sent_away_ask_for_nothing() {
    let house = House::new().await;
    assert_eq!(house.wish(&visitor(house.tenant), 0).await, Err(Failure::SignInRequired));
    let ama = house.fan("Ama");
    house.shelf.banned.lock().unwrap().push(ama.viewer.as_ref().unwrap().account);
    assert_eq!(house.wish(&ama, 0).await, Err(Failure::Forbidden));
    let mut ben = house.fan("Ben");
    ben.viewer.as_mut().unwrap().confirmed = false;
    assert_eq!(refused(house.wish(&ben, 0).await), RequestRefusal::ConfirmAddress);
    assert_eq!(refused(house.wish(&house.fan("Cleo"), 99).await), RequestRefusal::NoSuchSong);
    let wish = Wish { mix: MixId(Uuid::nil()), position: 0, dedication: "x".repeat(LONGEST_DEDICATION + 1) };
    assert_eq!(refused(house.service.wish(&house.fan("Cleo"), wish).await), RequestRefusal::TooLong { most: 140 });
    assert!(house.titles().await.is_empty());
}

#[tokio::test]
async fn a_persons_share_of_the_hour_comes_back_as_it_passes() {
    let house = House::new().await;
    let ama = house.fan("Ama");
    for position in [0, 2, 3] {
        house.asked(&ama, position).await;
        house.pass(10 * MINUTE_MS);
    }
    assert_eq!(refused(house.wish(&ama, 4).await), RequestRefusal::TooMany { most: 3, minutes: 30 });
    house.asked(&house.fan("Ben"), 5).await;
    house.pass(30 * MINUTE_MS);
    house.asked(&ama, 4).await;
    assert_eq!(house.titles().await.len(), 5);
}

#[tokio::test]
async fn the_hour_of_all_is_full_for_everybody_but_who_runs_the_station() {
    let house = House::new().await;
    let rules = RequestRules { per_hour: 2, ..RequestRules::default() };
    done(house.service.set_rules(&house.dj(), rules).await);
    house.asked(&house.fan("Ama"), 0).await;
    house.asked(&house.fan("Ben"), 2).await;
    house.pass(20 * MINUTE_MS);
    assert_eq!(refused(house.wish(&house.fan("Cleo"), 3).await), RequestRefusal::HourFull { minutes: 40 });
    house.asked(&house.dj(), 3).await;
}

#[tokio::test]
async fn what_was_played_lately_is_not_asked_for_again() {
    let house = House::new().await;
    let ama = house.fan("Ama");
    let id = house.asked(&ama, 0).await;
    house.decided(id, Decision::Play).await;
    house.pass(10 * MINUTE_MS);
    assert_eq!(refused(house.wish(&ama, 0).await), RequestRefusal::PlayedLately { minutes: 170 });
    assert_eq!(refused(house.wish(&ama, 1).await), RequestRefusal::ArtistLately { minutes: 50 });
    house.pass(50 * MINUTE_MS);
    house.asked(&ama, 1).await;
    assert_eq!(refused(house.wish(&ama, 0).await), RequestRefusal::PlayedLately { minutes: 120 });
    house.pass(2 * HOUR_MS);
    house.asked(&ama, 0).await;
}

#[tokio::test]
async fn a_station_that_takes_no_requests_says_so() {
    let house = House::new().await;
    let closed = RequestRules { open: false, ..RequestRules::default() };
    assert_eq!(house.service.set_rules(&house.fan("Ama"), closed).await, Err(Failure::Forbidden));
    done(house.service.set_rules(&house.dj(), closed).await);
    assert_eq!(refused(house.wish(&house.fan("Ama"), 0).await), RequestRefusal::Closed);
    assert!(!house.page(&house.fan("Ama")).await.rules.open);
    let never = RequestRules { same_track: 10_081, ..RequestRules::default() };
    assert_eq!(refused(house.service.set_rules(&house.dj(), never).await), RequestRefusal::NoSuchRule { most: 10_080 });
}

#[tokio::test]
async fn who_asked_takes_it_back_and_nobody_else_does() {
    let house = House::new().await;
    let (ama, ben) = (house.fan("Ama"), house.fan("Ben"));
    let id = house.asked(&ama, 0).await;
    assert_eq!(house.service.withdraw(&ben, id).await, Err(Failure::NotFound));
    assert_eq!(done(house.service.withdraw(&ama, id).await).standing, Standing::Withdrawn);
    assert_eq!(refused(house.service.withdraw(&ama, id).await), RequestRefusal::Over);
    assert!(house.titles().await.is_empty());
    house.asked(&ben, 0).await;
}

#[tokio::test]
async fn ten_at_once_ask_for_the_same_track_and_it_waits_once() {
    let house = House::new().await;
    let (second, _) = house.second().await;
    let people: Vec<_> = (0..10).map(|number| house.fan(&format!("Fan {number}"))).collect();
    let wish = || Wish { mix: MixId(Uuid::nil()), position: 4, dedication: String::new() };
    let asking = people.iter().enumerate().map(|(number, fan)| {
        let service = if number % 2 == 0 { &house.service } else { &second };
        service.wish(fan, wish())
    });
    let asked: Vec<_> = futures::future::join_all(asking).await.into_iter().map(|answer| done(answer).id).collect();
    assert!(asked.iter().all(|id| *id == asked[0]), "{asked:?}");
    assert_eq!(house.order().await, [(LIBRARY[4].1.to_owned(), 10)]);
}

#[tokio::test]
async fn another_tenant_has_requests_of_its_own() {
    let house = House::new().await;
    let id = house.asked(&house.fan("Ama"), 0).await;
    let other = testing::person(house.bench.tenant(), Role::Operator);
    assert!(house.page(&other).await.waiting.is_empty());
    assert_eq!(house.service.vote(&other, id, true).await, Err(Failure::NotFound));
    assert_eq!(house.service.decide(&other, id, Decision::Play).await, Err(Failure::NotFound));
    assert_eq!(house.service.withdraw(&other, id).await, Err(Failure::NotFound));
    assert_eq!(house.order().await, [("Ghetto Kraviz".to_owned(), 1)]);
}
