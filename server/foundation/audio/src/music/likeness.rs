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

/// What recordings have on average, and one over how far they differ: means and deviations of 178 synthesised pieces.
/// Without the first every two recordings would be alike, without the second a few values would decide.
const USUAL: [f32; VECTOR_LENGTH] = [
    3.77, 0.26, -0.32, -0.32, -0.24, 0.25, 0.36, 0.2, 0.11, -0.13, -0.15, -0.05, 0.05, 0.2, 0.2, 4.39, 4.06, 1.89, 1.36, 1.28, 1.04, 0.83,
    0.81, 0.77, 0.57, -0.4, 0.0, 0.19, -0.2, 0.19, -0.43, 0.53, -0.04, -0.28, 0.15, -0.27, 0.05, 0.35, 0.77, 0.19, -0.22, -0.05, -0.04,
    0.02, 0.02, 0.33, 0.01, 0.06, 0.01, 0.34, 0.04, 0.46, 0.06, 0.57, 0.06, 0.47, 0.04, 0.61, -0.09, 1.14, 1.09, -0.19, -0.32, -0.11,
];
const SCALE: [f32; VECTOR_LENGTH] = [
    0.5, 0.9, 0.7, 1.2, 1.7, 2.1, 2.0, 2.1, 2.6, 2.5, 2.7, 3.0, 3.4, 3.2, 3.2, 0.8, 0.7, 1.4, 1.8, 1.9, 2.2, 2.9, 2.6, 2.6, 2.5, 3.7, 3.0,
    1.7, 2.0, 3.2, 3.8, 2.3, 2.2, 2.4, 2.0, 2.6, 2.1, 2.0, 1.6, 1.8, 2.9, 2.3, 5.4, 4.0, 4.0, 2.7, 4.0, 3.7, 4.1, 2.5, 3.0, 3.3, 2.9, 3.9,
    2.9, 3.3, 3.0, 4.2, 1.2, 1.3, 1.7, 3.2, 3.2, 2.3,
];

pub(crate) fn vector(onsets: &Onsets, tonality: &Tonality<'_>, key: Option<Key>, grid: &BeatGrid) -> Option<Vec<f32>> {
    let mut vector = vec![0.0_f32; VECTOR_LENGTH];
    timbre(onsets, &mut vector[..HARMONY])?;
    harmony(onsets, tonality, key, &mut vector[HARMONY..RHYTHM]);
    rhythm(onsets, grid, &mut vector[RHYTHM..DYNAMICS]);
    dynamics(onsets, grid, &mut vector[DYNAMICS..]);
    for ((value, usual), scale) in vector.iter_mut().zip(USUAL).zip(SCALE) {
        *value = (*value - usual) * scale;
    }
    let length = vector.iter().map(|value| value * value).sum::<f32>().sqrt();
    // To a millionth, so that it is the same after a detour through text.
    (length > 1e-3).then(|| vector.iter().map(|value| (value / length * 1e6).round() / 1e6).collect())
}

/// Cosine transform of mean levels without the first, which is gain; then how far the lower ones move.
fn timbre(onsets: &Onsets, into: &mut [f32]) -> Option<()> {
    // Relative to the loudest, so that gain moves neither which moments count nor what is lost under them.
    let loudest = onsets.levels.iter().flatten().copied().max().unwrap_or(0);
    let loud = |levels: &&[u8; LEVELS]| levels.iter().any(|level| level.saturating_add(90) > loudest);
    let count = onsets.levels.iter().filter(loud).count();
    if count < 80 {
        return None;
    }
    let (mut sums, mut squares) = ([0.0_f64; LEVELS], [0.0_f64; LEVELS]);
    for levels in onsets.levels.iter().filter(loud) {
        let cepstrum = cepstrum(levels, f32::from(loudest) - 100.0);
        for (index, value) in cepstrum.iter().enumerate() {
            sums[index] += f64::from(*value);
            squares[index] += f64::from(*value).powi(2);
        }
    }
    let count = count as f64;
    for index in 1..LEVELS {
        let mean = sums[index] / count;
        into[index - 1] = (mean / 12.0) as f32;
        if index < 10 {
            let spread = (squares[index] / count - mean * mean).max(0.0).sqrt();
            into[SPREAD + index - 1] = (spread / 12.0) as f32;
        }
    }
    Some(())
}

/// What lies below the floor is the codec's, not the music's.
fn cepstrum(levels: &[u8; LEVELS], floor: f32) -> [f32; LEVELS] {
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

/// How like itself the rhythm is one to eight quarters of a beat later, low and high: knows no phase, so that a beat
/// counted from elsewhere changes nothing.
fn rhythm(onsets: &Onsets, grid: &BeatGrid, into: &mut [f32]) {
    let high: Vec<u8> = onsets.mid.iter().zip(&onsets.high).map(|(mid, high)| mid / 2 + high / 2).collect();
    for (register, into) in [&onsets.low, &high].into_iter().zip(into.chunks_mut(8)) {
        let mean = register.iter().map(|value| u64::from(*value)).sum::<u64>() as f32 / register.len().max(1) as f32;
        let centred = |frame: usize| register.get(frame).map_or(0.0, |value| f32::from(*value) - mean);
        let (mut power, mut products) = (1.0_f32, [0.0_f32; 8]);
        for segment in &grid.segments {
            let (from, to) = ((segment.start_ms / 10.0) as usize, (segment.end_ms() / 10.0) as usize);
            let lags: [usize; 8] = std::array::from_fn(|lag| ((lag + 1) as f64 * segment.beat_ms / 40.0).round() as usize);
            // In parts, so that hours of sums keep their digits.
            for start in (from..to).step_by(1000) {
                let end = (start + 1000).min(to);
                power += (start..end).map(|frame| centred(frame).powi(2)).sum::<f32>() / 1000.0;
                for (product, lag) in products.iter_mut().zip(lags) {
                    // A stroke is three frames wide at most, and a quarter of a beat is no whole number of them.
                    let spread = |frame: usize| 0.5 * centred(frame + lag) + 0.25 * (centred(frame + lag - 1) + centred(frame + lag + 1));
                    *product += (start..end).map(|frame| centred(frame) * spread(frame)).sum::<f32>() / 1000.0;
                }
            }
        }
        into.iter_mut().zip(products).for_each(|(to, product)| *to = product / power);
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
