//! A picture to an emote: whole, upright, see-through where it was, as high as a line of text on a sharp screen. Stores nothing.

use crate::{ImageError, decode::decode, logo::encode_within};

/// The box an emote is fitted into: as high as it is shown at its largest, twice over, and wider for those that are.
const MOST_WIDTH: u32 = 288;
const MOST_HEIGHT: u32 = 96;

/// Makes a WebP of an uploaded JPEG, PNG, WebP or GIF (its first frame): upright by its EXIF, fitted into 288×96 without cutting, never
/// enlarged, transparency kept, metadata dropped.
///
/// # Errors
/// As for a cover: the same limits on bytes, sides, pixels and memory.
pub fn emote(bytes: &[u8]) -> Result<Vec<u8>, ImageError> {
    let (mut picture, orientation) = decode(bytes)?;
    picture.apply_orientation(orientation);
    encode_within(&picture.into_rgba8(), (MOST_WIDTH, MOST_HEIGHT))
}
