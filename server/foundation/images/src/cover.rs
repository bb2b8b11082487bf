//! A picture to a cover: square, upright, without metadata, in four sizes of WebP. Stores nothing.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{PixelType, ResizeOptions, Resizer};
use image::{DynamicImage, ImageBuffer, Pixel, Rgb, RgbImage, RgbaImage};

use crate::decode::decode;
use crate::dominant::{Dominant, dominant};
use crate::{ImageError, placeholder};

/// The sizes a cover comes in, in pixels a side.
pub const SIZES: [u32; 4] = [96, 320, 640, 1400];
const LARGEST: u32 = SIZES[3];
const QUALITY: f32 = 82.0;

/// Everything that is kept of a picture.
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

/// Makes a cover of an uploaded JPEG, PNG, WebP or GIF (its first frame): upright by its EXIF, cut to the centre square.
///
/// Refuses over 20 MiB, a side over 12 000, 40 megapixels, or 256 MiB to decode; colour profiles go with the
/// other metadata and the pixels are taken for sRGB.
pub fn cover(bytes: &[u8]) -> Result<Cover, ImageError> {
    let (picture, orientation) = decode(bytes)?;
    let mut square = match picture.color().has_alpha() {
        true => flatten(&picture.into_rgba8()),
        false => centre_square(&picture.into_rgb8()),
    }
    .map(DynamicImage::from)?;
    // A centre square stays the centre square when turned, so the turn is made on the small copy.
    square.apply_orientation(orientation);
    sizes(&square.into_rgb8())
}

/// Makes a cover of a picture we drew ourselves.
pub fn cover_from_image(picture: RgbImage) -> Result<Cover, ImageError> {
    if picture.width() == 0 || picture.height() == 0 {
        return Err(ImageError::Damaged);
    }
    sizes(&centre_square(&picture)?)
}

fn sizes(square: &RgbImage) -> Result<Cover, ImageError> {
    let side = square.width();
    let mut files = SIZES.map(|size| (size, Vec::new()));
    let mut small = None;
    for at in 0..SIZES.len() {
        if at > 0 && SIZES[at - 1] >= side {
            files[at].1 = files[at - 1].1.clone();
            continue;
        }
        let fitted = shrink(square, SIZES[at].min(side))?;
        files[at].1 = webp(&fitted)?;
        small.get_or_insert(fitted);
    }
    let small = small.ok_or(ImageError::Damaged)?;
    Ok(Cover { sizes: files, side, thumbhash: placeholder::thumbhash(&small), dominant: dominant(&small) })
}

fn webp(picture: &RgbImage) -> Result<Vec<u8>, ImageError> {
    webp::Encoder::from_rgb(picture.as_raw(), picture.width(), picture.height())
        .encode_simple(false, QUALITY)
        .map(|file| file.to_vec())
        .map_err(|error| ImageError::NotEncoded(format!("{error:?}")))
}

fn shrink(square: &RgbImage, side: u32) -> Result<RgbImage, ImageError> {
    match side == square.width() {
        true => Ok(square.clone()),
        false => square_of(square, PixelType::U8x3, side),
    }
}

fn centre_square(picture: &RgbImage) -> Result<RgbImage, ImageError> {
    square_of(picture, PixelType::U8x3, largest_side(picture.dimensions()))
}

fn largest_side((width, height): (u32, u32)) -> u32 {
    width.min(height).min(LARGEST)
}

/// Lays a see-through picture on paper that sets it off: dark marks on pale, pale marks on dark.
fn flatten(picture: &RgbaImage) -> Result<RgbImage, ImageError> {
    let square = square_of(picture, PixelType::U8x4, largest_side(picture.dimensions()))?;
    let (mut light, mut solid) = (0_u64, 0_u64);
    for [r, g, b, a] in square.pixels().map(|pixel| pixel.0.map(u64::from)) {
        light += (r * 2 + g * 5 + b) / 8 * a;
        solid += a;
    }
    let paper: [u16; 3] = if light > solid * 128 { [13, 14, 18] } else { [245, 245, 248] };
    Ok(RgbImage::from_fn(square.width(), square.height(), |x, y| {
        let [r, g, b, a] = square.get_pixel(x, y).0.map(u16::from);
        let over = |ink: u16, paper: u16| ((ink * a + paper * (255 - a) + 127) / 255) as u8;
        Rgb([over(r, paper[0]), over(g, paper[1]), over(b, paper[2])])
    }))
}

/// The centre square at `side` pixels.
fn square_of<P>(picture: &ImageBuffer<P, Vec<u8>>, pixel: PixelType, side: u32) -> Result<ImageBuffer<P, Vec<u8>>, ImageError>
where
    P: Pixel<Subpixel = u8>,
{
    let failed = |error: &dyn std::fmt::Display| ImageError::NotEncoded(error.to_string());
    let (width, height) = picture.dimensions();
    let short = width.min(height);
    let (left, top) = (f64::from((width - short) / 2), f64::from((height - short) / 2));
    let options = ResizeOptions::new().crop(left, top, f64::from(short), f64::from(short));
    let source = ImageRef::new(width, height, picture.as_raw(), pixel).map_err(|error| failed(&error))?;
    let mut target = Image::new(side, side, pixel);
    Resizer::new().resize(&source, &mut target, &options).map_err(|error| failed(&error))?;
    ImageBuffer::from_raw(side, side, target.into_vec()).ok_or(ImageError::Damaged)
}
