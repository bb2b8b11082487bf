//! Beats of a stretch: the chain of accents that keeps the tempo best. Knows no bars.
//!
//! Dynamic programming after Ellis, "Beat tracking by dynamic programming", 2007.

use super::onset::Onsets;
use super::tempo::{Stretch, accents};

/// How much leaving the tempo costs.
const TIGHTNESS: f32 = 400.0;
/// Longest run solved at once, in frames: bounds memory, not the result.
const RUN: usize = 60_000;

/// Frames of the beats, in order, to a fraction of a frame.
pub(crate) fn track(onsets: &Onsets, stretch: &Stretch) -> Vec<f64> {
    let mut beats: Vec<usize> = Vec::new();
    let mut from = stretch.from;
    while from < stretch.to {
        let rest = stretch.to - from;
        let to = if rest > RUN + RUN / 2 { from + RUN } else { stretch.to };
        // The next run starts on a beat of the last one, so that the chain goes on.
        let run = chain(&accents(onsets, from, to), |frame| stretch.period_at(from + frame) as f32, from != stretch.from);
        beats.extend(run.iter().map(|beat| from + beat));
        if to == stretch.to {
            break;
        }
        let keep = beats.len().saturating_sub(8).max(1);
        beats.truncate(keep);
        let Some(anchor) = beats.pop().filter(|anchor| *anchor > from) else { break };
        from = anchor;
    }
    beats.into_iter().map(|beat| beat as f64).collect()
}

fn chain(accents: &[f32], period_at: impl Fn(usize) -> f32, anchored: bool) -> Vec<usize> {
    let power: f32 = accents.iter().map(|accent| accent * accent).sum::<f32>() / accents.len().max(1) as f32;
    let scale = 1.0 / power.sqrt().max(1e-6);
    let accent = |frame: usize| {
        let around = |offset: usize| accents.get(frame.wrapping_add(offset)).copied().unwrap_or(0.0);
        // A beat may fall between two frames, and a hand is never exact.
        (0.6 * (around(usize::MAX) + around(1)) + around(0)) * scale
    };
    let mut scores: Vec<f32> = Vec::with_capacity(accents.len());
    let mut before: Vec<u32> = Vec::with_capacity(accents.len());
    for frame in 0..accents.len() {
        let period = period_at(frame);
        let (shortest, longest) = ((period * 0.75) as usize, (period * 1.35) as usize);
        let mut best = (u32::MAX, if anchored && frame > 0 { f32::MIN / 4.0 } else { 0.0 });
        for lag in shortest.max(1)..=longest.min(frame) {
            let ratio = (lag as f32 / period).ln();
            let score = scores[frame - lag] - TIGHTNESS * ratio * ratio;
            if score > best.1 {
                best = ((frame - lag) as u32, score);
            }
        }
        scores.push(accent(frame) + best.1);
        before.push(best.0);
    }
    let tail = accents.len().saturating_sub(period_at(accents.len()) as usize + 1);
    let mut at = (tail..accents.len()).max_by(|a, b| scores[*a].total_cmp(&scores[*b]));
    let mut beats = Vec::new();
    while let Some(frame) = at {
        beats.push(frame);
        at = before.get(frame).filter(|before| **before != u32::MAX).map(|before| *before as usize);
    }
    beats.reverse();
    beats
}
