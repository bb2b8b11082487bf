//! Why a recording could not be analysed. One variant per thing a person can do about it; no wording for people.

use std::io;

/// What went wrong with a recording.
#[derive(Debug, thiserror::Error)]
pub enum AnalyseError {
    /// The bytes are no recording at all, whatever the file is called.
    #[error("not an audio file")]
    NotAudio,
    /// A recording, in a container or codec that is not played here.
    #[error("codec not supported: {name}")]
    UnsupportedCodec {
        /// The name of the container or codec, as its makers write it.
        name: String,
    },
    /// The file says it is longer than what is there; an upload or a copy broke off.
    #[error("recording breaks off at {at_ms} ms")]
    Truncated {
        /// How much could be decoded.
        at_ms: u64,
    },
    /// Too much of the recording could not be decoded.
    #[error("recording is damaged: {damaged_packets} packets unreadable, the first at {at_ms} ms")]
    Damaged {
        /// Where the first unreadable packet stood.
        at_ms: u64,
        /// How many packets were unreadable when the analysis gave up.
        damaged_packets: u64,
    },
    /// No bytes, or a container with no sound in it.
    #[error("recording holds no sound")]
    Empty,
    /// Longer than [`Limits::max_duration_ms`](crate::Limits::max_duration_ms).
    #[error("recording is longer than {max_duration_ms} ms")]
    TooLong {
        /// The limit that was crossed.
        max_duration_ms: u64,
    },
    /// The header claims what its file cannot hold: fifty hours in a few kilobytes.
    #[error("header claims {claimed_ms} ms, which {size_bytes} bytes cannot hold")]
    ImplausibleHeader {
        /// The playing time the header claims.
        claimed_ms: u64,
        /// The size of the whole file.
        size_bytes: u64,
    },
    /// The progress callback asked to stop.
    #[error("analysis cancelled")]
    Cancelled,
    /// The source itself could not be read.
    #[error("recording could not be read: {0}")]
    Read(#[from] io::Error),
}
