//! When something is struck, and how loud it is where in the spectrum: compact features, a hundred a second.
//!
//! Spectral flux over logarithmic mel bands, where a rise only counts against the loudest neighbouring band of just
//! before, so that vibrato and gliding notes strike nothing (Böck and Widmer, "Maximum filter vibrato suppression for
//! onset detection", DAFx 2013). Finds no beat.

use super::push_tightly;
use super::spectrum::Spectrum;
use super::stream::Windows;

/// Frames a second: onsets.
pub(crate) const FRAMES_PER_SECOND: f64 = 100.0;
/// Onset frames to one frame of band levels.
pub(crate) const FRAMES_PER_LEVEL: usize = 10;
/// Bands whose level is kept, from bass to air.
pub(crate) const LEVELS: usize = 16;
const WINDOW_S: f64 = 0.0464;
const BANDS: usize = 40;
const LOWEST_HZ: f64 = 20.0;
const HIGHEST_HZ: f64 = 10_000.0;
/// Below it kicks and bass, above the next hats: between, what a snare and chords have.
const LOW_HZ: f64 = 160.0;
const HIGH_HZ: f64 = 4500.0;
/// How much softer than the loudest of late a band may be to matter.
const DEPTH: f32 = 0.01;
/// The loudest of late is forgotten by half in twenty seconds.
const FORGET: f32 = 0.999_653_5;
/// Steps of a stored onset to one neper.
const STEPS: f32 = 40.0;
/// Frames a rise is measured over.
const LAG: usize = 2;

/// What was struck, and the levels between.
#[derive(Default)]
pub(crate) struct Onsets {
    /// Rises below [`LOW_HZ`], between, and above [`HIGH_HZ`]; forty to a neper.
    pub(crate) low: Vec<u8>,
    pub(crate) mid: Vec<u8>,
    pub(crate) high: Vec<u8>,
    /// Level of each band in half decibels above −127.5 dBFS, ten a second.
    pub(crate) levels: Vec<[u8; LEVELS]>,
}

impl Onsets {
    /// Forgets what lies beyond the end of the sound.
    pub(crate) fn cut(&mut self, duration_ms: u64) {
        let frames = (duration_ms / 10) as usize;
        for register in [&mut self.low, &mut self.mid, &mut self.high] {
            register.truncate(frames);
        }
        self.levels.truncate(frames.div_ceil(FRAMES_PER_LEVEL));
    }
}

pub(crate) struct OnsetCollector {
    windows: Windows,
    analyser: Analyser,
}

struct Analyser {
    spectrum: Spectrum,
    bands: Vec<Band>,
    loudest: f32,
    past: [[f32; BANDS]; LAG],
    /// Sums of power in the level frame in work, and its frames so far.
    powers: [f32; LEVELS],
    frames: usize,
    onsets: Onsets,
}

/// A triangle over a few bins.
struct Band {
    first: usize,
    weights: Vec<f32>,
    centre_hz: f64,
}

impl OnsetCollector {
    pub(crate) fn new(rate_hz: f64) -> Self {
        // A multiple of sixteen has a fast transform.
        let length = ((rate_hz * WINDOW_S / 16.0).round() as usize).max(2) * 16;
        let analyser = Analyser {
            spectrum: Spectrum::new(length),
            bands: bands(rate_hz, length),
            loudest: 0.0,
            past: [[0.0; BANDS]; LAG],
            powers: [0.0; LEVELS],
            frames: 0,
            onsets: Onsets::default(),
        };
        Self { windows: Windows::new(rate_hz, FRAMES_PER_SECOND, length), analyser }
    }

    pub(crate) fn add(&mut self, samples: &[f32]) {
        let analyser = &mut self.analyser;
        self.windows.add(samples, |window| analyser.add(window));
    }

    pub(crate) fn held_bytes(&self) -> usize {
        let onsets = &self.analyser.onsets;
        onsets.low.capacity() + onsets.mid.capacity() + onsets.high.capacity() + onsets.levels.capacity() * LEVELS
    }

    pub(crate) fn finish(self) -> Onsets {
        self.analyser.onsets
    }
}

impl Analyser {
    fn add(&mut self, window: &[f32]) {
        let spectrum = self.spectrum.of(window);
        let mut bands = [0.0_f32; BANDS];
        for (value, band) in bands.iter_mut().zip(&self.bands) {
            let bins = spectrum.get(band.first..).unwrap_or(&[]);
            *value = bins.iter().zip(&band.weights).map(|(bin, weight)| bin * weight).sum();
        }
        self.keep_levels(&bands);
        self.loudest = (self.loudest * FORGET).max(bands.iter().sum::<f32>() / BANDS as f32).max(1e-6);
        let floor = self.loudest * DEPTH;
        let logs = bands.map(|value| (value / floor).ln_1p());
        self.keep_rises(&logs);
        self.past.rotate_left(1);
        self.past[LAG - 1] = logs;
    }

    fn keep_rises(&mut self, logs: &[f32; BANDS]) {
        let (mut sums, mut counts) = ([0.0_f32; 3], [0.0_f32; 3]);
        let past = &self.past[0];
        for (index, (log, band)) in logs.iter().zip(&self.bands).enumerate() {
            let register = usize::from(band.centre_hz > LOW_HZ) + usize::from(band.centre_hz > HIGH_HZ);
            let around = if register == 0 { index..=index } else { index - 1..=(index + 1).min(BANDS - 1) };
            let before = past[around].iter().copied().fold(0.0, f32::max);
            sums[register] += (log - before).max(0.0);
            counts[register] += 1.0;
        }
        let stored = |register: usize| (sums[register] / counts[register].max(1.0) * STEPS) as u8;
        push_tightly(&mut self.onsets.low, stored(0));
        push_tightly(&mut self.onsets.mid, stored(1));
        push_tightly(&mut self.onsets.high, stored(2));
    }

    fn keep_levels(&mut self, bands: &[f32; BANDS]) {
        for (index, value) in bands.iter().enumerate() {
            self.powers[level_of(index)] += value * value;
        }
        self.frames += 1;
        if self.frames == FRAMES_PER_LEVEL {
            let half_decibels = |power: &f32| (20.0 * (power / FRAMES_PER_LEVEL as f32).max(1e-13).log10() + 255.0) as u8;
            let levels = std::array::from_fn(|level| half_decibels(&self.powers[level]));
            push_tightly(&mut self.onsets.levels, levels);
            (self.powers, self.frames) = ([0.0; LEVELS], 0);
        }
    }
}

/// The lowest bands each have a level of their own; above, three share one.
fn level_of(band: usize) -> usize {
    match band {
        0..4 => band,
        _ => 4 + (band - 4) / 3,
    }
}

fn bands(rate_hz: f64, length: usize) -> Vec<Band> {
    let mel = |hz: f64| 1127.0 * (hz / 700.0).ln_1p();
    let hz = |mel: f64| 700.0 * (mel / 1127.0).exp_m1();
    let edge = |index: usize| hz(mel(LOWEST_HZ) + (mel(HIGHEST_HZ) - mel(LOWEST_HZ)) * index as f64 / (BANDS + 1) as f64);
    let bin_hz = rate_hz / length as f64;
    (0..BANDS)
        .map(|index| {
            let (from, centre_hz, to) = (edge(index), edge(index + 1), edge(index + 2));
            let first = (from / bin_hz).ceil() as usize;
            let last = ((to / bin_hz).floor() as usize).min(length / 2);
            let weight = |bin: usize| {
                let at = bin as f64 * bin_hz;
                (if at < centre_hz { (at - from) / (centre_hz - from) } else { (to - at) / (to - centre_hz) }) as f32
            };
            Band { first, weights: (first..=last).map(weight).collect(), centre_hz }
        })
        .collect()
}
