//! What a recording is as music: tempo, beats, keys, energy, form and likeness, from the one decoding pass.
//!
//! Everything here is an estimate from the sound alone. Knows no tags, no tracklist and no genre; finds no titles.

mod beats;
mod energy;
mod fit;
mod form;
mod grid;
mod key;
mod likeness;
mod listener;
mod metre;
mod onset;
mod phase;
mod phrase;
mod pitch;
mod profile;
mod pulse;
mod runs;
mod section;
mod spectrum;
mod stream;
mod tempo;
mod tonality;

use serde::{Deserialize, Serialize};

use onset::Onsets;
use pitch::Pitches;
use tonality::Tonality;

pub use grid::{BeatGrid, GridSegment};
pub use key::{Key, KeySpan, Mode};
pub use listener::Listener;
pub use section::{Cues, Section, SectionKind, Span};

/// Grows when the same sound would be understood differently; what was found by a smaller one is worth finding anew.
pub const MUSIC_VERSION: u16 = 3;

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

/// Shorter than this, nothing of music can be told.
const SHORTEST_MS: u64 = 8000;

/// Everything there is to tell from the features of a recording.
fn understand(onsets: &Onsets, pitches: &[Pitches], duration_ms: u64) -> Music {
    let sound = energy::sound(onsets, duration_ms);
    let energy = energy::curve(onsets);
    let mut music = Music { version: MUSIC_VERSION, energy, sound, ..Music::default() };
    let Some(sound) = sound.filter(|sound| sound.end_ms - sound.start_ms >= SHORTEST_MS) else {
        return music;
    };
    let tonality = Tonality::new(pitches);
    music.grid = pulse::grid(onsets, &tonality, sound);
    music.tempo_bpm = pulse::tempo_bpm(&music.grid);
    let sections = form::sections(onsets, &music.grid, sound);
    music.keys = tonality.spans(&phrase::openings(&music.grid, &sections), duration_ms);
    music.key = tonality::most(&music.keys);
    // Neither beat nor key: noise, or a voice.
    if music.tempo_bpm.is_none() && music.key.is_none() {
        return music;
    }
    music.energy_level = energy::drive(onsets, &music.grid);
    music.sections = sections;
    music.cues = form::cues(&music.sections, &music.grid, sound);
    music.vector = likeness::vector(onsets, &tonality, music.key, &music.grid);
    music
}

/// Appends without ever reserving much more than is there: a day of features counts in tens of megabytes.
fn push_tightly<T>(values: &mut Vec<T>, value: T) {
    if values.len() == values.capacity() {
        values.reserve_exact(values.len() / 16 + 1024);
    }
    values.push(value);
}
