//! What bots read of the room: a wire format of its own, which stays as it is when the pages' changes. Described in docs/BOTS.md.

use contract::chat::{Author, ChatMessage, Logged, What};
use serde::Serialize;
use uuid::Uuid;

/// Something that happened in the room, at its place in the log.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Event {
    pub seq: u64,
    #[serde(flatten)]
    pub what: Happened,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub(crate) enum Happened {
    Posted { message: Message },
    Edited { message: Edited },
    Deleted { message: Named },
    Reacted { message: Named, by: Uuid, emoji: String, given: bool, reactions: Vec<Reaction> },
}

/// A message as it stands by now, which may be later than when it was posted.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Message {
    pub id: Uuid,
    pub text: String,
    /// RFC 3339, UTC.
    pub sent_at: String,
    /// `None` once the account is gone.
    pub author: Option<Who>,
    pub answers: Option<Quote>,
    pub edited: bool,
    pub deleted: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Edited {
    pub id: Uuid,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Named {
    pub id: Uuid,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Who {
    pub id: Uuid,
    pub name: String,
    pub role: &'static str,
    pub bot: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Quote {
    pub id: Uuid,
    pub name: String,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Reaction {
    pub emoji: String,
    pub count: u32,
}

/// `None` for what moderators did and for what a later version tells.
pub(crate) fn event(logged: Logged) -> Option<Event> {
    let what = match logged.what {
        What::Posted(message) => Happened::Posted { message: posted(message) },
        What::Edited { message, text } => Happened::Edited { message: Edited { id: message.0, text } },
        What::Deleted { message } => Happened::Deleted { message: Named { id: message.0 } },
        What::Reacted { message, reactions, by, emoji, given } => {
            let reactions = reactions.into_iter().map(|reaction| Reaction { emoji: reaction.emoji, count: reaction.count }).collect();
            Happened::Reacted { message: Named { id: message.0 }, by: by.0, emoji, given, reactions }
        }
        _ => return None,
    };
    Some(Event { seq: logged.seq, what })
}

fn posted(message: ChatMessage) -> Message {
    let ChatMessage { id, author, text, sent, edited, deleted, answers, .. } = message;
    let answers = answers.map(|quote| Quote { id: quote.message.0, name: quote.name, text: quote.text });
    Message { id: id.0, text, sent_at: sent.iso, author: who(author), answers, edited, deleted }
}

fn who(author: Author) -> Option<Who> {
    let Author { account, name, role, bot } = author;
    (!account.0.is_nil()).then(|| Who { id: account.0, name, role: role.name(), bot })
}

impl Event {
    /// The message, if it is one for this bot: not its own, and another bot's only where it is called, so that no two of them talk for ever.
    pub(crate) fn is_for(&self, bot: Uuid, name: &str) -> bool {
        let Happened::Posted { message } = &self.what else { return false };
        let written_by = message.author.as_ref();
        let own = written_by.is_some_and(|author| author.id == bot);
        let by_bot = written_by.is_some_and(|author| author.bot);
        !message.deleted && !own && (!by_bot || mentions(&message.text, name))
    }
}

/// Whether a text calls somebody: `@Name`, in whatever case, and not as the beginning of a longer name.
fn mentions(text: &str, name: &str) -> bool {
    let (text, called) = (text.to_lowercase(), format!("@{}", name.to_lowercase()));
    text.match_indices(&called).any(|(at, found)| {
        let part_of_word = |c: char| c.is_alphanumeric() || c == '_';
        !text[..at].ends_with(part_of_word) && !text[at + found.len()..].starts_with(part_of_word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bot_is_called_by_its_whole_name() {
        for (text, called) in [
            ("@Tracks what is this?", true),
            ("hey @TRACKS!", true),
            ("(@tracks)", true),
            ("@tracksuit", false),
            ("tracks", false),
            ("mail me at dj@tracks", false),
            ("", false),
        ] {
            assert_eq!(mentions(text, "Tracks"), called, "{text}");
        }
        assert!(mentions("Danke @Ölig Heute, ja", "ölig heute"));
    }

    #[test]
    fn what_is_told_reads_like_its_description() {
        let message = Named { id: Uuid::from_u128(7) };
        let event = Event { seq: 5, what: Happened::Deleted { message } };
        let text = serde_json::to_string(&event).unwrap();
        assert_eq!(text, r#"{"seq":5,"type":"deleted","message":{"id":"00000000-0000-0000-0000-000000000007"}}"#);
    }
}
