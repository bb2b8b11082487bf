//! Draws a sleeve for a mix that came without one: flat geometry in three colours, the same for the same mix for ever.
//!
//! Draws no text; the page sets the title beside it. Keeps no state and asks for no randomness.

mod chance;
mod design;
mod grids;
mod lines;
mod palette;
mod rounds;

use image::{Rgb, RgbImage};

use crate::oklch::encode;
use chance::Chance;
pub use design::Family;
use design::{Design, Ink};
use palette::Palette;

/// A sleeve of `px` pixels a side for a mix, in colours about `hue` (oklch degrees). `px` of 0 is taken for 1.
///
/// The drawing depends on `seed` and `title` and not on `px`: the thumbnail is the poster made small.
pub fn generate_cover(seed: u64, title: &str, hue: f32, px: u32) -> RgbImage {
    let mut chance = Chance::new(seed, title);
    let family = chance.pick(Family::ALL);
    sleeve(family, chance, hue, px)
}

/// The same, of a family that the caller chooses: say, so that neighbours on a shelf differ.
pub fn generate_cover_of(family: Family, seed: u64, title: &str, hue: f32, px: u32) -> RgbImage {
    let mut chance = Chance::new(seed, title);
    // Drawn and dropped, so that a family drawn by chance and the same one by name give one picture.
    chance.pick(Family::ALL);
    sleeve(family, chance, hue, px)
}

fn sleeve(family: Family, mut chance: Chance, hue: f32, px: u32) -> RgbImage {
    let palette = Palette::new(&mut chance, if hue.is_finite() { hue } else { 0.0 });
    paint(&family.design(&mut chance), &palette, px.clamp(1, 4096))
}

/// Samples a side within a pixel that an edge runs through.
const SAMPLES: u32 = 4;
/// Above this size no shape is thinner than a pixel, so equal corners prove a pixel to be of one colour.
const SPARSE_FROM_PX: u32 = 256;

fn paint(design: &Design, palette: &Palette, px: u32) -> RgbImage {
    let at = |step: u32, of: u32| step as f32 / (px * of) as f32;
    let corners = |y: u32| -> Vec<Ink> { (0..=px).map(|x| design(at(x, 1), at(y, 1))).collect() };
    let flat = palette.linear.map(|linear| Rgb(linear.map(encode)));
    let mut picture = RgbImage::new(px, px);
    let mut above = corners(0);
    for y in 0..px {
        let below = corners(y + 1);
        for x in 0..px {
            let left = x as usize;
            let ink = above[left];
            let same = ink == above[left + 1] && ink == below[left] && ink == below[left + 1];
            let pixel = match same && px >= SPARSE_FROM_PX {
                true => flat[ink as usize],
                false => mixed(design, palette, |sub_x, sub_y| {
                    (at(x * 2 * SAMPLES + 2 * sub_x + 1, 2 * SAMPLES), at(y * 2 * SAMPLES + 2 * sub_y + 1, 2 * SAMPLES))
                }),
            };
            picture.put_pixel(x, y, pixel);
        }
        above = below;
    }
    picture
}

/// The mean of a pixel's samples, in linear light: a mean of sRGB bytes darkens every edge.
fn mixed(design: &Design, palette: &Palette, point: impl Fn(u32, u32) -> (f32, f32)) -> Rgb<u8> {
    let mut sum = [0.0_f32; 3];
    for sub_y in 0..SAMPLES {
        for sub_x in 0..SAMPLES {
            let (x, y) = point(sub_x, sub_y);
            let linear = palette.linear[design(x, y) as usize];
            (0..3).for_each(|part| sum[part] += linear[part]);
        }
    }
    Rgb(sum.map(|part| encode(part / (SAMPLES * SAMPLES) as f32)))
}
