//! Which key when, from the pitch classes heard. Knows no chords.
//!
//! The tuning is read over half minutes, since a record on a turntable is in a tuning of its own; then each ten seconds
//! are compared with every key, and the best path keeps a key for as long as it may.

use super::key::{Key, KeySpan};
use super::phrase::Opening;
use super::pitch::{CLASSES, PITCHES_PER_SECOND, Pitches};
use super::profile::{Chroma, Heard};

/// Half-second frames one tuning is read over, and one comparison.
const TUNED: usize = 60;
const WINDOW: usize = 20;
/// How far to either side of a window's middle phrases begin that speak for its key: a window alone holds one or two.
const OPENINGS: usize = 40;
/// Price of a change of key, in windows of a perfectly clear one.
const CHANGE: f32 = 1.1;
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
        self.sum(frame(from_s * 1000.0), frame(to_s * 1000.0))
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
    fn windows(&self, openings: &[Opening]) -> Vec<Option<[f32; 24]>> {
        let all = self.pitches.len();
        (0..all.div_ceil(WINDOW))
            .map(|window| {
                // A little more to either side, for a loop of chords is often longer than the window.
                let (from, to) = ((window * WINDOW).saturating_sub(WINDOW / 2), (window * WINDOW + WINDOW * 3 / 2).min(all));
                let (bass, rest) = self.sum(from, to);
                let middle = window * WINDOW + WINDOW / 2;
                let (opening_bass, opening_rest) = self.opened(openings, middle.saturating_sub(OPENINGS), middle + OPENINGS);
                Heard { bass, rest, opening_bass, opening_rest }.likelihoods()
            })
            .collect()
    }

    /// Sums of the bars that open a phrase and lie between two frames, as far as they do.
    fn opened(&self, openings: &[Opening], from: usize, to: usize) -> (Chroma, Chroma) {
        let (mut bass, mut rest) = ([0.0; 12], [0.0; 12]);
        let first = openings.partition_point(|opening| frame(opening.end_ms) < from);
        for opening in openings[first..].iter().take_while(|opening| frame(opening.start_ms) < to) {
            let (start, end) = (frame(opening.start_ms), frame(opening.end_ms));
            let of_bar = self.sum(start.max(from), end.max(start + 1).min(to));
            bass.iter_mut().zip(of_bar.0).for_each(|(sum, value)| *sum += opening.weight * value);
            rest.iter_mut().zip(of_bar.1).for_each(|(sum, value)| *sum += opening.weight * value);
        }
        (bass, rest)
    }

    /// Which key when; `openings` are the bars that begin a phrase, where there are bars.
    pub(crate) fn spans(&self, openings: &[Opening], end_ms: u64) -> Vec<KeySpan> {
        let windows = self.windows(openings);
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

/// The frame nearest to a moment.
fn frame(ms: f64) -> usize {
    (ms / 1000.0 * PITCHES_PER_SECOND).round().max(0.0) as usize
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
