//! What the reader says and does. It goes out at once where there is a line, else when there is one.

use super::{Mode, Talk};
use crate::{
    browser::socket,
    features::chat::{
        commands::{self, Line},
        composer,
    },
};
use contract::{
    chat::{Change, ChatRefusal, LONGEST_MESSAGE, PostMessage},
    outcome::{Message, Refusal},
    realtime::FromTab,
};
use leptos::prelude::*;
use uuid::Uuid;

/// Typing is told at most this often.
const TYPING_MS: f64 = 3000.0;

impl Talk {
    /// Sends what stands in the composer, or does what it says; gives the page that a command leads to.
    pub fn send(self) -> Option<String> {
        let text = self.draft.with_untracked(|draft| draft.trim().to_owned());
        if text.is_empty() {
            return None;
        }
        if text.chars().count() > LONGEST_MESSAGE {
            self.refuse(&ChatRefusal::TooLong { most: LONGEST_MESSAGE as u32 });
            return None;
        }
        let mode = self.mode.get_untracked();
        let done = match mode {
            Mode::Edit(message) => {
                self.change(Change::Edit { message, text }, String::new());
                Ok(None)
            }
            Mode::Answer(_) | Mode::Say => commands::read(&text).and_then(|line| match line {
                Line::Say(text) => {
                    self.post(text, if let Mode::Answer(message) = &mode { Some(message.id) } else { None });
                    Ok(None)
                }
                Line::Do(command) => self.obey(command),
            }),
        };
        match done {
            Ok(address) => {
                self.start_over();
                address
            }
            Err(refusal) => {
                self.refuse(&refusal);
                None
            }
        }
    }

    fn refuse(self, refusal: &impl Refusal) {
        self.refused.set(Some(vec![refusal.message()]));
    }

    fn post(self, text: String, answers: Option<contract::ids::MessageId>) {
        let post = PostMessage { room: self.room(), key: key(), text, answers };
        let now = self.outbox.try_update(|outbox| outbox.post(post)).flatten();
        if let Some(what) = now {
            socket::say(&what);
        }
        self.to_end();
    }

    /// Makes a change; `name` is of whom it is about.
    pub fn change(self, change: Change, name: String) {
        if let Some(what) = self.outbox.try_update(|outbox| outbox.change(change, name)) {
            socket::say(&what);
        }
    }

    pub(super) fn say_next(self) {
        if let Some(next) = self.outbox.with_untracked(|outbox| outbox.next()) {
            socket::say(&next);
        }
    }

    /// The reader types.
    pub fn types(self, text: String) {
        let (empty, editing) = (text.trim().is_empty(), matches!(self.mode.get_untracked(), Mode::Edit(_)));
        self.draft.set(text);
        if self.refused.with_untracked(|refused| refused.as_ref().is_none_or(|reasons| !reasons.is_empty())) {
            self.refused.set(Some(Vec::new()));
        }
        let now = js_sys::Date::now();
        if !empty && !editing && now - self.typed_ms.get_value() > TYPING_MS && socket::say(&FromTab::Typing { room: self.room() }) {
            self.typed_ms.set_value(now);
        }
    }

    /// Empties the composer, and takes it back to what it is for.
    pub fn start_over(self) {
        self.mode.set(Mode::Say);
        self.refused.set(Some(Vec::new()));
        self.typed_ms.set_value(0.0);
        self.write(String::new());
    }

    /// Puts what was refused back, before what was typed since.
    pub(super) fn give_back(self, text: &str, mode: Mode, reasons: Vec<Message>) {
        let since = self.draft.get_untracked();
        if since.trim().is_empty() {
            self.mode.set(mode);
            self.write(text.to_owned());
        } else {
            self.write(format!("{text}\n{since}"));
        }
        // Its field is this one here, whatever the feature calls it.
        let reasons = reasons.into_iter().map(|reason| Message { field: Some("text".to_owned()), ..reason });
        self.refused.set(Some(reasons.collect()));
    }

    /// Fills the composer.
    pub fn write(self, text: String) {
        if let Some(field) = composer::field() {
            field.set_value(&text);
        }
        self.draft.set(text);
    }
}

/// A key of a message's own: the browser's randomness, on whatever origin.
fn key() -> Uuid {
    let mut bytes = [0; 16];
    if let Ok(crypto) = window().crypto() {
        // Fails for more than 64 KiB only.
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    uuid::Builder::from_random_bytes(bytes).into_uuid()
}
