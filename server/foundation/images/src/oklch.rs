//! Colour by lightness, chroma and hue (Ottosson's Oklab), as the style sheet has it. Knows no theme.

/// A colour in oklch: lightness 0–1, chroma 0–0.4, hue in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Oklch {
    pub lightness: f32,
    pub chroma: f32,
    pub hue: f32,
}

impl Oklch {
    /// The coordinates of an sRGB colour.
    pub fn from_rgb(rgb: [u8; 3]) -> Self {
        Self::from_lab(rgb_to_lab(rgb))
    }

    pub(crate) fn from_lab([lightness, a, b]: [f32; 3]) -> Self {
        Self { lightness, chroma: a.hypot(b), hue: b.atan2(a).to_degrees().rem_euclid(360.0) }
    }

    /// The nearest sRGB colour of this lightness and hue: chroma gives way, as CSS Color 4 asks.
    pub fn to_rgb(self) -> [u8; 3] {
        self.to_linear().map(encode)
    }

    pub(crate) fn to_linear(self) -> [f32; 3] {
        let wanted = self.linear_at(self.chroma);
        if in_gamut(wanted) {
            return wanted;
        }
        let (mut low, mut high) = (0.0, self.chroma);
        for _ in 0..16 {
            let middle = f32::midpoint(low, high);
            if in_gamut(self.linear_at(middle)) { low = middle } else { high = middle }
        }
        self.linear_at(low).map(|part| part.clamp(0.0, 1.0))
    }

    fn linear_at(self, chroma: f32) -> [f32; 3] {
        let (sin, cos) = self.hue.to_radians().sin_cos();
        let (a, b) = (chroma * cos, chroma * sin);
        let l = (self.lightness + 0.396_337_78 * a + 0.215_803_76 * b).powi(3);
        let m = (self.lightness - 0.105_561_346 * a - 0.063_854_17 * b).powi(3);
        let s = (self.lightness - 0.089_484_18 * a - 1.291_485_5 * b).powi(3);
        [
            4.076_741_7 * l - 3.307_711_6 * m + 0.230_969_94 * s,
            -1.268_438 * l + 2.609_757_4 * m - 0.341_319_4 * s,
            -0.004_196_086_3 * l - 0.703_418_6 * m + 1.707_614_7 * s,
        ]
    }
}

fn in_gamut(linear: [f32; 3]) -> bool {
    linear.iter().all(|part| (-0.0005..=1.0005).contains(part))
}

pub(crate) fn rgb_to_lab(rgb: [u8; 3]) -> [f32; 3] {
    let [r, g, b] = rgb.map(decode);
    let l = (0.412_221_46 * r + 0.536_332_55 * g + 0.051_445_995 * b).cbrt();
    let m = (0.211_903_5 * r + 0.680_699_5 * g + 0.107_396_96 * b).cbrt();
    let s = (0.088_302_46 * r + 0.281_718_85 * g + 0.629_978_7 * b).cbrt();
    [
        0.210_454_26 * l + 0.793_617_8 * m - 0.004_072_047 * s,
        1.977_998_5 * l - 2.428_592_2 * m + 0.450_593_7 * s,
        0.025_904_037 * l + 0.782_771_77 * m - 0.808_675_77 * s,
    ]
}

fn decode(byte: u8) -> f32 {
    let value = f32::from(byte) / 255.0;
    if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
}

/// One channel of linear light as an sRGB byte.
pub(crate) fn encode(linear: f32) -> u8 {
    let linear = linear.clamp(0.0, 1.0);
    let value = if linear <= 0.003_130_8 { linear * 12.92 } else { 1.055 * linear.powf(1.0 / 2.4) - 0.055 };
    (value * 255.0).round() as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn srgb_survives_the_round_trip() {
        for rgb in [[255, 0, 0], [0, 255, 0], [0, 0, 255], [12, 200, 90], [255, 255, 255], [0, 0, 0]] {
            let back = Oklch::from_rgb(rgb).to_rgb();
            assert!(rgb.iter().zip(back).all(|(a, b)| a.abs_diff(b) <= 1), "{rgb:?} {back:?}");
        }
    }

    #[test]
    fn chroma_out_of_reach_keeps_lightness_and_hue() {
        let asked = Oklch { lightness: 0.7, chroma: 0.4, hue: 155.0 };
        let got = Oklch::from_rgb(asked.to_rgb());
        assert!((got.lightness - 0.7).abs() < 0.01 && (got.hue - 155.0).abs() < 2.0, "{got:?}");
    }
}
