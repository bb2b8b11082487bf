//! Listens to a stream of planar blocks and says at its end what music it was. Decodes nothing.

use super::{MUSIC_VERSION, Music, Span};

/// Level under which nothing is heard, relative to full scale: −80 dB.
const SILENCE: f64 = 1e-8;

/// Follows a recording; memory grows by a few hundred bytes a second of sound.
pub struct Listener {
    sample_rate_hz: u32,
    seconds: Vec<f64>,
    frames: u64,
    in_second: u32,
    sum: f64,
}

impl Listener {
    /// A listener that has heard nothing yet.
    #[must_use]
    pub fn new(sample_rate_hz: u32, _channels: usize) -> Self {
        Self { sample_rate_hz: sample_rate_hz.max(1), seconds: Vec::new(), frames: 0, in_second: 0, sum: 0.0 }
    }

    /// Takes in a block of finite samples: one slice a channel, all of one length.
    pub fn add(&mut self, planes: &[&[f32]]) {
        for frame in 0..planes.first().map_or(0, |plane| plane.len()) {
            let mono: f32 = planes.iter().map(|plane| plane[frame]).sum::<f32>() / planes.len() as f32;
            self.sum += f64::from(mono).powi(2);
            self.in_second += 1;
            self.frames += 1;
            if self.in_second == self.sample_rate_hz {
                self.seconds.push(self.sum / f64::from(self.sample_rate_hz));
                (self.sum, self.in_second) = (0.0, 0);
            }
        }
    }

    /// What was heard.
    #[must_use]
    pub fn finish(self) -> Music {
        let energy = self.seconds.iter().map(|power| ((10.0 * power.max(SILENCE).log10() + 80.0) * 255.0 / 80.0) as u8).collect();
        let is_loud = |power: &f64| *power > SILENCE;
        let first = self.seconds.iter().position(is_loud);
        let last = self.seconds.iter().rposition(is_loud);
        let sound = first.zip(last).map(|(first, last)| Span { start_ms: first as u64 * 1000, end_ms: (last as u64 + 1) * 1000 });
        Music { version: MUSIC_VERSION, energy, sound, ..Music::default() }
    }
}
