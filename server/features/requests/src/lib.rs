//! Track requests: fans ask for what the library has and vote, the DJ decides, everybody sees the order move.
//!
//! A vote is a row, and a request's count changes in the transaction that writes or deletes the row; so the count is that of the
//! rows whatever happens at once, in however many processes.

mod decide;
mod entity;
mod forget;
mod news;
mod rules;
mod shown;
mod stored;
mod vote;
mod wish;

use async_trait::async_trait;
use contract::{
    caller::{Caller, Viewer},
    failure::Failure,
    ids::{AccountId, MixId, TenantId, TrackRequestId},
    outcome::Outcome,
    requests::{Decision, RequestRefusal, RequestRules, Requests, Song, TrackRequest, TrackRequests, Vote, Wish},
};
use kernel::{Kernel, OrFail, pace::Pace};
use news::News;
use realtime::Hub;
use std::sync::Arc;

/// A track of the library, with what it is compared by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    pub song: Song,
    /// The same for the same artist and title, however they are written.
    pub key: String,
    pub artist_key: String,
}

/// What requests must know of the rest of the station.
#[async_trait]
pub trait Station: Send + Sync {
    /// Tracks of published mixes in which all words occur, the same one once.
    ///
    /// # Errors
    /// The database's.
    async fn songs(&self, caller: &Caller, words: &str) -> kernel::Result<Vec<Known>>;

    /// One of them.
    ///
    /// # Errors
    /// The database's.
    async fn song(&self, caller: &Caller, mix: MixId, position: u32) -> kernel::Result<Option<Known>>;

    /// Whether somebody was sent away by a moderator.
    ///
    /// # Errors
    /// The database's.
    async fn is_banned(&self, tenant: TenantId, account: AccountId) -> kernel::Result<bool>;
}

/// Votes, and votes taken back, of one person: enough for a whole list, too few for a machine.
const VOTES: Pace = Pace { name: "vote", most: 60, window_ms: 60_000 };
/// Those of a whole household, or of a bar.
const VOTES_OF_NETWORK: Pace = Pace { name: "vote", most: 600, window_ms: 60_000 };

/// The feature. Cheap to clone.
#[derive(Clone)]
pub struct Service {
    kernel: Kernel,
    station: Arc<dyn Station>,
    news: News,
}

impl Service {
    /// Tells what changes to everybody who hears the station of `hub`.
    pub fn new(kernel: Kernel, hub: Hub, station: Arc<dyn Station>) -> Self {
        Self { news: News::new(kernel.clone(), hub), kernel, station }
    }

    /// Somebody who may take part: signed in, and not sent away.
    async fn member<'a>(&self, caller: &'a Caller) -> kernel::Result<&'a Viewer> {
        let viewer = caller.viewer.as_ref().ok_or(Failure::SignInRequired)?;
        if self.station.is_banned(caller.tenant, viewer.account).await? {
            return Err(Failure::Forbidden.into());
        }
        Ok(viewer)
    }
}

#[async_trait]
impl TrackRequests for Service {
    async fn requests(&self, caller: &Caller) -> Result<Requests, Failure> {
        shown::requests(self, caller).await.or_fail(caller)
    }

    async fn songs(&self, caller: &Caller, words: &str) -> Result<Vec<Song>, Failure> {
        let known = self.station.songs(caller, words).await.or_fail(caller)?;
        Ok(known.into_iter().map(|known| known.song).collect())
    }

    async fn wish(&self, caller: &Caller, wish: Wish) -> Result<Outcome<TrackRequest, RequestRefusal>, Failure> {
        wish::wish(self, caller, wish).await.or_fail(caller)
    }

    async fn vote(&self, caller: &Caller, id: TrackRequestId, up: bool) -> Result<Outcome<Vote, RequestRefusal>, Failure> {
        vote::vote(self, caller, id, up).await.or_fail(caller)
    }

    async fn withdraw(&self, caller: &Caller, id: TrackRequestId) -> Result<Outcome<TrackRequest, RequestRefusal>, Failure> {
        decide::withdraw(self, caller, id).await.or_fail(caller)
    }

    async fn decide(
        &self,
        caller: &Caller,
        id: TrackRequestId,
        decision: Decision,
    ) -> Result<Outcome<TrackRequest, RequestRefusal>, Failure> {
        decide::decide(self, caller, id, decision).await.or_fail(caller)
    }

    async fn set_rules(&self, caller: &Caller, rules: RequestRules) -> Result<Outcome<(), RequestRefusal>, Failure> {
        rules::set(self, caller, rules).await.or_fail(caller)
    }
}
