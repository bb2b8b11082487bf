//! When things happen: sections, bars, swung steps and slow curves over them. Makes no sound.

use crate::SAMPLE_RATE;

/// Sixteenths to a bar: everything here is in four.
pub(crate) const STEPS: usize = 16;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Intro,
    Build,
    Drop,
    Break,
    /// The second drop, with everything the first one held back.
    Peak,
    Outro,
}

/// A part and its length in bars.
pub(crate) type Section = (Part, u32);

/// One bar, and where in its section it lies.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bar {
    pub(crate) index: u32,
    pub(crate) part: Part,
    /// Counted from the section's start.
    pub(crate) within: u32,
    pub(crate) section_bars: u32,
}

impl Bar {
    /// From 0 on the section's first bar to 1 on its last.
    pub(crate) fn progress(self) -> f32 {
        self.within as f32 / (self.section_bars.max(2) - 1) as f32
    }

    pub(crate) fn is_first(self) -> bool {
        self.within == 0
    }

    pub(crate) fn is_last(self) -> bool {
        self.within + 1 == self.section_bars
    }

    pub(crate) fn is(self, parts: &[Part]) -> bool {
        parts.contains(&self.part)
    }

    /// The last bar of four: where a drummer plays a fill.
    pub(crate) fn ends_phrase(self) -> bool {
        self.within % 4 == 3
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Timeline {
    bpm: f64,
    /// How late the off sixteenths come, in parts of a sixteenth.
    swing: f64,
    bars: Vec<Bar>,
}

/// Room for the last echo, after the last bar.
const TAIL_S: f64 = 3.0;

impl Timeline {
    pub(crate) fn new(bpm: f64, swing: f64, sections: &[Section]) -> Self {
        let bars = sections
            .iter()
            .flat_map(|&(part, section_bars)| (0..section_bars).map(move |within| (part, within, section_bars)))
            .enumerate()
            .map(|(index, (part, within, section_bars))| Bar { index: index as u32, part, within, section_bars })
            .collect();
        Self { bpm, swing, bars }
    }

    pub(crate) fn bars(&self) -> impl Iterator<Item = Bar> + '_ {
        self.bars.iter().copied()
    }

    pub(crate) fn step_frames(&self) -> f64 {
        60.0 / self.bpm / 4.0 * f64::from(SAMPLE_RATE)
    }

    pub(crate) fn bar_frames(&self) -> f64 {
        self.step_frames() * STEPS as f64
    }

    /// Frames of a note that lasts so many sixteenths.
    pub(crate) fn length(&self, steps: f64) -> usize {
        (self.step_frames() * steps) as usize
    }

    pub(crate) fn frames(&self) -> usize {
        (self.bar_frames() * self.bars.len() as f64 + TAIL_S * f64::from(SAMPLE_RATE)) as usize
    }

    /// The frame of a sixteenth, swung; steps past the bar run on into the next.
    pub(crate) fn at(&self, bar: Bar, step: usize) -> usize {
        let late = if step % 2 == 1 { self.swing } else { 0.0 };
        (f64::from(bar.index) * self.bar_frames() + (step as f64 + late) * self.step_frames()) as usize
    }

    /// A value per bar, read back between bars by a straight line.
    pub(crate) fn curve(&self, value: impl Fn(Bar) -> f32) -> Curve {
        Curve { points: self.bars().map(value).collect(), bar_frames: self.bar_frames() as f32 }
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Curve {
    points: Vec<f32>,
    bar_frames: f32,
}

impl Curve {
    pub(crate) fn at(&self, frame: usize) -> f32 {
        let position = frame as f32 / self.bar_frames;
        let index = position as usize;
        let last = self.points.last().copied().unwrap_or(0.0);
        let here = self.points.get(index).copied().unwrap_or(last);
        let next = self.points.get(index + 1).copied().unwrap_or(last);
        here + (next - here) * (position - index as f32)
    }
}

/// Reads a drum line such as `"9..4 ..6."`: a dot rests, a digit strikes that hard; spaces are for the eye.
pub(crate) fn hits(pattern: &str) -> impl Iterator<Item = (usize, f32)> + '_ {
    pattern
        .chars()
        .filter(|c| !c.is_whitespace())
        .enumerate()
        .filter_map(|(step, c)| c.to_digit(10).map(|level| (step, level as f32 / 9.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drum_line_reads_left_to_right() {
        let read: Vec<usize> = hits("9... 9..4").map(|(step, _)| step).collect();
        assert_eq!(read, [0, 4, 7]);
    }

    #[test]
    fn swing_delays_only_the_off_sixteenths() {
        let timeline = Timeline::new(120.0, 0.5, &[(Part::Drop, 2)]);
        let Some(bar) = timeline.bars().next() else { panic!("two bars were asked for") };
        assert_eq!(timeline.at(bar, 2), 11_025);
        assert_eq!(timeline.at(bar, 1), 8_268);
    }
}
