//! Which pulse is the beat, and which beat begins the bar. Takes the beats as found; moves none of them.

use super::fit::{Line, refined};
use super::onset::{FRAMES_PER_LEVEL, LEVELS, Onsets};
use super::tempo::{FASTEST_BPM, SLOWEST_BPM, bpm_of};

/// Registers of strokes: kick, snare, hat.
pub(crate) const REGISTERS: usize = 3;
/// How hard a moment is struck, by register.
pub(crate) type Struck = [f32; REGISTERS];

pub(crate) fn struck(onsets: &Onsets, at: f64) -> Struck {
    let centre = at.round().max(0.0) as usize;
    let frames = centre.saturating_sub(3)..=centre + 3;
    let most = |values: &[u8]| frames.clone().filter_map(|frame| values.get(frame)).max().map_or(0.0, |value| f32::from(*value));
    [most(&onsets.low), most(&onsets.mid), most(&onsets.high)]
}

/// Strokes weaker than this are next to none.
pub(crate) const FAINT: f32 = 4.0;

/// Kick and snare together.
fn weight(struck: Struck) -> f32 {
    0.6 * struck[0] + struck[1] + 0.2 * struck[2]
}

fn mean(values: impl Iterator<Item = f32>) -> f32 {
    let (sum, count) = values.fold((0.0, 0.0_f32), |(sum, count), value| (sum + value, count + 1.0));
    sum / count.max(1.0)
}

/// Kick and snare decide, hats only help.
fn mean_weight(onsets: &Onsets, places: impl Iterator<Item = f64>) -> f32 {
    mean(places.map(|at| weight(struck(onsets, at))))
}

/// Snares and hats: what fills the beat.
fn mean_filling(onsets: &Onsets, places: impl Iterator<Item = f64>) -> f32 {
    mean(places.map(|at| struck(onsets, at)).map(|[_, mid, high]| mid + high))
}

/// What speaks for the faster of two pulses: what lies between the beats of the slower, as strong as those, most of all
/// from four fifths on; eighths and sixteenths of the slower, as full as its beats; octaves from the tempo where both are as likely, and their square;
/// kicks and snares that alternate between the beats; hats between those.
const FASTER: [f32; 9] = [0.54, 2.5, 0.29, 0.67, -0.14, 0.5, 0.42, 0.31, 0.7];
/// Where both tempi are as likely: 86 and 172.
const EVEN_BPM: f64 = 86.0;

/// Whether of two pulses, one twice as fast as the other, the faster is the beat. Fitted by logistic regression to
/// synthesised pieces with known beats, but for the second, which even clicks ask for.
fn faster_is_beat(onsets: &Onsets, slower: &[Line]) -> bool {
    let beats: usize = slower.iter().map(|line| line.beats).sum();
    let period = slower.iter().map(|line| line.period * line.beats as f64).sum::<f64>() / beats.max(1) as f64;
    let bpm = bpm_of(period);
    if bpm < SLOWEST_BPM || bpm * 2.0 > FASTEST_BPM {
        return bpm < SLOWEST_BPM;
    }
    let places = |parts: &'static [f64]| {
        let beats = slower.iter().flat_map(|line| (0..line.beats).map(move |beat| (line.at(beat), line.period)));
        beats.flat_map(move |(at, period)| parts.iter().map(move |part| at + part * period))
    };
    let register = |parts: &'static [f64], register: usize| mean(places(parts).map(|at| struck(onsets, at)[register]));
    let between = mean_weight(onsets, places(&[0.5])) / mean_weight(onsets, places(&[0.0])).max(1.0);
    let full = mean_filling(onsets, places(&[0.0, 0.5])).max(1.0);
    let eighths = mean_filling(onsets, places(&[0.25, 0.75])) / full;
    let sixteenths = mean_filling(onsets, places(&[0.125, 0.375, 0.625, 0.875])) / full;
    let octaves = (bpm / EVEN_BPM).log2() as f32;
    // What is hardly struck at all has no share of anything.
    let all = |of: usize| register(&[0.0, 0.5], of) + FAINT;
    let alternates = |of: usize| {
        let every_other = |odd: usize| mean(places(&[0.5]).skip(odd).step_by(2).map(|at| struck(onsets, at)[of]));
        (every_other(0) - every_other(1)).abs() / all(of) / 2.0
    };
    let hats = register(&[0.25, 0.75], 2) / all(2);
    let evidence = [between, (between - 0.8).max(0.0), eighths, sixteenths, octaves, octaves * octaves, alternates(0), alternates(1), hats];
    evidence.iter().zip(FASTER).map(|(value, speaks)| value * speaks).sum::<f32>() > 1.0
}

/// Twice as fast, half as fast, or as it is.
pub(crate) fn settle(onsets: &Onsets, lines: Vec<Line>) -> Vec<Line> {
    let beats: usize = lines.iter().map(|line| line.beats).sum();
    if beats < 8 {
        return lines;
    }
    if faster_is_beat(onsets, &lines) {
        return doubled(onsets, lines);
    }
    let parity = |odd: usize| {
        let all = lines.iter().flat_map(|line| (0..line.beats).map(|beat| line.at(beat)));
        mean_weight(onsets, all.skip(odd).step_by(2))
    };
    let slower = halved(onsets, &lines, usize::from(parity(1) > parity(0)));
    if faster_is_beat(onsets, &slower) { lines } else { slower }
}

fn doubled(onsets: &Onsets, lines: Vec<Line>) -> Vec<Line> {
    let twice = |line: Line| refined(onsets, Line { period: line.period / 2.0, beats: line.beats * 2, ..line });
    lines.into_iter().map(twice).collect()
}

fn halved(onsets: &Onsets, lines: &[Line], keep: usize) -> Vec<Line> {
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

/// What tells the beats of a bar apart: kick, snare, hat, the notes changing over half a bar and over a whole one, and
/// everything turning.
const EVIDENCE: usize = 6;

/// How much each evidence on a beat speaks for the bar having begun none, one, two or three beats before. Fitted by
/// logistic regression to synthesised pieces with known bars; says what drummers do: the snare answers on two and four,
/// or alone on three, and harmony and form move on the one.
const SPEAKS: [[f32; 4]; EVIDENCE] = [
    [0.4, 0.0, -0.3, -0.1],
    [0.2, -0.4, -0.4, 0.6],
    [-1.4, 1.2, 0.2, 0.0],
    [1.7, 0.8, -0.9, -1.6],
    [0.1, 0.4, -0.4, -0.1],
    [0.8, 0.4, -0.3, -0.9],
];

/// Index, 0 to 3, of the first beat of a bar among the beats of lines that follow one another.
pub(crate) fn downbeat(onsets: &Onsets, chroma: &dyn Fn(f64, f64) -> [f32; 12], lines: &[Line]) -> usize {
    let evidence = evidence(onsets, chroma, lines);
    let score = |first: usize| {
        let of = |(values, speaks): (&[f32; 4], &[f32; 4])| (0..4).map(|beat| values[(first + beat) % 4] * speaks[beat]).sum::<f32>();
        evidence.iter().zip(&SPEAKS).map(of).sum::<f32>()
    };
    (0..4).max_by(|a, b| score(*a).total_cmp(&score(*b))).unwrap_or(0)
}

/// Each evidence on every fourth beat, in relation to its mean over all.
fn evidence(onsets: &Onsets, chroma: &dyn Fn(f64, f64) -> [f32; 12], lines: &[Line]) -> [[f32; 4]; EVIDENCE] {
    let mut sums = [[1e-3_f32; 4]; EVIDENCE];
    let beats = lines.iter().flat_map(|line| (0..line.beats).map(|beat| (line.at(beat), line.period)));
    for (index, (at, period)) in beats.enumerate() {
        let [kick, snare, hat] = struck(onsets, at);
        let changes = [2.0, 4.0].map(|beats| harmony_change(chroma, at, beats * period));
        for (sum, value) in sums.iter_mut().zip([kick, snare, hat, changes[0], changes[1], turn(onsets, at, period)]) {
            sum[index % 4] += value;
        }
    }
    sums.map(|sums| {
        let mean = sums.iter().sum::<f32>() / 4.0;
        sums.map(|sum| (sum / mean - 1.0).clamp(-2.0, 2.0))
    })
}

/// How different the notes after a moment are from those before, over so many frames each.
fn harmony_change(chroma: &dyn Fn(f64, f64) -> [f32; 12], at: f64, reach: f64) -> f32 {
    let (before, after) = (chroma(at - reach, at), chroma(at, at + reach));
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
