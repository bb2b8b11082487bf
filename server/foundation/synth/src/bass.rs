//! Bass voices. One note at a time; lines and ducking belong to the genre.

use crate::SAMPLE_RATE;
use crate::envelope::{Envelope, Shape};
use crate::filter::{CONTROL, Filter};
use crate::oscillator::{Oscillator, midi_hz, saturate, sine};
use crate::track::Track;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bass {
    /// A sine with a little warmth: felt rather than heard.
    Sub,
    /// Drawbars with a knock, the house organ.
    Organ,
    /// Three detuned saws over a sub, slowly stirred.
    Reese,
    /// A triangle with rounded shoulders, for dub.
    Round,
    /// A saw behind a resonant filter that snaps shut.
    Acid,
    /// A saw whose filter speaks in time with the bar.
    Warp,
}

/// One bass note.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Note {
    pub(crate) midi: f32,
    /// Where the pitch comes from; the same as `midi` for no slide.
    pub(crate) slide_from: f32,
    pub(crate) frames: usize,
    pub(crate) velocity: f32,
    /// Cut-off wobbles a second, for the voices that wobble.
    pub(crate) wobble_hz: f32,
}

impl Bass {
    fn shape(self) -> Shape {
        match self {
            Self::Sub => Shape { attack: 0.006, decay: 1.6, sustain: 0.75, release: 0.05 },
            Self::Organ => Shape { attack: 0.002, decay: 0.45, sustain: 0.35, release: 0.04 },
            Self::Reese => Shape { attack: 0.01, decay: 1.0, sustain: 0.9, release: 0.06 },
            Self::Round => Shape { attack: 0.008, decay: 1.2, sustain: 0.7, release: 0.07 },
            Self::Acid => Shape { attack: 0.002, decay: 0.5, sustain: 0.4, release: 0.03 },
            Self::Warp => Shape { attack: 0.004, decay: 0.8, sustain: 0.8, release: 0.04 },
        }
    }

    /// Adds the note to `track`, peaking near `velocity`.
    pub(crate) fn play(self, track: &mut Track, at: usize, note: Note) {
        let mut envelope = Envelope::new(self.shape(), note.frames);
        let (hz, from_hz) = (midi_hz(note.midi), midi_hz(note.slide_from));
        let mut voices = [Oscillator::new(hz, 0.0), Oscillator::new(hz * 1.0065, 0.31), Oscillator::new(hz * 0.9937, 0.67)];
        let mut sub = Oscillator::new(hz, 0.0);
        let mut filters = [Filter::new(400.0, 0.9); 2];
        let slide_frames = SAMPLE_RATE * 0.06;
        track.voice(at, envelope.frames(), |index| {
            let seconds = index as f32 / SAMPLE_RATE;
            if index % CONTROL == 0 {
                let slid = (index as f32 / slide_frames).min(1.0);
                let now = from_hz + (hz - from_hz) * slid;
                for (voice, detune) in voices.iter_mut().zip([1.0, 1.0065, 0.9937]) {
                    voice.tune(now * detune);
                }
                sub.tune(now);
                let (cutoff, q) = self.knob(hz, seconds, note);
                filters[0].tune(cutoff, q);
                let knob = filters[0];
                filters[1].match_knob(&knob);
            }
            let level = envelope.next() * note.velocity;
            let (left, right) = match self {
                Self::Sub => {
                    let tone = saturate(sub.sine() * 1.35) * 0.9;
                    (tone, tone)
                }
                Self::Round => {
                    let tone = filters[0].low(voices[0].triangle()) + sub.sine() * 0.35;
                    let tone = saturate(tone * 1.2) * 0.85;
                    (tone, tone)
                }
                Self::Organ => {
                    let turn = sub.sine();
                    let phase = hz * seconds;
                    let knock = (1.0 - seconds * 18.0).max(0.0);
                    let tone = turn * 0.62 + sine(phase * 2.0) * 0.38 + sine(phase * 3.0) * 0.16 + sine(phase * 6.0) * 0.16 * knock;
                    (tone, tone)
                }
                Self::Reese => {
                    let (a, b, c) = (voices[0].saw(), voices[1].saw(), voices[2].saw());
                    let low = sub.sine() * 0.62;
                    let left = filters[0].low(a * 0.6 + b) * 0.38;
                    let right = filters[1].low(a * 0.6 + c) * 0.38;
                    (saturate(left * 1.4) * 0.8 + low, saturate(right * 1.4) * 0.8 + low)
                }
                Self::Acid => {
                    let tone = saturate(filters[0].low(voices[0].saw()) * 1.5) * 0.55;
                    let low = sub.sine() * 0.4;
                    (tone + low, tone + low)
                }
                Self::Warp => {
                    let (a, b) = (voices[0].saw(), voices[1].pulse(0.4));
                    let low = sub.sine() * 0.6;
                    let left = saturate(filters[0].low(a + b * 0.5) * 1.1) * 0.5;
                    let right = saturate(filters[1].low(a - b * 0.2) * 1.1) * 0.5;
                    (left + low, right + low)
                }
            };
            (left * level, right * level)
        });
    }

    /// Cut-off and resonance at a moment of the note.
    fn knob(self, hz: f32, seconds: f32, note: Note) -> (f32, f32) {
        let wave = 0.5 - 0.5 * sine(note.wobble_hz * seconds + 0.25);
        match self {
            Self::Sub | Self::Organ => (400.0, 0.7),
            Self::Round => (hz * 4.5 * (0.6 + 0.4 * note.velocity), 0.7),
            Self::Reese => (190.0 + 900.0 * wave * note.velocity, 0.9),
            Self::Acid => {
                let snap = (-seconds * 9.0).exp();
                (160.0 + 2600.0 * snap * note.velocity * note.velocity, 4.5)
            }
            Self::Warp => (140.0 + 1500.0 * wave * note.velocity, 1.8),
        }
    }
}
