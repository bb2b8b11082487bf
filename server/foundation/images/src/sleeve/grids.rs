//! Designs on a grid: blocks, a step sequencer, quarter discs, halftone, level meters.

use super::chance::Chance;
use super::design::{Design, Ink};

fn cell(x: f32, y: f32, count: usize) -> (usize, usize, f32, f32) {
    let (x, y) = (x * count as f32, y * count as f32);
    let (column, row) = ((x as usize).min(count - 1), (y as usize).min(count - 1));
    (column, row, x - column as f32, y - row as f32)
}

/// Cells that tend to continue their neighbour, so runs read as plan rather than noise; two cells are hot.
pub(super) fn blocks(chance: &mut Chance) -> Design {
    let count = chance.pick([6, 8, 8, 10]);
    let mirrored = chance.once_in(3);
    let mut inks = vec![Ink::Ground; count * count];
    for at in 0..inks.len() {
        let (column, row) = (at % count, at / count);
        inks[at] = match chance.below(10) {
            0..=2 if column > 0 => inks[at - 1],
            3..=5 if row > 0 => inks[at - count],
            part if part % 2 == 0 => Ink::Ground,
            _ => Ink::Figure,
        };
    }
    for _ in 0..chance.pick([1, 2, 2, 3]) {
        let at = chance.below(inks.len());
        inks[at] = Ink::Accent;
    }
    Box::new(move |x, y| {
        let x = if mirrored && x > 0.5 { 1.0 - x } else { x };
        let (column, row, ..) = cell(x, y, count);
        inks[row * count + column]
    })
}

/// A step sequencer: lit steps are full, the rest small; the playhead's column is hot.
pub(super) fn steps(chance: &mut Chance) -> Design {
    let count = chance.pick([6, 8]);
    let square = chance.once_in(2);
    let playhead = chance.below(count);
    let every: Vec<usize> = (0..count).map(|_| chance.pick([2, 3, 4, 5])).collect();
    let shift: Vec<usize> = (0..count).map(|_| chance.below(4)).collect();
    Box::new(move |x, y| {
        // A margin half a gap wide keeps the outer steps off the edge.
        let inset = 0.04;
        let (x, y) = ((x - inset) / (1.0 - 2.0 * inset), (y - inset) / (1.0 - 2.0 * inset));
        if !(0.0..1.0).contains(&x) || !(0.0..1.0).contains(&y) {
            return Ink::Ground;
        }
        let (column, row, u, v) = cell(x, y, count);
        let (u, v) = ((u - 0.5).abs(), (v - 0.5).abs());
        let lit = (column + shift[row]).is_multiple_of(every[row]);
        let reach = if lit { 0.42 } else { 0.12 };
        let away = if square { u.max(v) } else { u.hypot(v) };
        match away < reach {
            true if column == playhead => Ink::Accent,
            true => Ink::Figure,
            false => Ink::Ground,
        }
    })
}

/// Quarter discs turned at random, some solid, some arcs.
pub(super) fn quarters(chance: &mut Chance) -> Design {
    let count = chance.pick([3, 4, 4, 5]);
    let tiles: Vec<(usize, usize)> = (0..count * count).map(|_| (chance.below(4), chance.below(8))).collect();
    let hot = [chance.below(tiles.len()), chance.below(tiles.len())];
    Box::new(move |x, y| {
        let (column, row, u, v) = cell(x, y, count);
        let at = row * count + column;
        let (turn, kind) = tiles[at];
        let (u, v) = (if turn & 1 == 0 { u } else { 1.0 - u }, if turn & 2 == 0 { v } else { 1.0 - v });
        let away = u.hypot(v);
        let ink = if hot.contains(&at) { Ink::Accent } else { Ink::Figure };
        let inked = match kind {
            0..=4 => away < 1.0,
            5 => away > 1.0,
            6 => (0.34..0.67).contains(&away) || away > 1.0,
            _ => away < 0.5,
        };
        if inked { ink } else { Ink::Ground }
    })
}

/// Dots that swell toward one side or the middle, with one ring of them hot.
pub(super) fn halftone(chance: &mut Chance) -> Design {
    let count = chance.pick([10, 12, 14]) as f32;
    let radial = chance.once_in(2);
    let (sin, cos) = chance.pick([0.0_f32, 0.4, 0.785, 1.2, 1.57]).sin_cos();
    let flipped = chance.once_in(2);
    let (centre_x, centre_y) = (chance.between(0.25, 0.75), chance.between(0.25, 0.75));
    let hot = chance.between(0.55, 0.8);
    Box::new(move |x, y| {
        // The screen stands at 45°, as in print.
        let (s, t) = ((x + y) * count * 0.707, (x - y) * count * 0.707);
        let (dot_s, dot_t) = (s.floor() + 0.5, t.floor() + 0.5);
        let (dot_x, dot_y) = ((dot_s + dot_t) / (1.414 * count), (dot_s - dot_t) / (1.414 * count));
        let tone = match radial {
            true => 1.0 - ((dot_x - centre_x).hypot(dot_y - centre_y) / 0.75),
            false => ((dot_x - 0.5) * cos + (dot_y - 0.5) * sin) / (cos.abs() + sin.abs()) + 0.5,
        };
        let tone = if flipped && !radial { 1.0 - tone } else { tone }.clamp(0.0, 1.0);
        match (s - dot_s).hypot(t - dot_t) < 0.07 + 0.58 * tone {
            true if (tone - hot).abs() < 0.05 => Ink::Accent,
            true => Ink::Figure,
            false => Ink::Ground,
        }
    })
}

/// Bars about a middle line, as a waveform seen close; one burns.
pub(super) fn levels(chance: &mut Chance) -> Design {
    let count = chance.pick([9, 11, 13]);
    let base = chance.pick([0.5, 0.5, 1.0]);
    let round = chance.once_in(2);
    let (rate, phase) = (chance.between(0.5, 1.4), chance.between(0.0, 6.0));
    let heights: Vec<f32> = (0..count)
        .map(|at| {
            let wave = (at as f32 * rate + phase).sin() * 0.5 + 0.5;
            (0.12 + 0.5 * wave + chance.between(0.0, 0.28)) * if base > 0.6 { 1.0 } else { 0.5 }
        })
        .collect();
    let hot = chance.below(count);
    Box::new(move |x, y| {
        let (column, _, u, _) = cell(x, y, count);
        let half_width = 0.34 / count as f32;
        let (across, up) = ((u - 0.5).abs() / count as f32, (y - base).abs());
        let reach = heights[column];
        let inside = match round {
            true => across.hypot((up - reach + half_width).max(0.0)) < half_width,
            false => across < half_width && up < reach,
        };
        match inside {
            true if column == hot => Ink::Accent,
            true => Ink::Figure,
            false => Ink::Ground,
        }
    })
}
