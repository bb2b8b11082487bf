//! A square of a picture to a cover: four sizes of WebP, and what stands for them meanwhile. Stores nothing.

use fast_image_resize::PixelType;
use image::RgbImage;

use crate::dominant::{Dominant, dominant};
use crate::original::Original;
use crate::resample::{resampled, webp};
use crate::{ImageError, Square, placeholder};

/// The sizes a cover comes in, in pixels a side.
pub const SIZES: [u32; 4] = [96, 320, 640, 1400];
const LARGEST: u32 = SIZES[3];
const QUALITY: f32 = 82.0;

/// Everything that is kept of a picture's square.
#[derive(Debug, Clone, PartialEq)]
pub struct Cover {
    /// Each of [`SIZES`] with its WebP. A small source is never enlarged: the file is then `min(size, side)` wide.
    pub sizes: [(u32, Vec<u8>); 4],
    /// Pixels a side of the largest file.
    pub side: u32,
    /// About 25 bytes; see [`crate::thumbhash_png_data_url`].
    pub thumbhash: Vec<u8>,
    pub dominant: Dominant,
}

/// The centre square of an uploaded picture; see [`Original::open`] for what is taken.
///
/// # Errors
/// What is wrong with the picture.
pub fn cover(bytes: &[u8]) -> Result<Cover, ImageError> {
    Original::open(bytes)?.cover(Square::CENTRE)
}

/// Makes a cover of a picture we drew ourselves.
///
/// # Errors
/// When it has no pixels.
pub fn cover_from_image(picture: RgbImage) -> Result<Cover, ImageError> {
    Original::drawn(picture)?.cover(Square::CENTRE)
}

/// All sizes of the square at `left`, `top` with this many pixels a side.
pub(crate) fn sizes(picture: &RgbImage, [left, top, length]: [f64; 3]) -> Result<Cover, ImageError> {
    let side = (length.round() as u32).clamp(1, LARGEST);
    let square = resampled(picture, PixelType::U8x3, [left, top, length, length], (side, side))?;
    let mut files = SIZES.map(|size| (size, Vec::new()));
    let mut small = None;
    for at in 0..SIZES.len() {
        if at > 0 && SIZES[at - 1] >= side {
            files[at].1 = files[at - 1].1.clone();
            continue;
        }
        let fitted = shrink(&square, SIZES[at].min(side))?;
        files[at].1 = webp(&fitted, QUALITY)?;
        small.get_or_insert(fitted);
    }
    let small = small.ok_or(ImageError::Damaged)?;
    Ok(Cover { sizes: files, side, thumbhash: placeholder::thumbhash(&small), dominant: dominant(&small) })
}

fn shrink(square: &RgbImage, side: u32) -> Result<RgbImage, ImageError> {
    let whole = f64::from(square.width());
    match side == square.width() {
        true => Ok(square.clone()),
        false => resampled(square, PixelType::U8x3, [0.0, 0.0, whole, whole], (side, side)),
    }
}
