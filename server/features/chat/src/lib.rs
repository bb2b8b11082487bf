//! Rooms that people talk in: a log of messages and of everything that happens to them, told to whoever listens.
//!
//! Everything of the feature that touches a table. Knows no socket: who comes in is told by [`realtime::Hub`], and whether
//! somebody may come in is asked with [`Service::is_banned`].

mod bots;
mod card;
mod change;
mod company;
mod deeds;
mod entity;
mod events;
mod export;
mod group;
mod history;
mod journal;
mod mentions;
mod networks;
mod notices;
mod pace;
mod people;
mod polls;
mod post;
mod prune;
mod reports;
mod retention;
mod rooms;
mod rules;
mod said;
mod sanctions;
mod shown;
mod text;
mod told;
mod turn;
mod words;
mod writer;

pub use journal::LogPage;

use async_trait::async_trait;
use axum::Router;
use contract::{
    caller::{Caller, Viewer},
    chat::{Change, Chat, ChatRefusal, Here, Hiding, History, Landmark, Missed, PostMessage, Room, Stored},
    emotes::emote_name,
    failure::Failure,
    ids::{AccountId, MessageId, PollId, RoomId, TenantId},
    moderation::{Decision, Deed, Moderation, ModerationRefusal, PersonCard, ReportMessage, ReportQueue, RoomSettings},
    outcome::Outcome,
    page::Page,
    polls::{OpenPoll, Poll, PollRefusal, Polls, ShownPoll},
};
use kernel::{Kernel, OrFail};
use realtime::Hub;
pub use said::Said;
use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, OnceLock},
};
use writer::Writer;

type Answer = Outcome<Stored, ChatRefusal>;

/// What rooms ask about the tenant's emotes.
#[async_trait]
pub trait Emotes: Send + Sync {
    /// Whether there is one of that name.
    ///
    /// # Errors
    /// The database's.
    async fn has(&self, tenant: TenantId, name: &str) -> kernel::Result<bool>;
}

/// The feature. Cheap to clone; clones share the one task that writes.
#[derive(Clone)]
pub struct Service {
    kernel: Kernel,
    hub: Hub,
    writer: Arc<Writer>,
    polls: polls::News,
    emotes: Arc<OnceLock<Arc<dyn Emotes>>>,
}

impl Service {
    /// Tells what happens in rooms to `hub`, which reads what it misses from their logs.
    pub fn new(kernel: Kernel, hub: Hub) -> Self {
        hub.read_from(Arc::new(told::Logs(kernel.clone())));
        Self {
            writer: Arc::new(Writer::new(kernel.clone(), hub.clone())),
            polls: polls::News::new(kernel.clone(), hub.clone()),
            emotes: Arc::default(),
            hub,
            kernel,
        }
    }

    /// Lets the emotes of `emotes` be given as reactions. Said once, when the house is put together.
    pub fn ask_for_emotes(&self, emotes: Arc<dyn Emotes>) {
        // Said a second time, the first one's answers hold.
        let _ = self.emotes.set(emotes);
    }

    /// Whether this can be given as a reaction: an emoji that everybody has, or an emote of the tenant.
    async fn is_reaction(&self, tenant: TenantId, emoji: &str) -> kernel::Result<bool> {
        if shown::place(emoji).is_some() {
            return Ok(true);
        }
        match (emote_name(emoji), self.emotes.get()) {
            (Some(name), Some(emotes)) => emotes.has(tenant, name).await,
            _ => Ok(false),
        }
    }

    /// Whether somebody may not be in the tenant's rooms any more, as of now.
    ///
    /// # Errors
    /// The database's.
    pub async fn is_banned(&self, tenant: TenantId, account: AccountId) -> kernel::Result<bool> {
        sanctions::is_banned(self.kernel.database.read(), tenant, account).await
    }

    /// What these messages say now, and who said it; those that are deleted or gone are left out.
    ///
    /// # Errors
    /// The database's.
    pub async fn said(&self, tenant: TenantId, messages: &[MessageId]) -> kernel::Result<HashMap<MessageId, Said>> {
        said::said(self.kernel.database.read(), tenant, messages).await
    }

    /// For how many days nobody new comes from an address, because somebody was banned from there; `None` when they may.
    ///
    /// # Errors
    /// The database's.
    pub async fn closed_to_new(&self, tenant: TenantId, address: IpAddr) -> kernel::Result<Option<u32>> {
        let Some(network) = networks::of(&self.kernel, tenant, address) else { return Ok(None) };
        Ok(networks::closed(self.kernel.database.read(), tenant, &network, self.kernel.now()).await?)
    }
}

#[async_trait]
impl Chat for Service {
    async fn station_room(&self, caller: &Caller) -> Result<Room, Failure> {
        history::station_room(self, caller).await.or_fail(caller)
    }

    async fn history(&self, caller: &Caller, room: RoomId, before: u64) -> Result<History, Failure> {
        history::history(self, caller, room, before).await.or_fail(caller)
    }

    async fn place(&self, caller: &Caller, room: RoomId, of: Landmark) -> Result<u64, Failure> {
        history::place(self, caller, room, of).await.or_fail(caller)
    }

    async fn missed(&self, caller: &Caller, room: RoomId, after: u64) -> Result<Missed, Failure> {
        journal::missed(self, caller, room, after).await.or_fail(caller)
    }

    async fn post(&self, caller: &Caller, post: PostMessage) -> Result<Answer, Failure> {
        post::post(self, caller, post).await.or_fail(caller)
    }

    async fn here(&self, caller: &Caller, room: RoomId) -> Result<Here, Failure> {
        company::here(self, caller, room).await.or_fail(caller)
    }

    async fn hide(&self, caller: &Caller, account: AccountId, how: Option<Hiding>) -> Result<Outcome<(), ChatRefusal>, Failure> {
        company::hide(self, caller, account, how).await.or_fail(caller)
    }

    async fn change(&self, caller: &Caller, change: Change) -> Result<Answer, Failure> {
        change::change(self, caller, change).await.or_fail(caller)
    }
}

#[async_trait]
impl Polls for Service {
    async fn poll(&self, caller: &Caller, room: RoomId) -> Result<Option<ShownPoll>, Failure> {
        polls::shown(self, caller, room).await.or_fail(caller)
    }

    async fn open_poll(&self, caller: &Caller, room: RoomId, poll: OpenPoll) -> Result<Outcome<Poll, PollRefusal>, Failure> {
        polls::open(self, caller, room, poll).await.or_fail(caller)
    }

    async fn vote_in_poll(&self, caller: &Caller, poll: PollId, option: Option<u32>) -> Result<Outcome<ShownPoll, PollRefusal>, Failure> {
        polls::vote(self, caller, poll, option).await.or_fail(caller)
    }

    async fn close_poll(&self, caller: &Caller, poll: PollId) -> Result<Outcome<Poll, PollRefusal>, Failure> {
        polls::close(self, caller, poll).await.or_fail(caller)
    }
}

#[async_trait]
impl Moderation for Service {
    async fn report(&self, caller: &Caller, report: ReportMessage) -> Result<Outcome<(), ModerationRefusal>, Failure> {
        reports::report(self, caller, report).await.or_fail(caller)
    }

    async fn reports(&self, caller: &Caller) -> Result<ReportQueue, Failure> {
        reports::queue(self, caller).await.or_fail(caller)
    }

    async fn decide(&self, caller: &Caller, message: MessageId, decision: Decision) -> Result<Answer, Failure> {
        reports::decide(self, caller, message, decision).await.or_fail(caller)
    }

    async fn card(&self, caller: &Caller, account: AccountId) -> Result<PersonCard, Failure> {
        card::of(self, caller, account).await.or_fail(caller)
    }

    async fn words(&self, caller: &Caller) -> Result<String, Failure> {
        words::list(self, caller).await.or_fail(caller)
    }

    async fn set_words(&self, caller: &Caller, words: String) -> Result<Outcome<(), ModerationRefusal>, Failure> {
        words::set(self, caller, &words).await.or_fail(caller)
    }

    async fn settings(&self, caller: &Caller) -> Result<RoomSettings, Failure> {
        retention::settings(self, caller).await.or_fail(caller)
    }

    async fn set_settings(&self, caller: &Caller, settings: RoomSettings) -> Result<Outcome<(), ModerationRefusal>, Failure> {
        retention::set(self, caller, settings).await.or_fail(caller)
    }

    async fn deeds(&self, caller: &Caller, page: u32) -> Result<Page<Deed>, Failure> {
        deeds::list(self, caller, page).await.or_fail(caller)
    }
}

/// What isn't a server function: the rooms' messages to take along. Each route expects `Extension<Arc<Caller>>`.
pub fn routes(service: Service) -> Router {
    export::routes().with_state(service)
}

/// The caller's viewer.
fn signed_in(caller: &Caller) -> kernel::Result<&Viewer> {
    caller.viewer.as_ref().ok_or(kernel::Error::Failure(Failure::SignInRequired))
}

/// A number as the database has it.
fn stored(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A place in the log, which is never negative.
fn seq(stored: i64) -> u64 {
    stored.unsigned_abs()
}
