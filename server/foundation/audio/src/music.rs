//! What a recording is as music: tempo, beats, keys, energy, form and likeness, from the one decoding pass.
//!
//! Everything here is an estimate from the sound alone. Knows no tags, no tracklist and no genre; finds no titles.

mod grid;
mod key;
mod listener;
mod section;

use serde::{Deserialize, Serialize};

pub use grid::{BeatGrid, GridSegment};
pub use key::{Key, KeySpan, Mode};
pub use listener::Listener;
pub use section::{Cues, Section, SectionKind, Span};

/// Grows when the same sound would be understood differently; what was found by a smaller one is worth finding anew.
pub const MUSIC_VERSION: u16 = 1;

/// Values in [`Music::vector`].
pub const VECTOR_LENGTH: usize = 64;

/// A recording as music. All of it is absent or empty for silence, noise and what is shorter than eight seconds,
/// except [`Music::energy`] and [`Music::sound`], which are of anything that sounds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Music {
    /// [`MUSIC_VERSION`] of the program that found this.
    pub version: u16,
    /// Beats a minute of most of the recording, 60 to 200, to hundredths; `None` where nothing keeps time.
    pub tempo_bpm: Option<f64>,
    /// Where the beats are; empty where nothing keeps time.
    pub grid: BeatGrid,
    /// The key heard longest.
    pub key: Option<Key>,
    /// Which key when; in order, without overlap.
    pub keys: Vec<KeySpan>,
    /// How much goes on, one value a second from the recording's start: 0 is silence, 255 everything at full tilt.
    pub energy: Vec<u8>,
    /// How hard the whole drives, from 1 (ambient) to 10 (peak time).
    pub energy_level: Option<u8>,
    /// The parts of the recording; in order, from first to last without gaps, each edge on a downbeat where there is one.
    pub sections: Vec<Section>,
    /// From the first sound to the last: without the silence at either end. `None` for silence.
    pub sound: Option<Span>,
    /// Where a DJ would mix into and out of the recording.
    pub cues: Option<Cues>,
    /// [`VECTOR_LENGTH`] values of Euclidean length 1: timbre, harmony in relation to the key, rhythm in relation to
    /// the beat, dynamics. The cosine of two of them tells likeness; over 0.98 it is most likely one recording.
    pub vector: Option<Vec<f32>>,
}
