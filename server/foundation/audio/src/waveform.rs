//! The picture of a recording: loudest and average level over time, at several widths. Draws nothing.

mod bytes;
mod collect;

use serde::{Deserialize, Serialize};

pub use bytes::WaveformError;
pub use collect::Collector;

/// Each level has bins this many times as wide as the next finer one.
pub(crate) const LEVEL_RATIO: u32 = 4;
/// Levels are added until one has no more bins than this.
pub(crate) const COARSEST_BINS: usize = 1024;

/// A pyramid of levels, coarsest first, so that the first kilobytes of [`Waveform::to_bytes`] draw an overview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Vec<u8>", try_from = "Vec<u8>")]
pub struct Waveform {
    pub(crate) sample_rate_hz: u32,
    pub(crate) frames: u64,
    pub(crate) levels: Vec<Level>,
}

/// One width of bins over the whole recording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    pub(crate) frames_per_bin: u32,
    pub(crate) bins: Vec<[u8; 2]>,
}

impl Level {
    /// How many frames one bin covers; the last may cover fewer.
    #[must_use]
    pub fn frames_per_bin(&self) -> u32 {
        self.frames_per_bin
    }

    /// Peak and RMS of each bin, amplitude 0 to 1 as 0 to 255: the loudest channel's peak, all channels' RMS.
    #[must_use]
    pub fn bins(&self) -> &[[u8; 2]] {
        &self.bins
    }
}

impl Waveform {
    /// The levels, coarsest first; never empty.
    #[must_use]
    pub fn levels(&self) -> &[Level] {
        &self.levels
    }

    /// How many frames of sound the picture shows.
    #[must_use]
    pub fn frames(&self) -> u64 {
        self.frames
    }

    /// Frames a second.
    #[must_use]
    pub fn sample_rate_hz(&self) -> u32 {
        self.sample_rate_hz
    }

    /// Exactly `n` bars over the whole recording: the loudest peak under each, 0 to 255.
    #[must_use]
    pub fn overview(&self, n: usize) -> Vec<u8> {
        self.bars(n, |bins| bins.iter().map(|bin| bin[0]).max().unwrap_or(0))
    }

    /// Exactly `n` bars over the whole recording: the RMS under each, 0 to 255. Shows form where peaks are all full.
    #[must_use]
    pub fn overview_rms(&self, n: usize) -> Vec<u8> {
        self.bars(n, |bins| {
            let sum: u64 = bins.iter().map(|bin| u64::from(bin[1]).pow(2)).sum();
            (sum as f64 / bins.len().max(1) as f64).sqrt().round() as u8
        })
    }

    fn bars(&self, n: usize, bar: impl Fn(&[[u8; 2]]) -> u8) -> Vec<u8> {
        let fine_enough = self.levels.iter().find(|level| level.bins.len() >= n);
        let Some(level) = fine_enough.or(self.levels.last()).filter(|level| !level.bins.is_empty()) else {
            return vec![0; n];
        };
        let count = level.bins.len();
        let edge = |i: usize| (i as u128 * count as u128 / n as u128) as usize;
        (0..n).map(|i| bar(&level.bins[edge(i)..edge(i + 1).max(edge(i) + 1)])).collect()
    }
}
