//! The tenant's emotes, as they were told last.

use super::Talk;
use crate::features::emotes::server_fns;
use contract::emotes::{Emote, emote_name};
use leptos::{prelude::*, task::spawn_local};

impl Talk {
    /// The emote that `written`, with its colons, stands for.
    pub fn emote(self, written: &str) -> Option<Emote> {
        let name = emote_name(written)?;
        self.emotes.with(|all| all.iter().find(|emote| emote.name == name).cloned())
    }

    /// They keep no log: whoever was away asks.
    pub(super) fn reload_emotes(self) {
        spawn_local(async move {
            if let Ok(all) = server_fns::emotes().await
                && self.emotes.try_get_untracked().is_some_and(|known| known != all)
            {
                self.emotes.set(all);
            }
        });
    }
}
