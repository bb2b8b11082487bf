//! One-pass analysis of an uploaded recording: what it is, how long it plays, how loud it is and what it looks like.
//!
//! Everything here blocks and streams: memory stays flat however long the recording is.
//! Knows no database, no HTTP and no async runtime; the caller picks the thread.

mod analyse;
mod container;
mod decode;
mod error;
mod format;
mod loudness;
mod mp4_edit;
mod sniff;
mod source;
mod tags;
mod tail;
mod true_peak;
mod waveform;

pub use analyse::{Analysis, Meter, analyse};
pub use decode::{Decoded, Limits, Progress, Sink, decode};
pub use error::AnalyseError;
pub use format::{Codec, Container, Format};
pub use loudness::Loudness;
pub use sniff::{Sniffed, sniff};
pub use source::Source;
pub use tags::{Cover, MAX_COVER_BYTES, Tags, TagsError, read_tags};
pub use true_peak::TruePeak;
pub use waveform::{Collector, Level, Waveform, WaveformError};
