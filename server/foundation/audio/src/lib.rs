//! One-pass analysis of an uploaded recording: what it is, how long it plays, how loud it is, what it looks like and what music it is;
//! and renditions of it for other ears and networks.
//!
//! Everything here blocks and streams: memory stays under 64 MiB for a day of sound.
//! Knows no database, no HTTP and no async runtime; the caller picks the thread.

mod analyse;
mod container;
mod decode;
mod encode;
mod endings;
mod error;
mod format;
mod loudness;
mod mp4_edit;
pub mod music;
mod sniff;
mod source;
mod tags;
mod tail;
mod true_peak;
mod waveform;

pub use analyse::{Analysis, Meter, analyse};
pub use decode::{Decoded, Limits, Progress, Sink, decode};
pub use encode::{EncodeError, Rendition, encode};
pub use endings::{PLAYED_ENDINGS, UNPLAYED_ENDINGS};
pub use error::AnalyseError;
pub use format::{Codec, Container, Format};
pub use loudness::Loudness;
pub use music::{MUSIC_VERSION, Music};
pub use sniff::{Sniffed, sniff};
pub use source::Source;
pub use tags::{Cover, MAX_COVER_BYTES, Tags, TagsError, read_tags};
pub use true_peak::TruePeak;
pub use waveform::{Collector, Level, Waveform, WaveformError};
