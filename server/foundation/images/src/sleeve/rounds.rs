//! Designs of discs: a slatted sun, leaning rings, a record half off the sleeve.

use super::chance::Chance;
use super::design::{Design, Ink};

/// A sun whose slats widen as it sinks, over a horizon.
pub(super) fn sun(chance: &mut Chance) -> Design {
    let radius = chance.between(0.28, 0.38);
    let centre_x = chance.pick([0.5, 0.5, 0.36, 0.64]);
    let horizon = chance.pick([0.72, 0.8, 1.2]);
    let centre_y = if horizon > 1.0 { chance.between(0.48, 0.54) } else { horizon - chance.between(0.0, 0.14) };
    let slats = chance.pick([6.0, 7.0, 9.0]);
    let sea = chance.once_in(2);
    Box::new(move |x, y| {
        if y > horizon {
            // Either solid land or a sea whose lines thin out toward the eye.
            let depth = (y - horizon) / (1.0 - horizon);
            let line = (depth * 4.0).rem_euclid(1.0) < 0.72 - 0.4 * depth;
            return if !sea || line { Ink::Figure } else { Ink::Ground };
        }
        let down = (y - centre_y + radius) / (2.0 * radius);
        let (step, part) = ((down * slats).floor(), (down * slats).rem_euclid(1.0));
        let slat = step >= 2.0 && part < 0.1 + 0.36 * (step - 2.0) / (slats - 3.0);
        match (x - centre_x).hypot(y - centre_y) < radius && !slat {
            true => Ink::Accent,
            false => Ink::Ground,
        }
    })
}

/// Rings whose centres drift as they grow, so they crowd to one side.
pub(super) fn rings(chance: &mut Chance) -> Design {
    let count = chance.pick([6, 7, 9]);
    let (centre_x, centre_y) = (chance.between(0.4, 0.6), chance.between(0.42, 0.62));
    let (lean_y, lean_x) = chance.between(0.0, std::f32::consts::TAU).sin_cos();
    let outer = chance.between(0.5, 0.62);
    let hot = 1 + chance.below(count - 2);
    let thick = chance.between(0.42, 0.56);
    Box::new(move |x, y| {
        let step = outer / count as f32;
        for at in (0..count).rev() {
            let radius = step * (at as f32 + 1.0);
            // Kept under the gap between rings: beyond it they would cross.
            let lean = step * 0.38 * at as f32;
            let away = (x - centre_x - lean_x * lean).hypot(y - centre_y - lean_y * lean);
            if away > radius {
                return Ink::Ground;
            }
            if away > radius - step * thick {
                return if at == hot { Ink::Accent } else { Ink::Figure };
            }
        }
        Ink::Ground
    })
}

/// A record running off an edge: grooves, a hot label, its hole.
pub(super) fn record(chance: &mut Chance) -> Design {
    // A record in a corner has to be larger than a whole one to fill as much of the sleeve.
    let (corner, edge, whole) = ((0.78, 0.9), (0.61, 0.68), (0.42, 0.47));
    let (centre_x, centre_y, (least, most)) = chance.pick([
        (1.0, 0.5, edge),
        (0.0, 0.5, edge),
        (0.5, 1.0, edge),
        (1.0, 1.0, corner),
        (0.0, 1.0, corner),
        (0.5, 0.5, whole),
        (0.62, 0.5, whole),
    ]);
    let outer = chance.between(least, most);
    let label = outer * 0.36;
    let tracks: Vec<f32> = (0..chance.pick([2, 3, 4])).map(|_| chance.between(0.46, 0.94)).collect();
    Box::new(move |x, y| {
        let away = (x - centre_x).hypot(y - centre_y);
        let groove = tracks.iter().any(|track| (away / outer - track).abs() < 0.014);
        match away {
            away if away > outer => Ink::Ground,
            away if away < outer * 0.06 => Ink::Ground,
            away if away < label => Ink::Accent,
            _ if groove => Ink::Ground,
            _ => Ink::Figure,
        }
    })
}
