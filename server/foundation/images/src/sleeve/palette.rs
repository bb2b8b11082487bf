//! Three inks from one hue: ground, figure and one hot accent. Chooses colours, not where they go.

use super::chance::Chance;
use crate::oklch::Oklch;

pub(super) struct Palette {
    /// Linear light, indexed by `Ink`.
    pub(super) linear: [[f32; 3]; 3],
}

impl Palette {
    pub(super) fn new(chance: &mut Chance, hue: f32) -> Self {
        let hue = hue + chance.between(-14.0, 14.0);
        let away = hue + chance.pick([180.0, 180.0, 150.0, 210.0, 120.0, 250.0]);
        let ink = |lightness, chroma, hue| Oklch { lightness, chroma, hue };
        let inks = match chance.below(5) {
            // Deep ground, pale figure.
            0 | 1 => [ink(0.22, 0.19, hue), ink(0.92, 0.06, hue), ink(hot_lightness(away), 0.2, away)],
            // Pale ground, deep figure; the accent darkens to stand off the paper.
            2 => [ink(0.93, 0.05, hue), ink(0.23, 0.17, hue), ink(0.66, 0.24, off_mustard(away))],
            // Hot ground, deep figure, a pale accent.
            3 => [ink(0.82, 0.18, hue), ink(0.2, 0.12, hue), ink(0.97, 0.03, hue)],
            // Hot ground, pale figure of another hue's ink: two colours shout, the third is night.
            _ => [ink(0.66, 0.23, hue), ink(0.95, 0.05, hue), ink(0.2, 0.1, away)],
        };
        Self { linear: inks.map(Oklch::to_linear) }
    }
}

/// Yellow is hottest near white, the other hues at three quarters.
fn hot_lightness(hue: f32) -> f32 {
    0.77 + 0.12 * (1.0 - ((hue.rem_euclid(360.0) - 105.0).abs() / 50.0)).max(0.0)
}

/// Yellows dark enough for pale paper turn to mustard, so the accent goes on to pink or blue.
fn off_mustard(hue: f32) -> f32 {
    if (60.0..140.0).contains(&hue.rem_euclid(360.0)) { hue + 150.0 } else { hue }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contrast(a: [f32; 3], b: [f32; 3]) -> f32 {
        let luminance = |[r, g, b]: [f32; 3]| 0.2126 * r + 0.7152 * g + 0.0722 * b;
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn figure_stands_off_its_ground_at_every_hue() {
        for hue in 0..72 {
            for seed in 0..12 {
                let [ground, figure, accent] = Palette::new(&mut Chance::new(seed, ""), hue as f32 * 5.0).linear;
                assert!(contrast(ground, figure) > 1.9, "hue {hue} seed {seed}");
                assert!(contrast(ground, accent) > 1.15, "hue {hue} seed {seed}");
            }
        }
    }
}
