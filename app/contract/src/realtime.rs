//! What a browser tab and the server say to each other on the tab's one WebSocket: JSON, one text message each.
//!
//! The server's host name and session decide tenant and person once, at the handshake; nothing here names either, so no
//! tab can reach another tenant's topics. Messages that must not be lost stand in a room's log and carry its `seq`;
//! presence and typing don't.

use crate::{
    chat::{Change, Logged, PostMessage},
    emotes::Emote,
    ids::{MessageId, RoomId},
    outcome::Message,
    polls::Poll,
    radio::OnAir,
    requests::RequestNews,
    shoutouts::ShoutOut,
};
use serde::{Deserialize, Serialize};

/// Longest text message a tab may send, in bytes; longer ones end the connection (close code 1009).
pub const LONGEST_FROM_TAB: usize = 16 * 1024;

/// What a tab says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FromTab {
    /// Listen to a room. The changes of its log after `after` (a `seq`) are sent first, then [`ToTab::Entered`] with the same number.
    Enter { room: RoomId, after: u64, number: u32 },
    /// Listen no longer.
    Leave { room: RoomId },
    /// A message; answered by [`ToTab::Answer`] with the same number. Sent again with the same key it is stored once.
    Post { number: u32, post: PostMessage },
    /// A change to a message; answered by [`ToTab::Answer`]. Making it twice changes nothing.
    Change { number: u32, change: Change },
    /// Somebody types in a room; at most one in 3 s has an effect.
    Typing { room: RoomId },
    /// Hear the news of something; answered by [`ToTab::Watching`] if the person may.
    Watch(Watched),
    /// Hear them no longer.
    Unwatch(Watched),
}

/// What has news. They keep no log: each is whole and replaces the one before, so whoever was away asks for what stands now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Watched {
    /// What everybody may know of the tenant's station.
    Station,
    /// What concerns who runs it. For moderators and above.
    Studio,
    /// What concerns one person. For members.
    Person,
}

/// What the server says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ToTab {
    /// The next change of a room's log: `seq` is one more than the last, or follows on what [`ToTab::Entered`] said.
    Logged { room: RoomId, logged: Logged },
    /// A room is listened to; everything up to and including `seq` has been sent. It holds for the newest number only: what was
    /// sent for an older one may have been dropped.
    Entered { room: RoomId, seq: u64, number: u32 },
    /// Too much was missed to tell it change by change: ask for the room anew, then enter it after its `seq`.
    Snapshot { room: RoomId },
    /// The tab was too slow and messages to it were dropped: enter each room again after the last `seq` that was seen.
    Resync,
    /// What became of a [`FromTab::Post`] or [`FromTab::Change`]: `seq` of what the log has for it, or why not.
    Answer { number: u32, answer: Answer },
    /// How many people are in a room, and who types just now (names, at most three).
    Present { room: RoomId, people: u32, typing: Vec<String> },
    /// How many people listen to the station just now; told at most every 5 s.
    Listeners { people: u32 },
    /// A room's poll as it stands: it replaces an older one.
    Poll { room: RoomId, poll: Poll },
    /// All of the tenant's emotes, after one of them changed.
    Emotes(Vec<Emote>),
    /// Something went on.
    NowPlaying(OnAir),
    /// What changed about track requests.
    Requests(Vec<RequestNews>),
    /// Shout-outs that changed: everybody hears of those that are or were shown, who runs the station of all.
    ShoutOuts(Vec<ShoutOut>),
    /// How many reported messages wait for a decision; told to those who run the station.
    Reports { open: u32 },
    /// How many notifications the person has not read.
    Unread { count: u32 },
    /// The news of it are told from now on: ask for what stands, then go by what is told.
    Watching(Watched),
    /// The person may no longer be here (banned, signed out): the connection is closed next, and must not be made again by itself.
    Out { reason: Message },
    /// The server is about to restart: come back in a moment.
    Restarting,
}

/// How a request of a tab ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    Done {
        seq: u64,
        message: MessageId,
    },
    /// Told beside the composer, in the reader's language.
    Refused(Vec<Message>),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_survives_the_wire() {
        let room = RoomId(uuid::Uuid::from_u128(7));
        let said = FromTab::Enter { room, after: 12, number: 1 };
        let wire = serde_json::to_string(&said).unwrap();
        assert_eq!(wire, r#"{"enter":{"room":"00000000-0000-0000-0000-000000000007","after":12,"number":1}}"#);
        assert_eq!(serde_json::from_str::<FromTab>(&wire).unwrap(), said);
        let wire = serde_json::to_string(&ToTab::Resync).unwrap();
        assert_eq!(serde_json::from_str::<ToTab>(&wire).unwrap(), ToTab::Resync);
    }
}
