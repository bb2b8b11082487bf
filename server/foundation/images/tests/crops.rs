//! Squares that people choose, and the pictures they are cut from.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use images::{ImageError, Original, Square};

const RED: Rgb<u8> = Rgb([220, 20, 20]);
const GREEN: Rgb<u8> = Rgb([20, 200, 20]);
const BLUE: Rgb<u8> = Rgb([20, 20, 220]);

fn encoded(picture: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(picture.clone()).write_to(&mut bytes, format).expect("fixture is encoded");
    bytes.into_inner()
}

/// Three thirds beside each other.
fn flag(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| [RED, GREEN, BLUE][(x * 3 / width) as usize])
}

fn middle(webp: &[u8]) -> Rgb<u8> {
    let picture = image::load_from_memory_with_format(webp, ImageFormat::WebP).expect("cover is WebP").into_rgb8();
    *picture.get_pixel(picture.width() / 2, picture.height() / 2)
}

fn is_near(pixel: Rgb<u8>, wanted: Rgb<u8>) -> bool {
    pixel.0.iter().zip(wanted.0).all(|(a, b)| a.abs_diff(b) < 30)
}

#[test]
fn the_chosen_square_is_what_the_cover_shows() {
    let original = Original::open(&encoded(&flag(600, 200), ImageFormat::Png)).unwrap();
    for (x, colour) in [(1.0 / 6.0, RED), (0.5, GREEN), (5.0 / 6.0, BLUE)] {
        let cover = original.cover(Square { x, ..Square::CENTRE }).unwrap();
        assert_eq!(cover.side, 200);
        assert!(cover.sizes.iter().all(|(_, file)| is_near(middle(file), colour)), "{x}");
    }
    let close = original.cover(Square { x: 0.25, y: 0.5, size: 0.5 }).unwrap();
    assert_eq!(close.side, 100);
    assert!(is_near(middle(&close.sizes[3].1), RED));
}

#[test]
fn a_square_that_is_none_makes_no_cover() {
    let original = Original::open(&encoded(&flag(600, 200), ImageFormat::Png)).unwrap();
    assert_eq!(original.cover(Square { x: 0.1, ..Square::CENTRE }), Err(ImageError::SquareOutside));
    assert_eq!(original.cover(Square { size: 0.1, ..Square::CENTRE }), Err(ImageError::SquareTooSmall));
}

#[test]
fn what_is_kept_is_at_most_3000_pixels_long_and_is_cut_from_again() {
    let original = Original::open(&encoded(&flag(3600, 300), ImageFormat::Jpeg)).unwrap();
    assert_eq!(original.dimensions(), (3000, 250));
    let kept = original.webp().unwrap();
    let again = Original::open(&kept).unwrap();
    assert_eq!(again.dimensions(), (3000, 250));
    let blue = again.cover(Square { x: 0.9, ..Square::CENTRE }).unwrap();
    assert!(is_near(middle(&blue.sizes[1].1), BLUE));
    let small = Original::open(&encoded(&flag(90, 60), ImageFormat::Png)).unwrap();
    assert_eq!(small.dimensions(), (90, 60), "never enlarged");
}

#[test]
fn what_is_kept_is_upright_and_says_nothing_of_who_took_it() {
    let jpeg = encoded(&flag(300, 100), ImageFormat::Jpeg);
    // Turned right, and the place it was taken at.
    let tiff = [b'M', b'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
    let note = b"at 51.5 N";
    let length = (2 + 6 + tiff.len() + note.len()) as u16;
    let head = [&jpeg[..2], &[0xFF, 0xE1], &length.to_be_bytes(), b"Exif\0\0", &tiff, note].concat();
    let original = Original::open(&[&head, &jpeg[2..]].concat()).unwrap();
    assert_eq!(original.dimensions(), (100, 300));
    let top = original.cover(Square { x: 0.5, y: 1.0 / 6.0, size: 1.0 }).unwrap();
    assert!(is_near(middle(&top.sizes[0].1), RED));
    let kept = original.webp().unwrap();
    for secret in [b"51.5".as_slice(), b"Exif", b"EXIF"] {
        assert!(!kept.windows(secret.len()).any(|bytes| bytes == secret));
    }
}
