//! Bytes to pixels under strict limits. Trusts nothing but the bytes: no file name, no content type.
//!
//! Sizes are read from the header and judged before a single pixel is decoded.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use crate::{ImageError, jpeg};

const MAX_INPUT_BYTES: usize = 20 * 1024 * 1024;
const MAX_SIDE: u32 = 12_000;
const MAX_PIXELS: u64 = 40_000_000;
const MAX_ALLOC_BYTES: u64 = 256 * 1024 * 1024;

/// Decodes the first frame. The orientation is handed back rather than applied: turning the small square is cheaper.
pub(crate) fn decode(bytes: &[u8]) -> Result<(DynamicImage, Orientation), ImageError> {
    if bytes.len() > MAX_INPUT_BYTES {
        return Err(ImageError::TooManyBytes { size_bytes: bytes.len() as u64 });
    }
    let format = accepted_format(bytes)?;
    let mut limits = Limits::default();
    // Sides are judged below, where the refusal can say how many pixels there were.
    limits.max_alloc = Some(MAX_ALLOC_BYTES);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| refusal(&error, 0))?;

    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels == 0 {
        return Err(ImageError::Damaged);
    }
    let mut alloc_bytes = decoder.total_bytes();
    // Deep colour is brought down to 8 bits in a second buffer, which has to fit as well.
    if decoder.color_type().bytes_per_pixel() > 4 {
        alloc_bytes += pixels * 4;
    }
    if width > MAX_SIDE || height > MAX_SIDE || pixels > MAX_PIXELS || alloc_bytes > MAX_ALLOC_BYTES {
        return Err(ImageError::TooLarge { pixels });
    }
    if format == ImageFormat::Jpeg {
        alloc_bytes += jpeg::scan(bytes).ok_or(ImageError::Damaged)?.coefficient_bytes;
        if alloc_bytes > MAX_ALLOC_BYTES {
            return Err(ImageError::TooLarge { pixels });
        }
    }
    // Unreadable EXIF costs the turn, not the upload.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let picture = DynamicImage::from_decoder(decoder).map_err(|error| refusal(&error, pixels))?;
    Ok((picture, orientation))
}

fn accepted_format(bytes: &[u8]) -> Result<ImageFormat, ImageError> {
    match image::guess_format(bytes) {
        Ok(format @ (ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP | ImageFormat::Gif)) => Ok(format),
        Ok(_) => Err(ImageError::UnsupportedFormat),
        Err(_) if is_other_picture(bytes) => Err(ImageError::UnsupportedFormat),
        Err(_) => Err(ImageError::NotAnImage),
    }
}

/// Pictures that people do send (phones, design tools) and that `image` has no name for.
fn is_other_picture(bytes: &[u8]) -> bool {
    let brand = bytes.get(4..12).unwrap_or_default();
    let heif: [&[u8]; 5] = [b"ftypheic", b"ftypheix", b"ftyphevc", b"ftypmif1", b"ftypmsf1"];
    let start = &bytes[..bytes.len().min(256)];
    heif.contains(&brand)
        || brand.starts_with(b"JXL ")
        || bytes.starts_with(&[0xFF, 0x0A])
        || bytes.starts_with(b"8BPS")
        || start.windows(4).any(|word| word == b"<svg")
}

fn refusal(error: &image::ImageError, pixels: u64) -> ImageError {
    match error {
        image::ImageError::Limits(_) => ImageError::TooLarge { pixels },
        image::ImageError::Unsupported(_) => ImageError::UnsupportedFormat,
        _ => ImageError::Damaged,
    }
}
