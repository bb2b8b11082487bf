//! True peak after ITU-R BS.1770-5 annex 2: oversample, take the largest magnitude.
//!
//! A windowed sinc of 48 taps, four times below 96 kHz and twice below 192 kHz. Short runs of samples that cannot
//! reach the peak so far, whatever their phase, are not oversampled: the result is the same.

/// Samples checked against the peak so far before they are oversampled.
const RUN: usize = 64;
/// Accumulators that fit in vector registers.
const LANES: usize = 8;
const TAPS: usize = 48;

/// Follows the true peak of a stream of planar blocks.
pub struct TruePeak {
    phases: Phases,
    /// The most an interpolated value can exceed the largest sample under the filter.
    gain_bound: f32,
    history: usize,
    /// Each channel's last samples, followed by the block in work.
    channels: Vec<Vec<f32>>,
    peak: f32,
}

/// One row of coefficients for each point between two samples, oldest sample first.
enum Phases {
    Three(Box<[[f32; 12]; 3]>),
    One(Box<[[f32; 24]; 1]>),
    /// Samples lie so close that the largest is the peak.
    None,
}

impl TruePeak {
    /// A meter that has heard nothing yet.
    #[must_use]
    pub fn new(sample_rate_hz: u32, channels: usize) -> Self {
        let phases = match sample_rate_hz {
            0..96_000 => Phases::Three(Box::new([1, 2, 3].map(|phase| coefficients(4, phase)))),
            96_000..192_000 => Phases::One(Box::new([coefficients(2, 1)])),
            _ => Phases::None,
        };
        let (history, gain_bound) = match &phases {
            Phases::Three(rows) => (11, gain_bound(rows.as_slice())),
            Phases::One(rows) => (23, gain_bound(rows.as_slice())),
            Phases::None => (0, 1.0),
        };
        Self { phases, gain_bound, history, channels: vec![vec![0.0; history]; channels], peak: 0.0 }
    }

    /// Takes in a block of finite samples: one slice a channel, all of one length.
    pub fn add(&mut self, planes: &[&[f32]]) {
        for (buffer, plane) in self.channels.iter_mut().zip(planes) {
            buffer.extend_from_slice(plane);
            let mut before = magnitude(&buffer[..self.history]);
            let mut start = self.history;
            while start < buffer.len() {
                let end = (start + RUN).min(buffer.len());
                let here = magnitude(&buffer[start..end]);
                self.peak = self.peak.max(here);
                // A run is longer than the history, so the run before covers all the filter reaches back to.
                if here.max(before) * self.gain_bound > self.peak {
                    let under = &buffer[start - self.history..end];
                    self.peak = self.peak.max(match &self.phases {
                        Phases::Three(rows) => oversampled(under, rows),
                        Phases::One(rows) => oversampled(under, rows),
                        Phases::None => here,
                    });
                }
                before = here;
                start = end;
            }
            let spent = buffer.len() - self.history;
            buffer.copy_within(spent.., 0);
            buffer.truncate(self.history);
        }
    }

    /// The largest magnitude so far in dBTP; `None` for digital silence.
    #[must_use]
    pub fn dbtp(&self) -> Option<f64> {
        (self.peak > 0.0).then(|| 20.0 * f64::from(self.peak).log10())
    }
}

/// The row of a Hann-windowed sinc that answers for `phase` / `factor` of a sample, oldest sample first.
fn coefficients<const WIDTH: usize>(factor: usize, phase: usize) -> [f32; WIDTH] {
    use std::f64::consts::PI;
    std::array::from_fn(|index| {
        let position = ((WIDTH - 1 - index) * factor + phase) as f64;
        let window = 0.5 * (1.0 - (2.0 * PI * position / TAPS as f64).cos());
        let x = PI * (position - TAPS as f64 / 2.0) / factor as f64;
        (if x.abs() < 1e-9 { window } else { window * x.sin() / x }) as f32
    })
}

fn gain_bound<const WIDTH: usize>(rows: &[[f32; WIDTH]]) -> f32 {
    rows.iter().map(|row| row.iter().map(|coefficient| coefficient.abs()).sum()).fold(1.0, f32::max)
}

fn magnitude(samples: &[f32]) -> f32 {
    let mut lanes = [0.0_f32; LANES];
    let mut chunks = samples.chunks_exact(LANES);
    for chunk in &mut chunks {
        for (lane, sample) in lanes.iter_mut().zip(chunk) {
            let level = sample.abs();
            *lane = if level > *lane { level } else { *lane };
        }
    }
    let rest = chunks.remainder().iter().map(|sample| sample.abs());
    lanes.into_iter().chain(rest).fold(0.0, f32::max)
}

/// All points between samples at once, so that each sample is loaded once for every row.
fn oversampled<const POINTS: usize, const WIDTH: usize>(samples: &[f32], rows: &[[f32; WIDTH]; POINTS]) -> f32 {
    let outputs = samples.len() + 1 - WIDTH;
    let mut peaks = [0.0_f32; LANES];
    let mut start = 0;
    while start + LANES <= outputs {
        let under = &samples[start..start + LANES + WIDTH - 1];
        let mut sums = [[0.0_f32; LANES]; POINTS];
        for tap in 0..WIDTH {
            let under = &under[tap..tap + LANES];
            for (sums, row) in sums.iter_mut().zip(rows) {
                for (sum, sample) in sums.iter_mut().zip(under) {
                    *sum += sample * row[tap];
                }
            }
        }
        for sums in &sums {
            for (peak, sum) in peaks.iter_mut().zip(sums) {
                let level = sum.abs();
                *peak = if level > *peak { level } else { *peak };
            }
        }
        start += LANES;
    }
    for start in start..outputs {
        for row in rows {
            let sum: f32 = samples[start..].iter().zip(row).map(|(sample, coefficient)| sample * coefficient).sum();
            peaks[0] = peaks[0].max(sum.abs());
        }
    }
    magnitude(&peaks)
}
