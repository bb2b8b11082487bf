//! The last stage: no rumble, even loudness, rounded peaks, faded ends. Changes no balance inside.

use crate::SAMPLE_RATE;
use crate::filter::Filter;
use crate::loudness::integrated_lufs;
use crate::oscillator::saturate;
use crate::track::{Track, frames};

/// Where streaming services and club warm-ups meet.
const TARGET_LUFS: f64 = -14.0;
/// -1.2 dBFS: a little under the promise of -1, for what an MP3 adds.
const CEILING: f32 = 0.871;
/// A shelf of 3 dB over the presence and the cymbals.
const AIR: f32 = 0.42;
/// Below this the master is a wire.
const KNEE: f32 = 0.55;

pub(crate) fn master(track: &mut Track, fade_in_s: f32, fade_out_s: f32) {
    let (mut left_rumble, mut right_rumble) = (Filter::new(24.0, 0.7), Filter::new(24.0, 0.7));
    let mut airs = [Filter::new(3200.0, 0.6); 2];
    track.shape(|_, left, right| {
        let (left, right) = (left_rumble.high(left), right_rumble.high(right));
        (left + AIR * airs[0].high(left), right + AIR * airs[1].high(right))
    });
    glue(track);
    fade(track, fade_in_s, fade_out_s);
    // Twice, because rounding the peaks takes a little of the loudness back.
    let mut gain = 1.0;
    if let Some(lufs) = integrated_lufs(track, |value| value) {
        gain = decibels((TARGET_LUFS - lufs) as f32);
        let rounded = integrated_lufs(track, |value| round(value * gain)).unwrap_or(TARGET_LUFS);
        gain *= decibels((TARGET_LUFS - rounded).clamp(0.0, 3.0) as f32 * 1.1);
    }
    track.shape(|_, left, right| (round(left * gain), round(right * gain)));
}

fn decibels(gain: f32) -> f32 {
    10.0_f32.powf(gain / 20.0)
}

/// Straight to the knee, then bends towards the ceiling and never meets it.
fn round(value: f32) -> f32 {
    let size = value.abs();
    if size <= KNEE {
        return value;
    }
    let room = CEILING - KNEE;
    (KNEE + room * saturate((size - KNEE) / room)).copysign(value)
}

/// A slow two-to-one bus compressor: both sides turned by the louder, so the image stays still.
fn glue(track: &mut Track) {
    let peak = track.peak().max(1e-6);
    let threshold = peak * 0.35;
    let (attack, release) = (coefficient(0.02), coefficient(0.18));
    let mut level = 0.0_f32;
    track.shape(|_, left, right| {
        let size = left.abs().max(right.abs());
        let pace = if size > level { attack } else { release };
        level = size + (level - size) * pace;
        let gain = if level > threshold { (threshold / level).sqrt() } else { 1.0 };
        (left * gain, right * gain)
    });
}

fn coefficient(seconds: f32) -> f32 {
    (-1.0 / (seconds * SAMPLE_RATE)).exp()
}

/// Also leaves 80 ms of nothing at the very end, where a player may cut.
fn fade(track: &mut Track, fade_in_s: f32, fade_out_s: f32) {
    let total = track.frames();
    let (rise, fall) = (frames(fade_in_s).max(1) as f32, frames(fade_out_s).max(1) as f32);
    let end = total.saturating_sub(frames(0.08));
    track.shape(|index, left, right| {
        let up = (index as f32 / rise).min(1.0);
        let down = (end.saturating_sub(index) as f32 / fall).min(1.0);
        let gain = up * up * down * down;
        (left * gain, right * gain)
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rounding_is_a_wire_below_the_knee_and_never_passes_the_ceiling() {
        assert!((round(0.3) - 0.3).abs() < 1e-9);
        assert!((0..1000).all(|i| round(i as f32 * 0.01).abs() <= CEILING));
        assert!((0..1000).all(|i| round(i as f32 * 0.01) <= round((i + 1) as f32 * 0.01) + 1e-6));
    }
}
