//! Parts of pictures at other sizes, and pictures as files. Decides neither which part nor which size.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{PixelType, ResizeOptions, Resizer};
use image::{ImageBuffer, Pixel, RgbImage};

use crate::ImageError;

/// The part (left, top, width, height) of a picture at another size.
pub(crate) fn resampled<P>(
    picture: &ImageBuffer<P, Vec<u8>>,
    pixel: PixelType,
    [left, top, width, height]: [f64; 4],
    (to_width, to_height): (u32, u32),
) -> Result<ImageBuffer<P, Vec<u8>>, ImageError>
where
    P: Pixel<Subpixel = u8>,
{
    let failed = |error: &dyn std::fmt::Display| ImageError::NotEncoded(error.to_string());
    let options = ResizeOptions::new().crop(left, top, width, height);
    let source = ImageRef::new(picture.width(), picture.height(), picture.as_raw(), pixel).map_err(|error| failed(&error))?;
    let mut target = Image::new(to_width, to_height, pixel);
    Resizer::new().resize(&source, &mut target, &options).map_err(|error| failed(&error))?;
    ImageBuffer::from_raw(to_width, to_height, target.into_vec()).ok_or(ImageError::Damaged)
}

pub(crate) fn webp(picture: &RgbImage, quality: f32) -> Result<Vec<u8>, ImageError> {
    webp::Encoder::from_rgb(picture.as_raw(), picture.width(), picture.height())
        .encode_simple(false, quality)
        .map(|file| file.to_vec())
        .map_err(|error| ImageError::NotEncoded(format!("{error:?}")))
}
