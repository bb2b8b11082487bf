//! Single-line voices and the small motifs they play.

use crate::SAMPLE_RATE;
use crate::envelope::{Envelope, Shape};
use crate::filter::{CONTROL, Filter};
use crate::oscillator::{Oscillator, midi_hz, sine};
use crate::prng::Prng;
use crate::track::{Track, pan};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lead {
    Pluck,
    Bell,
    /// Reeds and breath.
    Melodica,
    /// A chopped vowel; no words, nobody's voice.
    Vowel,
}

/// One note: MIDI pitch, held frames, level, place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tone {
    pub(crate) midi: f32,
    pub(crate) frames: usize,
    pub(crate) level: f32,
    pub(crate) pan: f32,
}

/// Formants of "ah" and "oh" (Peterson and Barney 1952, rounded).
const VOWELS: [[f32; 3]; 2] = [[730.0, 1090.0, 2440.0], [570.0, 840.0, 2410.0]];

impl Lead {
    fn shape(self) -> Shape {
        match self {
            Self::Pluck => Shape { attack: 0.002, decay: 0.5, sustain: 0.0, release: 0.2 },
            Self::Bell => Shape { attack: 0.002, decay: 1.8, sustain: 0.0, release: 0.8 },
            Self::Melodica => Shape { attack: 0.04, decay: 0.6, sustain: 0.8, release: 0.09 },
            Self::Vowel => Shape { attack: 0.015, decay: 0.5, sustain: 0.6, release: 0.05 },
        }
    }

    pub(crate) fn play(self, track: &mut Track, at: usize, tone: Tone) {
        let mut envelope = Envelope::new(self.shape(), tone.frames);
        let hz = midi_hz(tone.midi);
        let (mut first, mut second) = (Oscillator::new(hz, 0.0), Oscillator::new(hz * 1.004, 0.4));
        let mut modulator = Oscillator::new(hz * 3.53, 0.0);
        let vowel = VOWELS[usize::from(tone.midi as i32 % 2 == 0)];
        let mut filters = vowel.map(|formant| Filter::new(formant, 7.0));
        let (left, right) = pan(tone.pan);
        let mut fade = 1.0;
        track.voice(at, envelope.frames(), |index| {
            let seconds = index as f32 / SAMPLE_RATE;
            if index % CONTROL == 0 {
                fade = (-seconds * 3.0).exp();
                match self {
                    Self::Pluck => filters[0].tune(hz * 1.5 + 3800.0 * (-seconds * 14.0).exp(), 1.2),
                    Self::Melodica => filters[0].tune(hz * 5.0, 0.8),
                    Self::Bell | Self::Vowel => {}
                }
                if matches!(self, Self::Melodica | Self::Vowel) {
                    let depth = (seconds * 3.0).min(1.0) * 0.006;
                    let scoop = 1.0 - 0.03 * (-seconds * 30.0).exp();
                    first.tune(hz * scoop * (1.0 + depth * sine(5.3 * seconds)));
                }
            }
            let value = match self {
                Self::Pluck => filters[0].low(first.pulse(0.4) * 0.6 + second.saw() * 0.4),
                Self::Bell => {
                    let ring = modulator.sine() * 0.22 * fade;
                    first.sine_bent(ring) * 0.7 + second.sine() * 0.2
                }
                Self::Melodica => filters[0].low(first.pulse(0.28) * 0.5 + second.triangle() * 0.3),
                Self::Vowel => {
                    let buzz = first.saw() * 0.8 + second.saw() * 0.3;
                    filters[0].band(buzz) + filters[1].band(buzz) * 0.7 + filters[2].band(buzz) * 0.25
                }
            };
            let value = value * envelope.next() * tone.level;
            (value * left * 1.414, value * right * 1.414)
        });
    }
}

/// A short tune: step in two bars, scale degree, length in steps.
pub(crate) type Motif = Vec<(usize, i32, usize)>;

/// A two-bar motif that walks the five safe notes of the scale and comes home: the first bar asks,
/// the second answers with the same rhythm.
pub(crate) fn motif(random: &mut Prng, density: f32) -> Motif {
    const SAFE: [i32; 8] = [-3, 0, 2, 3, 4, 6, 7, 9];
    let mut place = 3 + random.below(3);
    let mut rhythm: Vec<usize> = [0, 3, 6, 8, 10, 11, 14].into_iter().filter(|_| random.chance(density)).collect();
    if rhythm.is_empty() {
        rhythm.push(3);
    }
    let mut tune = Motif::new();
    for bar in 0..2 {
        for (index, step) in rhythm.iter().enumerate() {
            let walk = random.below(3) as i32 - 1;
            place = (place as i32 + walk).clamp(0, SAFE.len() as i32 - 1) as usize;
            let last = bar == 1 && index + 1 == rhythm.len();
            let degree = if last { 0 } else { SAFE[place] };
            let next = rhythm.get(index + 1).copied().unwrap_or(16);
            tune.push((bar * 16 + step, degree, (next - step).min(4)));
        }
    }
    tune
}
