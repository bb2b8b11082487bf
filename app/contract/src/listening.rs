//! What a listener leaves behind: plays, positions, likes, history.

use crate::{
    caller::Caller,
    failure::Failure,
    ids::MixId,
    mixes::MixSummary,
    page::Page,
    shown::{Shown, ShownTime},
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};

/// A proof of when a play began, made by the server; `heard` counts only against its age.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlayTicket(pub String);

/// Sent every 10 s of listening, on pause and when the page goes away.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Heard {
    pub mix: MixId,
    pub ticket: PlayTicket,
    pub position_ms: u64,
    /// Sound that was really heard since the ticket, seeks left out.
    pub heard_ms: u64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LikeState {
    pub liked: bool,
    pub likes: Shown<u64>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HistoryEntry {
    pub mix: MixSummary,
    pub heard: ShownTime,
    pub position_ms: u64,
    /// 0–100.
    pub percent: u8,
}

/// The Library page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Library {
    pub likes: Page<MixSummary>,
    pub history: Page<HistoryEntry>,
}

#[async_trait]
pub trait Listening: Send + Sync {
    /// A play begins. For everyone who may hear the mix.
    async fn begin(&self, caller: &Caller, mix: MixId) -> Result<PlayTicket, Failure>;
    /// Remembers the position of a signed-in listener; counts the play once 30 s were heard, once per listener and mix in 6 h.
    /// Answers whether this report made it count.
    async fn heard(&self, caller: &Caller, report: Heard) -> Result<bool, Failure>;
    /// The mix this person heard last, on whatever device, with its position.
    async fn last(&self, caller: &Caller) -> Result<Option<HistoryEntry>, Failure>;
    /// Where this person stopped in a mix.
    async fn position(&self, caller: &Caller, mix: MixId) -> Result<Option<u64>, Failure>;
    async fn set_like(&self, caller: &Caller, mix: MixId, liked: bool) -> Result<LikeState, Failure>;
    async fn library(&self, caller: &Caller, page: u32) -> Result<Library, Failure>;
    async fn forget_history(&self, caller: &Caller) -> Result<(), Failure>;
}
