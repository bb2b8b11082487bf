//! Plays a piece to samples. Writes no files and packs no formats.

use crate::SAMPLE_RATE_HZ;
use crate::genres::Stage;
use crate::master::master;
use crate::piece::Piece;
use crate::prng::Prng;

/// Sound as played: interleaved stereo, within ±1.
#[derive(Clone, Debug, PartialEq)]
pub struct Rendered {
    pub sample_rate_hz: u32,
    pub channels: u16,
    pub samples: Vec<f32>,
}

impl Rendered {
    pub fn frames(&self) -> usize {
        self.samples.len() / usize::from(self.channels.max(1))
    }

    pub fn duration_ms(&self) -> u64 {
        self.frames() as u64 * 1000 / u64::from(self.sample_rate_hz.max(1))
    }
}

/// The same piece gives the same samples every time on one platform. Holds about 40 MB a minute
/// while it plays, and takes the processor for some hundred milliseconds: call it off the async threads.
pub fn render(piece: &Piece) -> Rendered {
    let stage = Stage { timeline: piece.timeline(), key: piece.key, random: Prng::new(piece.seed) };
    let mut track = piece.score.play(&stage);
    let outro = stage.timeline.bar_frames() as f32 * 4.0 / crate::SAMPLE_RATE;
    master(&mut track, 0.03, outro.clamp(4.0, 8.0));
    Rendered { sample_rate_hz: SAMPLE_RATE_HZ, channels: 2, samples: track.interleaved() }
}
