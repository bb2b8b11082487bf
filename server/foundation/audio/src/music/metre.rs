//! Which pulse is the beat, and which beat begins the bar. Takes the beats as found; moves none of them.

use super::fit::{Line, refined};
use super::onset::{FRAMES_PER_LEVEL, LEVELS, Onsets};
use super::tempo::{FASTEST_BPM, SLOWEST_BPM, bpm_of};

/// How hard a moment is struck: kick, snare, hat.
type Struck = [f32; 3];

fn struck(onsets: &Onsets, at: f64) -> Struck {
    let centre = at.round().max(0.0) as usize;
    let frames = centre.saturating_sub(3)..=centre + 3;
    let most = |values: &[u8]| frames.clone().filter_map(|frame| values.get(frame)).max().map_or(0.0, |value| f32::from(*value));
    [most(&onsets.low), most(&onsets.mid), most(&onsets.high)]
}

/// Kick and snare together.
fn weight(struck: Struck) -> f32 {
    0.6 * struck[0] + struck[1] + 0.2 * struck[2]
}

fn mean(values: impl Iterator<Item = f32>) -> f32 {
    let (sum, count) = values.fold((0.0, 0.0_f32), |(sum, count), value| (sum + value, count + 1.0));
    sum / count.max(1.0)
}

/// How near to as strong as the beats what lies between may be before it is the beat too, by the slower tempo.
fn balance(slower_bpm: f64) -> f32 {
    // Neutral where both tempi are as likely: 86 and 172.
    (0.62 + 0.9 * (slower_bpm / 86.0).log2()) as f32
}

/// Twice as fast, half as fast, or as it is.
pub(crate) fn settle(onsets: &Onsets, lines: Vec<Line>) -> Vec<Line> {
    let beats: usize = lines.iter().map(|line| line.beats).sum();
    if beats < 8 {
        return lines;
    }
    let period = lines.iter().map(|line| line.period * line.beats as f64).sum::<f64>() / beats as f64;
    let bpm = bpm_of(period);
    let all = || lines.iter().flat_map(|line| (0..line.beats).map(move |beat| (line, beat)));
    let on = mean(all().map(|(line, beat)| weight(struck(onsets, line.at(beat)))));
    let between = mean(all().map(|(line, beat)| weight(struck(onsets, line.at(beat) + line.period / 2.0))));
    if bpm * 2.0 <= FASTEST_BPM && between > on * balance(bpm) {
        return doubled(onsets, lines);
    }
    let parity = |odd: usize| {
        mean(all().enumerate().filter(|(index, _)| index % 2 == odd).map(|(_, (line, beat))| weight(struck(onsets, line.at(beat)))))
    };
    let (even, odd) = (parity(0), parity(1));
    if bpm / 2.0 >= SLOWEST_BPM && even.min(odd) < even.max(odd) * balance(bpm / 2.0) {
        return halved(onsets, lines, usize::from(odd > even));
    }
    lines
}

fn doubled(onsets: &Onsets, lines: Vec<Line>) -> Vec<Line> {
    let twice = |line: Line| refined(onsets, Line { period: line.period / 2.0, beats: line.beats * 2, ..line });
    lines.into_iter().map(twice).collect()
}

fn halved(onsets: &Onsets, lines: Vec<Line>, keep: usize) -> Vec<Line> {
    let mut index = 0;
    let mut kept = Vec::new();
    for line in lines {
        let skip = (keep + index) % 2;
        index += line.beats;
        let beats = (line.beats + 1).saturating_sub(skip) / 2;
        if beats > 0 {
            kept.push(refined(onsets, Line { start: line.at(skip), period: line.period * 2.0, beats }));
        }
    }
    kept
}

/// Index, 0 to 3, of the first beat of a bar among the beats of lines that follow one another.
pub(crate) fn downbeat(onsets: &Onsets, chroma: &dyn Fn(f64, f64) -> [f32; 12], lines: &[Line]) -> usize {
    let beats: Vec<(f64, f64)> = lines.iter().flat_map(|line| (0..line.beats).map(|beat| (line.at(beat), line.period))).collect();
    let mut scores = [0.0_f32; 4];
    let hits: Vec<Struck> = beats.iter().map(|(at, _)| struck(onsets, *at)).collect();
    let usual: [f32; 3] = std::array::from_fn(|register| mean(hits.iter().map(|hit| hit[register])).max(1.0));
    for (index, ((at, period), hit)) in beats.iter().zip(&hits).enumerate() {
        let kick = hit[0] / usual[0];
        // The snare answers on two and four.
        let snare = (hit[1] + hit[2]) / (usual[1] + usual[2]);
        let change = harmony_change(chroma, *at, *period);
        let turn = turn(onsets, *at, *period);
        scores[index % 4] += 0.3 * kick - 0.4 * snare + 2.0 * change + 1.5 * turn;
    }
    scores.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1)).map_or(0, |(index, _)| index)
}

/// How different the notes after a moment are from those before, over two beats each.
fn harmony_change(chroma: &dyn Fn(f64, f64) -> [f32; 12], at: f64, period: f64) -> f32 {
    let (before, after) = (chroma(at - 2.0 * period, at), chroma(at, at + 2.0 * period));
    let dot = |a: &[f32; 12], b: &[f32; 12]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f32>();
    let length = (dot(&before, &before) * dot(&after, &after)).sqrt();
    if length > 0.0 { 1.0 - dot(&before, &after) / length } else { 0.0 }
}

/// How much the sound as a whole turns at a moment, bar against bar: parts begin with a bar.
fn turn(onsets: &Onsets, at: f64, period: f64) -> f32 {
    let (before, after) = (levels(onsets, at - 4.0 * period, at), levels(onsets, at, at + 4.0 * period));
    let distance = before.iter().zip(&after).map(|(before, after)| (before - after).abs()).sum::<f32>() / LEVELS as f32;
    // In parts of six decibels; what changes less is only the groove.
    (distance / 12.0).powi(2).min(2.0)
}

/// Mean levels in half decibels between two moments in frames.
pub(crate) fn levels(onsets: &Onsets, from: f64, to: f64) -> [f32; LEVELS] {
    let index = |frame: f64| ((frame / FRAMES_PER_LEVEL as f64).round().max(0.0) as usize).min(onsets.levels.len());
    let (from, to) = (index(from), index(to));
    let under = onsets.levels.get(from..to.max(from)).unwrap_or(&[]);
    std::array::from_fn(|band| mean(under.iter().map(|level| f32::from(level[band]))))
}
