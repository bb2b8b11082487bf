//! Band-limited waveforms. No envelopes, no filters.

use crate::SAMPLE_RATE;

/// Sine of a phase in turns, by a seventh-order series on the folded quarter (error < 2e-4).
///
/// Not `f32::sin`: that is slower, and its last bit may differ between C libraries.
pub(crate) fn sine(turns: f32) -> f32 {
    // By a cast: `floor` is a library call on the plainest x86-64, and this runs everywhere.
    let whole = (turns + 0.5_f32.copysign(turns)) as i32;
    let x = turns - whole as f32;
    let folded = if x > 0.25 {
        0.5 - x
    } else if x < -0.25 {
        -0.5 - x
    } else {
        x
    };
    let t = folded * std::f32::consts::TAU;
    let t2 = t * t;
    t * (1.0 - t2 / 6.0 * (1.0 - t2 / 20.0 * (1.0 - t2 / 42.0)))
}

/// A cheap saturator: close to `tanh`, exact at the ends.
pub(crate) fn saturate(x: f32) -> f32 {
    let x = x.clamp(-3.0, 3.0);
    x * (27.0 + x * x) / (27.0 + 9.0 * x * x)
}

/// Equal temperament, A4 = 440 Hz.
pub(crate) fn midi_hz(midi: f32) -> f32 {
    440.0 * ((midi - 69.0) / 12.0).exp2()
}

/// A phase that runs at a frequency.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Oscillator {
    phase: f32,
    step: f32,
}

impl Oscillator {
    pub(crate) fn new(hz: f32, phase: f32) -> Self {
        Self { phase: phase - phase.floor(), step: hz / SAMPLE_RATE }
    }

    pub(crate) fn tune(&mut self, hz: f32) {
        self.step = hz / SAMPLE_RATE;
    }

    fn advance(&mut self) -> f32 {
        let phase = self.phase;
        self.phase += self.step;
        if self.phase >= 1.0 {
            self.phase -= 1.0;
        }
        phase
    }

    pub(crate) fn sine(&mut self) -> f32 {
        sine(self.advance())
    }

    /// Sine bent by a modulator in turns: two-operator FM.
    pub(crate) fn sine_bent(&mut self, bend: f32) -> f32 {
        sine(self.advance() + bend)
    }

    pub(crate) fn saw(&mut self) -> f32 {
        let phase = self.advance();
        2.0 * phase - 1.0 - self.blep(phase)
    }

    pub(crate) fn pulse(&mut self, width: f32) -> f32 {
        let phase = self.advance();
        let raw = if phase < width { 1.0 } else { -1.0 };
        let falling = phase + 1.0 - width;
        let falling = if falling >= 1.0 { falling - 1.0 } else { falling };
        raw + self.blep(phase) - self.blep(falling)
    }

    pub(crate) fn triangle(&mut self) -> f32 {
        let phase = self.advance();
        let from_peak = if phase >= 0.25 { phase - 0.75 } else { phase + 0.25 };
        4.0 * from_peak.abs() - 1.0
    }

    /// The polynomial step that rounds a jump over one sample either side (Välimäki 2007).
    fn blep(&self, phase: f32) -> f32 {
        let step = self.step.max(1e-9);
        if phase < step {
            let t = phase / step;
            t + t - t * t - 1.0
        } else if phase > 1.0 - step {
            let t = (phase - 1.0) / step;
            t * t + t + t + 1.0
        } else {
            0.0
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_series_follows_the_real_sine() {
        for index in -400..400 {
            let turns = index as f32 / 100.0;
            let exact = (turns * std::f32::consts::TAU).sin();
            assert!((sine(turns) - exact).abs() < 4e-4, "at {turns}");
        }
    }

    #[test]
    fn every_waveform_is_bounded_and_centred() {
        let mut voices = [Oscillator::new(441.0, 0.0); 4];
        for kind in 0..4 {
            let mut sum = 0.0;
            for _ in 0..4410 {
                let value = match kind {
                    0 => voices[0].sine(),
                    1 => voices[1].saw(),
                    2 => voices[2].pulse(0.5),
                    _ => voices[3].triangle(),
                };
                assert!(value.abs() < 1.1, "kind {kind}: {value}");
                sum += value;
            }
            assert!((sum / 4410.0).abs() < 0.03, "kind {kind} leans by {sum}");
        }
    }
}
