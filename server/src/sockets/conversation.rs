//! What a tab's messages mean. Whoever speaks is the person of the handshake, for as long as their session holds.

use super::presence::listeners;
use crate::wiring::Install;
use contract::{
    caller::{Caller, Role},
    chat::{ChatRefusal, Missed, Stored},
    failure::Failure,
    ids::RoomId,
    outcome::{Message, Outcome, Refusal},
    realtime::{Answer, FromTab, ToTab, Watched},
    shown::Timestamp,
};
use realtime::{Hear, Tab, Topic, frame::CloseCode};
use serde::Serialize;
use std::sync::{Arc, Mutex, PoisonError};

/// How long a session that held is taken to hold.
const HOLDS_MS: i64 = 10_000;

pub(super) struct Conversation {
    install: Arc<Install>,
    session: Option<String>,
    /// As of the last look at the session.
    known: Mutex<(Arc<Caller>, Timestamp)>,
}

/// Where the news of it are told, of the listener's own tenant; `None` if they may not hear them.
fn watched(caller: &Caller, what: Watched) -> Option<Topic> {
    Some(match what {
        Watched::Station => Topic::station(caller.tenant),
        Watched::Studio => Topic::studio(caller.with_role(Role::Moderator).map(|_| caller.tenant)?),
        Watched::Person => Topic::person(caller.tenant, caller.viewer.as_ref()?.account),
    })
}

impl Hear for Conversation {
    async fn hear(&self, tab: &Arc<Tab>, text: String) {
        let Ok(said) = serde_json::from_str::<FromTab>(&text) else {
            return tab.close(CloseCode::Policy, "not understood", None);
        };
        let Some(caller) = self.caller().await else {
            say(tab, &ToTab::Out { reason: Message { id: "chat-out-signed-out".to_owned(), arguments: vec![], field: None } });
            return tab.close(CloseCode::Policy, "signed out", None);
        };
        let chat = &self.install.services.chat;
        match said {
            FromTab::Enter { room, after, number } => self.enter(tab, &caller, room, after, number).await,
            FromTab::Leave { room } => self.install.hub.leave(tab, &Topic::room(caller.tenant, room)),
            FromTab::Post { number, post } => {
                self.install.presence.stops_typing(&self.install.hub, &caller, post.room);
                answer(tab, number, chat.post(&caller, post).await);
            }
            FromTab::Change { number, change } => answer(tab, number, chat.change(&caller, change).await),
            FromTab::Typing { room } => self.install.presence.types(&self.install.hub, &caller, room),
            FromTab::Watch(what) => self.watch(tab, &caller, what),
            FromTab::Unwatch(what) => {
                watched(&caller, what).into_iter().for_each(|topic| self.install.hub.leave(tab, &topic));
            }
        }
    }
}

impl Conversation {
    pub(super) fn new(install: Arc<Install>, caller: &Arc<Caller>, session: Option<String>) -> Self {
        let now = install.kernel.now();
        Self { install, session, known: Mutex::new((caller.clone(), now)) }
    }

    /// Who speaks, with the name and the role of now; `None` when their session is over.
    async fn caller(&self) -> Option<Arc<Caller>> {
        let (caller, since) = self.known.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let (Some(_), Some(secret)) = (&caller.viewer, &self.session) else { return Some(caller) };
        let now = self.install.kernel.now();
        if now < since.plus_ms(HOLDS_MS) {
            return Some(caller);
        }
        match self.install.accounts.session(caller.tenant, secret).await {
            Ok(None) => None,
            Ok(Some(session)) => {
                let caller = Arc::new(Caller { viewer: Some(session.viewer), ..(*caller).clone() });
                *self.known.lock().unwrap_or_else(PoisonError::into_inner) = (caller.clone(), now);
                Some(caller)
            }
            Err(error) => {
                tracing::error!("reading a session: {error:#}");
                Some(caller)
            }
        }
    }

    /// Whether somebody was sent out of the tenant's rooms. What everybody may know of the station they hear as every guest does.
    async fn is_banned(&self, caller: &Caller) -> bool {
        let Some(viewer) = &caller.viewer else { return false };
        self.install.chat.is_banned(caller.tenant, viewer.account).await.unwrap_or_else(|error| {
            tracing::error!("looking for a ban: {error:#}");
            true
        })
    }

    /// Who may not hear it isn't answered.
    fn watch(&self, tab: &Tab, caller: &Caller, what: Watched) {
        let Some(topic) = watched(caller, what) else { return };
        if !self.install.hub.enter(tab, &topic) {
            return tab.close(CloseCode::Policy, "too many topics", None);
        }
        say(tab, &ToTab::Watching(what));
        if what == Watched::Station {
            say(tab, &listeners(&self.install.hub, caller.tenant));
        }
    }

    /// Listens first and tells then what was missed, so that nothing falls in between; what comes twice is told by its `seq`.
    async fn enter(&self, tab: &Tab, caller: &Caller, room: RoomId, after: u64, number: u32) {
        let Install { hub, services, presence, .. } = &*self.install;
        if self.is_banned(caller).await {
            say(tab, &ToTab::Out { reason: Message { id: "chat-out-banned".to_owned(), arguments: vec![], field: None } });
            return tab.close(CloseCode::Policy, "banned", None);
        }
        let topic = Topic::room(caller.tenant, room);
        if !hub.enter(tab, &topic) {
            return tab.close(CloseCode::Policy, "too many rooms", None);
        }
        match services.chat.missed(caller, room, after).await {
            Ok(Missed::Changes(changes)) => {
                let seq = changes.last().map_or(after, |last| last.seq);
                hub.begin(&topic, seq);
                let mut all: Vec<ToTab> = changes.into_iter().map(|logged| ToTab::Logged { room, logged }).collect();
                all.extend([ToTab::Entered { room, seq, number }, presence.seen(hub, &topic, room)]);
                if let Err(error) = tab.say_all(&all) {
                    tracing::error!("encoding what was missed: {error}");
                }
            }
            Ok(Missed::TooMuch) => say(tab, &ToTab::Snapshot { room }),
            // Another tenant's or none at all.
            Err(_) => hub.leave(tab, &topic),
        }
    }
}

fn answer(tab: &Tab, number: u32, outcome: Result<Outcome<Stored, ChatRefusal>, Failure>) {
    let answer = match outcome {
        Ok(Outcome::Done(Stored { seq, message })) => Answer::Done { seq, message },
        Ok(Outcome::Refused(reasons)) => Answer::Refused(reasons.iter().map(Refusal::message).collect()),
        Err(failure) => Answer::Refused(vec![failure.message()]),
    };
    say(tab, &ToTab::Answer { number, answer });
}

fn say(tab: &Tab, message: &impl Serialize) {
    if let Err(error) = tab.say(message) {
        tracing::error!("encoding a message: {error}");
    }
}
