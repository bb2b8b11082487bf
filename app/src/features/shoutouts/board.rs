//! What a page knows of the shout-outs. Changed by the reader and by the line; of two copies the newer one holds.

use super::server_fns;
use crate::{
    browser::socket::{self, Heard},
    form::Reply,
    i18n::{I18n, use_i18n},
};
use contract::{
    ids::ShoutOutId,
    realtime::{FromTab, ToTab, Watched},
    shoutouts::{ShoutOut, ShoutOutState, ShoutOuts, sort_shown},
};
use leptos::{prelude::*, task::spawn_local};
use ui::Toasts;

#[derive(Clone, Copy)]
pub struct Board {
    i18n: I18n,
    toasts: Option<Toasts>,
    pub shown: RwSignal<Vec<ShoutOut>>,
    /// What waits; nothing for those who don't decide.
    pub held: RwSignal<Vec<ShoutOut>>,
    pub moderates: bool,
    line: StoredValue<Option<socket::Listening>>,
}

impl Board {
    pub fn new(first: ShoutOuts, moderates: bool) -> Self {
        let board = Self {
            i18n: use_i18n(),
            toasts: Toasts::get(),
            shown: RwSignal::new(first.shown),
            held: RwSignal::new(first.held),
            moderates,
            line: StoredValue::default(),
        };
        Effect::new(move |_| {
            board.line.set_value(Some(socket::listen(move |heard| board.hear(&heard))));
        });
        board
    }

    fn hear(self, heard: &Heard) {
        let watched = if self.moderates { Watched::Studio } else { Watched::Station };
        match heard {
            Heard::Open => {
                socket::say(&FromTab::Watch(watched));
            }
            Heard::Lost => {}
            Heard::Said(said) => match &**said {
                // The news come from now on: what happened before them is asked for.
                ToTab::Watching(what) if *what == watched => self.reload(),
                ToTab::Resync => self.reload(),
                ToTab::ShoutOuts(news) => news.iter().for_each(|one| self.put(one)),
                _ => {}
            },
        }
    }

    fn reload(self) {
        spawn_local(async move {
            let Ok(now) = server_fns::load_shout_outs().await else { return };
            // Gone once the reader has left the page.
            if self.shown.try_set(now.shown).is_none() {
                self.held.set(now.held);
            }
        });
    }

    /// Takes over one as it is now.
    fn put(self, now: &ShoutOut) {
        let older = |known: &ShoutOut| known.id == now.id && known.version >= now.version;
        let known = self.shown.try_with_untracked(|all| all.iter().any(older));
        if known != Some(false) || self.held.with_untracked(|all| all.iter().any(older)) {
            return;
        }
        self.shown.update(|all| {
            all.retain(|known| known.id != now.id);
            if now.state.is_public() {
                all.push(now.clone());
                sort_shown(all);
            }
        });
        self.held.update(|all| {
            all.retain(|known| known.id != now.id);
            if now.state == ShoutOutState::Held {
                all.push(now.clone());
            }
        });
    }

    pub fn judge(self, id: ShoutOutId, next: String) {
        spawn_local(async move {
            let said = match server_fns::judge(id, next).await {
                Ok(Reply::Done(now)) => return self.put(&now),
                Ok(Reply::Refused(reasons)) => reasons.first().map(|reason| self.i18n.message(reason)),
                Err(failure) => Some(self.i18n.failure(&failure)),
            };
            if let (Some(toasts), Some(said)) = (self.toasts, said) {
                toasts.show(said);
            }
        });
    }
}
