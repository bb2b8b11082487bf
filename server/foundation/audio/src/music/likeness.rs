//! Sixty-four numbers that place a recording among others: alike in sound, alike in numbers. Compares nothing itself.
//!
//! Each value is taken relative to the recording's own level and key and to what music usually has, so that neither
//! gain nor codec moves it much, and so that unlike recordings point in unlike directions.

use super::grid::BeatGrid;
use super::key::{Key, Mode};
use super::onset::{FRAMES_PER_SECOND, LEVELS, Onsets};
use super::tonality::Tonality;
use super::{VECTOR_LENGTH, tempo};

/// Where the parts begin: timbre, its movement, harmony, rhythm, dynamics.
const SPREAD: usize = 15;
const HARMONY: usize = SPREAD + 9;
const BASS: usize = HARMONY + 12;
const RHYTHM: usize = BASS + 6;
const DYNAMICS: usize = RHYTHM + 16;

pub(crate) fn vector(onsets: &Onsets, tonality: &Tonality<'_>, key: Option<Key>, grid: &BeatGrid) -> Option<Vec<f32>> {
    let mut vector = vec![0.0_f32; VECTOR_LENGTH];
    timbre(onsets, &mut vector[..HARMONY])?;
    harmony(onsets, tonality, key, &mut vector[HARMONY..RHYTHM]);
    rhythm(onsets, grid, &mut vector[RHYTHM..DYNAMICS]);
    dynamics(onsets, grid, &mut vector[DYNAMICS..]);
    let length = vector.iter().map(|value| value * value).sum::<f32>().sqrt();
    // To a millionth, so that it is the same after a detour through text.
    (length > 1e-3).then(|| vector.iter().map(|value| (value / length * 1e6).round() / 1e6).collect())
}

/// Cosine transform of mean levels without the first, which is gain; then how far the lower ones move.
fn timbre(onsets: &Onsets, into: &mut [f32]) -> Option<()> {
    let loud = |levels: &&[u8; LEVELS]| levels.iter().any(|level| *level > 120);
    let count = onsets.levels.iter().filter(loud).count();
    if count < 80 {
        return None;
    }
    let (mut sums, mut squares) = ([0.0_f64; LEVELS], [0.0_f64; LEVELS]);
    for levels in onsets.levels.iter().filter(loud) {
        let cepstrum = cepstrum(levels);
        for (index, value) in cepstrum.iter().enumerate() {
            sums[index] += f64::from(*value);
            squares[index] += f64::from(*value).powi(2);
        }
    }
    let count = count as f64;
    for index in 1..LEVELS {
        let mean = sums[index] / count;
        into[index - 1] = ((mean - USUAL_CEPSTRUM[index]) / 12.0) as f32;
        if index < 10 {
            let spread = (squares[index] / count - mean * mean).max(0.0).sqrt();
            into[SPREAD + index - 1] = ((spread - USUAL_SPREAD[index]) / 12.0) as f32;
        }
    }
    Some(())
}

/// What most recordings have, so that the vectors are spread around nothing.
const USUAL_CEPSTRUM: [f64; LEVELS] = [0.0; LEVELS];
const USUAL_SPREAD: [f64; LEVELS] = [0.0; LEVELS];

fn cepstrum(levels: &[u8; LEVELS]) -> [f32; LEVELS] {
    // Bands far below the loudest are the codec's, not the music's.
    let floor = f32::from(levels.iter().copied().max().unwrap_or(0)) - 120.0;
    std::array::from_fn(|index| {
        let term = |band: usize| {
            let angle = std::f32::consts::PI * index as f32 * (band as f32 + 0.5) / LEVELS as f32;
            f32::from(levels[band]).max(floor) * angle.cos()
        };
        (0..LEVELS).map(term).sum::<f32>() * (2.0 / LEVELS as f32).sqrt()
    })
}

/// Notes as steps above the tonic; the bass by fifths, in six.
fn harmony(onsets: &Onsets, tonality: &Tonality<'_>, key: Option<Key>, into: &mut [f32]) {
    let Some(key) = key else { return };
    let (bass, rest) = tonality.between(0.0, onsets.low.len() as f64 / FRAMES_PER_SECOND);
    let tonic = usize::from(key.tonic);
    let (low, high) = (bass.iter().sum::<f32>() / 12.0, rest.iter().sum::<f32>() / 12.0);
    for step in 0..12 {
        into[step] = (rest[(tonic + step) % 12] / high.max(1.0) - 1.0) * 0.6;
    }
    // Flat seventh, fourth, tonic, fifth, second and third say what a bass line does.
    for (place, step) in [10, 5, 0, 7, 2, if key.mode == Mode::Minor { 3 } else { 4 }].into_iter().enumerate() {
        into[BASS - HARMONY + place] = (bass[(tonic + step) % 12] / low.max(1.0) - 1.0) * 0.4;
    }
}

/// How hard each sixteenth of a beat pair is struck, low and high, against the mean.
fn rhythm(onsets: &Onsets, grid: &BeatGrid, into: &mut [f32]) {
    let mut sums = [0.0_f32; 16];
    for segment in &grid.segments {
        for beat in 0..segment.beats {
            let odd = usize::from((beat + 4 - u32::from(segment.downbeat)) % 2 == 1);
            for quarter in 0..4 {
                let centre = ((segment.beat_at(beat) + segment.beat_ms * f64::from(quarter) / 4.0) / 10.0).round().max(0.0) as usize;
                let frames = centre.saturating_sub(2)..(centre + 3).min(onsets.low.len()).max(centre.saturating_sub(2));
                let most = |register: &[u8]| register.get(frames.clone()).unwrap_or(&[]).iter().copied().max().map_or(0.0, f32::from);
                let place = odd * 4 + quarter as usize;
                sums[place] += most(&onsets.low);
                sums[8 + place] += most(&onsets.mid) + most(&onsets.high);
            }
        }
    }
    for half in sums.chunks(8).enumerate() {
        let (index, values) = half;
        let mean = values.iter().sum::<f32>() / 8.0;
        for (place, value) in values.iter().enumerate() {
            into[index * 8 + place] = if mean > 0.0 { (value / mean - 1.0) * 0.45 } else { 0.0 };
        }
    }
}

/// Tempo, how often something is struck, and how far the level swings from second to second and from part to part.
fn dynamics(onsets: &Onsets, grid: &BeatGrid, into: &mut [f32]) {
    let seconds: Vec<f32> = onsets
        .levels
        .chunks(10)
        .map(|levels| levels.iter().flatten().map(|level| f32::from(*level)).sum::<f32>() / (levels.len() * LEVELS) as f32)
        .collect();
    let mean = seconds.iter().sum::<f32>() / seconds.len().max(1) as f32;
    let swing = (seconds.iter().map(|second| (second - mean).powi(2)).sum::<f32>() / seconds.len().max(1) as f32).sqrt();
    let steps = seconds.windows(2).map(|pair| (pair[1] - pair[0]).abs()).sum::<f32>() / seconds.len().max(1) as f32;
    let density = |register: &[u8]| register.iter().map(|value| f32::from(*value)).sum::<f32>() / register.len().max(1) as f32;
    let bpm = super::pulse::tempo_bpm(grid).unwrap_or(tempo::SLOWEST_BPM);
    let values = [
        ((bpm / 125.0).log2() * 2.0) as f32,
        (swing - 12.0) / 12.0,
        (steps - 3.0) / 4.0,
        (density(&onsets.low) - 10.0) / 12.0,
        (density(&onsets.mid) - 7.0) / 8.0,
        (density(&onsets.high) - 10.0) / 12.0,
    ];
    into.iter_mut().zip(values).for_each(|(to, value)| *to = value.clamp(-1.5, 1.5));
}
