//! A picture to a logo: whole, upright, see-through where it was, small enough for the head of a page. Stores nothing.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{PixelType, Resizer};
use image::RgbaImage;

use crate::ImageError;
use crate::decode::decode;

/// The box a logo is fitted into: the largest place it has, twice over for sharp screens. Wider than high, as word marks are.
const MOST_WIDTH: u32 = 640;
const MOST_HEIGHT: u32 = 320;
/// Logos have hard edges, which show what WebP leaves out sooner than photographs do.
const QUALITY: f32 = 92.0;

/// Makes a WebP of an uploaded JPEG, PNG, WebP or GIF (its first frame): upright by its EXIF, fitted into 640×320 without cutting,
/// never enlarged, transparency kept, metadata dropped.
///
/// # Errors
/// As for a cover: the same limits on bytes, sides, pixels and memory.
pub fn logo(bytes: &[u8]) -> Result<Vec<u8>, ImageError> {
    let (mut picture, orientation) = decode(bytes)?;
    picture.apply_orientation(orientation);
    encode_within(&picture.into_rgba8(), (MOST_WIDTH, MOST_HEIGHT))
}

/// A WebP of the whole picture, no larger than `most` (width and height).
pub(crate) fn encode_within(picture: &RgbaImage, most: (u32, u32)) -> Result<Vec<u8>, ImageError> {
    let fitted = fit(picture, most)?;
    webp::Encoder::from_rgba(fitted.as_raw(), fitted.width(), fitted.height())
        .encode_simple(false, QUALITY)
        .map(|file| file.to_vec())
        .map_err(|error| ImageError::NotEncoded(format!("{error:?}")))
}

fn fit(picture: &RgbaImage, (most_width, most_height): (u32, u32)) -> Result<RgbaImage, ImageError> {
    let (width, height) = picture.dimensions();
    let scale = (f64::from(most_width) / f64::from(width)).min(f64::from(most_height) / f64::from(height));
    if scale >= 1.0 {
        return Ok(picture.clone());
    }
    // A hair line of 12 000 pixels still is one pixel wide.
    let side = |pixels: u32, most: u32| ((f64::from(pixels) * scale).round() as u32).clamp(1, most);
    let (width, height) = (side(width, most_width), side(height, most_height));
    let failed = |error: &dyn std::fmt::Display| ImageError::NotEncoded(error.to_string());
    let source = ImageRef::new(picture.width(), picture.height(), picture.as_raw(), PixelType::U8x4).map_err(|error| failed(&error))?;
    let mut target = Image::new(width, height, PixelType::U8x4);
    Resizer::new().resize(&source, &mut target, None).map_err(|error| failed(&error))?;
    RgbaImage::from_raw(width, height, target.into_vec()).ok_or(ImageError::Damaged)
}
