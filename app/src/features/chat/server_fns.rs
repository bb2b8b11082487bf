//! The room, as server functions. What happens in it while the page is open comes over the socket.

use crate::form::Reply;
use contract::{
    chat::{Here, Hiding, History, Room},
    failure::Failure,
    ids::{AccountId, MessageId, PollId, RoomId},
    polls::{Poll, ShownPoll},
};
use leptos::prelude::*;

/// The station's room as it is now.
#[server(endpoint = "room", input = server_fn::codec::GetUrl)]
pub async fn station_room() -> Result<Room, Failure> {
    let (caller, services) = crate::backend::request();
    services.chat.station_room(&caller).await
}

/// What was said before `before`, a place in the log.
#[server(endpoint = "room-history", input = server_fn::codec::GetUrl)]
pub async fn room_history(room: RoomId, before: u64) -> Result<History, Failure> {
    let (caller, services) = crate::backend::request();
    services.chat.history(&caller, room, before).await
}

/// The place in the log of a message, or of a moment as forms have it.
#[server(endpoint = "room-place", input = server_fn::codec::GetUrl)]
pub async fn room_place(
    room: RoomId,
    #[server(default)] message: Option<MessageId>,
    #[server(default)] moment: Option<String>,
) -> Result<u64, Failure> {
    use contract::chat::Landmark;
    let (caller, services) = crate::backend::request();
    let of = match (message, moment) {
        (Some(message), _) => Landmark::Message(message),
        (None, Some(moment)) => Landmark::Moment(moment),
        (None, None) => return Err(Failure::NotFound),
    };
    services.chat.place(&caller, room, of).await
}

/// Who hears the room just now.
#[server(endpoint = "who-is-here", input = server_fn::codec::GetUrl)]
pub async fn who_is_here(room: RoomId) -> Result<Here, Failure> {
    let (caller, services) = crate::backend::request();
    services.chat.here(&caller, room).await
}

/// Every emoji with its names, those of a group together.
#[server(endpoint = "emoji-names", input = server_fn::codec::GetUrl)]
pub async fn emoji_names() -> Result<Vec<(String, String)>, Failure> {
    let named = |emoji: &'static emojis::Emoji| emoji.shortcodes().map(|name| (emoji.as_str().to_owned(), name.to_owned()));
    Ok(emojis::iter().flat_map(named).collect())
}

/// The room's poll, if there is one or was one just now.
#[server(endpoint = "room-poll", input = server_fn::codec::GetUrl)]
pub async fn room_poll(room: RoomId) -> Result<Option<ShownPoll>, Failure> {
    let (caller, services) = crate::backend::request();
    services.polls.poll(&caller, room).await
}

/// Gives the reader's vote, or moves it; without `option`, takes it back.
#[server(endpoint = "vote-in-poll")]
pub async fn vote_in_poll(poll: PollId, #[server(default)] option: Option<u32>) -> Result<Reply<ShownPoll>, Failure> {
    let (caller, services) = crate::backend::request();
    let outcome = services.polls.vote_in_poll(&caller, poll, option).await?;
    Ok(crate::form::reply("poll", &[], None, outcome))
}

/// Asks the room; `options` has one a line.
#[server(endpoint = "start-poll")]
pub async fn start_poll(room: RoomId, question: String, options: String, minutes: u32) -> Result<Reply<Poll>, Failure> {
    use contract::polls::OpenPoll;
    let (caller, services) = crate::backend::request();
    let asked = OpenPoll { question: question.clone(), options: options.lines().map(str::to_owned).collect(), minutes };
    let outcome = services.polls.open_poll(&caller, room, asked).await?;
    Ok(crate::form::reply("new-poll", &[("question", &question), ("options", &options)], None, outcome))
}

#[server(endpoint = "close-poll")]
pub async fn close_poll(poll: PollId) -> Result<Reply<Poll>, Failure> {
    let (caller, services) = crate::backend::request();
    let outcome = services.polls.close_poll(&caller, poll).await?;
    Ok(crate::form::reply("poll", &[], None, outcome))
}

/// Hides somebody's messages from the reader; without `how`, shows them again.
#[server(endpoint = "hide-person")]
pub async fn hide_person(account: AccountId, how: Option<Hiding>) -> Result<Reply<()>, Failure> {
    let (caller, services) = crate::backend::request();
    Ok(services.chat.hide(&caller, account, how).await?.into())
}

/// Says something by a plain form: each time it is sent is a message of its own, and the request's id is its key.
#[server(endpoint = "say")]
pub async fn post_message(room: RoomId, text: String) -> Result<Reply<()>, Failure> {
    use crate::features::chat::commands::{self, Line};
    use contract::{
        chat::{CommandRefusal, PostMessage},
        outcome::Outcome,
    };
    let (caller, services) = crate::backend::request();
    let text = match commands::read(&text) {
        Ok(Line::Say(text)) => text,
        Ok(Line::Do(_)) => {
            return Ok(crate::form::reply("room", &[("text", &text)], None, Outcome::<(), _>::refused(CommandRefusal::Scripts)));
        }
        Err(refusal) => return Ok(crate::form::reply("room", &[("text", &text)], None, Outcome::<(), _>::refused(refusal))),
    };
    let key = caller.request_id.parse().map_err(|_| Failure::Internal { trace_id: caller.request_id.clone() })?;
    let outcome = services.chat.post(&caller, PostMessage { room, key, text: text.clone(), answers: None }).await?;
    let outcome = match outcome {
        Outcome::Done(_) => Outcome::Done(()),
        Outcome::Refused(reasons) => Outcome::Refused(reasons),
    };
    Ok(crate::form::reply("room", &[("text", &text)], None, outcome))
}
