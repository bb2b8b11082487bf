//! A tape-ish echo: repeats darken, soften and waver, and cross from side to side.

use crate::SAMPLE_RATE;
use crate::filter::{Damper, Filter};
use crate::oscillator::{Oscillator, saturate};
use crate::track::Track;

#[derive(Clone, Copy, Debug)]
pub(crate) struct Echo {
    pub(crate) delay_s: f32,
    /// 0 to under 1: how much of each repeat becomes the next.
    pub(crate) feedback: f32,
    /// Where the repeats lose their top.
    pub(crate) tone_hz: f32,
    /// Milliseconds of wow; a worn machine has about 1.5.
    pub(crate) wow_ms: f32,
}

impl Echo {
    /// Turns a track of sends into a track of repeats only.
    pub(crate) fn run(self, track: &mut Track) {
        let base = self.delay_s * SAMPLE_RATE;
        let depth = self.wow_ms / 1000.0 * SAMPLE_RATE;
        let size = (base + depth + 4.0) as usize;
        let (mut one, mut two) = (vec![0.0_f32; size], vec![0.0_f32; size]);
        let mut tops = [Damper::new(self.tone_hz), Damper::new(self.tone_hz)];
        let mut bottoms = [Filter::new(170.0, 0.6), Filter::new(170.0, 0.6)];
        let mut wow = Oscillator::new(0.63, 0.0);
        let mut head = 0_usize;
        track.shape(|_, left, right| {
            let reach = base + depth * 0.5 * (1.0 + wow.sine());
            let (a, b) = (tap(&one, head, reach), tap(&two, head, reach));
            // Each side feeds the other: a mono send walks across the room.
            let to_one = bottoms[0].high(tops[0].next(saturate(b * self.feedback + left)));
            let to_two = bottoms[1].high(tops[1].next(saturate(a * self.feedback + right * 0.35)));
            one[head] = to_one;
            two[head] = to_two;
            head = if head + 1 == size { 0 } else { head + 1 };
            (a, b)
        });
    }
}

fn tap(line: &[f32], head: usize, reach: f32) -> f32 {
    let whole = reach as usize;
    let part = reach - whole as f32;
    let index = if head >= whole { head - whole } else { head + line.len() - whole };
    let before = if index == 0 { line.len() - 1 } else { index - 1 };
    line[index] + (line[before] - line[index]) * part
}
