//! A short sound made once and struck many times, whole or in slices. Mono; panned when struck.

use crate::track::{Track, frames, pan};

#[derive(Clone, Debug)]
pub(crate) struct Sample {
    frames: Vec<f32>,
}

/// How one stroke differs from the sound as made.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stroke {
    pub(crate) gain: f32,
    /// -1 left, 1 right.
    pub(crate) pan: f32,
    /// 1 is as made; 2 an octave up and half as long.
    pub(crate) rate: f32,
}

impl Stroke {
    pub(crate) const fn new(gain: f32) -> Self {
        Self { gain, pan: 0.0, rate: 1.0 }
    }

    pub(crate) const fn panned(self, pan: f32) -> Self {
        Self { pan, ..self }
    }

    pub(crate) const fn rated(self, rate: f32) -> Self {
        Self { rate, ..self }
    }
}

impl Sample {
    /// Calls `next` for each frame, then fades the last 5 ms so that nothing clicks.
    pub(crate) fn made(seconds: f32, mut next: impl FnMut(usize) -> f32) -> Self {
        let mut sound: Vec<f32> = (0..frames(seconds)).map(&mut next).collect();
        let fade = frames(0.005).min(sound.len());
        for (index, value) in sound.iter_mut().rev().take(fade).enumerate() {
            *value *= index as f32 / fade as f32;
        }
        Self { frames: sound }
    }

    /// The middle of a track: how a played loop becomes something to chop.
    pub(crate) fn from_track(track: &Track) -> Self {
        let frames = track.left.iter().zip(&track.right).map(|(l, r)| (l + r) * 0.5).collect();
        Self { frames }
    }

    pub(crate) fn strike(&self, track: &mut Track, at: usize, stroke: Stroke) {
        let (left, right) = pan(stroke.pan);
        let (left, right) = (left * stroke.gain * 1.414, right * stroke.gain * 1.414);
        let length = (self.frames.len() as f32 / stroke.rate) as usize;
        track.voice(at, length, |index| {
            let value = self.read(index as f32 * stroke.rate);
            (value * left, value * right)
        });
    }

    /// Plays `length` frames from `from`, with 1.5 ms ramps; `reversed` runs the slice backwards.
    pub(crate) fn slice(&self, track: &mut Track, at: usize, cut: Slice, stroke: Stroke) {
        let ramp = frames(0.0015) as f32;
        let length = cut.length as f32;
        track.voice(at, cut.length, |index| {
            let index = index as f32;
            let edge = (index / ramp).min((length - index) / ramp).clamp(0.0, 1.0);
            let offset = if cut.reversed { length - index } else { index };
            let value = self.read(cut.from as f32 + offset * stroke.rate) * edge * stroke.gain;
            (value * (1.0 - stroke.pan).min(1.0), value * (1.0 + stroke.pan).min(1.0))
        });
    }

    fn read(&self, position: f32) -> f32 {
        let index = position as usize;
        let here = self.frames.get(index).copied().unwrap_or(0.0);
        let next = self.frames.get(index + 1).copied().unwrap_or(0.0);
        here + (next - here) * (position - index as f32)
    }
}

/// A cut out of a sample, in its own frames.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slice {
    pub(crate) from: usize,
    pub(crate) length: usize,
    pub(crate) reversed: bool,
}
