//! Where the reader stopped last time, remembered by the browser.

use super::{Row, Talk};
use crate::browser::storage;
use leptos::prelude::*;

impl Talk {
    fn mark_key(self) -> String {
        format!("room-read-{}", self.room())
    }

    /// Marks what came since the last visit; whoever is here for the first time has no such mark.
    pub(super) fn mark_new(self) {
        let reader = self.reader_account();
        if let Some(seen) = storage::read::<u64>(&self.mark_key()) {
            let theirs = |row: &&Row| row.message().is_some_and(|message| reader != Some(message.author.account));
            let first = self.rows.with_untracked(|rows| rows.iter().filter(|row| row.seq > seen).find(theirs).map(|row| row.seq));
            self.first_new.set(first);
        }
        self.remember();
    }

    /// The newest was in sight.
    pub(super) fn remember(self) {
        if self.at_end.get_untracked() && !self.back.get_untracked() && !document().hidden() {
            let newest = self.rows.with_untracked(|rows| rows.last().map(|row| row.seq));
            if let Some(newest) = newest.filter(|newest| *newest != self.remembered.get_value()) {
                self.remembered.set_value(newest);
                storage::write(&self.mark_key(), &newest);
            }
        }
    }
}
