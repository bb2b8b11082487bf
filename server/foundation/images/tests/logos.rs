//! Uploads become logos: whole, see-through, small.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};
use images::{ImageError, logo};
use rstest::rstest;

const INK: Rgba<u8> = Rgba([220, 20, 20, 255]);
const NOTHING: Rgba<u8> = Rgba([0, 0, 0, 0]);

fn png(picture: RgbaImage) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(picture).write_to(&mut bytes, ImageFormat::Png).expect("fixture is encoded");
    bytes.into_inner()
}

fn made_of(picture: RgbaImage) -> RgbaImage {
    let webp = logo(&png(picture)).expect("a logo");
    image::load_from_memory_with_format(&webp, ImageFormat::WebP).expect("logo is WebP").into_rgba8()
}

#[rstest]
#[case::wide((2_000, 500), (640, 160))]
#[case::high((500, 2_000), (80, 320))]
#[case::square((1_000, 1_000), (320, 320))]
#[case::small((64, 32), (64, 32))]
#[case::hair_line((6_000, 2), (640, 1))]
fn a_logo_is_fitted_whole_and_never_enlarged(#[case] (width, height): (u32, u32), #[case] expected: (u32, u32)) {
    assert_eq!(made_of(RgbaImage::from_pixel(width, height, INK)).dimensions(), expected);
}

#[test]
fn what_was_see_through_stays_so() {
    let made = made_of(RgbaImage::from_fn(1_200, 600, |x, _| if x < 600 { NOTHING } else { INK }));
    assert_eq!(made.get_pixel(20, 160).0[3], 0);
    let [red, green, _, alpha] = made.get_pixel(600, 160).0;
    assert!(red > 190 && green < 60 && alpha == 255, "{:?}", made.get_pixel(600, 160));
}

#[test]
fn what_is_no_picture_is_refused() {
    assert_eq!(logo(b"MZ not a picture"), Err(ImageError::NotAnImage));
    assert_eq!(logo(b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"), Err(ImageError::UnsupportedFormat));
    let whole = png(RgbaImage::from_pixel(300, 300, INK));
    assert_eq!(logo(&whole[..whole.len() / 2]), Err(ImageError::Damaged));
}
