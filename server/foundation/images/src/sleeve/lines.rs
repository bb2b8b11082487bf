//! Designs of lines: stripes, chevrons, a swell of waves, rays.

use std::f32::consts::{PI, TAU};

use super::chance::Chance;
use super::design::{Design, Ink};

/// Bands of uneven width and the inks they take, over a length of 1.
fn bands(chance: &mut Chance, count: usize, uneven: f32) -> Vec<(f32, Ink)> {
    let widths: Vec<f32> = (0..count).map(|_| 1.0 + chance.between(0.0, uneven)).collect();
    let total: f32 = widths.iter().sum();
    // Never the outermost, which the corner may cut to a sliver.
    let hot = 3 + 2 * chance.below(count / 2 - 2);
    let mut end = 0.0;
    (0..count)
        .map(|at| {
            end += widths[at] / total;
            let ink = match at {
                at if at == hot => Ink::Accent,
                at if at % 2 == 1 => Ink::Figure,
                _ => Ink::Ground,
            };
            (end, ink)
        })
        .collect()
}

fn band(bands: &[(f32, Ink)], at: f32) -> Ink {
    bands.iter().find(|(end, _)| at < *end).map_or(Ink::Ground, |(_, ink)| *ink)
}

/// Diagonal stripes of uneven width.
pub(super) fn stripes(chance: &mut Chance) -> Design {
    let count = chance.pick([8, 10, 12]);
    let bands = bands(chance, count, 2.2);
    let (sin, cos) = chance.pick([0.52_f32, 0.785, 1.05, -0.52, -0.785, -1.05]).sin_cos();
    Box::new(move |x, y| {
        let across = ((x - 0.5) * cos + (y - 0.5) * sin) / (cos.abs() + sin.abs()) + 0.5;
        band(&bands, across)
    })
}

/// Stacked Vs, pointing any of four ways, once or zigzag.
pub(super) fn chevrons(chance: &mut Chance) -> Design {
    let turn = chance.below(4);
    let folds = chance.pick([1.0, 1.0, 2.0]);
    let steep = chance.pick([0.6, 0.9]) / folds;
    let count = chance.pick([8, 10, 12]);
    let bands = bands(chance, count, 0.9);
    Box::new(move |x, y| {
        let (x, y) = match turn {
            0 => (x, y),
            1 => (x, 1.0 - y),
            2 => (y, x),
            _ => (y, 1.0 - x),
        };
        let fold = ((x * folds).rem_euclid(1.0) - 0.5).abs();
        band(&bands, (y + fold * steep) / (1.0 + steep * 0.5))
    })
}

/// Level lines that a bump lifts, thick where it is high: a swell seen from the side.
pub(super) fn swell(chance: &mut Chance) -> Design {
    let count = chance.pick([9.0_f32, 11.0, 13.0]);
    let (rate, phase) = (chance.pick([1.0, 1.5, 2.0]) * TAU, chance.between(0.0, TAU));
    let lift = chance.between(0.07, 0.12);
    let drift = chance.between(-2.5, 2.5);
    let hot = 2.0 + chance.below(count as usize - 4) as f32;
    let upright = chance.once_in(2);
    Box::new(move |x, y| {
        let (x, y) = if upright { (y, x) } else { (x, y) };
        let wave = (x * rate + phase + y * drift).sin();
        let line = (y + wave * lift) * count;
        let half = 0.24 + 0.14 * (x * rate * 0.5 + y * 3.0 + phase).cos();
        match (line.rem_euclid(1.0) - 0.5).abs() < half {
            true if line.floor() == hot => Ink::Accent,
            true => Ink::Figure,
            false => Ink::Ground,
        }
    })
}

/// Rays from a point on the edge, with a hot disc over their source.
pub(super) fn rays(chance: &mut Chance) -> Design {
    let (from_x, from_y) = chance.pick([(0.5, 1.0), (0.0, 1.0), (1.0, 1.0), (0.5, 0.62), (0.0, 0.0), (1.0, 0.5)]);
    let count = chance.pick([20.0, 24.0, 32.0]);
    let disc = chance.between(0.2, 0.3);
    let gap = chance.pick([0.0, 0.04]);
    let turn = chance.between(0.0, PI);
    Box::new(move |x, y| {
        let (x, y) = (x - from_x, y - from_y);
        let away = x.hypot(y);
        if away < disc {
            return Ink::Accent;
        }
        let ray = (y.atan2(x) + turn).rem_euclid(TAU) / TAU * count;
        match away > disc + gap && (ray as u32).is_multiple_of(2) {
            true => Ink::Figure,
            false => Ink::Ground,
        }
    })
}
