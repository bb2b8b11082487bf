//! Straight lines through beats: from frames a hundredth of a second long to a grid good to a few milliseconds.
//!
//! A line goes on for as long as the beats stay on it; tempo that drifts becomes several. Finds no beats of its own.

use super::onset::Onsets;

/// Beats at equal distances. Times are in frames of onsets.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Line {
    pub(crate) start: f64,
    pub(crate) period: f64,
    pub(crate) beats: usize,
}

impl Line {
    pub(crate) fn at(&self, beat: usize) -> f64 {
        self.start + self.period * beat as f64
    }

    /// Where the beat after the last one would be.
    pub(crate) fn end(&self) -> f64 {
        self.at(self.beats)
    }
}

/// A beat as heard: which one, when, and how clearly.
#[derive(Clone, Copy)]
struct Heard {
    index: f64,
    at: f64,
    weight: f64,
}

/// Beats a line starts from, and is looked at by.
const FIRST: usize = 16;
const LOOK: usize = 8;
/// Mean distance of eight beats from a line that ends it: eight milliseconds.
const LEAVES: f64 = 0.8;
/// How far from its place an accent still is that beat's.
const REACH: i64 = 4;

/// How strongly something is struck in a frame.
pub(crate) fn strength(onsets: &Onsets, frame: i64) -> f64 {
    let Ok(frame) = usize::try_from(frame) else { return 0.0 };
    match (onsets.low.get(frame), onsets.mid.get(frame), onsets.high.get(frame)) {
        (Some(low), Some(mid), Some(high)) => 0.6 * f64::from(*low) + f64::from(*mid) + 0.35 * f64::from(*high),
        _ => 0.0,
    }
}

/// The accent nearest to where a beat should be.
fn hear(onsets: &Onsets, index: usize, expected: f64) -> Heard {
    let centre = expected.round() as i64;
    let value = |frame: i64| strength(onsets, frame) * (1.0 - 0.08 * (frame as f64 - expected).abs());
    let peak = (centre - REACH..=centre + REACH).max_by(|a, b| value(*a).total_cmp(&value(*b))).unwrap_or(centre);
    let [before, here, after] = [strength(onsets, peak - 1), strength(onsets, peak), strength(onsets, peak + 1)];
    let bend = before - 2.0 * here + after;
    let is_peak = here >= before && here >= after && bend < 0.0;
    let offset = if is_peak { (0.5 * (before - after) / bend).clamp(-0.5, 0.5) } else { 0.0 };
    Heard { index: index as f64, at: peak as f64 + offset, weight: if is_peak { here } else { 0.0 } }
}

/// Least squares, weighted; then again without what lies far off.
fn line_through(heard: &[Heard], fallback: Line) -> Line {
    let mut line = fallback;
    for round in 0..3 {
        let (mut w, mut x, mut y, mut xx, mut xy) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for beat in heard {
            let distance = beat.at - line.start - line.period * beat.index;
            let far = if round == 0 { 1.0 } else { (distance / 1.5).powi(2) };
            let weight = if round == 0 { beat.weight } else { beat.weight / (1.0 + far * far) };
            w += weight;
            x += weight * beat.index;
            y += weight * beat.at;
            xx += weight * beat.index * beat.index;
            xy += weight * beat.index * beat.at;
        }
        let spread = w * xx - x * x;
        if w <= 0.0 || spread <= 1e-9 * w * w {
            return line;
        }
        line.period = (w * xy - x * y) / spread;
        line.start = (y - line.period * x) / w;
    }
    line
}

/// Whether any run of beats leaves the line.
fn leaves(heard: &[Heard], line: &Line) -> bool {
    heard.chunks(LOOK).any(|run| {
        let (mut weight, mut sum) = (1e-9, 0.0);
        for beat in run {
            let distance = (beat.at - line.start - line.period * beat.index).clamp(-3.0, 3.0);
            weight += beat.weight;
            sum += beat.weight * distance;
        }
        run.len() >= LOOK / 2 && (sum / weight).abs() > LEAVES
    })
}

/// Lines through beats that follow one another; the beats of all lines together are as many.
pub(crate) fn lines(onsets: &Onsets, beats: &[f64]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut from = 0;
    while beats.len() >= from + 2 {
        let rest = &beats[from..];
        let heard: Vec<Heard> = rest.iter().enumerate().map(|(index, beat)| hear(onsets, index, *beat)).collect();
        let first = rest.len().min(FIRST);
        let rough = |count: usize| Line { start: rest[0], period: (rest[count - 1] - rest[0]) / (count - 1) as f64, beats: count };
        let mut line = line_through(&heard[..first], rough(first));
        let mut count = first;
        let mut step = 4;
        while count < rest.len() {
            let longer = (count + step).min(rest.len());
            let candidate = line_through(&heard[..longer], Line { beats: longer, ..line });
            if leaves(&heard[..longer], &candidate) {
                if step == 4 {
                    break;
                }
                step = 4;
                continue;
            }
            (line, count) = (candidate, longer);
            step = (count / 8).max(4);
        }
        line.beats = count;
        // Too few left to be a line of their own.
        if rest.len() - count < LOOK {
            line.beats = rest.len();
        }
        from += line.beats;
        lines.push(line);
    }
    lines
}

/// The same beats, heard anew where the line expects them.
pub(crate) fn refined(onsets: &Onsets, line: Line) -> Line {
    let heard: Vec<Heard> = (0..line.beats).map(|beat| hear(onsets, beat, line.at(beat))).collect();
    let better = line_through(&heard, line);
    let moved = (better.start - line.start).abs().max((better.end() - line.end()).abs());
    if moved < line.period / 4.0 { better } else { line }
}
