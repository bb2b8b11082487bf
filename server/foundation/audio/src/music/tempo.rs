//! How fast it goes when: a path of tempo through the recording, or none where nothing repeats. Places no beat.
//!
//! Autocorrelation of the onsets in windows of fifteen seconds, combed at multiples of each period, and the best path
//! through all windows (Viterbi): tempo may creep, and jump at a price.

use super::onset::{FRAMES_PER_SECOND, Onsets};

pub(crate) const SLOWEST_BPM: f64 = 60.0;
pub(crate) const FASTEST_BPM: f64 = 200.0;
const WINDOW: usize = 1500;
const HOP: usize = 250;
/// Tempo grows by this from one state to the next.
const STEP: f64 = 1.007;
const STATES: usize = 173;
/// A period is looked for up to a bar over at the slowest tempo, two bars at most.
const LAGS: usize = 512;
/// Multiples of the period that are looked at, and how much each tells: the beat itself most, as every other multiple is
/// also one of half as much again.
const COMB: [(f64, f32); 5] = [(1.0, 2.0), (2.0, 1.0), (3.0, 1.0), (4.0, 1.0), (8.0, 0.5)];
/// What repeats at two thirds of a period speaks against it: there the beat is, and this is its dotted shadow.
const SHADOW: f32 = 0.25;
/// Score of "nothing repeats".
const OFF: f32 = 0.13;
/// Mean square of accents below which nothing is struck at all.
const FAINT: f32 = 1.0;
/// Price of the tempo jumping, of the beat coming or going, and of creeping by one state.
const JUMP: f32 = 0.45;
const SWITCH: f32 = 0.3;
const CREEP: f32 = 0.02;

/// A run of frames over which the tempo creeps at most.
#[derive(Clone, Debug)]
pub(crate) struct Stretch {
    /// First frame, and the one after the last.
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// Beat period in frames for each [`HOP`] from `from`.
    periods: Vec<f64>,
}

impl Stretch {
    pub(crate) fn period_at(&self, frame: usize) -> f64 {
        let index = frame.saturating_sub(self.from) / HOP;
        self.periods.get(index).or(self.periods.last()).copied().unwrap_or(50.0)
    }
}

pub(crate) fn bpm_of(period: f64) -> f64 {
    60.0 * FRAMES_PER_SECOND / period
}

fn period_of(state: usize) -> f64 {
    60.0 * FRAMES_PER_SECOND / (SLOWEST_BPM * STEP.powi(state as i32))
}

/// Rises that mark a beat in a run of frames: kicks and snares more than hats, less what is usual around them.
pub(crate) fn accents(onsets: &Onsets, from: usize, to: usize) -> Vec<f32> {
    let frames = onsets.low.len();
    let raw = |frame: usize| match (onsets.low.get(frame), onsets.mid.get(frame), onsets.high.get(frame)) {
        (Some(low), Some(mid), Some(high)) => 0.6 * f32::from(*low) + f32::from(*mid) + 0.35 * f32::from(*high),
        _ => 0.0,
    };
    // Half a second to either side.
    const AROUND: usize = 50;
    let (start, end) = (from.saturating_sub(AROUND), (to + AROUND).min(frames));
    let values: Vec<f32> = (start..end).map(raw).collect();
    let mut sums = Vec::with_capacity(values.len() + 1);
    let mut sum = 0.0_f64;
    sums.push(0.0);
    for value in &values {
        sum += f64::from(*value);
        sums.push(sum);
    }
    (from..to)
        .map(|frame| {
            let at = frame.saturating_sub(start).min(values.len());
            let (low, high) = (at.saturating_sub(AROUND), (at + AROUND).min(values.len()));
            let mean = (sums[high] - sums[low]) / (high - low).max(1) as f64;
            (values.get(at).copied().unwrap_or(0.0) - mean as f32).max(0.0)
        })
        .collect()
}

/// The stretches with a beat, in order.
pub(crate) fn stretches(onsets: &Onsets) -> Vec<Stretch> {
    let frames = onsets.low.len();
    if frames < 800 {
        return Vec::new();
    }
    let windows = frames.div_ceil(HOP);
    let mut path = Path::new(windows);
    for window in 0..windows {
        let centre = window * HOP + HOP / 2;
        // At the edges the window moves inside, so that it is always full.
        let from = centre.saturating_sub(WINDOW / 2).min(frames.saturating_sub(WINDOW));
        let to = (from + WINDOW).min(frames);
        path.add(&scores(&accents(onsets, from, to)));
    }
    collect(&path.best(), frames)
}

/// How well each state explains a window: about 0 to 1.
fn scores(accents: &[f32]) -> [f32; STATES] {
    let mut smooth = accents.to_vec();
    for index in 1..accents.len().saturating_sub(1) {
        smooth[index] = (accents[index - 1] + 2.0 * accents[index] + accents[index + 1]) / 4.0;
    }
    let mean = smooth.iter().sum::<f32>() / smooth.len().max(1) as f32;
    smooth.iter_mut().for_each(|value| *value -= mean);
    let zero: f32 = smooth.iter().map(|value| value * value).sum();
    // Rises of a few steps are the spectrum's own ripple: of a held note, of noise.
    if zero < FAINT * smooth.len() as f32 {
        return [0.0; STATES];
    }
    let correlation: Vec<f32> = (0..LAGS.min(smooth.len() / 2))
        .map(|lag| {
            let products: f32 = smooth.iter().zip(&smooth[lag..]).map(|(a, b)| a * b).sum();
            products / zero * smooth.len() as f32 / (smooth.len() - lag) as f32
        })
        .collect();
    let at = |lag: f64| {
        let (index, part) = (lag as usize, lag.fract() as f32);
        match (correlation.get(index), correlation.get(index + 1)) {
            (Some(here), Some(next)) => here + (next - here) * part,
            _ => 0.0,
        }
    };
    std::array::from_fn(|state| {
        let period = period_of(state);
        let heard = COMB.iter().filter(|(multiple, _)| multiple * period < correlation.len() as f64 - 1.0);
        let (sum, weights) = heard.fold((0.0, 0.0), |(sum, all), (multiple, weight)| (sum + weight * at(multiple * period), all + weight));
        (sum / weights - SHADOW * at(period * 2.0 / 3.0).max(0.0)) * prior(bpm_of(period))
    })
}

/// One bell over all music: widest where dancing happens.
fn prior(bpm: f64) -> f32 {
    let octaves = (bpm / 122.0).log2();
    (-0.5 * (octaves / 1.3).powi(2)).exp() as f32
}

/// The Viterbi path; the last state is "off".
struct Path {
    best: Vec<f32>,
    from: Vec<u8>,
}

impl Path {
    fn new(windows: usize) -> Self {
        Self { best: vec![0.0; STATES + 1], from: Vec::with_capacity(windows * (STATES + 1)) }
    }

    fn add(&mut self, scores: &[f32; STATES]) {
        let peak = |values: &[f32]| {
            let best = values.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1));
            best.map_or((0, 0.0), |(index, value)| (index, *value))
        };
        let (jump_from, jump) = peak(&self.best[..STATES]);
        let off = self.best[STATES];
        let mut next = Vec::with_capacity(STATES + 1);
        for (state, score) in scores.iter().enumerate() {
            let mut chosen = (jump_from, jump - JUMP);
            for near in state.saturating_sub(2)..=(state + 2).min(STATES - 1) {
                let value = self.best[near] - CREEP * near.abs_diff(state) as f32;
                if value > chosen.1 {
                    chosen = (near, value);
                }
            }
            if off - SWITCH > chosen.1 {
                chosen = (STATES, off - SWITCH);
            }
            self.from.push(chosen.0 as u8);
            next.push(chosen.1 + score);
        }
        let stays = off >= jump - SWITCH;
        self.from.push(if stays { STATES } else { jump_from } as u8);
        next.push(if stays { off } else { jump - SWITCH } + OFF);
        // Only differences matter, and a day of sums would lose its digits.
        let highest = next.iter().copied().fold(f32::MIN, f32::max);
        next.iter_mut().for_each(|value| *value -= highest);
        self.best = next;
    }

    fn best(&self) -> Vec<Option<usize>> {
        let mut state = self.best.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1)).map_or(STATES, |(state, _)| state);
        let mut path = Vec::new();
        for from in self.from.chunks_exact(STATES + 1).rev() {
            path.push((state < STATES).then_some(state));
            state = usize::from(from[state]);
        }
        path.reverse();
        path
    }
}

fn collect(path: &[Option<usize>], frames: usize) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut last = None;
    for (window, state) in path.iter().enumerate() {
        let (from, to) = (window * HOP, ((window + 1) * HOP).min(frames));
        if let Some(state) = *state {
            let continues = last.is_some_and(|last: usize| last.abs_diff(state) <= 2);
            match stretches.last_mut().filter(|_| continues) {
                Some(stretch) => {
                    stretch.to = to;
                    stretch.periods.push(period_of(state));
                }
                None => stretches.push(Stretch { from, to, periods: vec![period_of(state)] }),
            }
        }
        last = *state;
    }
    stretches
}
