//! The plumbing before the spectra: lowering the sample rate, and cutting a stream into centred windows.
//!
//! Both give the same values however the stream is cut into blocks, and neither shifts the sound in time.

use std::f64::consts::PI;

/// Lowers the sample rate by a whole factor, after a low pass that leaves nothing to fold back.
pub(crate) struct Decimator {
    taps: Vec<f32>,
    factor: usize,
    buffer: Vec<f32>,
}

/// Zero crossings of the low pass on each side.
const CROSSINGS: usize = 8;

impl Decimator {
    /// Lowers `rate_hz` to about `target_hz`, or not at all where it is as low already.
    pub(crate) fn new(rate_hz: f64, target_hz: f64) -> Self {
        let factor = (rate_hz / target_hz).round().max(1.0) as usize;
        let half = if factor == 1 { 0 } else { CROSSINGS * factor };
        let cutoff = if factor == 1 { 1.0 } else { 0.9 / factor as f64 };
        let sinc = |offset: f64| if offset == 0.0 { 1.0 } else { (PI * offset * cutoff).sin() / (PI * offset * cutoff) };
        let shape = |tap: usize| {
            let offset = tap as f64 - half as f64;
            sinc(offset) * (0.5 + 0.5 * (PI * offset / (half as f64 + 1.0)).cos())
        };
        let sum: f64 = (0..=2 * half).map(shape).sum();
        let taps = (0..=2 * half).map(|tap| (shape(tap) / sum) as f32).collect();
        Self { taps, factor, buffer: vec![0.0; half] }
    }

    pub(crate) fn factor(&self) -> usize {
        self.factor
    }

    /// Appends what `samples` amount to at the lower rate.
    pub(crate) fn add(&mut self, samples: &[f32], lowered: &mut Vec<f32>) {
        if self.factor == 1 {
            return lowered.extend_from_slice(samples);
        }
        self.buffer.extend_from_slice(samples);
        let mut at = 0;
        while let Some(under) = self.buffer.get(at..at + self.taps.len()) {
            lowered.push(dot(under, &self.taps));
            at += self.factor;
        }
        let spent = at.min(self.buffer.len());
        self.buffer.drain(..spent);
    }
}

/// Eight sums side by side, which fit in vector registers.
fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut sums = [0.0_f32; 8];
    let (a_lanes, a_rest) = a.as_chunks::<8>();
    let (b_lanes, b_rest) = b.as_chunks::<8>();
    for (a, b) in a_lanes.iter().zip(b_lanes) {
        for (sum, (a, b)) in sums.iter_mut().zip(a.iter().zip(b)) {
            *sum += a * b;
        }
    }
    sums.iter().sum::<f32>() + a_rest.iter().zip(b_rest).map(|(a, b)| a * b).sum::<f32>()
}

/// Cuts a stream into overlapping windows: window `k` is centred at exactly `k / per_second` seconds, to half a sample.
pub(crate) struct Windows {
    rate_hz: f64,
    per_second: f64,
    length: usize,
    buffer: Vec<f32>,
    /// Position of the buffer's first sample, counted from half a window before the stream.
    dropped: u64,
    next: u64,
}

impl Windows {
    pub(crate) fn new(rate_hz: f64, per_second: f64, length: usize) -> Self {
        Self { rate_hz, per_second, length, buffer: vec![0.0; length / 2], dropped: 0, next: 0 }
    }

    pub(crate) fn add(&mut self, samples: &[f32], mut window: impl FnMut(&[f32])) {
        self.buffer.extend_from_slice(samples);
        let mut spent = 0;
        loop {
            let start = (self.next as f64 * self.rate_hz / self.per_second).round() as u64;
            let at = (start - self.dropped) as usize;
            spent = at.min(self.buffer.len()).max(spent);
            let Some(under) = self.buffer.get(at..at + self.length) else { break };
            window(under);
            self.next += 1;
        }
        self.buffer.drain(..spent);
        self.dropped += spent as u64;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lowering_keeps_what_is_low_and_drops_what_is_high() {
        let level = |hz: f64| {
            let sine: Vec<f32> = (0..44_100).map(|i| (2.0 * PI * hz * f64::from(i) / 44_100.0).sin() as f32).collect();
            let mut lowered = Vec::new();
            let mut decimator = Decimator::new(44_100.0, 22_050.0);
            for chunk in sine.chunks(777) {
                decimator.add(chunk, &mut lowered);
            }
            let middle = &lowered[1000..20_000];
            (middle.iter().map(|v| v * v).sum::<f32>() / middle.len() as f32 * 2.0).sqrt()
        };
        assert!((level(100.0) - 1.0).abs() < 0.01);
        assert!((level(8000.0) - 1.0).abs() < 0.05);
        assert!(level(13_000.0) < 0.003);
    }

    #[test]
    fn windows_are_centred_and_indifferent_to_blocks() {
        let samples: Vec<f32> = (0..22_050).map(|i| i as f32).collect();
        let centres = |block: usize| {
            let mut centres = Vec::new();
            let mut windows = Windows::new(22_050.0, 100.0, 1024);
            for chunk in samples.chunks(block) {
                windows.add(chunk, |window| centres.push(window[512]));
            }
            centres
        };
        assert_eq!(centres(1), centres(5000));
        assert_eq!(centres(512)[..3], [0.0, 221.0, 441.0]);
    }
}
