//! What is told to who listens: whole, with a version, and not too often.

use crate::house::House;
use contract::{
    ids::TrackRequestId,
    realtime::ToTab,
    requests::{Decision, RequestNews, Standing},
};
use realtime::{Hub, Listener, Topic};
use std::{collections::HashMap, time::Instant};

struct Ear(Listener);

impl Ear {
    fn at(hub: &Hub, house: &House) -> Self {
        Self(hub.listen(Topic::station(house.tenant)))
    }

    async fn next(&mut self) -> Vec<RequestNews> {
        match serde_json::from_slice(&self.0.next().await.unwrap()).unwrap() {
            ToTab::Requests(news) => news,
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn a_new_one_is_told_whole_and_a_vote_as_a_number() {
    let house = House::new().await;
    let mut ear = Ear::at(&house.hub, &house);
    let id = house.asked(&house.fan("Ama"), 0).await;
    match ear.next().await.as_slice() {
        [RequestNews::Changed(told)] => assert_eq!((told.id, told.votes, told.version), (id, 1, 1)),
        other => panic!("{other:?}"),
    }
    house.vote(&house.fan("Ben"), id, true).await;
    assert_eq!(ear.next().await, [RequestNews::Votes { id, version: 2, votes: 2 }]);
    house.decided(id, Decision::Refuse { reason: "No".into() }).await;
    match ear.next().await.as_slice() {
        [RequestNews::Changed(told)] => assert_eq!((told.standing, told.version), (Standing::Refused, 3)),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn many_votes_are_told_together() {
    let house = House::new().await;
    let id = house.asked(&house.dj(), 0).await;
    let mut ear = Ear::at(&house.hub, &house);
    let begun = Instant::now();
    for number in 0..40 {
        house.vote(&house.fan(&format!("Fan {number}")), id, true).await;
    }
    let took = begun.elapsed();
    let (mut told, mut latest) = (0, HashMap::<TrackRequestId, (u64, u32)>::new());
    while latest.get(&id).is_none_or(|(_, votes)| *votes < 41) {
        told += 1;
        for news in ear.next().await {
            let (id, version, votes) = match news {
                RequestNews::Votes { id, version, votes } => (id, version, votes),
                RequestNews::Changed(whole) => (whole.id, whole.version, whole.votes),
            };
            let (before, _) = latest.insert(id, (version, votes)).unwrap_or_default();
            assert!(version >= before, "newer follows older");
        }
    }
    // One more than there are quarters of a second, since the first is told at once; and one for what was told of the wish itself.
    let most = took.as_millis() / 250 + 3;
    assert!(told <= most, "told {told} times in {took:?}");
}
