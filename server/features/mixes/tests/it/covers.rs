//! Covers that a DJ crops: what is shown, what is kept, what is refused.

use crate::{
    house::House,
    shelf::{id, shelve},
};
use contract::{
    covers::Crop,
    failure::Failure,
    ids::MixId,
    mixes::CoverImage,
    outcome::Outcome,
    studio::{MixRefusal, Studio},
};
use images::{Original, RgbImage};
use mixes::entity::mix;

const LEFT: Crop = Crop { x: 1_667, y: 5_000, size: 10_000 };
const RIGHT: Crop = Crop { x: 8_333, y: 5_000, size: 10_000 };

/// Thirds of a colour each, as a file.
fn thirds(colours: [[u8; 3]; 3]) -> Vec<u8> {
    let row: Vec<u8> = colours.iter().flat_map(|colour| colour.repeat(200)).collect();
    Original::drawn(RgbImage::from_raw(600, 200, row.repeat(200)).unwrap()).unwrap().webp().unwrap()
}

/// Red, grey, blue.
fn picture() -> Vec<u8> {
    thirds([[220, 20, 20], [128, 128, 128], [20, 20, 220]])
}

async fn on_the_shelf(house: &House) -> (MixId, mix::Model) {
    let row = shelve(house, "Dub", "", |_| {}).await;
    (id(&row), row)
}

async fn set(house: &House, mix: MixId, picture: Vec<u8>, crop: Crop) -> CoverImage {
    house.service.set_cover(&house.dj, mix, picture, crop).await.unwrap().done().unwrap()
}

fn is_about(hue: Option<u16>, wanted: u16) -> bool {
    hue.is_some_and(|hue| hue.abs_diff(wanted) < 15)
}

/// Keys of storage with this in them.
fn stored(house: &House, part: &str) -> Vec<String> {
    house.stored().into_iter().filter(|key| key.contains(part)).collect()
}

#[tokio::test]
async fn a_cover_shows_the_square_that_was_chosen_and_has_its_hue() {
    let house = House::new().await;
    let (mix, _) = on_the_shelf(&house).await;
    let red = set(&house, mix, picture(), LEFT).await;
    assert!(is_about(red.hue, 28), "{red:?}");
    let blue = set(&house, mix, picture(), RIGHT).await;
    assert!(is_about(blue.hue, 265), "{blue:?}");
    let shown = house.studio_mix(mix).await.mix;
    assert_eq!((shown.cover.unwrap(), shown.cover_source.unwrap().crop), (blue, RIGHT));
}

#[tokio::test]
async fn a_grey_cover_has_no_hue() {
    let house = House::new().await;
    let (mix, _) = on_the_shelf(&house).await;
    let grey = set(&house, mix, picture(), Crop::default()).await;
    assert_eq!(grey.hue, None);
}

#[tokio::test]
async fn another_square_is_cut_from_the_picture_that_is_kept() {
    let house = House::new().await;
    let (mix, _) = on_the_shelf(&house).await;
    let first = set(&house, mix, picture(), LEFT).await;
    let kept = stored(&house, "/picture/");
    let second = house.service.crop_cover(&house.dj, mix, RIGHT).await.unwrap().done().unwrap();
    assert!(is_about(second.hue, 265), "{second:?}");
    assert_eq!(house.studio_mix(mix).await.mix.cover_source.unwrap().crop, RIGHT);
    assert_eq!((stored(&house, "/picture/"), kept.len()), (kept, 1), "the picture stays");
    assert_eq!(stored(&house, &first.version), Vec::<String>::new(), "the old square goes");
    assert_eq!(stored(&house, &second.version).len(), 4);
    assert_eq!(house.service.crop_cover(&house.dj, mix, RIGHT).await.unwrap(), Outcome::Done(second), "the same again is the same");
}

#[tokio::test]
async fn a_square_that_is_none_is_refused_and_changes_nothing() {
    let house = House::new().await;
    let (mix, _) = on_the_shelf(&house).await;
    set(&house, mix, picture(), LEFT).await;
    let (before, stored) = (house.studio_mix(mix).await, house.stored());
    for (crop, reason) in [
        (Crop { x: 0, ..LEFT }, MixRefusal::CropOutside),
        (Crop { x: 10_000, y: 10_000, size: 10_000 }, MixRefusal::CropOutside),
        (Crop { x: u16::MAX, y: u16::MAX, size: u16::MAX }, MixRefusal::CropOutside),
        (Crop { size: 0, ..LEFT }, MixRefusal::CropOutside),
        (Crop { size: 4_700, ..LEFT }, MixRefusal::CropTooSmall),
    ] {
        let refused = Outcome::refused(reason);
        assert_eq!(house.service.crop_cover(&house.dj, mix, crop).await.unwrap(), refused, "{crop:?}");
        assert_eq!(house.service.set_cover(&house.dj, mix, picture(), crop).await.unwrap(), refused, "{crop:?}");
    }
    assert_eq!((house.studio_mix(mix).await, house.stored()), (before, stored));
}

#[tokio::test]
async fn a_drawn_cover_has_nothing_to_crop() {
    let house = House::new().await;
    let (mix, _) = on_the_shelf(&house).await;
    assert_eq!(house.studio_mix(mix).await.mix.cover_source, None);
    assert_eq!(house.service.crop_cover(&house.dj, mix, LEFT).await.unwrap(), Outcome::refused(MixRefusal::CropOfNothing));
    assert_eq!(house.service.cover_source(&house.dj, mix).await, Err(Failure::NotFound));
}

#[tokio::test]
async fn a_picture_goes_when_another_comes_and_with_its_mix() {
    let house = House::new().await;
    let (mix, _) = on_the_shelf(&house).await;
    set(&house, mix, picture(), LEFT).await;
    let first = stored(&house, "/picture/");
    set(&house, mix, thirds([[20, 220, 20]; 3]), LEFT).await;
    let second = stored(&house, "/picture/");
    assert!(first != second && second.len() == 1, "{first:?} {second:?}");
    house.service.delete(&house.dj, mix).await.unwrap();
    assert_eq!(house.service.cover_source(&house.dj, mix).await, Err(Failure::NotFound));
    house.bench.clock.advance_ms(11_000);
    house.work().await;
    assert_eq!(house.stored(), Vec::<String>::new());
}
