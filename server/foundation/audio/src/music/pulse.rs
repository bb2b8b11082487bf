//! The whole way from onsets to the grid: tempo, beats, lines, metre. Owns the order of the steps and nothing else.

use super::fit::Line;
use super::grid::{BeatGrid, GridSegment};
use super::onset::{FRAMES_PER_SECOND, Onsets};
use super::section::Span;
use super::tonality::Tonality;
use super::{beats, fit, metre, phase, runs, tempo};

/// A beat in fewer than these is chance.
const FEWEST_BEATS: usize = 16;
/// An onset is strongest a little before the window's centre reaches it: six milliseconds for clicks, two to four for
/// kicks, measured with synthesised ones.
const LATENCY_MS: f64 = 4.5;

pub(crate) fn grid(onsets: &Onsets, tonality: &Tonality<'_>, sound: Span) -> BeatGrid {
    let mut found = Vec::new();
    for stretch in tempo::stretches(onsets) {
        let beats = beats::track(onsets, &stretch);
        let lines = metre::settle(onsets, fit::lines(onsets, &beats));
        if lines.iter().map(|line| line.beats).sum::<usize>() >= FEWEST_BEATS {
            found.extend(lines);
        }
    }
    let runs = runs::extended(
        runs::runs(runs::steadied(onsets, phase::on_the_beat(onsets, found))),
        sound.start_ms as f64 / 10.0,
        sound.end_ms as f64 / 10.0,
    );
    let chroma = |from: f64, to: f64| {
        let (bass, rest) = tonality.between(from / FRAMES_PER_SECOND, to / FRAMES_PER_SECOND);
        std::array::from_fn(|class| bass[class] + rest[class])
    };
    let mut segments: Vec<GridSegment> = Vec::new();
    for run in runs {
        let downbeat = metre::downbeat(onsets, &chroma, &run);
        let mut index = 0;
        for line in run {
            segments.push(segment(&line, (downbeat + 4 - index % 4) % 4));
            index += line.beats;
        }
    }
    BeatGrid { segments }
}

fn segment(line: &Line, downbeat: usize) -> GridSegment {
    let (mut start_ms, mut beat_ms) = (line.start * 10.0 + LATENCY_MS, line.period * 10.0);
    if start_ms < 0.0 && line.beats > 1 {
        // A few milliseconds before the recording begins is where it begins; the last beat stays.
        beat_ms += start_ms / (line.beats - 1) as f64;
        start_ms = 0.0;
    }
    GridSegment {
        start_ms: round(start_ms.max(0.0), 100.0),
        beat_ms: round(beat_ms, 1e6),
        beats: line.beats as u32,
        downbeat: downbeat as u8,
    }
}

/// Short enough to be the same after a detour through text.
fn round(value: f64, parts: f64) -> f64 {
    (value * parts).round() / parts
}

/// The tempo with the most time within a hundredth of it.
pub(crate) fn tempo_bpm(grid: &BeatGrid) -> Option<f64> {
    let time = |segment: &GridSegment| segment.beat_ms * f64::from(segment.beats);
    let near = |bpm: f64| grid.segments.iter().filter(move |other| (other.bpm() / bpm - 1.0).abs() < 0.01);
    let most = grid.segments.iter().max_by(|a, b| near(a.bpm()).map(time).sum::<f64>().total_cmp(&near(b.bpm()).map(time).sum()))?;
    // The middle one by time, so that a drift has its middle tempo.
    let mut nearest: Vec<&GridSegment> = near(most.bpm()).collect();
    nearest.sort_by(|a, b| a.bpm().total_cmp(&b.bpm()));
    let half = nearest.iter().map(|segment| time(segment)).sum::<f64>() / 2.0;
    let mut passed = 0.0;
    let middle = nearest.iter().find(|segment| {
        passed += time(segment);
        passed >= half
    })?;
    Some(round(middle.bpm(), 100.0))
}
