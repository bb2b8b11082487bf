//! The hue a page takes from its cover, against colours whose hue is known (CSS Color 4, `oklch()` of the named colours).

use image::{Rgb, RgbImage};
use images::{Dominant, cover_from_image, generate_cover};
use rstest::rstest;

fn dominant(colour: impl Fn(u32, u32) -> [u8; 3]) -> Dominant {
    cover_from_image(RgbImage::from_fn(160, 160, |x, y| Rgb(colour(x, y)))).expect("a picture is a cover").dominant
}

fn is_within(dominant: Dominant, hue: f32) -> bool {
    dominant.tint().is_some_and(|found| ((found - hue + 540.0).rem_euclid(360.0) - 180.0).abs() <= 15.0)
}

#[rstest]
#[case::red([255, 0, 0], 29.2)]
#[case::orange([255, 165, 0], 70.7)]
#[case::yellow([255, 255, 0], 109.8)]
#[case::lime([0, 255, 0], 142.5)]
#[case::teal([0, 128, 128], 194.8)]
#[case::blue([0, 0, 255], 264.1)]
#[case::purple([128, 0, 128], 328.4)]
#[case::pink([255, 192, 203], 7.1)]
#[case::brown([165, 42, 42], 26.4)]
fn a_known_colour_is_found_within_15_degrees(#[case] rgb: [u8; 3], #[case] hue: f32) {
    let plain = dominant(|_, _| rgb);
    assert!(is_within(plain, hue), "plain: {plain:?}");
    // A third of it on black, with white letters, as sleeves are.
    let sleeve = dominant(|x, y| match (x, y) {
        (0..53, _) => rgb,
        (80..140, 100..112) => [255; 3],
        _ => [8; 3],
    });
    assert!(is_within(sleeve, hue), "a third: {sleeve:?}");
    // Lit from one side, as photographs are.
    let lit = dominant(|x, _| rgb.map(|part| (u32::from(part) * (x + 80) / 240) as u8));
    assert!(is_within(lit, hue), "lit: {lit:?}");
}

#[test]
fn two_colours_are_not_mixed_to_a_third() {
    let found = dominant(|x, _| if x < 70 { [255, 0, 0] } else { [0, 0, 255] });
    assert!(is_within(found, 264.1), "{found:?}");
}

#[test]
fn a_red_across_zero_degrees_is_one_colour() {
    let found = dominant(|x, _| if x % 2 == 0 { [255, 110, 160] } else { [255, 120, 140] });
    assert!(is_within(found, 8.0), "{found:?}");
}

#[test]
fn grey_is_recognised_in_every_shape() {
    let pictures: [(&str, Dominant); 6] = [
        ("black", dominant(|_, _| [0; 3])),
        ("white", dominant(|_, _| [255; 3])),
        ("a grey", dominant(|_, _| [128; 3])),
        ("a photograph", dominant(|x, y| [((x * 7 + y * 13) % 256) as u8; 3])),
        ("old paper", dominant(|x, _| if x % 3 == 0 { [236, 234, 230] } else { [20, 20, 22] })),
        ("a speck of red", dominant(|x, y| if (x, y) == (5, 5) { [255, 0, 0] } else { [40; 3] })),
    ];
    for (name, found) in pictures {
        assert_eq!(found.tint(), None, "{name}: {found:?}");
    }
}

/// The accent of a sleeve may cover more than its hue does, but seldom.
#[test]
fn most_drawn_sleeves_are_of_the_hue_they_were_asked_for() {
    for hue in [20.0, 104.0, 200.0, 300.0] {
        let titles =
            ["Night Bus", "Low Tide", "Amber Signal", "Depot Road", "Concrete", "Skip Hire", "Red Lights", "Sunday", "Gate", "Hum"];
        let drawn = titles.map(|title| cover_from_image(generate_cover(7, title, hue, 96)).unwrap().dominant);
        let near =
            drawn.iter().filter(|found| found.tint().is_some_and(|tint| ((tint - hue + 540.0).rem_euclid(360.0) - 180.0).abs() <= 30.0));
        assert!(near.count() >= 6, "{hue}: {drawn:?}");
    }
}
