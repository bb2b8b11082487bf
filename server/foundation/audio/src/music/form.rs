//! The parts of a recording: where they change, bar by bar, and what each does. Hears nothing; reads bars.
//!
//! Novelty along the diagonal of the bars' likeness to one another, with checkerboards of eight and sixteen bars
//! (Foote, "Automatic audio segmentation using a measure of audio novelty", 2000); then names by beat, bass and level.

use super::grid::BeatGrid;
use super::metre::levels;
use super::onset::{LEVELS, Onsets};
use super::section::{Cues, Section, SectionKind, Span};

/// Bars a part is compared over, on either side.
const KERNELS: [usize; 2] = [4, 8];
/// Parts have at least so many bars.
const SHORTEST: usize = 4;
/// Novelty that makes an edge, in parts of the likeness's own range.
const EDGE: f32 = 0.09;
/// Bars on either side among which a part is judged: what is full in one track of a mix is little in another.
const AROUND: usize = 64;
/// Bars a side needs to have its own say.
const SIDE: usize = 32;
/// Bars of a recording without a beat, in seconds.
const FREE_BAR_S: f64 = 2.0;

/// A bar, and what is in it.
struct Bar {
    start_ms: f64,
    end_ms: f64,
    /// Levels in half decibels, standing for timbre and loudness.
    levels: [f32; LEVELS],
    /// How hard the beats are struck in the bass, and in the middle.
    kick: f32,
    snare: f32,
    /// Whether the grid knows it.
    counted: bool,
}

/// What a part is like as a whole, as shares of what the fullest parts have.
struct Character {
    kick: f32,
    bass: f32,
    level: f32,
    /// Rise of the level from its first third to its last, in decibels.
    rise: f32,
}

pub(crate) fn sections(onsets: &Onsets, grid: &BeatGrid, sound: Span) -> Vec<Section> {
    let bars = bars(onsets, grid, sound);
    if bars.len() < 2 * SHORTEST {
        return Vec::new();
    }
    let edges = edges(&bars);
    let parts: Vec<(usize, usize)> = edges.windows(2).map(|pair| (pair[0], pair[1])).collect();
    let characters: Vec<Character> =
        parts.iter().map(|(from, to)| character(&bars[*from..*to], &fullness_around(&bars, *from, *to))).collect();
    let kinds = kinds(&characters);
    let section = |((from, to), kind): ((usize, usize), SectionKind)| {
        let (start_ms, end_ms) = (bars[from].start_ms.round() as u64, bars[to - 1].end_ms.round() as u64);
        Section { start_ms, end_ms, kind }
    };
    let mut sections: Vec<Section> = parts.into_iter().zip(kinds).map(section).collect();
    if let Some(first) = sections.first_mut() {
        first.start_ms = sound.start_ms.min(first.end_ms);
    }
    if let Some(last) = sections.last_mut() {
        last.end_ms = sound.end_ms.max(last.start_ms);
    }
    sections
}

/// Where to mix in and out, from the parts and the beats.
pub(crate) fn cues(sections: &[Section], grid: &BeatGrid, sound: Span) -> Option<Cues> {
    let first_downbeat = grid.downbeats().find(|ms| *ms >= 0.0)?.round() as u64;
    let mix_in_ms = match sections {
        [first, second, ..] if first.kind == SectionKind::Intro => second.start_ms,
        _ => first_downbeat,
    };
    let mix_out_ms = sections.last().filter(|last| last.kind == SectionKind::Outro).map_or(sound.end_ms, |last| last.start_ms);
    (mix_in_ms < mix_out_ms).then_some(Cues { mix_in_ms, mix_out_ms })
}

/// Bars of the grid, and even ones where it has none.
fn bars(onsets: &Onsets, grid: &BeatGrid, sound: Span) -> Vec<Bar> {
    let mut starts: Vec<(f64, bool)> = Vec::new();
    let free = |starts: &mut Vec<(f64, bool)>, from: f64, to: f64| {
        let count = ((to - from) / 1000.0 / FREE_BAR_S).round() as usize;
        starts.extend((0..count).map(|bar| (from + (to - from) * bar as f64 / count as f64, false)));
    };
    let mut last = sound.start_ms as f64;
    for downbeat in grid.downbeats() {
        let bar_ms = 4.0 * 60_000.0 / grid.bpm_at(downbeat).unwrap_or(120.0);
        if downbeat - last > 1.5 * bar_ms {
            let from = if starts.is_empty() { last } else { last + bar_ms };
            free(&mut starts, from, downbeat);
        }
        starts.push((downbeat, true));
        last = downbeat;
    }
    let end = sound.end_ms as f64;
    if starts.is_empty() || end - last > 2.0 * FREE_BAR_S * 1000.0 {
        let from = if starts.is_empty() { last } else { last + FREE_BAR_S * 1000.0 };
        free(&mut starts, from, end);
    }
    let ends = starts.iter().skip(1).map(|(start, _)| *start).chain([end]);
    starts
        .iter()
        .zip(ends)
        .filter(|((start, _), end)| *end > start + 200.0)
        .map(|(&(start, counted), end)| bar(onsets, start, end, counted))
        .collect()
}

fn bar(onsets: &Onsets, start_ms: f64, end_ms: f64, counted: bool) -> Bar {
    let beat = (end_ms - start_ms) / 40.0;
    let struck = |register: &[u8], quarter: f64| {
        let centre = (start_ms / 10.0 + beat * quarter).round().max(0.0) as usize;
        let under = register.get(centre.saturating_sub(3)..(centre + 4).min(register.len())).unwrap_or(&[]);
        under.iter().copied().max().map_or(0.0, f32::from)
    };
    let mean = |register: &[u8]| (0..4).map(|quarter| struck(register, f64::from(quarter))).sum::<f32>() / 4.0;
    let levels = levels(onsets, start_ms / 10.0, end_ms / 10.0);
    Bar { start_ms, end_ms, levels, kick: mean(&onsets.low), snare: mean(&onsets.mid), counted }
}

/// Indices of the bars parts begin with, and one past the last.
fn edges(bars: &[Bar]) -> Vec<usize> {
    let novelty = novelty(bars);
    let mut candidates: Vec<usize> = (1..bars.len())
        .filter(|bar| novelty[*bar] > EDGE && (bar.saturating_sub(2)..(bar + 3).min(bars.len())).all(|near| novelty[near] <= novelty[*bar]))
        .collect();
    candidates.sort_by(|a, b| novelty[*b].total_cmp(&novelty[*a]));
    let mut edges = vec![0, bars.len()];
    for candidate in candidates {
        if edges.iter().all(|edge| edge.abs_diff(candidate) >= SHORTEST) {
            edges.push(candidate);
        }
    }
    edges.sort_unstable();
    edges
}

/// How different the bars before each bar are from those after, while each side is like itself.
fn novelty(bars: &[Bar]) -> Vec<f32> {
    let features: Vec<[f32; LEVELS + 2]> = bars.iter().map(features).collect();
    let likeness = |a: usize, b: usize| {
        let distance: f32 = features[a].iter().zip(&features[b]).map(|(a, b)| (a - b).powi(2)).sum();
        (-distance / 2.0).exp()
    };
    (0..bars.len())
        .map(|bar| {
            let of_kernel = |half: usize| {
                let (from, to) = (bar.saturating_sub(half), (bar + half).min(bars.len()));
                let (mut within, mut within_count, mut across, mut across_count) = (0.0, 0.0, 0.0, 0.0);
                for a in from..to {
                    for b in a + 1..to {
                        if (a < bar) == (b < bar) {
                            (within, within_count) = (within + likeness(a, b), within_count + 1.0);
                        } else {
                            (across, across_count) = (across + likeness(a, b), across_count + 1.0);
                        }
                    }
                }
                if across_count > 0.0 && within_count > 0.0 { within / within_count - across / across_count } else { 0.0 }
            };
            // The bars at the edge itself have the last word on which of them it is.
            let step = if bar > 0 { 0.25 * (1.0 - likeness(bar - 1, bar)) } else { 0.0 };
            KERNELS.iter().map(|half| of_kernel(*half)).sum::<f32>() / KERNELS.len() as f32 + step - 0.1
        })
        .collect()
}

/// Levels and strokes in units in which one is a change to be heard.
fn features(bar: &Bar) -> [f32; LEVELS + 2] {
    let mut features = [0.0; LEVELS + 2];
    for (index, level) in bar.levels.iter().enumerate() {
        // Sixteen half decibels in every band together; the bass counts as much as all the rest.
        let weight = if index < 3 { 2.0 } else { 1.0 };
        features[index] = weight * level.max(60.0) / 60.0;
    }
    features[LEVELS] = bar.kick / 40.0;
    features[LEVELS + 1] = bar.snare / 40.0;
    features
}

fn bass(bar: &Bar) -> f32 {
    bar.levels[0].max(bar.levels[1])
}

fn level(bar: &Bar) -> f32 {
    bar.levels.iter().sum::<f32>() / LEVELS as f32
}

/// What is full around a part. The softer of its two sides tells, where both are long enough to: a soft track is full in
/// itself, whatever came before it.
fn fullness_around(bars: &[Bar], from: usize, to: usize) -> Character {
    let (start, end) = (from.saturating_sub(AROUND), (to + AROUND).min(bars.len()));
    if from - start < SIDE || end - to < SIDE {
        return fullness(&bars[start..end]);
    }
    let (before, after) = (fullness(&bars[start..to]), fullness(&bars[from..end]));
    if before.level <= after.level { before } else { after }
}

/// What the fuller bars have: kick, bass and level.
fn fullness(bars: &[Bar]) -> Character {
    let high = |value: fn(&Bar) -> f32| {
        let mut sorted: Vec<f32> = bars.iter().map(value).collect();
        sorted.sort_by(f32::total_cmp);
        sorted[sorted.len() * 3 / 4]
    };
    Character { kick: high(|bar| bar.kick), bass: high(bass), level: high(level), rise: 0.0 }
}

fn character(bars: &[Bar], full: &Character) -> Character {
    let mean = |bars: &[Bar], value: fn(&Bar) -> f32| bars.iter().map(value).sum::<f32>() / bars.len().max(1) as f32;
    let third = (bars.len() / 3).max(1);
    let counted = bars.iter().filter(|bar| bar.counted).count() as f32 / bars.len().max(1) as f32;
    Character {
        kick: mean(bars, |bar| bar.kick) / full.kick.max(1.0) * counted,
        // Decibels under the full parts.
        bass: (mean(bars, bass) - full.bass) / 2.0,
        level: (mean(bars, level) - full.level) / 2.0,
        rise: (mean(&bars[bars.len() - third..], level) - mean(&bars[..third], level)) / 2.0,
    }
}

fn is_full(part: &Character) -> bool {
    part.kick > 0.55 && part.bass > -6.0 && part.level > -9.0
}

fn kinds(parts: &[Character]) -> Vec<SectionKind> {
    let first_full = parts.iter().position(is_full).unwrap_or(0);
    let last_full = parts.iter().rposition(is_full).unwrap_or(parts.len().saturating_sub(1));
    let mut kinds: Vec<SectionKind> = Vec::with_capacity(parts.len());
    for (index, part) in parts.iter().enumerate() {
        let next_is_full = parts.get(index + 1).is_some_and(is_full);
        let came_from_less = index > 0 && !is_full(&parts[index - 1]);
        kinds.push(match () {
            () if index < first_full && index == 0 => SectionKind::Intro,
            () if index > last_full => SectionKind::Outro,
            () if is_full(part) && came_from_less => SectionKind::Drop,
            () if is_full(part) => SectionKind::Body,
            () if next_is_full && part.rise > 2.0 => SectionKind::Build,
            () if index < first_full => SectionKind::Intro,
            () if part.kick < 0.5 || part.bass < -8.0 => SectionKind::Break,
            () => SectionKind::Body,
        });
    }
    kinds
}
