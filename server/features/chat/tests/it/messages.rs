//! Posting, answering, editing and deleting.

use crate::house::{House, MINUTE_MS, done, posted, refused};
use contract::{
    caller::Role,
    chat::{Chat, ChatRefusal, LONGEST_MESSAGE, PostMessage, What},
    failure::Failure,
    ids::MessageId,
};
use kernel::Ids;
use testing::NOON;

#[tokio::test]
async fn a_message_is_told_to_the_room_as_it_stands_in_the_log() {
    let house = House::new().await;
    let mut ear = house.listen();
    let dj = house.someone("Danny", Role::Dj);
    let stored = done(house.post(&dj, "  good evening\r\n\r\n\r\n\r\neverybody\u{202e} ").await);
    let heard = ear.next().await;
    let message = posted(&heard);
    assert_eq!((message.id, message.seq, heard.seq), (stored.message, stored.seq, 1));
    assert_eq!(message.text, "good evening\n\neverybody");
    assert_eq!((message.author.name.as_str(), message.author.role), ("Danny", Role::Dj));
    assert_eq!((message.sent.at, message.sent.iso.as_str(), message.sent.text.as_str()), (NOON, "2026-11-22T12:00:00Z", ""));
    assert_eq!((message.edited, message.deleted, message.answers.is_none(), message.reactions.len()), (false, false, true, 0));
    assert_eq!(house.missed(0).await, std::slice::from_ref(&heard));
    assert_eq!(house.messages().await[0].text, message.text);
}

#[tokio::test]
async fn guests_read_and_don_t_write() {
    let house = House::new().await;
    let id = house.say(&house.fan("Ana"), "hello").await;
    assert_eq!(house.post(&house.visitor(), "hello").await, Err(Failure::SignInRequired));
    assert_eq!(house.react(&house.visitor(), id, "🔥", true).await, Err(Failure::SignInRequired));
    assert_eq!(house.delete(&house.visitor(), id).await, Err(Failure::SignInRequired));
    assert_eq!(house.slow_mode(&house.visitor(), 5).await, Err(Failure::SignInRequired));
    assert_eq!(house.texts().await, ["hello"]);
}

#[tokio::test]
async fn texts_that_show_nothing_or_too_much_are_refused() {
    let house = House::new().await;
    let fan = house.fan("Ana");
    for text in ["", " \n\t ", "\u{0}\u{202e}\u{200b}"] {
        assert_eq!(refused(house.post(&fan, text).await), ChatRefusal::Empty, "{text:?}");
    }
    let longest = "é".repeat(LONGEST_MESSAGE);
    assert_eq!(refused(house.post(&fan, &format!("{longest}é")).await), ChatRefusal::TooLong { most: 500 });
    let id = house.say(&fan, &longest).await;
    assert_eq!(refused(house.edit(&fan, id, "").await), ChatRefusal::Empty);
    assert_eq!(refused(house.edit(&fan, id, &format!("{longest}é")).await), ChatRefusal::TooLong { most: 500 });
    assert_eq!(house.texts().await, [longest]);
}

#[tokio::test]
async fn an_answer_shows_the_beginning_of_what_it_answers_and_follows_it() {
    let house = House::new().await;
    let (ana, ben) = (house.fan("Ana"), house.fan("Ben"));
    let mut ear = house.listen();
    let first = house.say(&ana, &format!("one\ntwo {}", "é".repeat(100))).await;
    let answer = PostMessage { answers: Some(first), ..house.message("yes") };
    done(house.service.post(&ben, answer).await);
    let heard = ear.some(2).await;
    let quote = posted(&heard[1]).answers.clone().unwrap();
    assert_eq!((quote.message, quote.name.as_str()), (first, "Ana"));
    assert_eq!(quote.text, format!("one two {}", "é".repeat(72)));
    assert_eq!(house.messages().await[1].answers, Some(quote));
    done(house.edit(&ana, first, "three").await);
    assert_eq!(house.messages().await[1].answers.as_ref().unwrap().text, "three");
    done(house.delete(&ana, first).await);
    assert_eq!(house.messages().await[1].answers.as_ref().unwrap().text, "");
}

#[tokio::test]
async fn an_answer_to_nothing_is_refused() {
    let house = House::new().await;
    let answer = PostMessage { answers: Some(MessageId(Ids.next())), ..house.message("yes") };
    assert_eq!(refused(house.service.post(&house.fan("Ana"), answer).await), ChatRefusal::NoSuchMessage);
    assert_eq!(house.room_for(&house.visitor()).await.seq, 0);
}

#[tokio::test]
async fn the_author_may_edit_within_two_minutes() {
    let house = House::new().await;
    let (ana, ben) = (house.fan("Ana"), house.fan("Ben"));
    let mut ear = house.listen();
    let id = house.say(&ana, "that baseline").await;
    assert_eq!(refused(house.edit(&ben, id, "mine now").await), ChatRefusal::NotYours);
    assert_eq!(refused(house.edit(&house.someone("Admin", Role::Admin), id, "mine now").await), ChatRefusal::NotYours);
    house.bench.clock.advance_ms(2 * MINUTE_MS);
    let stored = done(house.edit(&ana, id, " that bassline ").await);
    assert_eq!((stored.seq, stored.message), (2, id));
    assert_eq!(ear.some(2).await[1].what, What::Edited { message: id, text: "that bassline".into() });
    assert_eq!(done(house.edit(&ana, id, "that bassline").await).seq, 1, "said twice, it changes nothing");
    house.bench.clock.advance_ms(1);
    assert_eq!(refused(house.edit(&ana, id, "those basslines").await), ChatRefusal::TooLate);
    assert_eq!(done(house.edit(&ana, id, "that bassline").await).seq, 1, "also when it is said again too late");
    let message = &house.messages().await[0];
    assert_eq!((message.text.as_str(), message.edited, message.seq), ("that bassline", true, 1));
    assert_eq!(house.room_for(&house.visitor()).await.seq, 2);
}

#[tokio::test]
async fn what_is_edited_or_deleted_away_can_be_read_nowhere() {
    let house = House::new().await;
    let (ana, ben) = (house.fan("Ana"), house.fan("Ben"));
    let id = house.say(&ana, "secret one").await;
    let answer = PostMessage { answers: Some(id), ..house.message("what?") };
    done(house.service.post(&ben, answer).await);
    done(house.react(&ben, id, "😮", true).await);
    done(house.edit(&ana, id, "secret two").await);
    let everything = async || {
        let room = serde_json::to_string(&house.room_for(&house.visitor()).await).unwrap();
        let history = serde_json::to_string(&house.service.history(&house.visitor(), house.room, 100).await.unwrap()).unwrap();
        let missed = serde_json::to_string(&house.missed(0).await).unwrap();
        let stored = house.column("SELECT text FROM room_messages").await.join(" ");
        [room, history, missed, stored]
    };
    assert!(everything().await.iter().all(|text| text.contains("secret two") && !text.contains("secret one")));
    house.bench.clock.advance_ms(60 * MINUTE_MS);
    let deleted = done(house.delete(&ana, id).await);
    assert_eq!(deleted.seq, 5);
    assert!(everything().await.iter().all(|text| text.contains("what?") && !text.contains("secret")));
    let message = &house.messages().await[0];
    assert_eq!((message.deleted, message.text.as_str(), message.reactions.len()), (true, "", 0));
    let log = house.missed(0).await;
    assert!(posted(&log[0]).deleted);
    assert_eq!(log[4].what, What::Deleted { message: id });
    assert_eq!(done(house.delete(&ana, id).await).seq, 1, "said twice, it changes nothing");
    assert_eq!(refused(house.edit(&ana, id, "again").await), ChatRefusal::NoSuchMessage);
    assert_eq!(refused(house.react(&ben, id, "🔥", true).await), ChatRefusal::NoSuchMessage);
    assert_eq!(house.room_for(&house.visitor()).await.seq, 5);
}

#[tokio::test]
async fn nobody_deletes_the_message_of_an_equal() {
    let house = House::new().await;
    let (ana, ben) = (house.fan("Ana"), house.fan("Ben"));
    let (one, other) = (house.moderator(), house.moderator());
    let (of_fan, of_moderator) = (house.say(&ana, "hello").await, house.say(&one, "be nice").await);
    assert_eq!(refused(house.delete(&ben, of_fan).await), ChatRefusal::NotYours);
    assert_eq!(refused(house.delete(&other, of_moderator).await), ChatRefusal::NotBelowYou);
    assert_eq!(house.texts().await, ["hello", "be nice"]);
    done(house.delete(&other, of_fan).await);
    done(house.delete(&house.someone("Danny", Role::Dj), of_moderator).await);
    assert_eq!(house.texts().await, ["", ""]);
    let own = house.say(&one, "never mind").await;
    done(house.delete(&one, own).await);
}

#[tokio::test]
async fn an_address_must_be_confirmed_before_somebody_writes() {
    let house = House::new().await;
    let mut fan = house.fan("Ana");
    fan.viewer.as_mut().unwrap().confirmed = false;
    assert_eq!(refused(house.post(&fan, "hello").await), ChatRefusal::ConfirmAddress);
    assert_eq!(house.room_for(&fan).await.may_write, contract::chat::MayWrite::ConfirmAddress);
}
