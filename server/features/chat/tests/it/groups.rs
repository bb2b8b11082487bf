//! What is stored together, and what happens when one of it can't be.
//!
//! Tests run on one thread: what they queue in one go is one group.

use crate::house::{House, done, posted, seqs};
use contract::{caller::Caller, chat::Chat, failure::Failure, outcome::Outcome};
use futures::future::join_all;
use sea_orm::{ConnectionTrait, DbBackend};

/// Makes the database refuse one text.
async fn poison(house: &House) {
    let database = &house.bench.kernel.database;
    let sql = match database.backend() {
        DbBackend::Sqlite => {
            "CREATE TRIGGER poison BEFORE INSERT ON room_messages WHEN NEW.text = 'poison' BEGIN SELECT RAISE(ABORT, 'poison'); END"
        }
        _ => "ALTER TABLE room_messages ADD CONSTRAINT poison CHECK (text <> 'poison')",
    };
    database.for_migrations().execute_unprepared(sql).await.unwrap();
}

#[tokio::test]
async fn one_that_cannot_be_stored_fails_alone_and_leaves_nothing_behind() {
    let house = House::new().await;
    poison(&house).await;
    let mut ear = house.listen();
    let fan = house.fan("Ana");
    let answers = join_all(["one", "two", "poison", "three", "four"].map(|text| house.post(&fan, text))).await;
    let ends: Vec<Option<u64>> =
        answers.iter().map(|answer| answer.as_ref().ok().map(|outcome| outcome.clone().done().unwrap().seq)).collect();
    assert_eq!(ends, [Some(1), Some(2), None, Some(3), Some(4)]);
    assert_eq!(answers[2], Err(Failure::Internal { trace_id: "test".into() }));
    let heard = ear.some(4).await;
    assert_eq!(seqs(&heard), [1, 2, 3, 4]);
    assert_eq!(heard.iter().map(|logged| posted(logged).text.as_str()).collect::<Vec<_>>(), ["one", "two", "three", "four"]);
    assert_eq!(house.missed(0).await.len(), 4);
    assert_eq!(done(house.post(&fan, "five").await).seq, 5, "the room goes on");
}

#[tokio::test]
async fn a_refusal_and_a_wrong_room_are_no_reason_to_fail_for_the_others() {
    let house = House::new().await;
    let (fan, stranger) = (house.fan("Ana"), testing::person(house.bench.tenant(), contract::caller::Role::Fan));
    let gone = contract::ids::MessageId(kernel::Ids.next());
    let answer_to_nothing = contract::chat::PostMessage { answers: Some(gone), ..house.message("yes") };
    let (one, wrong, refused, two) = tokio::join!(
        house.post(&fan, "one"),
        house.post(&stranger, "not here"),
        house.service.post(&fan, answer_to_nothing),
        house.post(&fan, "two"),
    );
    assert_eq!((done(one).seq, done(two).seq), (1, 2));
    assert_eq!(wrong, Err(Failure::NotFound));
    assert_eq!(refused, Ok(Outcome::refused(contract::chat::ChatRefusal::NoSuchMessage)));
    assert_eq!(house.texts().await, ["one", "two"]);
}

#[tokio::test]
async fn a_full_queue_turns_away_and_loses_nothing_it_took() {
    let house = House::new().await;
    let people: Vec<Caller> = (0..110).map(|number| house.fan(&format!("Fan {number}"))).collect();
    let posts = (0..1100).map(|number| house.post(&people[number % people.len()], "all at once"));
    let answers = join_all(posts).await;
    let (taken, away): (Vec<_>, Vec<_>) = answers.into_iter().partition(|answer| answer.is_ok());
    assert_eq!((taken.len(), away.len()), (1024, 76));
    assert!(away.iter().all(|answer| *answer == Err(Failure::TooManyRequests { seconds: 1 })));
    let mut seqs: Vec<u64> = taken.into_iter().map(|answer| done(answer).seq).collect();
    seqs.sort_unstable();
    assert_eq!(seqs, (1..=1024).collect::<Vec<_>>());
    assert_eq!(house.room_for(&house.visitor()).await.seq, 1024);
}

#[tokio::test]
async fn who_asked_may_go_away_and_the_message_is_stored_all_the_same() {
    let house = House::new().await;
    let (fan, message) = (house.fan("Ana"), house.message("that bassline"));
    let mut ear = house.listen();
    {
        let mut post = Box::pin(house.service.post(&fan, message.clone()));
        assert!(futures::poll!(&mut post).is_pending());
    }
    let heard = ear.next().await;
    let again = done(house.service.post(&fan, message).await);
    assert_eq!((heard.seq, posted(&heard).id), (again.seq, again.message));
    assert_eq!(house.missed(0).await.len(), 1);
}

#[tokio::test]
async fn what_waits_is_written_also_when_the_service_is_dropped() {
    let house = House::new().await;
    let (service, hub) = house.second().await;
    let mut ear = crate::house::Ear::at(&hub, &house);
    let fan = house.fan("Ana");
    {
        let mut post = Box::pin(service.post(&fan, house.message("last words")));
        assert!(futures::poll!(&mut post).is_pending());
    }
    drop(service);
    assert_eq!(posted(&ear.next().await).text, "last words");
}
