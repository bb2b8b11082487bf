//! Uploads become covers, and what is no honest picture is refused.

use std::io::Cursor;
use std::time::{Duration, Instant};

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use images::{ImageError, SIZES, average_colour, cover, cover_from_image};
use proptest::prelude::*;
use rstest::rstest;

const RED: Rgb<u8> = Rgb([220, 20, 20]);
const BLUE: Rgb<u8> = Rgb([20, 20, 220]);

fn encoded(picture: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(picture.clone()).write_to(&mut bytes, format).expect("fixture is encoded");
    bytes.into_inner()
}

fn plain(width: u32, height: u32, colour: Rgb<u8>) -> RgbImage {
    RgbImage::from_pixel(width, height, colour)
}

fn left_red_right_blue(side: u32) -> RgbImage {
    RgbImage::from_fn(side, side, |x, _| if x < side / 2 { RED } else { BLUE })
}

fn decoded(webp: &[u8]) -> RgbImage {
    image::load_from_memory_with_format(webp, ImageFormat::WebP).expect("cover is WebP").into_rgb8()
}

fn is_near(pixel: &Rgb<u8>, wanted: Rgb<u8>) -> bool {
    pixel.0.iter().zip(wanted.0).all(|(a, b)| a.abs_diff(b) < 30)
}

fn with_orientation(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let tiff = [b'M', b'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
    let length = (2 + 6 + tiff.len()) as u16;
    let mut bytes = jpeg[..2].to_vec();
    bytes.extend([0xFF, 0xE1]);
    bytes.extend(length.to_be_bytes());
    bytes.extend(b"Exif\0\0");
    bytes.extend(tiff);
    bytes.extend(&jpeg[2..]);
    bytes
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes
        .iter()
        .fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg())))
}

fn png_that_claims(width: u32, height: u32, depth: u8) -> Vec<u8> {
    let mut header = [width.to_be_bytes(), height.to_be_bytes()].concat();
    header.extend([depth, 2, 0, 0, 0]);
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    for (kind, data) in [(b"IHDR", header), (b"IDAT", vec![0x78, 0x9C, 3, 0, 0, 0, 0, 1]), (b"IEND", vec![])] {
        let chunk = [kind.as_slice(), &data].concat();
        bytes.extend((data.len() as u32).to_be_bytes());
        bytes.extend(&chunk);
        bytes.extend(crc(&chunk).to_be_bytes());
    }
    bytes
}

#[rstest]
#[case::jpeg(ImageFormat::Jpeg)]
#[case::png(ImageFormat::Png)]
#[case::webp(ImageFormat::WebP)]
#[case::gif(ImageFormat::Gif)]
fn every_accepted_format_becomes_a_cover(#[case] format: ImageFormat) {
    let made = cover(&encoded(&plain(120, 100, RED), format)).unwrap();
    assert_eq!(made.side, 100);
    assert!(is_near(decoded(&made.sizes[0].1).get_pixel(48, 48), RED));
}

#[test]
fn large_source_gives_all_four_sizes() {
    let made = cover(&encoded(&plain(1600, 1500, BLUE), ImageFormat::Jpeg)).unwrap();
    let widths: Vec<(u32, (u32, u32))> = made.sizes.iter().map(|(size, file)| (*size, decoded(file).dimensions())).collect();
    assert_eq!(widths, SIZES.map(|size| (size, (size, size))));
}

#[test]
fn small_source_is_never_enlarged() {
    let made = cover(&encoded(&plain(200, 300, BLUE), ImageFormat::Png)).unwrap();
    let widths = made.sizes.each_ref().map(|(_, file)| decoded(file).width());
    assert_eq!((made.sizes.each_ref().map(|(size, _)| *size), widths), (SIZES, [96, 200, 200, 200]));
}

#[test]
fn single_pixel_is_a_cover() {
    assert_eq!(cover(&encoded(&plain(1, 1, RED), ImageFormat::Png)).unwrap().side, 1);
}

#[test]
fn centre_of_a_wide_picture_is_kept() {
    let wide = RgbImage::from_fn(300, 100, |x, _| if (100..200).contains(&x) { RED } else { BLUE });
    let small = decoded(&cover(&encoded(&wide, ImageFormat::Png)).unwrap().sizes[0].1);
    assert!([(4, 48), (91, 48)].iter().all(|(x, y)| is_near(small.get_pixel(*x, *y), RED)));
}

#[rstest]
#[case::upright(1, (10, 48))]
#[case::upside_down(3, (85, 48))]
#[case::turned_right(6, (48, 10))]
#[case::turned_left(8, (48, 85))]
fn exif_orientation_is_honoured(#[case] orientation: u8, #[case] red_at: (u32, u32)) {
    let jpeg = with_orientation(&encoded(&left_red_right_blue(128), ImageFormat::Jpeg), orientation);
    let small = decoded(&cover(&jpeg).unwrap().sizes[0].1);
    assert!(is_near(small.get_pixel(red_at.0, red_at.1), RED));
    assert!(is_near(small.get_pixel(95 - red_at.0, 95 - red_at.1), BLUE));
}

#[test]
fn metadata_is_left_behind() {
    let jpeg = with_orientation(&encoded(&plain(128, 128, RED), ImageFormat::Jpeg), 6);
    let made = cover(&jpeg).unwrap();
    assert!(made.sizes.iter().all(|(_, file)| !file.windows(4).any(|word| word == b"EXIF" || word == b"Exif")));
}

#[test]
fn dark_logo_on_nothing_is_laid_on_pale_paper() {
    let logo = RgbaImage::from_fn(96, 96, |x, _| if x < 48 { Rgba([5, 5, 5, 255]) } else { Rgba([0, 0, 0, 0]) });
    let mut bytes = Cursor::new(Vec::new());
    logo.write_to(&mut bytes, ImageFormat::Png).unwrap();
    let small = decoded(&cover(&bytes.into_inner()).unwrap().sizes[0].1);
    assert!(small.get_pixel(90, 48).0[0] > 200 && small.get_pixel(5, 48).0[0] < 40);
}

#[test]
fn decompression_bomb_is_refused_before_it_is_decoded() {
    let start = Instant::now();
    assert_eq!(cover(&png_that_claims(60_000, 60_000, 8)), Err(ImageError::TooLarge { pixels: 3_600_000_000 }));
    assert!(start.elapsed() < Duration::from_secs(1));
}

#[rstest]
#[case::side(12_001, 10, 8)]
#[case::megapixels(7_000, 6_000, 8)]
#[case::memory(8_000, 5_000, 16)]
fn each_limit_refuses_alone(#[case] width: u32, #[case] height: u32, #[case] depth: u8) {
    let pixels = u64::from(width) * u64::from(height);
    assert_eq!(cover(&png_that_claims(width, height, depth)), Err(ImageError::TooLarge { pixels }));
}

#[test]
fn file_over_twenty_mebibytes_is_refused_unread() {
    let size_bytes = 20 * 1024 * 1024 + 1;
    assert_eq!(cover(&vec![0; size_bytes]), Err(ImageError::TooManyBytes { size_bytes: size_bytes as u64 }));
}

#[rstest]
#[case::jpeg(ImageFormat::Jpeg)]
#[case::png(ImageFormat::Png)]
#[case::webp(ImageFormat::WebP)]
#[case::gif(ImageFormat::Gif)]
fn truncated_file_is_damaged(#[case] format: ImageFormat) {
    let noise = RgbImage::from_fn(200, 200, |x, y| Rgb([(x * y) as u8, (x * 7) as u8, (y * 13) as u8]));
    let whole = encoded(&noise, format);
    assert_eq!(cover(&whole[..whole.len() / 2]), Err(ImageError::Damaged));
}

#[rstest]
#[case::empty(b"")]
#[case::programme(b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xFF\xFF\0\0\xB8\0\0\0")]
#[case::text(b"cover.jpg")]
#[case::video(b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom")]
fn what_is_no_picture_is_called_so(#[case] bytes: &[u8]) {
    assert_eq!(cover(bytes), Err(ImageError::NotAnImage));
}

#[rstest]
#[case::heic(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic")]
#[case::svg(b"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
#[case::tiff(b"II*\0\x08\0\0\0")]
fn other_pictures_are_told_apart_from_junk(#[case] bytes: &[u8]) {
    assert_eq!(cover(bytes), Err(ImageError::UnsupportedFormat));
}

#[test]
fn thumbhash_of_a_red_picture_is_red() {
    let made = cover_from_image(plain(400, 400, RED)).unwrap();
    let [r, g, b] = average_colour(&made.thumbhash).unwrap();
    assert!(r > 190 && g < 60 && b < 60, "{r} {g} {b}");
}

#[test]
fn dominant_colour_is_the_hue_that_covers_most() {
    let mostly_blue = RgbImage::from_fn(100, 100, |x, _| if x < 30 { RED } else { BLUE });
    let dominant = cover_from_image(mostly_blue).unwrap().dominant;
    assert!((dominant.hue - 264.0).abs() < 8.0 && dominant.chroma > 0.2, "{dominant:?}");
}

#[test]
fn grey_picture_has_next_to_no_chroma() {
    assert!(cover_from_image(plain(100, 100, Rgb([128; 3]))).unwrap().dominant.chroma < 0.03);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let _ = cover(&bytes);
    }

    #[test]
    fn damaged_pictures_never_panic(at in 0.0..1.0_f64, byte in any::<u8>(), format in 0..4_usize) {
        let format = [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP, ImageFormat::Gif][format];
        let mut bytes = encoded(&left_red_right_blue(24), format);
        let at = (at * bytes.len() as f64) as usize;
        bytes[at] = byte;
        let _ = cover(&bytes);
    }
}
