//! Covers and logos as people send them: by script, as a plain form, and as nobody should.

use crate::support::{Answer, Browser, PASSWORD, TestApp, WITH_SCRIPTS, WITHOUT_SCRIPTS};
use contract::{
    caller::Role,
    ids::MixId,
    mixes::CoverImage,
    outcome::{Message, Refusal},
    studio::MixRefusal,
    tenants::TenantRefusal,
};

const MEGABYTE: usize = 1 << 20;

fn picture(seed: &str) -> Vec<u8> {
    let drawn = images::generate_cover(7, seed, 200.0, 320);
    let [_, (_, webp), ..] = images::cover_from_image(drawn).unwrap().sizes;
    webp
}

/// The ids of the refusals in a script's answer.
fn refusals(answer: &Answer) -> Vec<String> {
    #[derive(serde::Deserialize)]
    struct Declined {
        refusals: Vec<Message>,
    }
    answer.json::<Declined>().refusals.into_iter().map(|message| message.id).collect()
}

fn id_of(refusal: impl Refusal) -> Vec<String> {
    vec![refusal.message().id]
}

/// A mix, the form of its cover, and its DJ's browser.
async fn mix_of_dj(app: &TestApp) -> (MixId, String, Browser) {
    let mix = app.published("Night Bus").await;
    let mut dj = app.visitor();
    dj.sign_in("dj@example.org", PASSWORD).await;
    (mix, format!("/studio/covers/{mix}"), dj)
}

#[tokio::test]
async fn a_cover_sent_by_a_plain_form_leads_back_to_its_page_which_says_so_once() {
    let app = TestApp::new().await;
    let (mix, form, mut dj) = mix_of_dj(&app).await;
    let answer = dj.post_file(&form, WITHOUT_SCRIPTS, "cover", &picture("plain")).await;
    assert_eq!((answer.status, answer.header("location")), (303, format!("/studio/mixes/{mix}").as_str()));
    let page = dj.get(&format!("/studio/mixes/{mix}")).await;
    assert!(page.shows(&app.says("studio-saved", &[])));
    assert!(page.text().contains(&format!("/covers/{mix}/320.webp?v=")), "the new cover is on the page");
    assert!(!dj.get(&format!("/studio/mixes/{mix}")).await.shows(&app.says("studio-saved", &[])), "once");
}

#[tokio::test]
async fn a_cover_sent_by_script_is_answered_with_its_addresses() {
    let app = TestApp::new().await;
    let (_, form, mut dj) = mix_of_dj(&app).await;
    let first: CoverImage = dj.post_file(&form, WITH_SCRIPTS, "cover", &picture("one")).await.json();
    let second: CoverImage = dj.post_file(&form, WITH_SCRIPTS, "cover", &picture("two")).await.json();
    assert_ne!(first.url(320), second.url(320));
    let served = app.visitor().get(&second.url(320)).await;
    assert_eq!((served.status, served.header("content-type")), (200, "image/webp"));
    assert_eq!(app.visitor().get(&first.url(320)).await.header("cache-control"), "no-cache", "the old address is not kept");
}

#[tokio::test]
async fn what_is_no_cover_is_declined_with_its_reason() {
    let app = TestApp::new().await;
    let (mix, form, mut dj) = mix_of_dj(&app).await;
    let whole = picture("whole");
    for (file, reason) in [
        (b"MZ not a picture".to_vec(), MixRefusal::CoverNotImage),
        (Vec::new(), MixRefusal::CoverNotImage),
        (whole[..whole.len() / 2].to_vec(), MixRefusal::CoverDamaged),
        (vec![0; 20 * MEGABYTE + 1], MixRefusal::CoverTooLarge),
        (vec![0; 30 * MEGABYTE], MixRefusal::CoverTooLarge),
    ] {
        let answer = dj.post_file(&form, WITH_SCRIPTS, "cover", &file).await;
        assert_eq!((answer.status, refusals(&answer)), (422, id_of(reason)), "{} bytes", file.len());
    }
    let other_field = dj.post_file(&form, WITH_SCRIPTS, "picture", &whole).await;
    assert_eq!((other_field.status, refusals(&other_field)), (422, id_of(MixRefusal::CoverNotImage)));
    let message = app.says("mixes-refused-cover-not-image", &[]);
    let plain = dj.post_file(&form, WITHOUT_SCRIPTS, "cover", b"MZ not a picture").await;
    assert_eq!(plain.status, 303);
    assert!(dj.get(&format!("/studio/mixes/{mix}")).await.shows(&message));
    assert!(!dj.get(&format!("/studio/mixes/{mix}")).await.shows(&message), "once");
}

#[tokio::test]
async fn what_is_no_form_is_declined() {
    let app = TestApp::new().await;
    let (_, form, mut dj) = mix_of_dj(&app).await;
    for (kind, body) in [
        ("multipart/form-data", "no boundary"),
        ("multipart/form-data; boundary=x", "never begins"),
        ("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"cover\"; filename=\"a\"\r\n\r\nbreaks off"),
        ("application/x-www-form-urlencoded", "cover=a.png"),
    ] {
        let request = dj.request(reqwest::Method::POST, &form).header("accept", WITH_SCRIPTS).header("content-type", kind).body(body);
        let answer = dj.send(request).await;
        assert_eq!(answer.status, 422, "{kind}: {body}");
        assert_eq!(refusals(&answer).len(), 1, "{kind}: {body}");
    }
    assert_eq!(dj.post_file("/studio/covers/nobody", WITH_SCRIPTS, "cover", &picture("x")).await.status, 404);
}

#[tokio::test]
async fn a_cover_is_sent_by_those_who_may_change_the_mix_and_from_our_own_pages() {
    let app = TestApp::new().await;
    let (mix, form, mut dj) = mix_of_dj(&app).await;
    app.second_tenant().await;
    let cover = picture("theirs");
    assert_eq!(app.visitor().post_file(&form, WITH_SCRIPTS, "cover", &cover).await.status, 401);
    let mut fan = app.signed_in("fan@example.org", Role::Fan).await;
    assert_eq!(fan.post_file(&form, WITH_SCRIPTS, "cover", &cover).await.status, 403);
    let mut other = app.signed_in("other@example.org", Role::Dj).await;
    let answer = other.post_file(&form, WITH_SCRIPTS, "cover", &cover).await;
    assert_eq!((answer.status, refusals(&answer)), (404, vec!["common-failure-not-found".to_owned()]));
    let mut elsewhere = app.visitor_of("second.localhost");
    assert_eq!(elsewhere.post_file(&form, WITH_SCRIPTS, "cover", &cover).await.status, 401);
    let evil = dj.clone().with("origin", "https://evil.example").post_file(&form, WITHOUT_SCRIPTS, "cover", &cover).await;
    assert_eq!(evil.status, 403);
    let plain = app.visitor().post_file(&form, WITHOUT_SCRIPTS, "cover", &cover).await;
    assert_eq!((plain.status, plain.header("location")), (303, format!("/studio/mixes/{mix}").as_str()), "the page asks to sign in");
    assert_eq!(dj.get(&form).await.status, 405);
}

#[tokio::test]
async fn a_logo_is_sent_shown_in_the_head_and_taken_away_again() {
    let app = TestApp::new().await;
    app.second_tenant().await;
    let mut admin = app.signed_in("admin@example.org", Role::Admin).await;
    let answer = admin.post_file("/studio/brand/logo", WITHOUT_SCRIPTS, "logo", &picture("logo")).await;
    assert_eq!((answer.status, answer.header("location")), (303, "/studio/brand"));
    let page = admin.get("/studio/brand").await;
    assert!(page.shows(&app.says("studio-saved", &[])));
    let text = page.text();
    let logo = text.split_once("src=\"/brand/logo/").unwrap().1.split('"').next().unwrap();
    let logo = format!("/brand/logo/{logo}");
    let served = app.visitor().get(&logo).await;
    assert_eq!((served.status, served.header("content-type")), (200, "image/webp"));
    assert_eq!(served.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(app.visitor_of("second.localhost").get(&logo).await.status, 404);
    crate::support::eventually("visitors see it in place of the name", async || {
        let page = app.visitor().get("/").await.text();
        page.contains(&format!("src=\"{logo}\"")) && page.contains("alt=\"First Brand\"")
    })
    .await;
    let removed = admin.post_file("/studio/brand/logo/remove", WITH_SCRIPTS, "none", b"").await;
    assert_eq!(removed.json::<contract::tenants::Brand>().logo_url, None);
    assert!(!admin.get("/").await.text().contains("logo__picture"));
    assert_eq!(app.visitor().get(&logo).await.status, 404);
}

#[tokio::test]
async fn a_logo_is_the_admins_matter_and_a_picture() {
    let app = TestApp::new().await;
    let mut admin = app.signed_in("admin@example.org", Role::Admin).await;
    let mut dj = app.signed_in("dj@example.org", Role::Dj).await;
    for form in ["/studio/brand/logo", "/studio/brand/logo/remove"] {
        assert_eq!(app.visitor().post_file(form, WITH_SCRIPTS, "logo", &picture("logo")).await.status, 401, "{form}");
        assert_eq!(dj.post_file(form, WITH_SCRIPTS, "logo", &picture("logo")).await.status, 403, "{form}");
        let evil = admin.clone().with("origin", "https://evil.example").post_file(form, WITH_SCRIPTS, "logo", &picture("logo")).await;
        assert_eq!(evil.status, 403, "{form}");
    }
    let script = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
    let answer = admin.post_file("/studio/brand/logo", WITH_SCRIPTS, "logo", script).await;
    assert_eq!((answer.status, refusals(&answer)), (422, id_of(TenantRefusal::LogoInvalid)));
    let plain = admin.post_file("/studio/brand/logo", WITHOUT_SCRIPTS, "logo", script).await;
    assert_eq!(plain.status, 303);
    assert!(admin.get("/studio/brand").await.shows(&app.says("tenants-refused-logo", &[])));
}
