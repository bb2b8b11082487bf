//! Commands, carried out.

use super::Talk;
use crate::features::chat::commands::{Command, Kind};
use contract::{
    caller::Role,
    chat::{Change, CommandRefusal, Hiding},
};
use leptos::prelude::*;

/// Done, and where to go for the rest.
type Obeyed = Result<Option<String>, CommandRefusal>;

impl Talk {
    pub(super) fn obey(self, command: Command) -> Obeyed {
        let room = self.room();
        match command {
            Command::Request(words) => return Ok(Some(address("/live/requests", "q", &words))),
            Command::ShoutOut(words) => return Ok(Some(address("/live/shout-outs", "text", &words))),
            Command::Poll(question) => {
                self.only_moderators(Kind::Poll)?;
                self.question.set(question);
                self.asking.set(true);
            }
            Command::Slow { seconds } => {
                self.only_moderators(Kind::Slow)?;
                self.change(Change::SlowMode { room, seconds }, String::new());
            }
            Command::TimeOut { name, minutes } => {
                self.only_moderators(Kind::TimeOut)?;
                let person = self.called(&name)?;
                self.change(Change::TimeOut { room, account: person.account, minutes }, person.name);
            }
            Command::About { kind, name } => {
                self.only_moderators(kind)?;
                let person = self.called(&name)?;
                let account = person.account;
                match kind {
                    Kind::Ban => self.change(Change::Ban { room, account }, person.name),
                    Kind::Lift => self.change(Change::Lift { room, account }, person.name),
                    Kind::Mute => self.hide_named(account, Hiding::Muted, &person.name),
                    Kind::Block => self.hide_named(account, Hiding::Blocked, &person.name),
                    _ => self.hide(account, None),
                }
            }
        }
        Ok(None)
    }

    pub fn moderates(self) -> bool {
        self.reader.with(|reader| reader.as_ref().is_some_and(|reader| reader.role >= Role::Moderator))
    }

    fn only_moderators(self, kind: Kind) -> Result<(), CommandRefusal> {
        if kind.moderates() && !untrack(|| self.moderates()) {
            return Err(CommandRefusal::Moderators { command: kind.word().to_owned() });
        }
        Ok(())
    }
}

/// A page's address, with what to begin with there.
fn address(path: &str, field: &str, words: &str) -> String {
    if words.is_empty() { path.to_owned() } else { format!("{path}?{field}={}", String::from(js_sys::encode_uri_component(words))) }
}
