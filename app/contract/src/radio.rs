//! What the station plays, and what it played.

use crate::{caller::Caller, failure::Failure, ids::OnAirId, shown::ShownTime};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};

/// What was on that is remembered, for a page.
pub const MOST_HISTORY: u64 = 20;

/// Something that went on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnAir {
    pub id: OnAirId,
    pub title: String,
    /// A DJ or an artist; empty where nobody is known.
    pub artist: String,
    /// The address of its page here, where it has one.
    pub path: Option<String>,
    /// Since when. `text` of the time is empty in what is broadcast: the browser fills it.
    pub since: ShownTime,
}

/// The newest first; the first is on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NowPlaying {
    pub history: Vec<OnAir>,
}

/// The station's port. Everything is of the caller's tenant.
#[async_trait]
pub trait Radio: Send + Sync {
    /// For everyone.
    async fn now_playing(&self, caller: &Caller) -> Result<NowPlaying, Failure>;
}
