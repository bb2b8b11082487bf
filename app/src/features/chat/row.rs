//! A row of the room: a message whose parts change in place, or a line about what a moderator did.

use contract::{
    chat::{self, Author, ChatMessage, Reaction, What},
    ids::{AccountId, MessageId},
    shown::ShownTime,
};
use leptos::prelude::*;
use std::sync::Arc;

#[derive(Clone)]
pub struct Row {
    pub seq: u64,
    pub what: Shows,
}

#[derive(Clone)]
pub enum Shows {
    Message(Arc<Message>),
    /// Never of a message.
    Note(Arc<What>),
}

pub struct Message {
    pub id: MessageId,
    pub author: Author,
    pub sent: ShownTime,
    pub answers: Option<Answers>,
    pub body: ArcRwSignal<Body>,
    pub reactions: ArcRwSignal<Vec<Given>>,
}

/// The message that this one answers.
pub struct Answers {
    pub message: MessageId,
    pub name: String,
    /// Empty once it is deleted.
    pub text: ArcRwSignal<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    pub text: String,
    pub edited: bool,
    pub deleted: bool,
}

/// A reaction, and whether the reader gave it too.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    pub emoji: String,
    pub count: u32,
    pub own: bool,
}

impl Row {
    pub fn of(message: ChatMessage, own: &[(MessageId, String)]) -> Self {
        let ChatMessage { id, seq, author, text, sent, edited, deleted, answers, reactions } = message;
        let given = reactions.into_iter().map(|Reaction { emoji, count }| {
            let own = own.iter().any(|(message, given)| *message == id && *given == emoji);
            Given { emoji, count, own }
        });
        let message = Message {
            id,
            author,
            sent,
            answers: answers.map(|quote| Answers { message: quote.message, name: quote.name, text: ArcRwSignal::new(quote.text) }),
            reactions: ArcRwSignal::new(given.collect()),
            body: ArcRwSignal::new(Body { text, edited, deleted }),
        };
        Self { seq, what: Shows::Message(Arc::new(message)) }
    }

    pub fn message(&self) -> Option<&Arc<Message>> {
        match &self.what {
            Shows::Message(message) => Some(message),
            Shows::Note(_) => None,
        }
    }
}

/// Changes the text of a message where it stands, and where it is quoted. `None` deletes it.
pub fn rewrite(rows: &[Row], id: MessageId, text: Option<&str>) {
    let quote = chat::beginning(text.unwrap_or_default());
    for message in rows.iter().filter_map(Row::message) {
        if message.id == id {
            let edited = text.is_some();
            message.body.set(Body { text: text.unwrap_or_default().to_owned(), edited, deleted: !edited });
            if !edited {
                message.reactions.set(Vec::new());
            }
        } else if let Some(answers) = message.answers.as_ref().filter(|answers| answers.message == id) {
            answers.text.set(quote.clone());
        }
    }
}

/// Sets the reactions of a message after somebody gave or took back `emoji`.
pub fn react(message: &Message, reactions: Vec<Reaction>, own: bool, (emoji, given): (&str, bool)) {
    message.reactions.update(|known| {
        let had = |emoji: &str| known.iter().any(|known| known.own && known.emoji == emoji);
        *known = reactions
            .into_iter()
            .map(|reaction| {
                let own = if own && reaction.emoji == emoji { given } else { had(&reaction.emoji) };
                Given { emoji: reaction.emoji, count: reaction.count, own }
            })
            .collect();
    });
}

/// Whether `reader` may act on somebody: nobody acts on an equal or higher role.
pub fn outranks(reader: Option<&Author>, author: &Author) -> bool {
    use contract::caller::Role;
    reader.is_some_and(|reader| reader.role >= Role::Moderator && reader.role > author.role)
}

/// Whether the reader wrote it.
pub fn is_own(reader: Option<AccountId>, author: &Author) -> bool {
    reader == Some(author.account)
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::{caller::Role, chat::Quote, shown::Timestamp};
    use uuid::Uuid;

    const FIRST: MessageId = MessageId(Uuid::from_u128(1));
    const SECOND: MessageId = MessageId(Uuid::from_u128(2));

    fn author(role: Role) -> Author {
        Author { account: AccountId(Uuid::from_u128(role as u128)), name: role.name().to_owned(), role, bot: false }
    }

    fn row(id: MessageId, answers: Option<Quote>) -> Row {
        let sent = ShownTime { at: Timestamp(0), iso: String::new(), text: String::new() };
        let reactions = vec![Reaction { emoji: "🔥".into(), count: 2 }];
        let message = ChatMessage {
            id,
            seq: 1,
            author: author(Role::Fan),
            text: "said".into(),
            sent,
            edited: false,
            deleted: false,
            answers,
            reactions,
        };
        Row::of(message, &[(FIRST, "🔥".into())])
    }

    #[test]
    fn a_message_is_rewritten_where_it_stands_and_where_it_is_quoted() {
        let rows = [row(FIRST, None), row(SECOND, Some(Quote { message: FIRST, name: "fan".into(), text: "said".into() }))];
        let text = |at: usize| rows[at].message().unwrap().body.get_untracked().text;
        let quote = || rows[1].message().unwrap().answers.as_ref().unwrap().text.get_untracked();
        rewrite(&rows, FIRST, Some("said\nbetter"));
        assert_eq!((text(0).as_str(), text(1).as_str(), quote().as_str()), ("said\nbetter", "said", "said better"));
        rewrite(&rows, FIRST, None);
        assert_eq!((text(0).as_str(), quote().as_str()), ("", ""));
        let first = rows[0].message().unwrap();
        assert!(first.body.get_untracked().deleted && first.reactions.get_untracked().is_empty());
    }

    #[test]
    fn who_reacted_is_told_apart() {
        let row = row(FIRST, None);
        let message = row.message().unwrap();
        let own = || message.reactions.get_untracked().iter().map(|given| (given.count, given.own)).collect::<Vec<_>>();
        assert_eq!(own(), [(2, true)]);
        let counted = |count| vec![Reaction { emoji: "🔥".into(), count }];
        react(message, counted(3), false, ("🔥", true));
        assert_eq!(own(), [(3, true)]);
        react(message, counted(2), true, ("🔥", false));
        assert_eq!(own(), [(2, false)]);
    }

    #[test]
    fn nobody_acts_on_an_equal_or_higher_role() {
        let may = |reader: Role, on: Role| outranks(Some(&author(reader)), &author(on));
        assert!(may(Role::Moderator, Role::Fan) && may(Role::Admin, Role::Dj));
        assert!(!may(Role::Moderator, Role::Moderator) && !may(Role::Fan, Role::Fan) && !may(Role::Dj, Role::Admin));
        assert!(!outranks(None, &author(Role::Fan)));
    }
}
