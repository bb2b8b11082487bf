//! How much goes on: the curve of energy, and where sound begins and ends. Knows no beats.

use super::grid::BeatGrid;
use super::onset::{FRAMES_PER_LEVEL, Onsets};
use super::section::Span;

/// Level frames a second.
const LEVELS_PER_SECOND: usize = 100 / FRAMES_PER_LEVEL;
/// Quieter than this in every band is silence: −90 dBFS in half decibels above −127.5.
const SILENT: u8 = 75;
/// Range of the curve, in half decibels below the loudest second.
const RANGE: f32 = 80.0;

/// From the first sound to the last.
pub(crate) fn sound(onsets: &Onsets, duration_ms: u64) -> Option<Span> {
    let sounds = |levels: &[u8; _]| levels.iter().any(|level| *level > SILENT);
    let first = onsets.levels.iter().position(sounds)?;
    let last = onsets.levels.iter().rposition(sounds)?;
    let ms = |index: usize| (index * 1000 / LEVELS_PER_SECOND) as u64;
    Some(Span { start_ms: ms(first), end_ms: ms(last + 1).min(duration_ms) })
}

/// One value a second.
pub(crate) fn curve(onsets: &Onsets) -> Vec<u8> {
    let seconds: Vec<[f32; 3]> = onsets
        .levels
        .chunks(LEVELS_PER_SECOND)
        .enumerate()
        .map(|(second, levels)| {
            let count = (levels.len() * levels.first().map_or(1, |level| level.len())) as f32;
            let all = levels.iter().flatten().map(|level| f32::from(*level)).sum::<f32>() / count;
            let bass = levels.iter().map(|level| f32::from(level[0].max(level[1]))).sum::<f32>() / levels.len() as f32;
            let frames = second * 100..((second + 1) * 100).min(onsets.mid.len());
            let struck = frames.map(|frame| f32::from(onsets.mid[frame]) + f32::from(onsets.low[frame])).sum::<f32>() / 100.0;
            [all, bass, struck]
        })
        .collect();
    let most: [f32; 3] = std::array::from_fn(|part| high(seconds.iter().map(|second| second[part])));
    let value = |second: &[f32; 3]| {
        let level = (1.0 - (most[0] - second[0]) / RANGE).clamp(0.0, 1.0);
        let bass = (1.0 - (most[1] - second[1]) / RANGE).clamp(0.0, 1.0);
        let struck = (second[2] / most[2].max(1.0)).clamp(0.0, 1.0);
        if level == 0.0 || second[0] < 1.0 { 0 } else { ((0.5 * level + 0.3 * bass + 0.2 * struck) * 255.0) as u8 }
    };
    seconds.iter().map(value).collect()
}

/// All but the highest twentieth lies under it.
fn high(values: impl Iterator<Item = f32>) -> f32 {
    let mut sorted: Vec<f32> = values.collect();
    sorted.sort_by(f32::total_cmp);
    sorted.get(sorted.len() * 19 / 20).or(sorted.last()).copied().unwrap_or(0.0)
}

/// From 1 to 10: tempo, strokes, bass against the rest, and how evenly loud it is.
pub(crate) fn drive(onsets: &Onsets, grid: &BeatGrid) -> Option<u8> {
    let frames = onsets.low.len().max(1) as f32;
    let density = |register: &[u8]| register.iter().map(|value| f32::from(*value)).sum::<f32>() / frames;
    let struck = (density(&onsets.low) + density(&onsets.mid) + 0.5 * density(&onsets.high)) / 30.0;
    let bpm = super::pulse::tempo_bpm(grid);
    let pace = bpm.map_or(0.0, |bpm| ((bpm - 60.0) / 90.0).clamp(0.0, 1.0)) as f32;
    let beats_ms: f64 = grid.segments.iter().map(|segment| segment.end_ms() - segment.start_ms).sum();
    let kept = (beats_ms / (f64::from(frames) * 10.0)).clamp(0.0, 1.0) as f32;
    let curve = curve(onsets);
    let mean = curve.iter().map(|value| f32::from(*value)).sum::<f32>() / curve.len().max(1) as f32 / 255.0;
    let drive = 0.4 * struck.min(1.0) + 0.25 * pace + 0.15 * kept + 0.2 * mean;
    onsets.levels.first().map(|_| (1.0 + drive * 9.0).round().clamp(1.0, 10.0) as u8)
}
