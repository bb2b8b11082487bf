//! Whom the page knows by name: those who wrote what is shown, and those who are here.

use super::{Row, Talk, server_fns};
use contract::chat::{Author, CommandRefusal};
use leptos::{prelude::*, task::spawn_local};

/// More than this aren't remembered; who wrote last comes first.
const MOST_KNOWN: usize = 500;
/// Who is here is asked for at most this often, in ms.
const ASK_AGAIN_MS: f64 = 30_000.0;

impl Talk {
    pub(super) fn know(self, people: impl IntoIterator<Item = Author>) {
        let known = |known: &mut Vec<Author>| {
            for person in people {
                let here = |other: &Author| other.account == person.account;
                match known.iter().position(here) {
                    Some(0) => known[0] = person,
                    Some(at) => {
                        known.remove(at);
                        known.insert(0, person);
                    }
                    None => known.insert(0, person),
                }
            }
            known.truncate(MOST_KNOWN);
        };
        self.known.update(known);
    }

    pub(super) fn know_rows(self) {
        let authors: Vec<Author> =
            self.rows.with_untracked(|rows| rows.iter().filter_map(Row::message).map(|row| row.author.clone()).collect());
        self.know(authors);
    }

    /// Learns who is here, for those who are about to name somebody.
    pub fn ask_who_is_here(self) {
        let now = js_sys::Date::now();
        if now - self.asked_ms.get_value() < ASK_AGAIN_MS {
            return;
        }
        self.asked_ms.set_value(now);
        spawn_local(async move {
            // Whoever wrote is known already.
            if let Ok(here) = server_fns::who_is_here(self.room()).await
                && !self.known.is_disposed()
            {
                let unknown =
                    |person: &Author| self.known.with_untracked(|known| known.iter().all(|other| other.account != person.account));
                let unknown: Vec<Author> = here.people.into_iter().filter(unknown).collect();
                self.known.update(|known| known.extend(unknown));
            }
        });
    }

    /// The one person of that name; a bot may be called like anybody.
    pub(super) fn called(self, name: &str) -> Result<Author, CommandRefusal> {
        let wanted = name.to_lowercase();
        let found: Vec<Author> =
            self.known.with_untracked(|known| known.iter().filter(|person| person.name.to_lowercase() == wanted).cloned().collect());
        match <[Author; 1]>::try_from(found) {
            Ok([person]) => Ok(person),
            Err(found) if found.is_empty() => Err(CommandRefusal::NobodyCalled { name: name.to_owned() }),
            Err(_) => Err(CommandRefusal::SeveralCalled { name: name.to_owned() }),
        }
    }
}
