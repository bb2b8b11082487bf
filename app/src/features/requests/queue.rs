//! What a page knows of the requests. Changed by the reader and by the line; of two copies the newer one holds.

use super::server_fns;
use crate::{
    browser::socket::{self, Heard},
    form::Reply,
    i18n::{I18n, use_i18n},
};
use contract::{
    failure::Failure,
    ids::{AccountId, TrackRequestId},
    outcome::Message,
    realtime::{FromTab, ToTab, Watched},
    requests::{RequestNews, Requests, TrackRequest, sort},
};
use leptos::{prelude::*, task::spawn_local};
use ui::Toasts;

#[derive(Clone, Copy)]
pub struct Queue {
    i18n: I18n,
    toasts: Option<Toasts>,
    /// Those that wait, in their order.
    pub waiting: RwSignal<Vec<TrackRequest>>,
    pub played: RwSignal<Vec<TrackRequest>>,
    pub refused: RwSignal<Vec<TrackRequest>>,
    pub voted: RwSignal<Vec<TrackRequestId>>,
    pub seconds_each: RwSignal<u32>,
    pub reader: Option<AccountId>,
    line: StoredValue<Option<socket::Listening>>,
}

impl Queue {
    pub fn new(first: Requests) -> Self {
        let queue = Self {
            i18n: use_i18n(),
            toasts: Toasts::get(),
            waiting: RwSignal::new(first.waiting),
            played: RwSignal::new(first.played),
            refused: RwSignal::new(first.refused),
            voted: RwSignal::new(first.own_votes),
            seconds_each: RwSignal::new(first.seconds_each),
            reader: first.reader,
            line: StoredValue::default(),
        };
        Effect::new(move |_| {
            queue.line.set_value(Some(socket::listen(move |heard| queue.hear(&heard))));
        });
        queue
    }

    fn hear(self, heard: &Heard) {
        match heard {
            Heard::Open => {
                socket::say(&FromTab::Watch(Watched::Station));
            }
            Heard::Lost => {}
            Heard::Said(said) => match &**said {
                // The news come from now on: what happened before them is asked for.
                ToTab::Watching(Watched::Station) | ToTab::Resync => self.reload(),
                ToTab::Requests(news) => news.iter().for_each(|news| self.learn(news)),
                _ => {}
            },
        }
    }

    pub fn reload(self) {
        spawn_local(async move {
            let Ok(now) = server_fns::load_requests().await else { return };
            // Gone once the reader has left the page.
            if self.waiting.try_set(now.waiting).is_none() {
                self.played.set(now.played);
                self.refused.set(now.refused);
                self.voted.set(now.own_votes);
                self.seconds_each.set(now.seconds_each);
            }
        });
    }

    fn learn(self, news: &RequestNews) {
        match news {
            RequestNews::Changed(whole) => self.put(whole),
            RequestNews::Votes { id, version, votes } => self.count(*id, *version, *votes),
        }
    }

    /// Takes over a request as it is now.
    pub fn put(self, now: &TrackRequest) {
        let known = self.waiting.try_with_untracked(|all| all.iter().find(|known| known.id == now.id).map(|known| known.version));
        let Some(known) = known.filter(|known| known.is_none_or(|version| version < now.version)) else { return };
        if known.is_none() && !now.standing.waits() {
            return;
        }
        self.waiting.update(|all| {
            all.retain(|known| known.id != now.id);
            if now.standing.waits() {
                all.push(now.clone());
                sort(all);
            }
        });
        if !now.standing.waits() {
            // What was played, and why one's own was refused, stands elsewhere on the page.
            self.reload();
        }
    }

    /// One's own, just taken in: who asks votes.
    pub fn asked(self, now: &TrackRequest) {
        self.mark(now.id, true);
        self.put(now);
    }

    fn count(self, id: TrackRequestId, version: u64, votes: u32) {
        let newer = self.waiting.try_with_untracked(|all| all.iter().any(|known| known.id == id && known.version < version));
        if newer == Some(true) {
            self.waiting.update(|all| {
                if let Some(known) = all.iter_mut().find(|known| known.id == id) {
                    (known.version, known.votes) = (version, votes);
                }
                sort(all);
            });
        }
    }

    pub fn request(self, id: TrackRequestId) -> Option<TrackRequest> {
        self.waiting.with(|all| all.iter().find(|known| known.id == id).cloned())
    }

    /// Votes, or takes it back: seen at once, and undone if it didn't count.
    pub fn vote(self, id: TrackRequestId, up: bool) {
        self.mark(id, up);
        spawn_local(async move {
            match server_fns::vote_for(id, up).await {
                Ok(Reply::Done(vote)) => {
                    self.mark(id, vote.up);
                    self.count(id, vote.version, vote.votes);
                }
                Ok(Reply::Refused(reasons)) => {
                    self.mark(id, !up);
                    self.complain(&reasons);
                }
                Err(failure) => {
                    self.mark(id, !up);
                    self.fail(&failure);
                }
            }
        });
    }

    fn mark(self, id: TrackRequestId, up: bool) {
        self.voted.try_update(|voted| {
            voted.retain(|voted| *voted != id);
            if up {
                voted.push(id);
            }
        });
    }

    /// Does something to a request on the server, and takes over what it says.
    pub fn act<F>(self, answer: F)
    where
        F: Future<Output = Result<Reply<TrackRequest>, Failure>> + 'static,
    {
        spawn_local(async move {
            match answer.await {
                Ok(Reply::Done(now)) => self.put(&now),
                Ok(Reply::Refused(reasons)) => self.complain(&reasons),
                Err(failure) => self.fail(&failure),
            }
        });
    }

    fn complain(self, reasons: &[Message]) {
        if let (Some(toasts), Some(first)) = (self.toasts, reasons.first()) {
            toasts.show(self.i18n.message(first));
        }
    }

    fn fail(self, failure: &Failure) {
        if let Some(toasts) = self.toasts {
            toasts.show(self.i18n.failure(failure));
        }
    }
}
