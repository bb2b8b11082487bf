//! What belongs to a room beside what is said there.

use super::Neighbours;
use contract::{
    chat::{Change, ChatRefusal, PostMessage},
    failure::Failure,
    outcome::Outcome,
    polls::OpenPoll,
};

#[tokio::test]
async fn an_emote_of_another_tenant_is_not_there() {
    let house = Neighbours::new().await;
    let (service, emotes) = (&house.app.install.emotes, &house.services.emotes);
    let [_, (_, picture), ..] = images::cover_from_image(images::generate_cover(7, "Siren", 200.0, 320)).unwrap().sizes;
    let emote = service.add_emote(&house.dj, "siren", picture.into()).await.unwrap().done().unwrap();
    assert_eq!(emotes.emotes(&house.stranger).await, Ok(vec![]));
    assert_eq!(emotes.rename_emote(&house.stranger, emote.id, "mine".into()).await, Err(Failure::NotFound));
    assert_eq!(emotes.remove_emote(&house.stranger, emote.id).await, Ok(()), "as if it were gone already");
    assert_eq!(emotes.emotes(&house.fan).await, Ok(vec![emote.clone()]));
    assert_eq!(house.app.visitor().get(&emote.url).await.status, 200);
    assert_eq!(house.app.visitor_of("second.localhost").get(&emote.url).await.status, 404);
    let room = house.services.chat.station_room(&house.stranger).await.unwrap().id;
    let post = PostMessage { room, key: uuid::Uuid::from_u128(2), text: "Hello".into(), answers: None };
    let message = house.services.chat.post(&house.stranger, post).await.unwrap().done().unwrap().message;
    let react = Change::React { message, emoji: ":siren:".into(), given: true };
    assert_eq!(house.services.chat.change(&house.stranger, react).await.unwrap(), Outcome::refused(ChatRefusal::NoSuchReaction));
}

#[tokio::test]
async fn a_poll_of_another_tenant_is_not_there() {
    let house = Neighbours::new().await;
    let polls = &house.services.polls;
    let (stranger, room) = (&house.stranger, house.services.chat.station_room(&house.fan).await.unwrap().id);
    let asked = || OpenPoll { question: "Harder?".into(), options: vec!["Yes".into(), "No".into()], minutes: 5 };
    let poll = polls.open_poll(&house.dj, room, asked()).await.unwrap().done().unwrap().id;
    assert_eq!(polls.poll(stranger, room).await, Err(Failure::NotFound));
    assert_eq!(polls.open_poll(stranger, room, asked()).await, Err(Failure::NotFound));
    assert_eq!(polls.vote_in_poll(stranger, poll, Some(0)).await, Err(Failure::NotFound));
    assert_eq!(polls.close_poll(stranger, poll).await, Err(Failure::NotFound));
    let seen = polls.poll(&house.fan, room).await.unwrap().unwrap();
    assert_eq!((seen.poll.votes(), seen.poll.left_ms > 0), (0, true));
}
