//! People whose messages the reader hides from themselves.

use super::{Talk, server_fns};
use crate::{form::Reply, i18n::argument};
use contract::{chat::Hiding, ids::AccountId};
use leptos::{prelude::*, task::spawn_local};

impl Talk {
    pub fn hides(self, account: AccountId) -> bool {
        self.hidden.with(|hidden| hidden.contains(&account))
    }

    pub fn hidden_untracked(self, account: AccountId) -> bool {
        self.hidden.with_untracked(|hidden| hidden.contains(&account))
    }

    /// Hides somebody at once, or shows them again; taken back if the server says no.
    pub fn hide(self, account: AccountId, how: Option<Hiding>) {
        let before = self.hidden.get_untracked();
        self.hidden.update(|hidden| {
            hidden.retain(|other| *other != account);
            hidden.extend(how.map(|_| account));
        });
        spawn_local(async move {
            let said = match server_fns::hide_person(account, how).await {
                Ok(Reply::Done(())) => return,
                Ok(Reply::Refused(reasons)) => reasons.first().map(|reason| self.i18n.message(reason)),
                Err(failure) => Some(self.i18n.failure(&failure)),
            };
            if self.hidden.try_set(before).is_none() {
                said.into_iter().for_each(|said| self.toast(said));
            }
        });
    }

    /// Hides somebody, with a way back for as long as the toast stays.
    pub fn hide_named(self, account: AccountId, how: Hiding, name: &str) {
        self.hide(account, Some(how));
        let id = if how == Hiding::Blocked { "chat-done-blocked" } else { "chat-done-muted" };
        let back = Callback::new(move |()| {
            if !self.hidden.is_disposed() {
                self.hide(account, None);
            }
        });
        if let Some(toasts) = self.toasts {
            toasts.show_with(self.i18n.text(id, &[("name", argument(&name))]), self.i18n.text("common-undo", &[]), back);
        }
    }
}
