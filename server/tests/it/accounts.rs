//! An account's life over HTTP, in a browser without scripts. The rules themselves are tested in `features/accounts`.

use crate::support::{PASSWORD, TestApp};
use contract::{
    accounts::{Device, Profile},
    caller::Role,
    failure::Failure,
};

const OTHER_PASSWORD: &str = "staple gun velvet moon";

#[tokio::test]
async fn a_person_signs_up_confirms_leaves_and_comes_back() {
    let app = TestApp::new().await;
    let mut fan = app.visitor();
    let page = fan.sign_up("Front Row", "fan@example.org", PASSWORD).await;
    assert!(page.shows(&app.says("accounts-check-mail", &[])));
    let page = app.confirm_from_mail(&mut fan, "fan@example.org").await;
    assert_eq!(page.status, 200);
    assert!(fan.is_signed_in());
    let me = fan.get("/me").await;
    assert!(me.shows("Front Row") && me.shows("fan@example.org"));
    fan.sign_out().await;
    assert!(!fan.is_signed_in());
    assert_eq!(fan.get("/me").await.status, 401);
    fan.sign_in("fan@example.org", PASSWORD).await;
    assert_eq!(fan.get("/me").await.status, 200);
}

#[tokio::test]
async fn looking_at_a_confirmation_link_does_not_use_it_up() {
    let app = TestApp::new().await;
    let mut fan = app.visitor();
    fan.sign_up("Front Row", "fan@example.org", PASSWORD).await;
    let link = app.link_from_mail("fan@example.org").await;
    // A mail scanner opens every link.
    let scanned = app.visitor().get(&link).await;
    assert_eq!(scanned.status, 200);
    assert_eq!(scanned.cookie("session"), None);
    app.confirm_from_mail(&mut fan, "fan@example.org").await;
    assert!(fan.is_signed_in());
}

#[tokio::test]
async fn a_cookie_of_an_ended_session_opens_nothing() {
    let app = TestApp::new().await;
    let mut fan = app.signed_in("fan@example.org", Role::Fan).await;
    let mut thief = fan.clone();
    assert_eq!(thief.get("/me").await.status, 200);
    fan.sign_out().await;
    assert_eq!(thief.get("/me").await.status, 401);
}

#[tokio::test]
async fn a_forgotten_password_is_replaced_by_mail() {
    let app = TestApp::new().await;
    let mut elsewhere = app.signed_in("fan@example.org", Role::Fan).await;
    let mut fan = app.visitor();
    let page = fan.submit("/forgot", "/api/forgot", &[("email", "fan@example.org")]).await;
    assert!(page.shows(&app.says("accounts-reset-sent", &[])));
    let link = app.link_from_mail("fan@example.org").await;
    assert!(link.starts_with("/reset?token="), "{link}");
    let token = app.link_token("fan@example.org").await;
    fan.submit(&link, "/api/reset", &[("token", &token), ("password", OTHER_PASSWORD)]).await;
    assert!(fan.is_signed_in());
    assert_eq!(elsewhere.get("/me").await.status, 401, "all other devices are out");
}

#[tokio::test]
async fn known_and_unknown_addresses_get_one_answer() {
    let app = TestApp::new().await;
    app.person("fan@example.org", Role::Fan).await;
    let mut answers = Vec::new();
    for email in ["fan@example.org", "nobody@example.org"] {
        let hidden = |page: crate::support::Answer| (page.status, page.text().replace(&page.nonce(), "").replace(email, ""));
        let forgot = app.visitor().submit("/forgot", "/api/forgot", &[("email", email)]).await;
        let sign_up = app.visitor().sign_up("New Person", email, PASSWORD).await;
        let sign_in = app.visitor().sign_in(email, OTHER_PASSWORD).await;
        answers.push([hidden(forgot), hidden(sign_up), hidden(sign_in)]);
    }
    assert_eq!(answers[0], answers[1]);
}

#[tokio::test]
async fn guessing_ends_after_a_few_tries_and_the_page_says_for_how_long() {
    let app = TestApp::new().await;
    app.person("fan@example.org", Role::Fan).await;
    let mut guesser = app.visitor();
    let mut said = Vec::new();
    for _ in 0..6 {
        let reply: app::form::Reply<()> =
            guesser.call("sign-in", &[("email", "fan@example.org"), ("password", OTHER_PASSWORD)]).await.unwrap();
        said.push(reply.refusals()[0].id.clone());
    }
    assert_eq!(said.first().map(String::as_str), Some("accounts-refused-credentials"));
    assert_eq!(said.last().map(String::as_str), Some("accounts-refused-too-many"));
}

#[tokio::test]
async fn devices_are_listed_and_ended() {
    let app = TestApp::new().await;
    let mut here = app.signed_in("fan@example.org", Role::Fan).await;
    let mut phone = app.visitor();
    phone.sign_in("fan@example.org", PASSWORD).await;
    let devices: Vec<Device> = here.ask("devices", &[]).await.unwrap();
    assert_eq!(devices.len(), 2);
    assert!(devices.iter().all(|device| device.label == "Firefox on Linux"), "{devices:?}");
    let other = devices.iter().find(|device| !device.current).unwrap().session.to_string();
    here.call::<()>("revoke-device", &[("session", &other)]).await.unwrap();
    assert_eq!(phone.ask::<Profile>("profile", &[]).await, Err(Failure::SignInRequired));
    assert!(here.ask::<Profile>("profile", &[]).await.is_ok());
}

#[tokio::test]
async fn a_deleted_account_is_gone_with_its_session() {
    let app = TestApp::new().await;
    let mut fan = app.signed_in("fan@example.org", Role::Fan).await;
    let refused = fan.submit("/me", "/api/delete-account", &[("current", OTHER_PASSWORD)]).await;
    assert!(refused.shows(&app.says("accounts-refused-wrong-password", &[])));
    fan.submit("/me", "/api/delete-account", &[("current", PASSWORD)]).await;
    assert!(!fan.is_signed_in());
    let back = app.visitor().sign_in("fan@example.org", PASSWORD).await;
    assert!(back.shows(&app.says("accounts-refused-credentials", &[])));
}

#[tokio::test]
async fn an_admin_makes_a_dj_and_the_studio_opens() {
    let app = TestApp::new().await;
    let mut admin = app.signed_in("admin@example.org", Role::Admin).await;
    let mut dj = app.signed_in("dj@example.org", Role::Fan).await;
    assert_eq!(dj.get("/studio").await.status, 403);
    let account = dj.ask::<Profile>("profile", &[]).await.unwrap().account.to_string();
    let page = admin.submit("/studio/people", "/api/set-role", &[("account", &account), ("role", "dj")]).await;
    assert!(page.shows(&app.says("studio-role-saved", &[])));
    assert_eq!(dj.get("/studio").await.status, 200);
}

const DAY_MS: i64 = 24 * 3_600_000;

#[tokio::test]
async fn who_keeps_coming_is_never_signed_out() {
    let app = TestApp::new().await;
    let mut fan = app.signed_in("fan@example.org", Role::Fan).await;
    let secret = fan.cookies["session"].clone();
    assert_eq!(fan.get("/me").await.cookie("session"), None, "it was set just now");
    for _ in 0..4 {
        app.clock.advance_ms(80 * DAY_MS);
        let cookie = fan.get("/me").await.cookie("session").unwrap();
        assert_eq!(cookie, format!("session={secret}; Path=/; SameSite=Lax; Max-Age=7776000; HttpOnly"));
        app.clock.advance_ms(DAY_MS - 1);
        assert_eq!(fan.get("/me").await.cookie("session"), None, "once a day is enough");
    }
    assert!(fan.ask::<Profile>("profile", &[]).await.is_ok());
    app.clock.advance_ms(90 * DAY_MS);
    let gone = fan.get("/me").await;
    assert_eq!((gone.status, gone.cookie("session")), (401, None), "who stays away for 90 days is");
}

#[tokio::test]
async fn a_session_travels_in_no_answer_that_others_may_be_given_and_ends_when_told() {
    let app = TestApp::new().await;
    app.published("Night Bus").await;
    let mut fan = app.signed_in("fan@example.org", Role::Fan).await;
    let page = fan.get("/mixes/night-bus").await.text();
    let cover = format!("/covers/{}", page.split_once("/covers/").unwrap().1.split(['"', ' ', '&']).next().unwrap());
    app.clock.advance_ms(2 * DAY_MS);
    let picture = fan.get(&cover).await;
    assert!(picture.header("cache-control").contains("public"), "{cover}: {:?}", picture.headers);
    assert_eq!(picture.cookies(), Vec::<String>::new());
    let left = fan.post_form("/api/sign-out", &[]).await;
    assert_eq!(left.cookies().iter().filter(|cookie| cookie.starts_with("session=")).count(), 1);
    assert!(left.cookie("session").unwrap().contains("Max-Age=0"));
}
