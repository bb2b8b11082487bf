//! Votes: one a person, whatever they click and wherever.

use crate::house::{House, MINUTE_MS, done, refused};
use contract::{
    caller::Caller,
    failure::Failure,
    ids::TrackRequestId,
    requests::{RequestRefusal, TrackRequests},
};
use futures::{StreamExt, stream};
use kernel::events::{Event, Subscriber};
use requests::Service;
use sea_orm::{ConnectionTrait, Statement};
use testing::visitor;

#[tokio::test]
async fn a_vote_counts_once_and_is_taken_back_once() {
    let house = House::new().await;
    let (ama, ben) = (house.fan("Ama"), house.fan("Ben"));
    let id = house.asked(&ama, 0).await;
    let counts = [(true, 2), (true, 2), (false, 1), (false, 1), (true, 2)];
    for (up, votes) in counts {
        let vote = house.vote(&ben, id, up).await;
        assert_eq!((vote.votes, vote.up), (votes, up));
    }
    assert_eq!(house.vote(&ama, id, false).await.votes, 1);
    assert_eq!(house.service.vote(&visitor(house.tenant), id, true).await, Err(Failure::SignInRequired));
}

#[tokio::test]
async fn more_votes_rank_higher_and_the_older_wins_a_tie() {
    let house = House::new().await;
    let (ama, ben) = (house.fan("Ama"), house.fan("Ben"));
    let _older = house.asked(&ama, 0).await;
    house.pass(1);
    let newer = house.asked(&ama, 2).await;
    assert_eq!(house.titles().await, ["Ghetto Kraviz", "Minus"]);
    house.vote(&ben, newer, true).await;
    assert_eq!(house.order().await, [("Minus".to_owned(), 2), ("Ghetto Kraviz".to_owned(), 1)]);
}

#[tokio::test]
async fn a_machine_is_slowed_down() {
    let house = House::new().await;
    let (ama, ben) = (house.fan("Ama"), house.fan("Ben"));
    let id = house.asked(&ama, 0).await;
    for number in 0..60 {
        house.vote(&ben, id, number % 2 == 0).await;
    }
    house.pass(20_000);
    assert_eq!(refused(house.service.vote(&ben, id, true).await), RequestRefusal::TooFast { seconds: 40 });
    house.pass(MINUTE_MS);
    house.vote(&ben, id, true).await;
}

#[tokio::test]
async fn who_leaves_takes_votes_and_name_along() {
    let house = House::new().await;
    let (ama, ben) = (house.fan("Ama"), house.fan("Ben"));
    let (first, second) = (house.asked(&ama, 0).await, house.asked(&ben, 2).await);
    house.vote(&ama, second, true).await;
    house.vote(&ben, first, true).await;
    let account = ama.viewer.as_ref().unwrap().account;
    let gone = |kind: &str, payload: &str| Event {
        id: kernel::Ids.next(),
        tenant: house.tenant,
        kind: kind.to_owned(),
        subject: account.0,
        payload: payload.to_owned(),
    };
    let renamed = gone("accounts.profile-changed", r#"{"name":"Amara","role":"fan"}"#);
    house.service.receive(&renamed).await.unwrap();
    assert_eq!(house.page(&ben).await.waiting[0].name, "Amara");
    for _ in 0..2 {
        house.service.receive(&gone("accounts.deleted", "null")).await.unwrap();
    }
    let waiting = house.page(&ben).await.waiting;
    let left: Vec<_> = waiting.iter().map(|one| (one.title.as_str(), one.votes, one.name.as_str())).collect();
    assert_eq!(left, [("Ghetto Kraviz", 1, ""), ("Minus", 1, "Ben")]);
}

/// What one voter clicks: up or back, as a number of theirs says, the last click among them.
fn clicks(voter: usize) -> impl Iterator<Item = bool> {
    let bits = (voter as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (0..2 + voter % 3).map(move |click| bits >> (click * 7 + 5) & 1 == 1)
}

async fn click(services: &[&Service; 2], voter: usize, fan: &Caller, id: TrackRequestId) -> bool {
    let mut last = false;
    for (number, up) in clicks(voter).enumerate() {
        last = done(services[(voter + number) % 2].vote(fan, id, up).await).up;
    }
    last
}

#[tokio::test]
async fn a_thousand_click_at_random_through_two_databases_and_every_last_click_counts() {
    let house = House::new().await;
    let (second, _) = house.second().await;
    let id = house.asked(&house.dj(), 5).await;
    let fans: Vec<Caller> = (0..1000).map(|number| house.fan(&format!("Fan {number}"))).collect();
    let services = [&house.service, &second];
    let voting = fans.iter().enumerate().map(|(voter, fan)| click(&services, voter, fan, id));
    let last: Vec<bool> = stream::iter(voting).buffered(16).collect().await;
    let up = last.iter().filter(|up| **up).count();
    assert!((300..700).contains(&up), "both happen: {up}");
    assert_eq!(house.order().await, [("Knights of the Jaguar".to_owned(), u32::try_from(up + 1).unwrap())]);
    let database = &house.bench.kernel.database;
    let count = Statement::from_string(database.backend(), "SELECT COUNT(*) FROM track_request_votes");
    let rows: i64 = database.read().query_one_raw(count).await.unwrap().unwrap().try_get_by_index(0).unwrap();
    assert_eq!(usize::try_from(rows).unwrap(), up + 1, "a row a vote");
}
