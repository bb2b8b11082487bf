//! Integrated loudness after ITU-R BS.1770-4, for setting the master's gain. Stereo at 44.1 kHz only.

use crate::SAMPLE_RATE_HZ;
use crate::track::Track;

/// Both K-weighting stages at 44.1 kHz: b0, b1, b2, a1, a2.
const SHELF: [f64; 5] =
    [1.530_841_230_050_348, -2.650_979_995_154_729, 1.169_079_079_921_587, -1.663_655_113_256_02, 0.712_595_428_073_226];
const HIGH_PASS: [f64; 5] = [1.0, -2.0, 1.0, -1.989_169_673_629_796, 0.989_199_035_787_039];

#[derive(Clone, Copy, Debug, Default)]
struct Biquad {
    z1: f64,
    z2: f64,
}

impl Biquad {
    fn next(&mut self, [b0, b1, b2, a1, a2]: [f64; 5], input: f64) -> f64 {
        let out = b0 * input + self.z1;
        self.z1 = b1 * input - a1 * out + self.z2;
        self.z2 = b2 * input - a2 * out;
        out
    }
}

/// In LUFS, as the track would be after `through`; `None` for silence.
pub(crate) fn integrated_lufs(track: &Track, through: impl Fn(f32) -> f32) -> Option<f64> {
    let hop = SAMPLE_RATE_HZ as usize / 10;
    let mut energies = vec![0.0_f64; track.frames() / hop];
    for side in [&track.left, &track.right] {
        let (mut shelf, mut high_pass) = (Biquad::default(), Biquad::default());
        for (chunk, energy) in side.chunks_exact(hop).zip(&mut energies) {
            for value in chunk {
                let weighted = high_pass.next(HIGH_PASS, shelf.next(SHELF, f64::from(through(*value))));
                *energy += weighted * weighted / hop as f64;
            }
        }
    }
    // Blocks of 400 ms, each beginning 100 ms after the last.
    let blocks: Vec<f64> = energies.windows(4).map(|w| w.iter().sum::<f64>() / 4.0).collect();
    let loud = mean_above(&blocks, energy_of(-70.0))?;
    let gated = mean_above(&blocks, loud / 10.0)?;
    Some(lufs_of(gated))
}

fn mean_above(blocks: &[f64], gate: f64) -> Option<f64> {
    let (sum, count) = blocks.iter().filter(|e| **e > gate).fold((0.0, 0_u32), |(s, n), e| (s + e, n + 1));
    (count > 0).then(|| sum / f64::from(count))
}

fn lufs_of(energy: f64) -> f64 {
    10.0 * energy.log10() - 0.691
}

fn energy_of(lufs: f64) -> f64 {
    10.0_f64.powf((lufs + 0.691) / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oscillator::Oscillator;

    #[test]
    fn it_agrees_with_the_reference_meter() {
        let mut track = Track::silent(44_100 * 4);
        let (mut low, mut high) = (Oscillator::new(80.0, 0.0), Oscillator::new(3000.0, 0.0));
        track.shape(|_, _, _| (low.sine() * 0.3, high.sine() * 0.2));
        let mut meter = ebur128::EbuR128::new(2, 44_100, ebur128::Mode::I).expect("meter");
        meter.add_frames_f32(&track.interleaved()).expect("frames");
        let reference = meter.loudness_global().expect("loudness");
        let ours = integrated_lufs(&track, |value| value).expect("not silent");
        assert!((ours - reference).abs() < 0.1, "{ours} against {reference}");
    }
}
