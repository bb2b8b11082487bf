//! The whole way from onsets to the grid: tempo, beats, lines, metre. Owns the order of the steps and nothing else.

use super::grid::{BeatGrid, GridSegment};
use super::onset::Onsets;
use super::tonality::Tonality;
use super::{beats, fit, metre, tempo};

/// A beat in fewer than these is chance.
const FEWEST_BEATS: usize = 16;
/// An onset is strongest in the frame before the window's centre reaches it; measured with clicks.
const LATENCY_MS: f64 = 0.0;

pub(crate) fn grid(onsets: &Onsets, tonality: &Tonality<'_>) -> BeatGrid {
    let mut segments = Vec::new();
    for stretch in tempo::stretches(onsets) {
        let beats = beats::track(onsets, &stretch);
        let lines = metre::settle(onsets, fit::lines(onsets, &beats));
        if lines.iter().map(|line| line.beats).sum::<usize>() < FEWEST_BEATS {
            continue;
        }
        let chroma = |from: f64, to: f64| {
            let (bass, rest) = tonality.between(from / 100.0, to / 100.0);
            std::array::from_fn(|class| bass[class] + rest[class])
        };
        let downbeat = metre::downbeat(onsets, &chroma, &lines);
        let mut index = 0;
        for line in lines {
            segments.push(GridSegment {
                start_ms: round(line.start * 10.0 + LATENCY_MS, 100.0),
                beat_ms: round(line.period * 10.0, 1e6),
                beats: line.beats as u32,
                downbeat: ((downbeat + 4 - index % 4) % 4) as u8,
            });
            index += line.beats;
        }
    }
    BeatGrid { segments }
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
