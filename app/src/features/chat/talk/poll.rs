//! The room's poll, as it was told last.

use super::{Talk, server_fns};
use contract::polls::{Poll, ShownPoll};
use leptos::{prelude::*, task::spawn_local};
use std::time::Duration;

const TICK: Duration = Duration::from_secs(1);

impl Talk {
    /// Takes over a poll as it is now; what is older says nothing.
    pub fn learn_poll(self, poll: Poll) {
        let known =
            self.poll.with_untracked(|known| known.as_ref().map(|known| (known.poll.is_newer_than(&poll), known.poll.id, known.own)));
        match known {
            Some((true, ..)) => {}
            Some((false, id, own)) if id == poll.id => self.show_poll(Some(ShownPoll { poll, own })),
            _ => self.show_poll(Some(ShownPoll { poll, own: None })),
        }
    }

    /// What the reader chose was counted; others' news may have come first.
    pub fn chose_in_poll(self, shown: ShownPoll) {
        let id = shown.poll.id;
        self.learn_poll(shown.poll);
        self.poll.update(|known| {
            if let Some(known) = known.as_mut().filter(|known| known.poll.id == id) {
                known.own = shown.own;
            }
        });
    }

    pub(super) fn show_poll(self, shown: Option<ShownPoll>) {
        let left = shown.as_ref().map_or(0, |shown| shown.poll.left_ms);
        self.poll.set(shown);
        self.poll_left.set(left);
        self.poll_ends_ms.set_value(None);
    }

    /// Polls keep no log: whoever was away asks.
    pub(super) fn reload_poll(self) {
        spawn_local(async move {
            if let Ok(Some(shown)) = server_fns::room_poll(self.room()).await
                && !self.poll.is_disposed()
            {
                self.chose_in_poll(shown);
            }
        });
    }

    /// Counts the time down, in the browser.
    pub fn mind_the_poll(self) {
        let ticks = set_interval_with_handle(
            move || {
                let left = self.poll_left.try_get_untracked().unwrap_or_default();
                if left > 0 {
                    // By the clock, since a browser that shows another page ticks seldom.
                    let now = js_sys::Date::now();
                    let ends = self.poll_ends_ms.try_update_value(|ends| *ends.get_or_insert(now + left as f64)).unwrap_or(now);
                    self.poll_left.set((ends - now).max(0.0) as u64);
                }
            },
            TICK,
        );
        on_cleanup(move || {
            if let Ok(ticks) = ticks {
                ticks.clear();
            }
        });
    }
}
