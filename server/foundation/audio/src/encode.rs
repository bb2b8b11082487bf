//! Renditions: a recording decoded, mixed down, resampled where it must be and coded anew into a file.
//!
//! Streams: memory stays flat whatever the length. Blocks, like all of this crate. Decides nothing about who needs which rendition.

#[cfg(feature = "lame")]
mod mp3;
mod opus;
mod prepare;
mod resample;

use std::cell::Cell;
use std::fs::File;
use std::io;
use std::ops::ControlFlow;

use crate::decode::{Limits, Progress, decode};
use crate::error::AnalyseError;
use crate::source::Source;
use prepare::Feed;

/// What a recording can be coded into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rendition {
    /// MP3 at a constant 256 kbit/s, for every player there is. At 32, 44.1 or 48 kHz.
    Mp3,
    /// Opus at about 96 kbit/s in Ogg (RFC 7845), for small networks.
    Opus,
}

impl Rendition {
    /// All that this build can make: MP3 only with the feature `lame`.
    pub const MADE: &[Self] = if cfg!(feature = "lame") { &[Self::Mp3, Self::Opus] } else { &[Self::Opus] };

    /// The media type to serve it with.
    #[must_use]
    pub fn mime(self) -> &'static str {
        match self {
            Self::Mp3 => "audio/mpeg",
            Self::Opus => "audio/ogg; codecs=opus",
        }
    }

    /// Constant for MP3, aimed at by Opus.
    #[must_use]
    pub fn bitrate_kbps(self) -> u32 {
        match self {
            Self::Mp3 => 256,
            Self::Opus => 96,
        }
    }
}

/// Why a rendition was not made.
#[derive(Debug, thiserror::Error)]
pub enum EncodeError {
    /// The recording itself; cancelling is [`AnalyseError::Cancelled`].
    #[error(transparent)]
    Recording(#[from] AnalyseError),
    /// The encoder would not take it.
    #[error("encoder: {0}")]
    Encoder(String),
    /// The target could not be written.
    #[error("rendition could not be written: {0}")]
    Write(#[from] io::Error),
}

impl EncodeError {
    /// Anything an encoder or a resampler complains of.
    pub(crate) fn of(error: impl std::fmt::Display) -> Self {
        Self::Encoder(error.to_string())
    }
}

/// Takes sound at the rate and with the channels it was made for.
pub(crate) trait Encoder {
    /// One slice a channel, one or two of them, all of one length.
    fn take(&mut self, planes: &[&[f32]]) -> Result<(), EncodeError>;
    /// Writes what is left, and what could only be said at the end.
    fn finish(self: Box<Self>) -> Result<(), EncodeError>;
}

/// Codes `source` as `rendition` into `target`, which must be empty. Plays exactly as long as the recording: the silence an encoder
/// adds at either end is declared in the file, so that players leave it out.
///
/// `on_progress` is called as [`decode`] does; breaking from it cancels and leaves a useless file behind.
///
/// # Errors
/// See [`EncodeError`].
pub fn encode(
    source: Box<dyn Source>,
    extension: Option<&str>,
    limits: Limits,
    rendition: Rendition,
    target: File,
    on_progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<(), EncodeError> {
    // A sink can't refuse a block, so a full disk stops the decoder by way of its progress.
    let failed = Cell::new(false);
    let mut feed = Feed::new(rendition, target, &failed);
    let mut progress = |at| if failed.get() { ControlFlow::Break(()) } else { on_progress(at) };
    let decoded = decode(source, extension, limits, &mut feed, &mut progress);
    feed.outcome(decoded)
}

fn encoder(rendition: Rendition, target: File, sample_rate_hz: u32, channels: usize) -> Result<Box<dyn Encoder>, EncodeError> {
    match rendition {
        #[cfg(feature = "lame")]
        Rendition::Mp3 => Ok(Box::new(mp3::Mp3::new(target, sample_rate_hz, channels)?)),
        #[cfg(not(feature = "lame"))]
        Rendition::Mp3 => Err(EncodeError::of("this build has no MP3 encoder")),
        Rendition::Opus => Ok(Box::new(opus::OggOpus::new(target, sample_rate_hz, channels)?)),
    }
}
