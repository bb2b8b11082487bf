//! Which square of a picture is its cover. Knows where it lies, not what is in it.

use crate::ImageError;

/// The least side of a chosen square, unless the whole picture is smaller.
pub const LEAST_SIDE: u32 = 96;

/// A square of an upright picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Square {
    /// Its centre, as a fraction of the picture's width.
    pub x: f64,
    /// Its centre, as a fraction of the picture's height.
    pub y: f64,
    /// Its side, as a fraction of the picture's shorter side.
    pub size: f64,
}

impl Square {
    /// The largest one in the middle.
    pub const CENTRE: Self = Self { x: 0.5, y: 0.5, size: 1.0 };

    /// Left, top and side in pixels of a picture of this size.
    pub(crate) fn pixels(self, (width, height): (u32, u32)) -> Result<[f64; 3], ImageError> {
        /// What rounding to ten-thousandths may move an edge of the largest picture.
        const SLACK: f64 = 1.0;
        let (wide, high, short) = (f64::from(width), f64::from(height), f64::from(width.min(height)));
        let side = self.size * short;
        let (left, top) = (self.x * wide - side / 2.0, self.y * high - side / 2.0);
        let inside = |from: f64, most: f64| from >= -SLACK && from + side <= most + SLACK;
        // Comparisons with what is no number are false.
        if !(side > 0.0 && side <= short + SLACK && inside(left, wide) && inside(top, high)) {
            return Err(ImageError::SquareOutside);
        }
        if side + SLACK / 2.0 < short.min(f64::from(LEAST_SIDE)) {
            return Err(ImageError::SquareTooSmall);
        }
        let side = side.min(short);
        Ok([left.clamp(0.0, wide - side), top.clamp(0.0, high - side), side])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pixels(x: f64, y: f64, size: f64) -> Result<[f64; 3], ImageError> {
        Square { x, y, size }.pixels((400, 200))
    }

    #[test]
    fn the_middle_is_the_largest_square_there_is() {
        assert_eq!(Square::CENTRE.pixels((400, 200)), Ok([100.0, 0.0, 200.0]));
        assert_eq!(Square::CENTRE.pixels((200, 400)), Ok([0.0, 100.0, 200.0]));
        assert_eq!(Square::CENTRE.pixels((1, 1)), Ok([0.0, 0.0, 1.0]));
    }

    #[test]
    fn a_square_lies_where_its_centre_says() {
        assert_eq!(pixels(0.25, 0.5, 0.5), Ok([50.0, 50.0, 100.0]));
        assert_eq!(pixels(0.7501, 0.5, 1.0), Ok([200.0, 0.0, 200.0]), "rounding is forgiven");
    }

    #[test]
    fn a_square_that_leaves_the_picture_is_refused() {
        for (x, y, size) in [(0.2, 0.5, 1.0), (0.5, 0.6, 1.0), (0.5, 0.5, 1.1), (0.5, 0.5, 0.0), (0.5, 0.5, -1.0), (-1.0, 0.5, 0.5)] {
            assert_eq!(pixels(x, y, size), Err(ImageError::SquareOutside), "{x} {y} {size}");
        }
        for wrong in [f64::NAN, f64::INFINITY] {
            assert_eq!(pixels(wrong, 0.5, 0.6), Err(ImageError::SquareOutside));
            assert_eq!(pixels(0.5, wrong, 0.6), Err(ImageError::SquareOutside));
            assert_eq!(pixels(0.5, 0.5, wrong), Err(ImageError::SquareOutside));
        }
    }

    #[test]
    fn a_square_of_fewer_than_96_pixels_is_refused_unless_it_is_all_there_is() {
        assert_eq!(pixels(0.5, 0.5, 0.47), Err(ImageError::SquareTooSmall));
        assert!(pixels(0.5, 0.5, 0.48).is_ok());
        assert_eq!(Square { size: 0.9, ..Square::CENTRE }.pixels((50, 80)), Err(ImageError::SquareTooSmall));
        assert!(Square::CENTRE.pixels((50, 80)).is_ok());
    }
}
