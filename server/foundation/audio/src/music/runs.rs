//! Keeps the beat through what has none: breaks between two grooves of one beat, quiet openings and endings.
//!
//! A beat that comes back in step after a break was never gone, whatever the onsets of the break suggested.

use super::fit::{Line, strength};
use super::onset::Onsets;

/// Beats that follow one another: each line begins on the beat after the last of the one before.
pub(crate) type Run = Vec<Line>;

/// The longest stretch a beat is counted through, in frames: 32 bars at 120.
pub(crate) const LONGEST_GAP: f64 = 6400.0;
/// How far tempi on both sides of a gap may differ, and the one across it from them.
pub(crate) const SAME_TEMPO: f64 = 0.008;
const ACROSS: f64 = 0.002;
/// Lines this near to one another are one: six milliseconds.
const SAME_LINE: f64 = 0.6;
/// Beats an edge is moved at most: 16 bars.
const FURTHEST: usize = 64;
/// A line whose beats are struck less hard than this, in relation to its neighbour, may be an error of the quiet.
const QUIET: f64 = 0.75;
/// What the neighbour's beats have to find there to go on, in relation to the line's own.
const GOES_ON: f64 = 0.55;
/// A line struck in the bass by less than this, in relation to its neighbour, has no kick of its own.
const KICKLESS: f64 = 0.4;

/// How hard the beats of a line are struck.
fn support(onsets: &Onsets, line: &Line) -> f64 {
    let struck = |beat: usize| {
        let centre = line.at(beat).round() as i64;
        (centre - 2..=centre + 2).map(|frame| strength(onsets, frame)).fold(0.0, f64::max)
    };
    (0..line.beats).map(struck).sum::<f64>() / line.beats.max(1) as f64
}

/// How hard the bass is struck on the beats of a line.
fn kicks(onsets: &Onsets, line: &Line) -> f64 {
    let struck = |beat: usize| {
        let centre = line.at(beat).round().max(0.0) as usize;
        let under = onsets.low.get(centre.saturating_sub(2)..(centre + 3).min(onsets.low.len())).unwrap_or(&[]);
        under.iter().copied().max().map_or(0.0, f64::from)
    };
    (0..line.beats).map(struck).sum::<f64>() / line.beats.max(1) as f64
}

/// The lines in order, with the errors of quiet stretches replaced by the beats of what surrounds them.
pub(crate) fn steadied(onsets: &Onsets, lines: Vec<Line>) -> Vec<Line> {
    let mut rest: Vec<(Line, f64)> = lines.into_iter().map(|line| (line, support(onsets, &line))).collect();
    let mut steady: Vec<(Line, f64)> = Vec::new();
    let mut at = 0;
    while at < rest.len() {
        let (line, own) = rest[at];
        steady.push((line, own));
        let reach = rest[at + 1..].iter().take_while(|(other, _)| other.start - line.end() < LONGEST_GAP).count();
        let returns = (at + 1..=at + reach).rev().find_map(|index| {
            let (other, others) = rest[index];
            let between = &rest[at + 1..index];
            let quieter = between.iter().all(|(line, struck)| *struck < own.max(others) || line.beats < 8);
            let steps = rest[at..=index].windows(2).all(|pair| in_step(&pair[0].0, &pair[1].0));
            bridge(&line, &other).filter(|_| quieter && !steps).map(|bridge| (index, bridge))
        });
        let Some((index, bridge)) = returns else {
            at += 1;
            continue;
        };
        if let Some(bridge) = bridge {
            steady.push((bridge, own));
        }
        at = index;
    }
    rest = steady;
    // Outwards from the stronger: what is quiet and out of step follows its neighbour.
    for index in 1..rest.len() {
        let (before, own) = rest[index - 1];
        if in_step(&before, &rest[index].0) {
            continue;
        }
        let beats = ((rest[index].0.end() - before.end()) / before.period).round().max(1.0) as usize;
        follow(onsets, &mut rest[index], &before, Line { start: before.end(), period: before.period, beats }, own);
    }
    for index in (1..rest.len()).rev() {
        let (after, own) = rest[index];
        if in_step(&rest[index - 1].0, &after) {
            continue;
        }
        let beats = ((after.start - rest[index - 1].0.start) / after.period).round().max(1.0) as usize;
        let start = after.start - after.period * beats as f64;
        follow(onsets, &mut rest[index - 1], &after, Line { start, period: after.period, beats }, own);
    }
    rest.into_iter().map(|(line, _)| line).collect()
}

/// Whether a line goes on where the one before ends, at about its tempo.
fn in_step(before: &Line, after: &Line) -> bool {
    let late = (after.start - before.end()).abs();
    late < 0.1 * before.period && (after.period / before.period - 1.0).abs() < 0.012
}

fn follow(onsets: &Onsets, line: &mut (Line, f64), neighbour: &Line, instead: Line, neighbours: f64) {
    let gap = (instead.start - line.0.start).abs().min((instead.end() - line.0.end()).abs());
    if gap >= instead.period * 1.5 || line.0.beats as f64 * line.0.period >= LONGEST_GAP {
        return;
    }
    let found = support(onsets, &instead);
    let quiet = line.1 < QUIET * neighbours && found >= GOES_ON * line.1;
    // Hats alone, in the tempo of the kick that is beside them, are its off-beats.
    let hats = (line.0.period / neighbour.period - 1.0).abs() < SAME_TEMPO && kicks(onsets, &line.0) < KICKLESS * kicks(onsets, neighbour);
    if quiet || hats {
        // The neighbour's strength is what its own continuation is measured by in turn.
        *line = (instead, found.max(neighbours * QUIET));
    }
}

/// The line across a gap, which may have no beat of its own; `None` where the beat does not go on.
fn bridge(before: &Line, after: &Line) -> Option<Option<Line>> {
    let period = (before.period + after.period) / 2.0;
    let gap = after.start - before.end();
    if (before.period / after.period - 1.0).abs() > SAME_TEMPO || !(-period / 2.0..LONGEST_GAP).contains(&gap) {
        return None;
    }
    let beats = (gap / period).round();
    let across = (gap + before.period) / (beats + 1.0);
    // A single beat may be fifteen milliseconds off; over many, the tempo has to agree.
    let tolerance = ACROSS + 1.5 / (period * (beats + 1.0)).max(1.0);
    if (across / period - 1.0).abs() > tolerance {
        return None;
    }
    let line = Line { start: before.end() - before.period + across, period: across, beats: beats as usize };
    Some((beats >= 1.0).then_some(line))
}

/// Lines whose beats follow one another, together; and what is one line within a few milliseconds, as one.
pub(crate) fn runs(lines: Vec<Line>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for line in lines {
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(|last| (line.start - last.end()).abs() < 0.3 * last.period) => match run.last_mut() {
                Some(last) => match one(last, &line) {
                    Some(one) => *last = one,
                    None => run.push(line),
                },
                None => run.push(line),
            },
            _ => runs.push(vec![line]),
        }
    }
    runs
}

fn one(before: &Line, after: &Line) -> Option<Line> {
    let beats = before.beats + after.beats;
    let period = (after.at(after.beats - 1) - before.start) / (beats - 1) as f64;
    let one = Line { start: before.start, period, beats };
    let near = |place: f64, beat: usize| (one.at(beat) - place).abs() < SAME_LINE;
    (near(before.at(before.beats - 1), before.beats - 1) && near(after.start, before.beats)).then_some(one)
}

/// The first and the last run continued to the edges of the sound, in frames.
pub(crate) fn extended(mut runs: Vec<Run>, from: f64, to: f64) -> Vec<Run> {
    if let Some(first) = runs.first_mut().and_then(|run| run.first_mut()) {
        // A line may have begun before the sound, and a frame before it is still at its start.
        while first.start < from - 0.8 && first.beats > 2 {
            first.start += first.period;
            first.beats -= 1;
        }
        let beats = ((first.start - from) / first.period + 0.02).floor().max(0.0) as usize;
        if beats <= FURTHEST {
            first.start -= first.period * beats as f64;
            first.beats += beats;
        }
    }
    if let Some(last) = runs.last_mut().and_then(|run| run.last_mut()) {
        let beats = ((to - last.end()) / last.period).floor().max(0.0) as usize;
        if beats <= FURTHEST {
            last.beats += beats;
        }
    }
    runs
}
