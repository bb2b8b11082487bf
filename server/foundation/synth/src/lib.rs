//! Music from a seed: the demo brand's mixes, played by the program itself.
//!
//! A [`Piece`] is a score in numbers; [`render`] plays it to stereo samples and `encode_mp3` packs
//! them. The same piece gives the same samples every time. Reads no files, no clock and no outside
//! randomness, and knows nothing of brands, accounts or where a mix is stored.

mod arrangement;
mod bass;
mod catalogue;
mod chords;
mod desk;
mod drums;
mod effects;
#[cfg(feature = "mp3")]
mod encode;
mod envelope;
mod filter;
mod genres;
mod lead;
mod loudness;
mod master;
mod oscillator;
mod percussion;
mod piece;
mod prng;
mod render;
mod sample;
mod theory;
mod track;
mod transitions;

pub use catalogue::catalogue;
#[cfg(feature = "mp3")]
pub use encode::{EncodeError, Tags, encode_mp3};
pub use piece::{Genre, Piece};
pub use render::{Rendered, render};
pub use theory::{Key, Mode};

/// Frames a second of everything in this crate.
pub const SAMPLE_RATE_HZ: u32 = 44_100;

/// The same as a float, for the arithmetic of sound.
const SAMPLE_RATE: f32 = SAMPLE_RATE_HZ as f32;
