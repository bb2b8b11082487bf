//! What the DJ makes of requests.

use crate::house::{House, MINUTE_MS, refused};
use contract::{
    failure::Failure,
    ids::TrackRequestId,
    requests::{Decision, LONGEST_DEDICATION, RequestRefusal, Standing, TrackRequests},
};
use proptest::prelude::*;

#[tokio::test]
async fn fans_decide_nothing() {
    let house = House::new().await;
    let ama = house.fan("Ama");
    let id = house.asked(&ama, 0).await;
    assert_eq!(house.service.decide(&ama, id, Decision::Play).await, Err(Failure::Forbidden));
    assert_eq!(house.titles().await.len(), 1);
}

#[tokio::test]
async fn accepted_ones_keep_the_djs_order_whatever_the_votes() {
    let house = House::new().await;
    let (ama, ben) = (house.fan("Ama"), house.fan("Ben"));
    let [first, second] = [house.asked(&ama, 0).await, house.asked(&ama, 2).await];
    let third = house.asked(&ben, 3).await;
    house.vote(&ama, third, true).await;
    assert_eq!(house.titles().await, ["The Bells", "Ghetto Kraviz", "Minus"]);
    house.decided(second, Decision::Accept).await;
    house.decided(first, Decision::Accept).await;
    assert_eq!(house.titles().await, ["Minus", "Ghetto Kraviz", "The Bells"]);
    assert_eq!(house.decided(first, Decision::Move { place: 1 }).await.place, 1);
    assert_eq!(house.titles().await, ["Ghetto Kraviz", "Minus", "The Bells"]);
    house.decided(third, Decision::Move { place: 2 }).await;
    assert_eq!(house.titles().await, ["Ghetto Kraviz", "The Bells", "Minus"]);
    house.decided(first, Decision::PutBack).await;
    assert_eq!(house.titles().await, ["The Bells", "Minus", "Ghetto Kraviz"]);
}

#[tokio::test]
async fn what_is_over_stays_over() {
    let house = House::new().await;
    let (ama, ben) = (house.fan("Ama"), house.fan("Ben"));
    let played = house.asked(&ama, 0).await;
    house.decided(played, Decision::Play).await;
    let no = house.asked(&ben, 2).await;
    let reason = "x".repeat(LONGEST_DEDICATION + 1);
    assert_eq!(refused(house.decide(no, Decision::Refuse { reason }).await), RequestRefusal::TooLong { most: 140 });
    house.decided(no, Decision::Refuse { reason: "Not on a Sunday".into() }).await;
    for id in [played, no] {
        assert_eq!(refused(house.decide(id, Decision::Accept).await), RequestRefusal::Over);
        assert_eq!(refused(house.service.vote(&ama, id, true).await), RequestRefusal::Over);
    }
    let page = house.page(&ben).await;
    assert_eq!((page.waiting.len(), page.played.len()), (0, 1));
    assert_eq!((page.refused[0].id, page.refused[0].reason.as_str()), (no, "Not on a Sunday"));
    assert!(house.page(&ama).await.refused.is_empty(), "that is between Ben and the DJ");
    let unknown = TrackRequestId(uuid::Uuid::from_u128(1));
    assert_eq!(house.decide(unknown, Decision::Accept).await, Err(Failure::NotFound));
}

#[tokio::test]
async fn the_estimate_follows_what_the_last_ones_took() {
    let house = House::new().await;
    for (name, position) in [("Ama", 0), ("Ben", 2), ("Cleo", 3)] {
        let id = house.asked(&house.fan(name), position).await;
        house.pass(6 * MINUTE_MS);
        house.decided(id, Decision::Play).await;
    }
    assert_eq!(house.page(&house.dj()).await.seconds_each, 360);
}

#[tokio::test]
async fn a_decision_is_told_to_the_rest_of_the_house_once() {
    let house = House::new().await;
    let id = house.asked(&house.fan("Ama"), 0).await;
    for _ in 0..2 {
        house.decided(id, Decision::Accept).await;
    }
    house.decided(id, Decision::Play).await;
    let database = &house.bench.kernel.database;
    let sql = "SELECT kind FROM events WHERE kind LIKE 'requests.%' ORDER BY id";
    let rows = sea_orm::ConnectionTrait::query_all_raw(database.read(), sea_orm::Statement::from_string(database.backend(), sql));
    let kinds: Vec<String> = rows.await.unwrap().iter().map(|row| row.try_get_by_index(0).unwrap()).collect();
    assert_eq!(kinds, ["requests.accepted", "requests.played"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    /// Whatever is accepted, moved, put back and played: the places are 1, 2, 3… without a gap.
    #[test]
    fn places_have_no_gaps(steps in prop::collection::vec((0_usize..5, 0_u32..4, 0_u32..7), 1..12)) {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let house = House::new().await;
            let mut ids = Vec::new();
            for (name, position) in [("Ama", 0), ("Ben", 2), ("Cleo", 3), ("Dee", 4), ("Eve", 5)] {
                ids.push(house.asked(&house.fan(name), position).await);
            }
            for (which, what, place) in steps {
                let decision = match what {
                    0 => Decision::Accept,
                    1 => Decision::PutBack,
                    2 => Decision::Move { place },
                    _ => Decision::Play,
                };
                house.decide(ids[which], decision).await.unwrap();
                let page = house.page(&house.dj()).await;
                let places: Vec<u32> = page.waiting.iter().filter(|one| one.standing == Standing::Accepted).map(|one| one.place).collect();
                assert_eq!(places, (1..=u32::try_from(places.len()).unwrap()).collect::<Vec<_>>());
            }
        });
    }
}
