//! Which key when, from the pitch classes heard. Knows no chords.
//!
//! The tuning is read over half minutes, since a record on a turntable is in a tuning of its own; then each ten seconds
//! are compared with a profile of every key, bass and the rest apart, and the best path keeps a key for as long as it may.

use super::key::{Key, KeySpan, Mode};
use super::pitch::{CLASSES, PITCHES_PER_SECOND, Pitches};

pub(crate) type Chroma = [f32; 12];

/// Half-second frames one tuning is read over, and one comparison.
const TUNED: usize = 60;
const WINDOW: usize = 20;
/// Price of a change of key, in windows of a perfectly clear one.
const CHANGE: f32 = 1.1;
/// Below it no note stands out: noise.
const FLAT: f32 = 0.3;

/// How much each step above the tonic speaks for a key in minor and in major, of melody and chords. Own values, fitted
/// by regularised logistic regression to synthesised pieces with known keys; their shape is that of the profiles of
/// Faraldo et al., "Key estimation in electronic dance music", 2016.
const REST: [[f32; 12]; 2] = [
    [0.65, -0.44, 0.03, 0.27, -0.23, -0.09, -0.42, 0.46, 0.25, -0.49, 0.3, -0.3],
    [0.65, -0.37, -0.02, -0.28, 0.36, 0.12, -0.37, 0.36, -0.25, 0.0, -0.27, 0.08],
];
/// The same of the bass, which keeps to roots.
const BASS: [[f32; 12]; 2] = [
    [0.3, -0.2, -0.19, -0.02, -0.13, 0.0, -0.13, 0.11, 0.16, -0.11, 0.26, -0.05],
    [0.39, -0.15, 0.04, -0.19, -0.01, 0.14, -0.13, 0.19, -0.14, 0.09, -0.15, -0.08],
];
/// Music for dancing is more often in minor.
const MINOR: f32 = 0.05;

/// The notes heard, tuned.
pub(crate) struct Tonality<'a> {
    pitches: &'a [Pitches],
    /// Thirds of a semitone the notes lie above concert pitch, for each [`TUNED`] frames.
    tunings: Vec<f32>,
}

impl<'a> Tonality<'a> {
    pub(crate) fn new(pitches: &'a [Pitches]) -> Self {
        Self { pitches, tunings: pitches.chunks(TUNED).map(tuning).collect() }
    }

    /// Sums of the bass and of the rest between two moments in seconds.
    pub(crate) fn between(&self, from_s: f64, to_s: f64) -> (Chroma, Chroma) {
        let index = |s: f64| ((s * PITCHES_PER_SECOND).round().max(0.0) as usize).min(self.pitches.len());
        let (from, to) = (index(from_s), index(to_s));
        self.sum(from, to.max(from))
    }

    fn sum(&self, from: usize, to: usize) -> (Chroma, Chroma) {
        let (mut bass, mut rest) = ([0.0; 12], [0.0; 12]);
        for (index, pitches) in self.pitches.iter().enumerate().take(to).skip(from) {
            let tuning = self.tunings.get(index / TUNED).copied().unwrap_or(0.0);
            fold(&pitches.bass, tuning, &mut bass);
            fold(&pitches.rest, tuning, &mut rest);
        }
        (bass, rest)
    }

    /// How well each key explains each window; `None` where no note stands out.
    fn windows(&self) -> Vec<Option<[f32; 24]>> {
        let all = self.pitches.len();
        (0..all.div_ceil(WINDOW))
            .map(|window| {
                // A little more to either side, for a loop of chords is often longer than the window.
                let (from, to) = ((window * WINDOW).saturating_sub(WINDOW / 2), (window * WINDOW + WINDOW * 3 / 2).min(all));
                let (bass, rest) = self.sum(from, to);
                likelihoods(&bass, &rest)
            })
            .collect()
    }

    /// Which key when.
    pub(crate) fn spans(&self, end_ms: u64) -> Vec<KeySpan> {
        let windows = self.windows();
        let path = path(&windows);
        let mut spans: Vec<(KeySpan, f32, f32)> = Vec::new();
        for (index, (state, scores)) in path.iter().zip(&windows).enumerate() {
            let Some(scores) = scores else { continue };
            let key = Key::all().nth(*state).unwrap_or(Key::minor(0));
            let ms = |index: usize| (index * WINDOW) as u64 * 1000 / PITCHES_PER_SECOND as u64;
            let (start_ms, end_ms) = (ms(index), ms(index + 1).min(end_ms));
            let clear = clarity(scores, *state);
            match spans.last_mut() {
                Some((span, sum, count)) if span.key == key && span.end_ms == start_ms => {
                    span.end_ms = end_ms;
                    (*sum, *count) = (*sum + clear, *count + 1.0);
                }
                _ if start_ms < end_ms => spans.push((KeySpan { start_ms, end_ms, key, strength: 0 }, clear, 1.0)),
                _ => {}
            }
        }
        spans.into_iter().map(|(span, sum, count)| KeySpan { strength: (sum / count * 255.0) as u8, ..span }).collect()
    }
}

/// The key of most of the time, weighed by how clear it is.
pub(crate) fn most(spans: &[KeySpan]) -> Option<Key> {
    let weight = |key: Key| {
        let of_key = spans.iter().filter(|span| span.key == key);
        of_key.map(|span| (span.end_ms - span.start_ms) * (64 + u64::from(span.strength))).sum::<u64>()
    };
    Key::all().filter(|key| weight(*key) > 0).max_by_key(|key| weight(*key))
}

/// How far above its best rival a key is, 0 to 1.
fn clarity(scores: &[f32; 24], state: usize) -> f32 {
    let rival = scores.iter().enumerate().filter(|(index, _)| *index != state).map(|(_, score)| *score).fold(f32::MIN, f32::max);
    ((scores[state] - rival) * 3.0 + 0.3).clamp(0.0, 1.0)
}

/// How far the notes lie above concert pitch, as the angle most of the classes agree on.
fn tuning(pitches: &[Pitches]) -> f32 {
    let (mut re, mut im) = (0.0_f32, 0.0_f32);
    for (class, angle) in (0..CLASSES).map(|class| (class, class as f32 * std::f32::consts::TAU / 3.0)) {
        let sum: f32 = pitches.iter().map(|frame| f32::from(frame.rest[class]) + 0.5 * f32::from(frame.bass[class])).sum();
        re += sum * angle.cos();
        im += sum * angle.sin();
    }
    im.atan2(re) / std::f32::consts::TAU * 3.0
}

fn fold(classes: &[u8; CLASSES], tuning: f32, chroma: &mut Chroma) {
    for (note, value) in chroma.iter_mut().enumerate() {
        let centre = note as f32 * 3.0 + tuning;
        for offset in -2..=2 {
            let class = centre.round() as i32 + offset;
            let share = (1.0 - (class as f32 - centre).abs() / 1.5).max(0.0);
            *value += share * f32::from(classes[class.rem_euclid(CLASSES as i32) as usize]);
        }
    }
}

fn likelihoods(bass: &Chroma, rest: &Chroma) -> Option<[f32; 24]> {
    let flatness = deviation(rest) / (mean(rest) + 1e-3);
    if flatness < FLAT || mean(rest) < 1.0 {
        return None;
    }
    let bass_speaks = deviation(bass) > FLAT * mean(bass);
    let scores = Key::all().map(|key| {
        let mode = usize::from(key.mode == Mode::Major);
        let likeness = |chroma: &Chroma, profile: &Chroma| likeness(chroma, profile, usize::from(key.tonic));
        let bass = if bass_speaks { likeness(bass, &BASS[mode]) } else { 0.0 };
        likeness(rest, &REST[mode]) + bass + if key.mode == Mode::Minor { MINOR } else { 0.0 }
    });
    let mut all = [0.0; 24];
    all.iter_mut().zip(scores).for_each(|(to, score)| *to = score);
    Some(all)
}

fn mean(chroma: &Chroma) -> f32 {
    chroma.iter().sum::<f32>() / 12.0
}

fn deviation(chroma: &Chroma) -> f32 {
    let mean = mean(chroma);
    (chroma.iter().map(|value| (value - mean).powi(2)).sum::<f32>() / 12.0).sqrt()
}

/// How a chroma, as differences from its mean and of length 1, goes with a profile turned to a tonic.
fn likeness(chroma: &Chroma, profile: &Chroma, tonic: usize) -> f32 {
    let mean = mean(chroma);
    let product = |step: usize| (chroma[(tonic + step) % 12] - mean) * profile[step];
    let length = deviation(chroma) * 12.0_f32.sqrt();
    if length > 1e-6 { (0..12).map(product).sum::<f32>() / length } else { 0.0 }
}

/// The likeliest key of each window.
fn path(windows: &[Option<[f32; 24]>]) -> Vec<usize> {
    let mut best = [0.0_f32; 24];
    let mut from: Vec<[u8; 24]> = Vec::with_capacity(windows.len());
    for scores in windows {
        let (top, top_score) =
            best.iter().enumerate().fold((0, f32::MIN), |top, (index, score)| if *score > top.1 { (index, *score) } else { top });
        let mut came = [0_u8; 24];
        for state in 0..24 {
            let stays = best[state] >= top_score - CHANGE;
            came[state] = if stays { state } else { top } as u8;
            best[state] = best[state].max(top_score - CHANGE) - top_score + scores.map_or(0.0, |scores| scores[state]);
        }
        from.push(came);
    }
    let mut state = best.iter().enumerate().fold((0, f32::MIN), |top, (index, score)| if *score > top.1 { (index, *score) } else { top }).0;
    let mut path: Vec<usize> = Vec::with_capacity(windows.len());
    for came in from.iter().rev() {
        path.push(state);
        state = usize::from(came[state]);
    }
    path.reverse();
    path
}
