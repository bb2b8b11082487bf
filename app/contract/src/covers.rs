//! Which square of a picture is a mix's cover. Arithmetic for whoever shows it; pixels are cut on the server, which judges again.

use serde::{Deserialize, Serialize};

/// The whole of a picture's width or height, and the largest square.
pub const WHOLE: u16 = 10_000;
/// The least pixels a side, unless the picture has fewer.
pub const LEAST_PX: u32 = 96;

/// A square of a picture in ten-thousandths: its centre of the picture's width and height, its side of the shorter of the two.
///
/// The centre is the picture's focal point too. Whole numbers: reading fractions is 10 kB of tables in the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Crop {
    pub x: u16,
    pub y: u16,
    pub size: u16,
}

impl Default for Crop {
    /// The largest square in the middle.
    fn default() -> Self {
        Self { x: WHOLE / 2, y: WHOLE / 2, size: WHOLE }
    }
}

/// A picture of which a crop is taken: width and height in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Canvas {
    pub width: u32,
    pub height: u32,
}

impl Canvas {
    fn shorter(self) -> u32 {
        self.width.min(self.height).max(1)
    }

    /// Half of a square of this size, in ten-thousandths of the width and of the height.
    fn halves(self, size: u16) -> [u16; 2] {
        let half = |side: u32| {
            let share = u64::from(size) * u64::from(self.shorter()) / (2 * u64::from(side.max(1)));
            u16::try_from(share).unwrap_or(WHOLE).min(WHOLE / 2)
        };
        [half(self.width), half(self.height)]
    }

    /// The smallest square that is taken.
    pub fn least(self) -> u16 {
        let least = (u64::from(LEAST_PX) * u64::from(WHOLE)).div_ceil(u64::from(self.shorter()));
        u16::try_from(least).unwrap_or(WHOLE).min(WHOLE)
    }

    /// The nearest crop that lies inside.
    pub fn hold(self, crop: Crop) -> Crop {
        let size = crop.size.clamp(self.least(), WHOLE);
        let [half_wide, half_high] = self.halves(size);
        let inside = |at: u16, half: u16| at.clamp(half, WHOLE - half);
        Crop { x: inside(crop.x, half_wide), y: inside(crop.y, half_high), size }
    }

    /// Moved by a share of the picture, as far as it goes.
    pub fn shift(self, crop: Crop, by_x: i32, by_y: i32) -> Crop {
        let moved = |at: u16, by: i32| u16::try_from((i32::from(at) + by).clamp(0, i32::from(WHOLE))).unwrap_or(at);
        self.hold(Crop { x: moved(crop.x, by_x), y: moved(crop.y, by_y), ..crop })
    }

    /// Left, top, width and height of the crop in hundredths of a percent of the picture, as styles want them.
    pub fn frame(self, crop: Crop) -> [u16; 4] {
        let crop = self.hold(crop);
        let [half_wide, half_high] = self.halves(crop.size);
        [crop.x - half_wide, crop.y - half_high, 2 * half_wide, 2 * half_high]
    }
}

/// The whole picture that a cover was cut from, for its DJ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverSource {
    pub url: String,
    pub crop: Crop,
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDE: Canvas = Canvas { width: 800, height: 400 };

    #[test]
    fn the_middle_is_where_a_crop_begins() {
        assert_eq!(WIDE.hold(Crop::default()), Crop::default());
        assert_eq!(WIDE.frame(Crop::default()), [2_500, 0, 5_000, 10_000]);
    }

    #[test]
    fn a_crop_never_leaves_its_picture() {
        let moved = WIDE.shift(Crop::default(), -9_000, 400);
        assert_eq!((moved.x, moved.y), (2_500, 5_000), "as far left as it goes; there is no room above");
        let close = WIDE.hold(Crop { x: 0, y: 10_000, size: 5_000 });
        assert_eq!((close.x, close.y, close.size), (1_250, 7_500, 5_000));
        assert_eq!(WIDE.frame(close), [0, 5_000, 2_500, 5_000]);
    }

    #[test]
    fn a_crop_is_as_small_as_96_pixels_and_no_smaller() {
        assert_eq!(WIDE.hold(Crop { size: 1, ..Crop::default() }).size, 2_400);
        assert_eq!(Canvas { width: 60, height: 500 }.hold(Crop { size: 1, ..Crop::default() }).size, WHOLE);
    }

    #[test]
    fn a_picture_without_pixels_breaks_nothing() {
        let nothing = Canvas { width: 0, height: 0 };
        assert_eq!(nothing.hold(Crop::default()), Crop::default());
    }
}
