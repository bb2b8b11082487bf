//! Which pitch classes sound, two times a second, in thirds of a semitone so that any tuning can be read later.
//!
//! Peaks of a long spectrum, each as far as it stands out of its surroundings, so that drums and loudness count little;
//! every peak also speaks for the notes it may be a harmonic of (Gómez, "Tonal description of polyphonic audio for
//! music content processing", 2006). Names no key.

use super::push_tightly;
use super::spectrum::Spectrum;
use super::stream::Windows;

pub(crate) const PITCHES_PER_SECOND: f64 = 2.0;
/// Bins to an octave; bin 0 is C in concert pitch.
pub(crate) const CLASSES: usize = 36;
const WINDOW_S: f64 = 0.743;
const LOWEST_HZ: f64 = 50.0;
const HIGHEST_HZ: f64 = 2000.0;
/// Below it is the bass, which says most about the root.
const BASS_HZ: f64 = 180.0;
/// C0 in concert pitch.
const C0_HZ: f64 = 16.351_597_8;
/// How far the surroundings of a peak reach, as a ratio of frequencies.
const AROUND: f64 = 1.26;
/// Steps of a stored class to one neper of prominence.
const STEPS: f32 = 12.0;
/// Semitones down from the second to fifth harmonics to the note they belong to, and how much that may count.
const HARMONICS: [(f64, f32); 3] = [(0.0, 1.0), (19.019_55, 0.35), (27.863_14, 0.15)];

/// Prominence of every class in half a second.
#[derive(Clone, Copy)]
pub(crate) struct Pitches {
    pub(crate) bass: [u8; CLASSES],
    pub(crate) rest: [u8; CLASSES],
}

pub(crate) struct PitchCollector {
    windows: Windows,
    spectrum: Spectrum,
    bin_hz: f64,
    /// Sums of magnitudes up to each bin: averages over any range in one subtraction.
    sums: Vec<f32>,
    found: Vec<Pitches>,
}

impl PitchCollector {
    pub(crate) fn new(rate_hz: f64) -> Self {
        // A multiple of sixty-four has a fast transform.
        let length = ((rate_hz * WINDOW_S / 64.0).round() as usize).max(2) * 64;
        Self {
            windows: Windows::new(rate_hz, PITCHES_PER_SECOND, length),
            spectrum: Spectrum::new(length),
            bin_hz: rate_hz / length as f64,
            sums: Vec::new(),
            found: Vec::new(),
        }
    }

    pub(crate) fn add(&mut self, samples: &[f32]) {
        let Self { windows, spectrum, bin_hz, sums, found } = self;
        windows.add(samples, |window| push_tightly(found, pitches(spectrum.of(window), *bin_hz, sums)));
    }

    pub(crate) fn held_bytes(&self) -> usize {
        self.found.capacity() * size_of::<Pitches>()
    }

    pub(crate) fn finish(self) -> Vec<Pitches> {
        self.found
    }
}

fn pitches(spectrum: &[f32], bin_hz: f64, sums: &mut Vec<f32>) -> Pitches {
    sums.clear();
    sums.push(0.0);
    let mut sum = 0.0;
    for magnitude in spectrum {
        sum += magnitude;
        sums.push(sum);
    }
    let mut bass = [0.0_f32; CLASSES];
    let mut rest = [0.0_f32; CLASSES];
    let first = (LOWEST_HZ / bin_hz) as usize;
    let last = ((HIGHEST_HZ / bin_hz) as usize).min(spectrum.len().saturating_sub(2));
    for bin in first.max(1)..last {
        let [before, here, after] = [spectrum[bin - 1], spectrum[bin], spectrum[bin + 1]];
        if here <= before || here < after || here < 1e-6 {
            continue;
        }
        let from = ((bin as f64 / AROUND) as usize).min(bin.saturating_sub(6));
        let to = ((bin as f64 * AROUND) as usize).max(bin + 6).min(spectrum.len() - 1);
        let around = (sums[to + 1] - sums[from]) / (to + 1 - from) as f32;
        let prominence = (here / around).ln();
        if prominence <= 0.7 {
            continue;
        }
        let bend = before - 2.0 * here + after;
        let offset = if bend < 0.0 { 0.5 * (before - after) / bend } else { 0.0 };
        let hz = (bin as f64 + f64::from(offset)) * bin_hz;
        let semitones = 12.0 * (hz / C0_HZ).log2();
        let register = if hz < BASS_HZ { &mut bass } else { &mut rest };
        for (down, weight) in HARMONICS {
            let position = (semitones - down).rem_euclid(12.0) * 3.0;
            let (class, part) = (position as usize, position.fract() as f32);
            register[class % CLASSES] += prominence * weight * (1.0 - part);
            register[(class + 1) % CLASSES] += prominence * weight * part;
        }
    }
    let stored = |classes: [f32; CLASSES]| classes.map(|value| (value * STEPS) as u8);
    Pitches { bass: stored(bass), rest: stored(rest) }
}
