//! What the reader said and did that is not answered yet: nothing of it is lost, and nothing is said twice.
//!
//! Messages leave one after the other, so that they stand in the room as they were written, whatever is cut in between.

use contract::{
    chat::{Change, PostMessage},
    ids::MessageId,
    realtime::FromTab,
};

/// A message on its way.
#[derive(Clone, Debug, PartialEq)]
pub struct Sending {
    pub number: u32,
    pub post: PostMessage,
    /// It came back from the room before its answer did.
    pub arrived: bool,
    /// Its answer came before the message itself.
    stored: Option<MessageId>,
}

/// A change on its way, with the name of whom it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Changing {
    number: u32,
    pub change: Change,
    pub name: String,
}

/// What was answered.
#[derive(Clone, Debug, PartialEq)]
pub enum Answered {
    Post(PostMessage),
    Change(Changing),
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outbox {
    numbers: u32,
    posts: Vec<Sending>,
    changes: Vec<Changing>,
}

impl Outbox {
    /// Messages to show below what the room has.
    pub fn sending(&self) -> impl Iterator<Item = &Sending> {
        self.posts.iter().filter(|sending| !sending.arrived)
    }

    /// Messages that nobody has answered, to be sent another time.
    pub fn unsent(&self) -> Vec<PostMessage> {
        self.posts.iter().filter(|sending| sending.stored.is_none() && !sending.arrived).map(|sending| sending.post.clone()).collect()
    }

    /// Adds a message; gives what to say now, if it is its turn.
    pub fn post(&mut self, post: PostMessage) -> Option<FromTab> {
        let number = self.number();
        let first = self.next().is_none();
        self.posts.push(Sending { number, post, arrived: false, stored: None });
        if first { self.next() } else { None }
    }

    /// Adds a change; gives what to say.
    pub fn change(&mut self, change: Change, name: String) -> FromTab {
        let number = self.number();
        self.changes.push(Changing { number, change: change.clone(), name });
        FromTab::Change { number, change }
    }

    /// The message whose turn it is.
    pub fn next(&self) -> Option<FromTab> {
        let sending = self.posts.iter().find(|sending| sending.stored.is_none())?;
        Some(FromTab::Post { number: sending.number, post: sending.post.clone() })
    }

    /// All to say again on a new line.
    pub fn again(&self) -> Vec<FromTab> {
        let changes = self.changes.iter().map(|waiting| FromTab::Change { number: waiting.number, change: waiting.change.clone() });
        changes.chain(self.next()).collect()
    }

    /// Something was stored. A message stays until it is `shown`, or stands there already.
    pub fn stored(&mut self, number: u32, message: MessageId, shown: bool) -> Option<Answered> {
        let sending = self.posts.iter_mut().find(|sending| sending.number == number);
        match sending {
            Some(sending) if !shown && !sending.arrived => {
                sending.stored = Some(message);
                Some(Answered::Post(sending.post.clone()))
            }
            _ => self.take(number),
        }
    }

    /// The room was loaded anew: what it has stored is in it.
    pub fn reloaded(&mut self) {
        self.posts.retain(|sending| sending.stored.is_none());
    }

    /// Takes out what was answered.
    pub fn take(&mut self, number: u32) -> Option<Answered> {
        if let Some(at) = self.posts.iter().position(|sending| sending.number == number) {
            return Some(Answered::Post(self.posts.remove(at).post));
        }
        let at = self.changes.iter().position(|waiting| waiting.number == number)?;
        Some(Answered::Change(self.changes.remove(at)))
    }

    /// The reader's own message came from the room: one that waits for it is not shown beside it.
    pub fn arrived(&mut self, message: MessageId, text: &str) {
        if let Some(at) = self.posts.iter().position(|sending| sending.stored == Some(message)) {
            self.posts.remove(at);
        } else if let Some(sending) = self.posts.iter_mut().find(|sending| sending.stored.is_none())
            && sending.post.text.trim() == text
        {
            sending.arrived = true;
        }
    }

    fn number(&mut self) -> u32 {
        self.numbers += 1;
        self.numbers
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::ids::RoomId;
    use uuid::Uuid;

    fn post(text: &str) -> PostMessage {
        PostMessage { room: RoomId(Uuid::from_u128(1)), key: Uuid::from_u128(text.len() as u128), text: text.to_owned(), answers: None }
    }

    fn said(what: Option<FromTab>) -> Option<(u32, String)> {
        match what? {
            FromTab::Post { number, post } => Some((number, post.text)),
            other => panic!("{other:?} is no message"),
        }
    }

    fn shown(outbox: &Outbox) -> Vec<&str> {
        outbox.sending().map(|sending| sending.post.text.as_str()).collect()
    }

    const ID: MessageId = MessageId(Uuid::from_u128(9));

    #[test]
    fn messages_leave_one_after_the_other() {
        let mut outbox = Outbox::default();
        assert_eq!(said(outbox.post(post("one"))), Some((1, "one".to_owned())));
        assert_eq!(outbox.post(post("two more")), None);
        outbox.stored(1, ID, true);
        assert_eq!(said(outbox.next()), Some((2, "two more".to_owned())));
        assert_eq!(outbox.unsent().len(), 1);
    }

    #[test]
    fn what_is_not_answered_is_said_again_with_the_same_key() {
        let mut outbox = Outbox::default();
        let first = outbox.post(post("one"));
        outbox.post(post("two"));
        let change = outbox.change(Change::Delete { message: ID }, String::new());
        assert_eq!(outbox.again(), [change, first.unwrap()]);
    }

    #[test]
    fn a_message_is_shown_once_whether_it_or_its_answer_comes_first() {
        let mut outbox = Outbox::default();
        outbox.post(post(" answer first "));
        outbox.stored(1, ID, false);
        assert_eq!(shown(&outbox), [" answer first "]);
        outbox.arrived(ID, "answer first");
        assert_eq!(outbox.sending().count(), 0);

        outbox.post(post("room first "));
        outbox.arrived(ID, "room first");
        assert_eq!(outbox.sending().count(), 0);
        assert!(outbox.next().is_some());
        outbox.stored(2, ID, false);
        assert_eq!(outbox.next(), None);
    }

    #[test]
    fn a_stored_message_is_not_waited_for_in_a_room_that_was_loaded_anew() {
        let mut outbox = Outbox::default();
        outbox.post(post("stored"));
        outbox.post(post("on its way"));
        outbox.stored(1, ID, false);
        outbox.reloaded();
        assert_eq!(shown(&outbox), ["on its way"]);
    }

    #[test]
    fn somebody_elses_words_are_not_taken_for_what_waits() {
        let mut outbox = Outbox::default();
        outbox.post(post("hello"));
        outbox.arrived(ID, "from another device of mine");
        assert_eq!(shown(&outbox), ["hello"]);
    }
}
