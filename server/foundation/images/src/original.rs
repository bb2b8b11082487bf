//! A picture as it was sent, made safe to keep: upright, without metadata, on paper where it was see-through, of a bounded size.
//! Stores nothing.

use fast_image_resize::PixelType;
use image::{DynamicImage, Rgb, RgbImage, RgbaImage};

use crate::cover::{Cover, sizes};
use crate::decode::decode;
use crate::resample::{resampled, webp};
use crate::{ImageError, Square};

/// The longest side that is kept: twice the largest cover, so that half of a picture still fills one.
const MOST_SIDE: u32 = 3000;
/// Squares are cut from it again, so it loses less than what is shown.
const QUALITY: f32 = 90.0;

/// A whole picture that covers are cut from.
#[derive(Debug, Clone, PartialEq)]
pub struct Original {
    picture: RgbImage,
}

impl Original {
    /// Reads an uploaded JPEG, PNG, WebP or GIF (its first frame), or what [`Original::webp`] made.
    ///
    /// Refuses over 20 MiB, a side over 12 000, 40 megapixels, or 256 MiB to decode; colour profiles go with the
    /// other metadata and the pixels are taken for sRGB.
    ///
    /// # Errors
    /// What is wrong with the picture.
    pub fn open(bytes: &[u8]) -> Result<Self, ImageError> {
        let (picture, orientation) = decode(bytes)?;
        let small = match picture.color().has_alpha() {
            true => flatten(&bounded(&picture.into_rgba8(), PixelType::U8x4)?),
            false => bounded(&picture.into_rgb8(), PixelType::U8x3)?,
        };
        // Turned when it is small: that costs a second buffer.
        let mut upright = DynamicImage::from(small);
        upright.apply_orientation(orientation);
        Ok(Self { picture: upright.into_rgb8() })
    }

    /// A picture we drew ourselves.
    ///
    /// # Errors
    /// When it has no pixels.
    pub fn drawn(picture: RgbImage) -> Result<Self, ImageError> {
        if picture.width() == 0 || picture.height() == 0 { Err(ImageError::Damaged) } else { Ok(Self { picture }) }
    }

    /// Width and height in pixels.
    pub fn dimensions(&self) -> (u32, u32) {
        self.picture.dimensions()
    }

    /// As a file to keep.
    ///
    /// # Errors
    /// When the encoder fails.
    pub fn webp(&self) -> Result<Vec<u8>, ImageError> {
        webp(&self.picture, QUALITY)
    }

    /// The cover of which this is the square.
    ///
    /// # Errors
    /// When the square leaves the picture or is too small, or the encoder fails.
    pub fn cover(&self, square: Square) -> Result<Cover, ImageError> {
        sizes(&self.picture, square.pixels(self.dimensions())?)
    }
}

/// The picture itself when it is small enough.
fn bounded<P>(picture: &image::ImageBuffer<P, Vec<u8>>, pixel: PixelType) -> Result<image::ImageBuffer<P, Vec<u8>>, ImageError>
where
    P: image::Pixel<Subpixel = u8>,
{
    let (width, height) = picture.dimensions();
    let longest = width.max(height);
    if longest <= MOST_SIDE {
        return Ok(picture.clone());
    }
    // A hair line of 12 000 pixels still is one pixel wide.
    let scaled = |side: u32| ((u64::from(side) * u64::from(MOST_SIDE) / u64::from(longest)) as u32).max(1);
    resampled(picture, pixel, [0.0, 0.0, f64::from(width), f64::from(height)], (scaled(width), scaled(height)))
}

/// Lays a see-through picture on paper that sets it off: dark marks on pale, pale marks on dark.
fn flatten(picture: &RgbaImage) -> RgbImage {
    let (mut light, mut solid) = (0_u64, 0_u64);
    for [r, g, b, a] in picture.pixels().map(|pixel| pixel.0.map(u64::from)) {
        light += (r * 2 + g * 5 + b) / 8 * a;
        solid += a;
    }
    let paper: [u16; 3] = if light > solid * 128 { [13, 14, 18] } else { [245, 245, 248] };
    RgbImage::from_fn(picture.width(), picture.height(), |x, y| {
        let [r, g, b, a] = picture.get_pixel(x, y).0.map(u16::from);
        let over = |ink: u16, paper: u16| ((ink * a + paper * (255 - a) + 127) / 255) as u8;
        Rgb([over(r, paper[0]), over(g, paper[1]), over(b, paper[2])])
    })
}
