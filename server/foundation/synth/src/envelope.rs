//! Loudness over the life of one note. One value a frame, no knowledge of what it shapes.

use crate::SAMPLE_RATE;

/// Falls to -60 dB over the given time.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Decay {
    value: f32,
    factor: f32,
}

impl Decay {
    pub(crate) fn over(seconds: f32) -> Self {
        Self { value: 1.0, factor: 0.001_f32.powf(1.0 / (seconds.max(0.001) * SAMPLE_RATE)) }
    }

    pub(crate) fn next(&mut self) -> f32 {
        let value = self.value;
        self.value *= self.factor;
        value
    }
}

/// Attack, decay, sustain, release, in seconds (sustain is a level).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    pub(crate) attack: f32,
    pub(crate) decay: f32,
    pub(crate) sustain: f32,
    pub(crate) release: f32,
}

/// A [`Shape`] being played over a note held for a number of frames.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Envelope {
    shape: Shape,
    held: f32,
    time: f32,
    fall: Decay,
}

impl Envelope {
    pub(crate) fn new(shape: Shape, held_frames: usize) -> Self {
        let held = held_frames as f32 / SAMPLE_RATE;
        Self { shape, held, time: 0.0, fall: Decay::over(shape.decay) }
    }

    /// Held time and release together.
    pub(crate) fn frames(&self) -> usize {
        ((self.held + self.shape.release) * SAMPLE_RATE) as usize
    }

    pub(crate) fn next(&mut self) -> f32 {
        let Shape { attack, sustain, release, .. } = self.shape;
        let time = self.time;
        self.time += 1.0 / SAMPLE_RATE;
        let body = if time < attack { time / attack } else { sustain + (1.0 - sustain) * self.fall.next() };
        // Squared, so the ear hears an even fall and the last frame is exactly silent.
        let left = if time > self.held && release > 0.0 { (1.0 - (time - self.held) / release).max(0.0) } else { 1.0 };
        body * left * left
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_rises_holds_and_ends_in_silence() {
        let shape = Shape { attack: 0.01, decay: 0.1, sustain: 0.5, release: 0.05 };
        let mut envelope = Envelope::new(shape, 22_050);
        let values: Vec<f32> = (0..envelope.frames()).map(|_| envelope.next()).collect();
        assert!(values[0] < 0.01);
        assert!((values[20_000] - 0.5).abs() < 0.01);
        assert!(values.last().copied().unwrap_or(1.0) < 0.001);
    }
}
