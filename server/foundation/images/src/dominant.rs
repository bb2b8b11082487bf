//! The colour a page takes from its artwork. Chooses a colour of the picture; making it readable is the theme's work.

use image::RgbImage;

use crate::oklch::{Oklch, rgb_to_lab};

const SECTORS: usize = 36;
/// Below this chroma a pixel has no hue worth speaking of.
const NEUTRAL: f32 = 0.03;

/// The picture's leading colour.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dominant {
    pub rgb: [u8; 3],
    /// Hue in oklch, degrees. Means nothing where `chroma` is under 0.03: the picture is grey.
    pub hue: f32,
    /// Chroma in oklch, about 0–0.32.
    pub chroma: f32,
}

impl Dominant {
    /// The hue a page may be tinted in, in degrees; a grey picture has none.
    pub fn tint(self) -> Option<f32> {
        (self.chroma >= NEUTRAL).then_some(self.hue)
    }
}

/// The mean of the hue that covers most, where vivid pixels count for more than pale ones.
pub(crate) fn dominant(picture: &RgbImage) -> Dominant {
    let labs: Vec<[f32; 3]> = picture.pixels().map(|pixel| rgb_to_lab(pixel.0)).collect();
    let mut weights = [0.0_f32; SECTORS];
    for lab in &labs {
        let chroma = lab[1].hypot(lab[2]);
        if chroma >= NEUTRAL {
            weights[sector(lab)] += chroma;
        }
    }
    // A hue that straddles two sectors must not lose to a smaller one that fills one.
    let around = |at: usize| weights[(at + SECTORS - 1) % SECTORS] + weights[at] + weights[(at + 1) % SECTORS];
    let best = (0..SECTORS).max_by(|a, b| around(*a).total_cmp(&around(*b))).unwrap_or_default();
    let is_grey = around(best) < NEUTRAL * 0.05 * labs.len() as f32;
    let near = |at: usize| (at + SECTORS + 1 - best) % SECTORS <= 2;

    let (mut sum, mut total) = ([0.0_f32; 3], 0.0_f32);
    for lab in &labs {
        let chroma = lab[1].hypot(lab[2]);
        let weight = match is_grey {
            true => 1.0,
            false if chroma >= NEUTRAL && near(sector(lab)) => chroma,
            false => continue,
        };
        (0..3).for_each(|part| sum[part] += lab[part] * weight);
        total += weight;
    }
    let colour = Oklch::from_lab(sum.map(|part| part / total.max(f32::MIN_POSITIVE)));
    Dominant { rgb: colour.to_rgb(), hue: colour.hue, chroma: colour.chroma }
}

fn sector(lab: &[f32; 3]) -> usize {
    let turn = lab[2].atan2(lab[1]).rem_euclid(std::f32::consts::TAU) / std::f32::consts::TAU;
    ((turn * SECTORS as f32) as usize).min(SECTORS - 1)
}
