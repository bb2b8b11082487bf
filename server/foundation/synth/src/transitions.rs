//! What carries one section into the next: risers, falls and a deep impact.

use crate::SAMPLE_RATE;
use crate::filter::{CONTROL, Filter};
use crate::oscillator::{Oscillator, sine};
use crate::prng::Prng;
use crate::track::Track;

/// Filtered noise that climbs for `frames` and stops dead.
pub(crate) fn riser(track: &mut Track, at: usize, frames: usize, level: f32, noise: &mut Prng) {
    let (mut left, mut right) = (Filter::new(300.0, 1.6), Filter::new(300.0, 1.6));
    track.voice(at, frames, |index| {
        let rise = index as f32 / frames.max(1) as f32;
        if index % CONTROL == 0 {
            left.tune(300.0 + 7000.0 * rise * rise, 1.6);
            right.tune(330.0 + 6800.0 * rise * rise, 1.6);
        }
        let gain = level * rise * rise;
        (left.band(noise.bipolar()) * gain, right.band(noise.bipolar()) * gain)
    });
}

/// A sub drop under the first beat of a section.
pub(crate) fn impact(track: &mut Track, at: usize, level: f32) {
    let frames = (SAMPLE_RATE * 1.6) as usize;
    let mut tone = Oscillator::new(90.0, 0.0);
    track.voice(at, frames, |index| {
        let through = index as f32 / frames as f32;
        if index % CONTROL == 0 {
            tone.tune(90.0 - 55.0 * through.sqrt());
        }
        let value = tone.sine() * level * (1.0 - through) * (1.0 - through);
        (value, value)
    });
}

/// The sound-system siren: a tone turned up and down by hand.
pub(crate) fn siren(track: &mut Track, at: usize, frames: usize, hz: f32, level: f32) {
    let mut tone = Oscillator::new(hz, 0.0);
    let mut filter = Filter::new(hz * 3.0, 0.8);
    track.voice(at, frames, |index| {
        let seconds = index as f32 / SAMPLE_RATE;
        if index % CONTROL == 0 {
            tone.tune(hz * (1.0 + 0.28 * sine(3.1 * seconds)) * (1.0 + 0.3 * seconds));
        }
        let edge = (index as f32 / 900.0).min((frames - index) as f32 / 2200.0).min(1.0);
        let value = filter.low(tone.pulse(0.5)) * edge * level;
        (value * 0.8, value)
    });
}
