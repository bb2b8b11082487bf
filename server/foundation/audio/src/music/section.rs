//! The parts of a recording and the places to mix at, as values. Finds none itself.

use serde::{Deserialize, Serialize};

/// A stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    pub start_ms: u64,
    pub end_ms: u64,
}

/// What a part does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SectionKind {
    /// From the start until the full beat is in.
    Intro,
    /// Rises towards a drop.
    Build,
    /// Bass and full energy, after having been without.
    Drop,
    /// The kick or the bass is gone.
    Break,
    /// Plain groove: none of the others.
    Body,
    /// What is left after the full beat, to the end.
    Outro,
}

/// A part of the recording.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    pub start_ms: u64,
    pub end_ms: u64,
    pub kind: SectionKind,
}

/// Where a DJ would mix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cues {
    /// The first downbeat of the steady beat, after the intro.
    pub mix_in_ms: u64,
    /// Where the outro starts; the end of the sound where there is none.
    pub mix_out_ms: u64,
}
