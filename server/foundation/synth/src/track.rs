//! A stereo buffer that voices are written into. Knows nothing about time beyond frames.

use crate::SAMPLE_RATE;

/// Seconds to whole frames.
pub(crate) fn frames(seconds: f32) -> usize {
    (seconds.max(0.0) * SAMPLE_RATE) as usize
}

/// Left and right at [`SAMPLE_RATE`], kept apart because every effect here walks one side at a time.
#[derive(Clone, Debug)]
pub(crate) struct Track {
    pub(crate) left: Vec<f32>,
    pub(crate) right: Vec<f32>,
}

impl Track {
    pub(crate) fn silent(frames: usize) -> Self {
        Self { left: vec![0.0; frames], right: vec![0.0; frames] }
    }

    pub(crate) fn frames(&self) -> usize {
        self.left.len()
    }

    pub(crate) fn clear(&mut self) {
        self.left.fill(0.0);
        self.right.fill(0.0);
    }

    /// Adds a voice of `frames` frames from `at`; whatever would hang over the end is cut.
    pub(crate) fn voice(&mut self, at: usize, frames: usize, mut next: impl FnMut(usize) -> (f32, f32)) {
        let start = at.min(self.frames());
        let end = at.saturating_add(frames).min(self.frames());
        let sides = self.left[start..end].iter_mut().zip(&mut self.right[start..end]);
        for (index, (left, right)) in sides.enumerate() {
            let (l, r) = next(index);
            *left += l;
            *right += r;
        }
    }

    /// Replaces each frame by a function of its index and both sides.
    pub(crate) fn shape(&mut self, mut next: impl FnMut(usize, f32, f32) -> (f32, f32)) {
        for (index, (left, right)) in self.left.iter_mut().zip(&mut self.right).enumerate() {
            (*left, *right) = next(index, *left, *right);
        }
    }

    pub(crate) fn add(&mut self, other: &Self, gain: f32) {
        for (to, from) in self.left.iter_mut().zip(&other.left) {
            *to += from * gain;
        }
        for (to, from) in self.right.iter_mut().zip(&other.right) {
            *to += from * gain;
        }
    }

    pub(crate) fn peak(&self) -> f32 {
        self.left.iter().chain(&self.right).fold(0.0, |peak, v| v.abs().max(peak))
    }

    pub(crate) fn interleaved(&self) -> Vec<f32> {
        self.left.iter().zip(&self.right).flat_map(|(l, r)| [*l, *r]).collect()
    }
}

/// Equal-power gains for a position from -1 (left) to 1 (right).
pub(crate) fn pan(position: f32) -> (f32, f32) {
    let angle = (position.clamp(-1.0, 1.0) + 1.0) * std::f32::consts::FRAC_PI_4;
    (angle.cos(), angle.sin())
}
