//! How far the notes heard speak for each key: profiles of what sounds in it, of all bars and of those that open a phrase.
//!
//! Own values, fitted by regularised logistic regression to synthesised pieces with known keys; the shape of those for
//! melody and chords is that of Faraldo et al., "Key estimation in electronic dance music", 2016. A loop of chords most
//! often begins at home, so the bar that opens a phrase tells a key from its relative, which has the same notes.

use super::key::{Key, Mode};

/// How much there is of each pitch class.
pub(crate) type Chroma = [f32; 12];

/// Below it no note stands out: noise.
const FLAT: f32 = 0.3;

/// How much each step above the tonic speaks for a key, in minor and in major.
type Profile = [[f32; 12]; 2];

struct Profiles {
    /// Melody and chords.
    rest: Profile,
    /// The bass keeps to roots.
    bass: Profile,
    /// Both again, of the bars that open a phrase.
    opening_rest: Profile,
    opening_bass: Profile,
    /// Music for dancing is more often in minor.
    minor: f32,
}

/// Where nothing is known of bars.
const WITHOUT_BARS: Profiles = Profiles {
    rest: [
        [0.65, -0.44, 0.03, 0.27, -0.23, -0.09, -0.42, 0.46, 0.25, -0.49, 0.3, -0.3],
        [0.65, -0.37, -0.02, -0.28, 0.36, 0.12, -0.37, 0.36, -0.25, 0.0, -0.27, 0.08],
    ],
    bass: [
        [0.3, -0.2, -0.19, -0.02, -0.13, 0.0, -0.13, 0.11, 0.16, -0.11, 0.26, -0.05],
        [0.39, -0.15, 0.04, -0.19, -0.01, 0.14, -0.13, 0.19, -0.14, 0.09, -0.15, -0.08],
    ],
    opening_rest: [[0.0; 12]; 2],
    opening_bass: [[0.0; 12]; 2],
    minor: 0.05,
};
const WITH_BARS: Profiles = Profiles {
    rest: [
        [0.23, -0.26, 0.04, -0.01, -0.05, -0.11, -0.16, 0.2, 0.29, -0.27, 0.14, -0.05],
        [0.3, -0.19, -0.13, -0.07, 0.22, 0.05, -0.22, 0.13, -0.01, -0.05, -0.17, 0.12],
    ],
    bass: [
        [0.07, -0.17, -0.16, 0.02, -0.05, -0.13, 0.01, 0.09, 0.1, -0.08, 0.16, 0.13],
        [0.11, -0.05, 0.01, -0.12, -0.07, 0.14, -0.11, 0.19, -0.04, 0.13, -0.11, -0.07],
    ],
    opening_rest: [
        [0.19, -0.25, -0.02, 0.05, 0.02, -0.05, -0.18, 0.2, 0.16, -0.27, 0.22, -0.06],
        [0.09, -0.17, 0.07, -0.1, 0.13, 0.08, -0.11, -0.01, -0.01, -0.05, -0.05, 0.13],
    ],
    opening_bass: [
        [0.16, -0.07, -0.01, -0.13, -0.1, 0.15, -0.09, 0.07, -0.02, -0.04, 0.14, -0.07],
        [0.23, 0.0, 0.04, -0.02, -0.11, -0.01, -0.01, 0.04, 0.08, -0.07, -0.07, -0.1],
    ],
    minor: 0.02,
};

/// The notes of a stretch, and of those bars around it that open a phrase (all zero where there are none).
pub(crate) struct Heard {
    pub(crate) bass: Chroma,
    pub(crate) rest: Chroma,
    pub(crate) opening_bass: Chroma,
    pub(crate) opening_rest: Chroma,
}

impl Heard {
    /// How well each key, in the order of [`Key::all`], explains it; `None` where no note stands out.
    pub(crate) fn likelihoods(&self) -> Option<[f32; 24]> {
        if deviation(&self.rest) / (mean(&self.rest) + 1e-3) < FLAT || mean(&self.rest) < 1.0 {
            return None;
        }
        let bass_speaks = deviation(&self.bass) > FLAT * mean(&self.bass);
        let has_openings = mean(&self.opening_rest) > 0.0;
        let profiles = if has_openings { &WITH_BARS } else { &WITHOUT_BARS };
        let scores = Key::all().map(|key| {
            let mode = usize::from(key.mode == Mode::Major);
            let likeness = |chroma: &Chroma, profile: &Profile| likeness(chroma, &profile[mode], usize::from(key.tonic));
            let bass = if bass_speaks { likeness(&self.bass, &profiles.bass) } else { 0.0 };
            let openings = likeness(&self.opening_rest, &profiles.opening_rest) + likeness(&self.opening_bass, &profiles.opening_bass);
            likeness(&self.rest, &profiles.rest) + bass + openings + if key.mode == Mode::Minor { profiles.minor } else { 0.0 }
        });
        let mut all = [0.0; 24];
        all.iter_mut().zip(scores).for_each(|(to, score)| *to = score);
        Some(all)
    }
}

fn mean(chroma: &Chroma) -> f32 {
    chroma.iter().sum::<f32>() / 12.0
}

fn deviation(chroma: &Chroma) -> f32 {
    let mean = mean(chroma);
    (chroma.iter().map(|value| (value - mean).powi(2)).sum::<f32>() / 12.0).sqrt()
}

/// How a chroma, as differences from its mean and of length 1, goes with a profile turned to a tonic.
fn likeness(chroma: &Chroma, profile: &[f32; 12], tonic: usize) -> f32 {
    let mean = mean(chroma);
    let product = |step: usize| (chroma[(tonic + step) % 12] - mean) * profile[step];
    let length = deviation(chroma) * 12.0_f32.sqrt();
    if length > 1e-6 { (0..12).map(product).sum::<f32>() / length } else { 0.0 }
}
