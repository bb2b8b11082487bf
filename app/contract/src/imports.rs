//! Folders and feeds that are brought in from the server's own machine, as the Studio watches them.
//! Nothing is begun from here: that is the command line's and the watched folder's.

use crate::{
    caller::Caller,
    failure::Failure,
    ids::{ImportId, MixId},
    outcome::Message,
    refusals,
    shown::{Shown, ShownTime},
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};

/// Where an import stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ImportState {
    Running,
    Ended,
    /// Its process died; the next run goes on.
    Broken,
}

impl ImportState {
    pub const ALL: [Self; 3] = [Self::Running, Self::Ended, Self::Broken];

    /// The stored and wire name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Ended => "ended",
            Self::Broken => "broken",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// A folder or feed on its way in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Import {
    pub id: ImportId,
    /// The folder's path or the feed's address, without passwords.
    pub source: String,
    pub dj: String,
    pub state: ImportState,
    pub total: Shown<u64>,
    /// Of `total`, what was looked at: brought in, skipped or failed.
    pub seen: Shown<u64>,
    pub done: Shown<u64>,
    pub skipped: Shown<u64>,
    /// With those that the analysis refused.
    pub failed: Shown<u64>,
    /// Brought in, and not analysed yet.
    pub waiting: Shown<u64>,
    /// The first of `failed`.
    pub failures: Vec<ImportFailure>,
    pub started: ShownTime,
}

/// A file that could not be brought in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImportFailure {
    pub name: String,
    pub reason: Message,
    /// Where it became a mix before the analysis refused it.
    pub mix: Option<MixId>,
}

refusals! {
    /// Why a file or an item was not brought in; beside these, all of `UploadRefusal`.
    pub enum ImportRefusal {
        /// It came in before.
        AlreadyHere => "studio-import-already",
        /// It came in before, and was written to since.
        ChangedSince => "studio-import-changed-since",
        /// The same recording came in from elsewhere.
        SameRecording => "studio-import-same",
        Unreadable { cause: String } => "studio-import-unreadable",
        /// Somebody was writing to it.
        StillChanging => "studio-import-changing",
        TooDeep => "studio-import-too-deep",
        NoFile => "studio-import-no-file",
        AddressInvalid => "studio-import-address",
        AddressPrivate => "studio-import-private",
        Unreachable { cause: String } => "studio-import-unreachable",
        Status { status: u32 } => "studio-import-status",
        /// Ours, not the file's.
        Broke => "studio-import-broke",
    }
}

/// For DJs on what is brought in for them, admins on all of the tenant's.
#[async_trait]
pub trait Imports: Send + Sync {
    /// The newest imports, running ones among them.
    async fn recent_imports(&self, caller: &Caller) -> Result<Vec<Import>, Failure>;
}
