//! What a listener leaves behind: plays that count, positions, likes. What the player does meanwhile is the browser's.

mod likes;
mod plays;
mod positions;
mod shelf;
mod ticket;

use crate::Service;
use async_trait::async_trait;
use contract::{
    caller::{Caller, Viewer},
    failure::Failure,
    ids::MixId,
    listening::{Heard, HistoryEntry, Library, LikeState, Listening, PlayTicket},
};
use kernel::OrFail;

pub(crate) use plays::forget_listeners;
pub(crate) use positions::resume_ms;
pub(crate) use shelf::unfinished;
pub(crate) use ticket::listener;

#[async_trait]
impl Listening for Service {
    async fn begin(&self, caller: &Caller, mix: MixId) -> Result<PlayTicket, Failure> {
        plays::begin(self, caller, mix).await.or_fail(caller)
    }

    async fn heard(&self, caller: &Caller, report: Heard) -> Result<bool, Failure> {
        plays::heard(self, caller, &report).await.or_fail(caller)
    }

    async fn last(&self, caller: &Caller) -> Result<Option<HistoryEntry>, Failure> {
        shelf::last(self, caller).await.or_fail(caller)
    }

    async fn position(&self, caller: &Caller, mix: MixId) -> Result<Option<u64>, Failure> {
        positions::position(self, caller, mix).await.or_fail(caller)
    }

    async fn set_like(&self, caller: &Caller, mix: MixId, liked: bool) -> Result<LikeState, Failure> {
        likes::set_like(self, caller, mix, liked).await.or_fail(caller)
    }

    async fn library(&self, caller: &Caller, page: u32) -> Result<Library, Failure> {
        shelf::library(self, caller, page).await.or_fail(caller)
    }

    async fn forget_history(&self, caller: &Caller) -> Result<(), Failure> {
        positions::forget(self, caller).await.or_fail(caller)
    }
}

fn person(caller: &Caller) -> Result<&Viewer, Failure> {
    caller.viewer.as_ref().ok_or(Failure::SignInRequired)
}
