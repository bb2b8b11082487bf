//! What stands in a cover's place until it has loaded, from its thumbhash. Reads hashes from the database, so
//! any bytes at all must be survived. Format: <https://evanw.github.io/thumbhash/>.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder, RgbImage};

/// The longest side of the placeholder: a thumbhash holds 7 waves across, which 16 samples carry.
const SIDE: usize = 16;
/// Placeholders are blurs; 5 bits a channel halve the file and don't show once the browser smooths it up.
const KEEP_BITS: u8 = 0b1111_1000;

/// The blurred picture as `data:image/png;base64,…` for CSS, about a kilobyte at most; empty if the hash is no thumbhash.
pub fn thumbhash_png_data_url(hash: &[u8]) -> String {
    png(hash).map(|png| format!("data:image/png;base64,{}", STANDARD.encode(png))).unwrap_or_default()
}

/// The mean colour of a thumbhash, or `None` if it is none.
pub fn average_colour(hash: &[u8]) -> Option<[u8; 3]> {
    // The library reads the alpha byte of a hash that claims one without looking whether it is there.
    if hash.len() < 6 {
        return None;
    }
    let (r, g, b, _) = thumbhash::thumb_hash_to_average_rgba(hash).ok()?;
    Some([r, g, b].map(|part| (part.clamp(0.0, 1.0) * 255.0).round() as u8))
}

/// The hash of a picture no larger than 100×100.
pub(crate) fn thumbhash(picture: &RgbImage) -> Vec<u8> {
    let rgba: Vec<u8> = picture.pixels().flat_map(|pixel| [pixel.0[0], pixel.0[1], pixel.0[2], 255]).collect();
    thumbhash::rgba_to_thumb_hash(picture.width() as usize, picture.height() as usize, &rgba)
}

fn png(hash: &[u8]) -> Option<Vec<u8>> {
    let (width, height, rgba) = thumbhash::thumb_hash_to_rgba(hash).ok()?;
    let (small_width, small_height) = (width.min(SIDE), height.min(SIDE));
    if small_width == 0 || small_height == 0 {
        return None;
    }
    let mut rgb = Vec::with_capacity(small_width * small_height * 3);
    for y in 0..small_height {
        for x in 0..small_width {
            let at = (y * height / small_height * width + x * width / small_width) * 4;
            rgb.extend(rgba.get(at..at + 3)?.iter().map(|part| part & KEEP_BITS | part >> 5));
        }
    }
    let mut png = Vec::new();
    PngEncoder::new_with_quality(&mut png, CompressionType::Best, FilterType::Adaptive)
        .write_image(&rgb, small_width as u32, small_height as u32, ExtendedColorType::Rgb8)
        .ok()?;
    Some(png)
}
