//! Filters for voices and buses. No modulation of their own: whoever owns one turns the knob.

use crate::SAMPLE_RATE;

/// State-variable filter, trapezoidal (Simper 2013): stays steady while the cut-off sweeps.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Filter {
    a1: f32,
    a2: f32,
    a3: f32,
    damping: f32,
    ic1: f32,
    ic2: f32,
}

/// The three outputs of one step.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bands {
    pub(crate) low: f32,
    pub(crate) band: f32,
    pub(crate) high: f32,
}

impl Filter {
    pub(crate) fn new(cutoff_hz: f32, q: f32) -> Self {
        let mut filter = Self { a1: 0.0, a2: 0.0, a3: 0.0, damping: 0.0, ic1: 0.0, ic2: 0.0 };
        filter.tune(cutoff_hz, q);
        filter
    }

    /// Costs a tangent, so sweeps call it every [`CONTROL`] frames rather than each.
    pub(crate) fn tune(&mut self, cutoff_hz: f32, q: f32) {
        let cutoff = cutoff_hz.clamp(16.0, SAMPLE_RATE * 0.45);
        let g = (std::f32::consts::PI * cutoff / SAMPLE_RATE).tan();
        self.damping = 1.0 / q.max(0.3);
        self.a1 = 1.0 / (1.0 + g * (g + self.damping));
        self.a2 = g * self.a1;
        self.a3 = g * self.a2;
    }

    /// Takes another filter's setting and keeps its own state: one tangent for a stereo pair.
    pub(crate) fn match_knob(&mut self, other: &Self) {
        let (ic1, ic2) = (self.ic1, self.ic2);
        *self = Self { ic1, ic2, ..*other };
    }

    pub(crate) fn next(&mut self, input: f32) -> Bands {
        let v3 = input - self.ic2;
        let band = self.a1 * self.ic1 + self.a2 * v3;
        let low = self.ic2 + self.a2 * self.ic1 + self.a3 * v3;
        self.ic1 = 2.0 * band - self.ic1;
        self.ic2 = 2.0 * low - self.ic2;
        Bands { low, band: band * self.damping, high: input - self.damping * band - low }
    }

    pub(crate) fn low(&mut self, input: f32) -> f32 {
        self.next(input).low
    }

    pub(crate) fn band(&mut self, input: f32) -> f32 {
        self.next(input).band
    }

    pub(crate) fn high(&mut self, input: f32) -> f32 {
        self.next(input).high
    }
}

/// Frames between two turns of a filter's knob: 0.7 ms, below what the ear takes for steps.
pub(crate) const CONTROL: usize = 32;

/// One-pole low-pass: damping inside echoes and rooms.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Damper {
    keep: f32,
    state: f32,
}

impl Damper {
    pub(crate) fn new(cutoff_hz: f32) -> Self {
        Self { keep: (-std::f32::consts::TAU * cutoff_hz / SAMPLE_RATE).exp(), state: 0.0 }
    }

    pub(crate) fn next(&mut self, input: f32) -> f32 {
        self.state = input + (self.state - input) * self.keep;
        self.state
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oscillator::Oscillator;

    fn level_after(cutoff_hz: f32, tone_hz: f32) -> f32 {
        let (mut filter, mut tone) = (Filter::new(cutoff_hz, 0.7), Oscillator::new(tone_hz, 0.0));
        (0..8820).map(|_| filter.low(tone.sine())).skip(4410).fold(0.0, |a: f32, b| a.max(b.abs()))
    }

    #[test]
    fn a_low_pass_lets_lows_through_and_stops_highs() {
        assert!(level_after(1000.0, 100.0) > 0.95);
        assert!(level_after(1000.0, 8000.0) < 0.05);
    }
}
