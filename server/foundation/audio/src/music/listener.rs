//! Listens to a stream of planar blocks and says at its end what music it was. Decodes nothing.

use super::onset::OnsetCollector;
use super::pitch::PitchCollector;
use super::stream::Decimator;
use super::{Music, understand};

/// Enough for hats, and a quarter of it for notes.
const RHYTHM_HZ: f64 = 22_050.0;
const PITCH_HZ: f64 = 5512.5;

/// Follows a recording; keeps some 600 bytes a second of sound.
pub struct Listener {
    sample_rate_hz: u32,
    frames: u64,
    mono: Vec<f32>,
    to_rhythm: Decimator,
    lowered: Vec<f32>,
    onsets: OnsetCollector,
    to_pitch: Decimator,
    lowest: Vec<f32>,
    pitches: PitchCollector,
}

impl Listener {
    /// A listener that has heard nothing yet.
    #[must_use]
    pub fn new(sample_rate_hz: u32) -> Self {
        let rate_hz = f64::from(sample_rate_hz.max(1));
        let to_rhythm = Decimator::new(rate_hz, RHYTHM_HZ);
        let rhythm_hz = rate_hz / to_rhythm.factor() as f64;
        let to_pitch = Decimator::new(rhythm_hz, PITCH_HZ);
        let pitch_hz = rhythm_hz / to_pitch.factor() as f64;
        Self {
            sample_rate_hz: sample_rate_hz.max(1),
            frames: 0,
            mono: Vec::new(),
            to_rhythm,
            lowered: Vec::new(),
            onsets: OnsetCollector::new(rhythm_hz),
            to_pitch,
            lowest: Vec::new(),
            pitches: PitchCollector::new(pitch_hz),
        }
    }

    /// Takes in a block of finite samples: one slice a channel, all of one length.
    pub fn add(&mut self, planes: &[&[f32]]) {
        let Some((first, others)) = planes.split_first() else { return };
        self.mono.clear();
        self.mono.extend_from_slice(first);
        for plane in others {
            for (sum, sample) in self.mono.iter_mut().zip(*plane) {
                *sum += sample;
            }
        }
        let share = 1.0 / planes.len() as f32;
        self.mono.iter_mut().for_each(|sum| *sum *= share);
        self.frames += first.len() as u64;
        self.hear();
    }

    fn hear(&mut self) {
        self.lowered.clear();
        self.to_rhythm.add(&self.mono, &mut self.lowered);
        self.onsets.add(&self.lowered);
        self.lowest.clear();
        self.to_pitch.add(&self.lowered, &mut self.lowest);
        self.pitches.add(&self.lowest);
    }

    /// Memory that grows with the recording, in bytes.
    #[must_use]
    pub fn held_bytes(&self) -> usize {
        self.onsets.held_bytes() + self.pitches.held_bytes()
    }

    /// What was heard.
    #[must_use]
    pub fn finish(mut self) -> Music {
        let duration_ms = crate::decode::to_ms(self.frames, self.sample_rate_hz);
        // A second of silence pushes the last windows out.
        self.mono = vec![0.0; self.sample_rate_hz as usize];
        self.hear();
        let mut onsets = self.onsets.finish();
        let mut pitches = self.pitches.finish();
        onsets.cut(duration_ms);
        pitches.truncate((duration_ms / 500) as usize);
        understand(&onsets, &pitches, duration_ms)
    }
}
