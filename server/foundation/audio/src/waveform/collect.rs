//! Gathers a waveform from a stream whose length nobody knows beforehand.

use super::{COARSEST_BINS, LEVEL_RATIO, Level, Waveform};

/// Finest bins: 20 ms, a pixel at any zoom a person cues by.
const FINEST_BINS_PER_SECOND: u32 = 50;
/// Above this, neighbouring bins are joined and the width doubles: 87 minutes stay at 20 ms, 24 hours end at 640 ms.
const MAX_BINS: usize = 1 << 18;

#[derive(Clone, Copy, Default)]
struct Bin {
    peak: f32,
    mean_square: f32,
}

impl Bin {
    fn join(bins: &[Bin]) -> Bin {
        let peak = bins.iter().map(|bin| bin.peak).fold(0.0, f32::max);
        let mean_square = bins.iter().map(|bin| bin.mean_square).sum::<f32>() / bins.len().max(1) as f32;
        Bin { peak, mean_square }
    }

    fn quantised(self) -> [u8; 2] {
        let byte = |amplitude: f32| (amplitude * 255.0).round().clamp(0.0, 255.0) as u8;
        [byte(self.peak), byte(self.mean_square.sqrt())]
    }
}

/// Follows the levels of a stream of planar blocks in at most 2 MiB.
pub struct Collector {
    sample_rate_hz: u32,
    channels: usize,
    frames_per_bin: u32,
    bins: Vec<Bin>,
    frames: u64,
    open_frames: u32,
    open_peak: f32,
    open_sum: f64,
}

impl Collector {
    /// A collector that has heard nothing yet.
    #[must_use]
    pub fn new(sample_rate_hz: u32, channels: usize) -> Self {
        Self {
            sample_rate_hz,
            channels: channels.max(1),
            frames_per_bin: (sample_rate_hz / FINEST_BINS_PER_SECOND).max(1),
            bins: Vec::new(),
            frames: 0,
            open_frames: 0,
            open_peak: 0.0,
            open_sum: 0.0,
        }
    }

    /// Takes in a block of finite samples: one slice a channel, all of one length.
    pub fn add(&mut self, planes: &[&[f32]]) {
        let length = planes.first().map_or(0, |plane| plane.len());
        let mut start = 0;
        while start < length {
            let wanted = (self.frames_per_bin - self.open_frames) as usize;
            let end = (start + wanted).min(length);
            for plane in planes {
                let (peak, sum) = peak_and_square_sum(&plane[start..end]);
                self.open_peak = self.open_peak.max(peak);
                self.open_sum += sum;
            }
            self.open_frames += (end - start) as u32;
            if self.open_frames == self.frames_per_bin {
                self.close_bin();
            }
            start = end;
        }
        self.frames += length as u64;
    }

    fn close_bin(&mut self) {
        let samples = f64::from(self.open_frames) * self.channels as f64;
        self.bins.push(Bin { peak: self.open_peak, mean_square: (self.open_sum / samples) as f32 });
        (self.open_frames, self.open_peak, self.open_sum) = (0, 0.0, 0.0);
        if self.bins.len() == MAX_BINS {
            for i in 0..MAX_BINS / 2 {
                self.bins[i] = Bin::join(&self.bins[2 * i..2 * i + 2]);
            }
            self.bins.truncate(MAX_BINS / 2);
            self.frames_per_bin *= 2;
        }
    }

    /// The finished picture.
    #[must_use]
    pub fn finish(mut self) -> Waveform {
        if self.open_frames > 0 {
            self.close_bin();
        }
        let mut levels = Vec::new();
        let (mut bins, mut frames_per_bin) = (self.bins, self.frames_per_bin);
        loop {
            levels.push(Level { frames_per_bin, bins: bins.iter().map(|bin| bin.quantised()).collect() });
            if bins.len() <= COARSEST_BINS {
                break;
            }
            bins = bins.chunks(LEVEL_RATIO as usize).map(Bin::join).collect();
            frames_per_bin *= LEVEL_RATIO;
        }
        levels.reverse();
        Waveform { sample_rate_hz: self.sample_rate_hz, frames: self.frames, levels }
    }
}

fn peak_and_square_sum(samples: &[f32]) -> (f32, f64) {
    const LANES: usize = 8;
    let (mut peaks, mut sums) = ([0.0_f32; LANES], [0.0_f32; LANES]);
    let mut chunks = samples.chunks_exact(LANES);
    for chunk in &mut chunks {
        for ((peak, sum), sample) in peaks.iter_mut().zip(&mut sums).zip(chunk) {
            let level = sample.abs();
            *peak = if level > *peak { level } else { *peak };
            *sum += sample * sample;
        }
    }
    let rest = chunks.remainder();
    let peak = peaks.into_iter().chain(rest.iter().map(|sample| sample.abs())).fold(0.0, f32::max);
    let sum = sums.into_iter().chain(rest.iter().map(|sample| sample * sample)).map(f64::from).sum();
    (peak, sum)
}
