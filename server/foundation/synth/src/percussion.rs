//! What is struck around the kit: rim, shaker, hand drums, wood. Plays no patterns.

use crate::envelope::Decay;
use crate::filter::Filter;
use crate::oscillator::{Oscillator, saturate};
use crate::prng::Prng;
use crate::sample::Sample;

/// A side-stick.
pub(crate) fn rim(noise: &mut Prng) -> Sample {
    let (mut low, mut high) = (Oscillator::new(455.0, 0.0), Oscillator::new(1667.0, 0.0));
    let (mut level, mut click) = (Decay::over(0.07), Decay::over(0.012));
    let mut filter = Filter::new(380.0, 0.7);
    Sample::made(0.08, |_| {
        let tone = (low.sine() * 0.6 + high.sine()) * level.next();
        filter.high(saturate(tone * 1.6 + noise.bipolar() * click.next() * 0.6)) * 0.8
    })
}

/// Seeds thrown forward: swells for a moment before it falls.
pub(crate) fn shaker(noise: &mut Prng) -> Sample {
    let mut filter = Filter::new(6800.0, 1.1);
    let mut level = Decay::over(0.11);
    Sample::made(0.11, |index| {
        let swell = (index as f32 / 700.0).min(1.0);
        filter.band(noise.bipolar()) * swell * level.next() * 1.4
    })
}

/// A conga, tom or tabla by its pitch and length.
pub(crate) fn hand_drum(tuned_hz: f32, length_s: f32, noise: &mut Prng) -> Sample {
    let (mut skin, mut ring) = (Oscillator::new(tuned_hz, 0.0), Oscillator::new(tuned_hz * 1.51, 0.0));
    let (mut level, mut bend, mut slap) = (Decay::over(length_s), Decay::over(0.06), Decay::over(0.015));
    let mut filter = Filter::new(1400.0, 0.8);
    Sample::made(length_s, |_| {
        skin.tune(tuned_hz * (1.0 + 0.35 * bend.next()));
        let fall = level.next();
        let tone = skin.sine() * fall + ring.sine() * fall * fall * 0.3;
        tone * 0.9 + filter.band(noise.bipolar()) * slap.next() * 0.5
    })
}

/// A hollow block: cuts through without taking room.
pub(crate) fn block(tuned_hz: f32) -> Sample {
    let (mut body, mut edge) = (Oscillator::new(tuned_hz, 0.0), Oscillator::new(tuned_hz * 2.7, 0.0));
    let mut level = Decay::over(0.09);
    Sample::made(0.1, |_| {
        let fall = level.next();
        (body.sine() + edge.sine() * 0.4 * fall) * fall * 0.7
    })
}
