//! Which of the pulses of one tempo is the beat, where others lie between its beats. Moves lines by quarters of a beat,
//! and by nothing else.
//!
//! Lines of one tempo that lie quarters of a beat apart are one music whose quiet parts were taken by their off-beats:
//! what they have heard together decides for all of them.

use super::fit::{Line, refined};
use super::metre::{FAINT, REGISTERS, Struck, struck};
use super::onset::Onsets;
use super::runs::{LONGEST_GAP, SAME_TEMPO};

/// How far places of neighbours may lie from quarters of a beat, in beats.
const IN_STEP: f64 = 0.08;
/// How much of a beat is unsure after one without any: two thousandths.
const UNSURE: f64 = 0.002;

/// Pulses that may be the beat.
const QUARTERS: usize = 4;

/// What speaks for a pulse: strokes on it and one to three quarters of a beat later, and that they differ from one of
/// its beats to the next.
struct Speaks {
    strokes: Strokes,
    alternation: Struck,
}

/// Which of all four it may be. Both tables were fitted by logistic regression to synthesised pieces with known beats.
const OF_FOUR: Speaks = Speaks {
    strokes: [[1.1, 1.14, 0.43], [-1.17, -0.85, -0.75], [-0.2, -0.62, -0.05], [0.26, 0.32, 0.37]],
    alternation: [-0.33, 0.32, 1.14],
};
/// Which of two half a beat apart it is: the commonest mistake, and the one that takes the finest ear.
const OF_TWO: Speaks = Speaks {
    strokes: [[0.55, 1.45, -1.24], [-0.45, -1.52, -0.14], [-0.55, -1.45, 1.24], [0.45, 1.52, 0.14]],
    alternation: [0.31, 0.91, 3.25],
};

/// How hard a pulse is struck at least, in relation to the one it takes the place of.
const HEARD: f32 = 0.25;

/// Strokes by pulse and register, in relation to the mean of the register.
type Strokes = [Struck; QUARTERS];

/// A line, and how many quarters of a beat it lies after the first of its family.
struct Member {
    line: Line,
    after: usize,
}

/// The lines with every family on its beat.
pub(crate) fn on_the_beat(onsets: &Onsets, lines: Vec<Line>) -> Vec<Line> {
    let mut families: Vec<Vec<Member>> = Vec::new();
    for line in lines {
        let joined = families.last().and_then(|family| family.last()).and_then(|last| quarters_after(last, &line));
        match (joined, families.last_mut()) {
            (Some(after), Some(family)) => family.push(Member { line, after }),
            _ => families.push(vec![Member { line, after: 0 }]),
        }
    }
    families.into_iter().flat_map(|family| settled(onsets, family)).collect()
}

/// Where a line goes on in the tempo of the one before, how many quarters of a beat after the family's first it lies.
fn quarters_after(before: &Member, line: &Line) -> Option<usize> {
    let gap = line.start - before.line.end();
    let period = (before.line.period + line.period) / 2.0;
    if (before.line.period / line.period - 1.0).abs() > SAME_TEMPO || gap > LONGEST_GAP {
        return None;
    }
    let beats = gap / period;
    let quarters = (beats * QUARTERS as f64).round();
    let apart = (beats - quarters / QUARTERS as f64).abs() + UNSURE * beats.abs();
    (apart < IN_STEP).then(|| (before.after + quarters.rem_euclid(QUARTERS as f64) as usize) % QUARTERS)
}

fn settled(onsets: &Onsets, family: Vec<Member>) -> Vec<Line> {
    let (strokes, alternation) = heard(onsets, &family);
    let score = |pulse: usize, speaks: &Speaks| {
        let of = |values: Struck, speaks: Struck| values.iter().zip(speaks).map(|(value, speaks)| value * speaks).sum::<f32>();
        let strokes = (0..QUARTERS).map(|quarter| of(strokes[(pulse + quarter) % QUARTERS], speaks.strokes[quarter]));
        strokes.sum::<f32>() + of(alternation[pulse], speaks.alternation)
    };
    let all = |pulse: usize| strokes[pulse].iter().sum::<f32>();
    // What was found first stays where the others are no better, or where next to nothing is struck there.
    let better = |best: usize, pulse: usize, speaks: &Speaks| {
        let heard = all(pulse) > HEARD * all(best);
        if heard && score(pulse, speaks) > score(best, speaks) { pulse } else { best }
    };
    let best = (1..QUARTERS).fold(0, |best, pulse| better(best, pulse, &OF_FOUR));
    let beat = better(best, (best + QUARTERS / 2) % QUARTERS, &OF_TWO);
    family.into_iter().map(|member| moved(onsets, member.line, (beat + QUARTERS - member.after) % QUARTERS)).collect()
}

/// The pulse so many quarters after the beats of a line, from about where it begins.
fn moved(onsets: &Onsets, line: Line, quarters: usize) -> Line {
    if quarters == 0 {
        return line;
    }
    let after = quarters as f64 / QUARTERS as f64 * line.period;
    let before = after - line.period;
    let start = line.start + if before.abs() <= after && line.start + before >= 0.0 { before } else { after };
    let beats = if start + line.period * (line.beats as f64 - 0.5) > line.end() { line.beats.max(2) - 1 } else { line.beats };
    refined(onsets, Line { start, beats, ..line })
}

/// How hard each pulse of a family is struck, and how much its strokes alternate.
fn heard(onsets: &Onsets, family: &[Member]) -> (Strokes, Strokes) {
    let (mut strokes, mut alternation, mut beats) = (Strokes::default(), Strokes::default(), 0.0);
    for Member { line, after } in family {
        for quarter in 0..QUARTERS {
            let pulse = (after + quarter) % QUARTERS;
            let mut sums = [[0.0; REGISTERS]; 2];
            for beat in 0..line.beats {
                let here = struck(onsets, line.at(beat) + line.period * quarter as f64 / QUARTERS as f64);
                sums[beat % 2].iter_mut().zip(here).for_each(|(sum, value)| *sum += value);
            }
            for register in 0..REGISTERS {
                strokes[pulse][register] += sums[0][register] + sums[1][register];
                alternation[pulse][register] += 2.0 * (sums[0][register] - sums[1][register]).abs();
            }
        }
        beats += line.beats as f32;
    }
    let means: Struck =
        std::array::from_fn(|register| strokes.iter().map(|strokes| strokes[register]).sum::<f32>() / QUARTERS as f32 + FAINT * beats);
    let related = |of: Strokes| of.map(|values| std::array::from_fn(|register| values[register] / means[register].max(1.0)));
    (related(strokes), related(alternation))
}
