//! Drawn sleeves and placeholders.

use std::collections::HashSet;

use images::{Family, average_colour, cover_from_image, generate_cover, generate_cover_of, thumbhash_png_data_url};
use proptest::prelude::*;

#[test]
fn same_mix_gets_the_same_sleeve() {
    assert_eq!(generate_cover(7, "Foundation Dub", 104.0, 200), generate_cover(7, "Foundation Dub", 104.0, 200));
}

#[test]
fn title_and_seed_each_change_the_sleeve() {
    let one = generate_cover(7, "Foundation Dub", 104.0, 96);
    assert_ne!(one, generate_cover(8, "Foundation Dub", 104.0, 96));
    assert_ne!(one, generate_cover(7, "Foundation Dub II", 104.0, 96));
}

#[test]
fn hundred_mixes_use_every_family_and_never_repeat() {
    let sleeves: HashSet<Vec<u8>> = (0..100).map(|seed| generate_cover(seed, "Night", 30.0, 64).into_raw()).collect();
    assert_eq!(sleeves.len(), 100);
    let drawn = |family: &Family| {
        (0..100).any(|seed| generate_cover(seed, "Night", 30.0, 64) == generate_cover_of(*family, seed, "Night", 30.0, 64))
    };
    assert!(Family::ALL.iter().all(drawn));
}

#[test]
fn every_family_uses_at_least_two_inks_at_thumbnail_size() {
    for family in Family::ALL {
        for seed in 0..8 {
            let sleeve = generate_cover_of(family, seed, "Night", 200.0, 96);
            let first = sleeve.get_pixel(0, 0);
            let others = sleeve.pixels().filter(|pixel| *pixel != first).count();
            assert!(others > 96 * 96 / 20, "{family:?} {seed}");
        }
    }
}

#[test]
fn thumbnail_is_the_poster_made_small() {
    let small = generate_cover_of(Family::Rings, 3, "Night", 30.0, 100);
    let large = generate_cover_of(Family::Rings, 3, "Night", 30.0, 1000);
    let shrunk = image::imageops::thumbnail(&large, 100, 100);
    let apart: u64 = small.iter().zip(shrunk.iter()).map(|(a, b)| u64::from(a.abs_diff(*b))).sum();
    assert!(apart / 30_000 < 6, "{apart}");
}

#[test]
fn placeholder_of_every_family_stays_about_a_kilobyte() {
    for family in Family::ALL {
        for seed in 0..4 {
            let made = cover_from_image(generate_cover_of(family, seed, "Night", 30.0, 96)).unwrap();
            let url = thumbhash_png_data_url(&made.thumbhash);
            assert!(url.starts_with("data:image/png;base64,") && url.len() <= 1100, "{family:?} {}", url.len());
        }
    }
}

#[test]
fn broken_thumbhash_has_no_placeholder() {
    assert_eq!((thumbhash_png_data_url(&[1, 2]), average_colour(&[])), (String::new(), None));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_survived_as_a_thumbhash(hash in proptest::collection::vec(any::<u8>(), 0..40)) {
        let _ = (thumbhash_png_data_url(&hash), average_colour(&hash));
    }

    #[test]
    fn any_seed_title_and_hue_draw(seed in any::<u64>(), title in ".{0,20}", hue in any::<f32>(), px in 0..40_u32) {
        prop_assert_eq!(generate_cover(seed, &title, hue, px).width(), px.max(1));
    }
}
