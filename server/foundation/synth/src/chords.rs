//! Chord voices: pads, keys, stabs and skanks. Takes notes as given; harmony is `theory`'s.

use crate::SAMPLE_RATE;
use crate::envelope::{Envelope, Shape};
use crate::filter::{CONTROL, Filter};
use crate::oscillator::{Oscillator, midi_hz, saturate, sine};
use crate::track::{Track, pan};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Chord {
    /// Slow detuned saws, wide.
    Pad,
    /// Breathier and darker than the pad, nearly a choir.
    Mist,
    /// Two-operator electric piano.
    Keys,
    /// A filtered saw chord, sampled-sounding.
    Stab,
    /// Drawbar organ with a percussive edge.
    Organ,
    /// The offbeat chop of reggae guitar and piano.
    Skank,
}

impl Chord {
    fn shape(self) -> Shape {
        match self {
            Self::Pad => Shape { attack: 0.35, decay: 2.0, sustain: 0.8, release: 0.9 },
            Self::Mist => Shape { attack: 0.7, decay: 3.0, sustain: 0.85, release: 1.6 },
            Self::Keys => Shape { attack: 0.003, decay: 1.9, sustain: 0.12, release: 0.25 },
            Self::Stab => Shape { attack: 0.002, decay: 0.42, sustain: 0.08, release: 0.12 },
            Self::Organ => Shape { attack: 0.003, decay: 0.3, sustain: 0.55, release: 0.06 },
            Self::Skank => Shape { attack: 0.002, decay: 0.19, sustain: 0.06, release: 0.05 },
        }
    }

    /// Adds the notes together, spread from left to right. `open` (0 to 1) is the filter's knob.
    pub(crate) fn play(self, track: &mut Track, at: usize, frames: usize, notes: &[f32], level: f32, open: f32) {
        let count = notes.len().max(1) as f32;
        for (index, note) in notes.iter().enumerate() {
            let spread = (index as f32 + 0.5) / count * 2.0 - 1.0;
            let each = level / count.sqrt();
            self.note(track, at, frames, *note, (each, open.clamp(0.0, 1.0), spread * 0.6));
        }
    }

    fn note(self, track: &mut Track, at: usize, frames: usize, midi: f32, (level, open, place): (f32, f32, f32)) {
        let mut envelope = Envelope::new(self.shape(), frames);
        let hz = midi_hz(midi);
        // The phase follows the pitch so that chords do not all start in step, yet always alike.
        let offset = midi * 0.173;
        let mut first = Oscillator::new(hz * 1.0041, offset);
        let mut second = Oscillator::new(hz * 0.9961, offset + 0.37);
        let mut third = Oscillator::new(hz, offset + 0.61);
        let mut filters = [Filter::new(1000.0, 0.8); 2];
        let (left_gain, right_gain) = pan(place);
        let (mut fade, mut tine_level, mut edge) = (1.0, 1.0, 1.0);
        track.voice(at, envelope.frames(), |index| {
            let seconds = index as f32 / SAMPLE_RATE;
            if index % CONTROL == 0 {
                let (cutoff, q) = self.knob(hz, seconds, open);
                fade = (-seconds * 4.0).exp();
                tine_level = (-seconds * 22.0).exp();
                edge = (-seconds * 28.0).exp();
                filters[0].tune(cutoff, q);
                let knob = filters[0];
                filters[1].match_knob(&knob);
            }
            let gain = envelope.next() * level;
            let (left, right) = match self {
                Self::Pad => {
                    let (a, b) = (first.saw(), second.saw());
                    (filters[0].low(a * 0.75 + b * 0.25) * 0.6, filters[1].low(b * 0.75 + a * 0.25) * 0.6)
                }
                Self::Mist => {
                    let (a, b) = (first.pulse(0.35), second.triangle());
                    let both = third.sine() * 0.5;
                    (filters[0].low(a * 0.4 + both) * 0.7, filters[1].low(b * 0.5 + both) * 0.7)
                }
                Self::Keys => {
                    let bend = second.sine() * (0.05 + 0.16 * fade * (0.4 + open));
                    let tine = sine(hz * 7.0 * seconds) * tine_level * 0.12;
                    let tremolo = 0.16 * sine(4.6 * seconds);
                    let tone = (third.sine_bent(bend) + tine) * 0.75;
                    (tone * (1.0 + tremolo), tone * (1.0 - tremolo))
                }
                Self::Stab => {
                    let (a, b, c) = (first.saw(), second.saw(), third.pulse(0.42));
                    let left = saturate(filters[0].low(a + c * 0.5)) * 0.7;
                    let right = saturate(filters[1].low(b + c * 0.5)) * 0.7;
                    (left, right)
                }
                Self::Organ => {
                    let phase = hz * seconds + offset;
                    let tone = third.sine() * 0.55
                        + sine(phase * 2.0) * 0.34
                        + sine(phase * 3.0) * (0.14 + 0.3 * edge)
                        + sine(phase * 4.0) * 0.12 * open;
                    let turn = 0.1 * sine(5.8 * seconds);
                    (tone * (0.8 + turn), tone * (0.8 - turn))
                }
                Self::Skank => {
                    let tone = first.pulse(0.3) * 0.7 + second.saw() * 0.3;
                    let thin = filters[1].high(tone);
                    let chop = filters[0].low(thin);
                    (chop, chop)
                }
            };
            (left * gain * left_gain * 1.414, right * gain * right_gain * 1.414)
        });
    }

    fn knob(self, hz: f32, seconds: f32, open: f32) -> (f32, f32) {
        match self {
            Self::Pad => {
                let drift = 1.0 + 0.25 * sine(0.11 * seconds + hz * 0.01);
                ((350.0 + 3800.0 * open * open) * drift, 0.8)
            }
            Self::Mist => (380.0 + 2200.0 * open * open, 0.7),
            Self::Stab => {
                let snap = (-seconds * 11.0).exp();
                (260.0 + 900.0 * open + (700.0 + 4200.0 * open) * snap, 1.5)
            }
            Self::Keys | Self::Organ => (4000.0, 0.7),
            // Both filters share the knob: the high-pass sits where the low-pass lets go.
            Self::Skank => (900.0 + 1300.0 * open, 0.9),
        }
    }
}
