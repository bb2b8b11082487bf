//! Crops of covers over the wire, and the pages that are tinted by them.

use crate::support::{Answer, PASSWORD, TestApp, WITH_SCRIPTS, WITHOUT_SCRIPTS};
use contract::{
    caller::Role,
    ids::MixId,
    mixes::CoverImage,
    outcome::{Message, Refusal},
    studio::MixRefusal,
};
use images::{Original, RgbImage};

/// Red to the left, blue to the right, twice as wide as high.
fn picture() -> Vec<u8> {
    let row: Vec<u8> = [[220, 20, 20], [20, 20, 220]].iter().flat_map(|colour: &[u8; 3]| colour.repeat(200)).collect();
    Original::drawn(RgbImage::from_raw(400, 200, row.repeat(200)).unwrap()).unwrap().webp().unwrap()
}

const LEFT: [(&str, &str); 3] = [("x", "2500"), ("y", "5000"), ("zoom", "0")];
const RIGHT: [(&str, &str); 3] = [("x", "7500"), ("y", "5000"), ("zoom", "0")];

fn form_of(mix: MixId) -> String {
    format!("/studio/covers/{mix}")
}

fn refusals(answer: &Answer) -> Vec<String> {
    #[derive(serde::Deserialize)]
    struct Declined {
        refusals: Vec<Message>,
    }
    assert_eq!(answer.status, 422);
    answer.json::<Declined>().refusals.into_iter().map(|message| message.id).collect()
}

#[tokio::test]
async fn a_cover_is_cropped_when_it_is_sent_and_again_later() {
    let app = TestApp::new().await;
    let form = form_of(app.published("Night Bus").await);
    let mut dj = app.visitor();
    dj.sign_in("dj@example.org", PASSWORD).await;
    let picture = picture();
    let red: CoverImage = dj.post_parts(&form, WITH_SCRIPTS, &LEFT, Some(("cover", &picture))).await.json();
    assert!(red.hue.is_some_and(|hue| hue < 45), "{red:?}");
    let blue: CoverImage = dj.post_parts(&format!("{form}/crop"), WITH_SCRIPTS, &RIGHT, None).await.json();
    assert!(blue.hue.is_some_and(|hue| hue > 245), "{blue:?}");
    let plain = dj.post_parts(&format!("{form}/crop"), WITHOUT_SCRIPTS, &LEFT, None).await;
    assert_eq!((plain.status, plain.header("location")), (303, form.replace("covers", "mixes").as_str()));
    let page = dj.get("/mixes/night-bus").await.text();
    let tint = page.split_once("class=\"mix tint\" style=\"--hue:").and_then(|(_, rest)| rest.split_once(';'));
    let hue: u16 = tint.expect("the page is tinted").0.parse().unwrap();
    // Cut from the picture as it is kept, which is not quite the one that was sent.
    assert!(hue.abs_diff(red.hue.unwrap()) <= 3, "{hue} beside {red:?}");
}

#[tokio::test]
async fn words_that_are_no_square_are_declined() {
    let app = TestApp::new().await;
    let mix = app.published("Night Bus").await;
    let form = form_of(mix);
    let mut dj = app.visitor();
    dj.sign_in("dj@example.org", PASSWORD).await;
    let picture = picture();
    let nothing = dj.post_parts(&format!("{form}/crop"), WITH_SCRIPTS, &LEFT, None).await;
    assert_eq!(refusals(&nothing), [MixRefusal::CropOfNothing.message().id]);
    for words in [
        [("x", "left"), ("y", "5000"), ("zoom", "0")],
        [("x", "-1"), ("y", "5000"), ("zoom", "0")],
        [("x", "5000"), ("y", "5000"), ("zoom", "10001")],
        [("x", "5000"), ("y", ""), ("zoom", "0")],
        [("x", "5000"), ("y", "9999"), ("zoom", "0")],
    ] {
        let answer = dj.post_parts(&form, WITH_SCRIPTS, &words, Some(("cover", &picture))).await;
        assert_eq!(refusals(&answer), [MixRefusal::CropOutside.message().id], "{words:?}");
    }
    let small = [("x", "5000"), ("y", "5000"), ("zoom", "9000")];
    let answer = dj.post_parts(&form, WITH_SCRIPTS, &small, Some(("cover", &picture))).await;
    assert_eq!(refusals(&answer), [MixRefusal::CropTooSmall.message().id]);
    let plain = dj.post_parts(&form, WITHOUT_SCRIPTS, &small, Some(("cover", &picture))).await;
    assert_eq!(plain.status, 303);
    assert!(dj.get(&format!("/studio/mixes/{mix}")).await.shows(&app.says("mixes-refused-crop-too-small", &[])));
}

#[tokio::test]
async fn the_whole_picture_is_for_those_who_may_change_the_mix() {
    let app = TestApp::new().await;
    let form = form_of(app.published("Night Bus").await);
    app.second_tenant().await;
    let mut dj = app.visitor();
    dj.sign_in("dj@example.org", PASSWORD).await;
    let address = format!("{form}/original.webp");
    assert_eq!(dj.get(&address).await.status, 404, "a drawn cover has none");
    dj.post_parts(&form, WITH_SCRIPTS, &LEFT, Some(("cover", &picture()))).await;
    let whole = dj.get(&address).await;
    assert_eq!((whole.status, whole.header("content-type")), (200, "image/webp"));
    assert!(whole.header("cache-control").starts_with("private"));
    let mut fan = app.signed_in("fan@example.org", Role::Fan).await;
    let mut other = app.signed_in("other@example.org", Role::Dj).await;
    let mut elsewhere = app.visitor_of("second.localhost");
    for (browser, status) in [(&mut app.visitor(), 401), (&mut fan, 403), (&mut other, 404), (&mut elsewhere, 401)] {
        assert_eq!(browser.get(&address).await.status, status);
        assert_eq!(browser.post_parts(&format!("{form}/crop"), WITH_SCRIPTS, &RIGHT, None).await.status, status);
    }
    assert_eq!(dj.get("/studio/covers/nobody/original.webp").await.status, 404);
}

#[tokio::test]
async fn a_link_to_a_moment_names_what_sounds_there() {
    let app = TestApp::new().await;
    let mix = app.published("Night Bus").await;
    let mut dj = app.visitor();
    dj.sign_in("dj@example.org", PASSWORD).await;
    let typed = [("mix", mix.to_string()), ("text", "0:00 Marlow - Red Lights".to_owned())];
    let typed: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let _: serde_json::Value = dj.call("save-tracklist-text", &typed).await.unwrap();
    let page = app.visitor().get("/mixes/night-bus?t=0").await.text();
    assert!(page.contains("property=\"og:title\" content=\"Marlow – Red Lights · Night Bus\""), "the track is named");
    assert!(page.contains("/mixes/night-bus?t=0\""), "and the moment stays in the address");
    let whole = app.visitor().get("/mixes/night-bus").await.text();
    assert!(whole.contains("property=\"og:title\" content=\"Night Bus\""));
}
