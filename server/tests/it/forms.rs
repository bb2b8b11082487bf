//! Forms without scripts: a refused one comes back with what was typed and what is wrong, once.

use crate::support::{PASSWORD, TestApp};
use contract::{caller::Role, outcome::Argument};

const WRONG: &str = "surely not this one";

#[tokio::test]
async fn a_refused_sign_in_comes_back_with_address_and_message_but_no_password() {
    let app = TestApp::new().await;
    app.person("fan@example.org", Role::Fan).await;
    let mut visitor = app.visitor();
    let page = visitor.sign_in("fan@example.org", WRONG).await;
    assert_eq!(page.status, 200);
    assert!(page.shows(&app.says("accounts-refused-credentials", &[])));
    assert!(page.text().contains("value=\"fan@example.org\""));
    assert!(!page.text().contains(WRONG));
    assert!(!visitor.is_signed_in());
}

#[tokio::test]
async fn what_came_back_is_seen_once() {
    let app = TestApp::new().await;
    let mut visitor = app.visitor();
    let message = app.says("accounts-refused-credentials", &[]);
    let page = visitor.sign_in("nobody@example.org", WRONG).await;
    assert!(page.shows(&message));
    assert_eq!(page.header("cache-control"), "private, no-store");
    let again = visitor.get("/sign-in").await;
    assert!(!again.shows(&message) && !again.text().contains("nobody@example.org"));
    let other = app.visitor().get("/sign-in").await;
    assert!(!other.shows(&message), "nobody else saw it");
}

#[tokio::test]
async fn a_refused_sign_up_names_each_field_and_keeps_the_rest() {
    let app = TestApp::new().await;
    let page = app.visitor().sign_up("New Person", "not an address", "short").await;
    assert!(page.shows(&app.says("accounts-refused-email-invalid", &[])));
    assert!(page.shows(&app.says("accounts-refused-password-too-short", &[])));
    assert!(page.text().contains("href=\"#email\"") && page.text().contains("href=\"#password\""), "the summary leads to the fields");
    assert!(page.text().contains("value=\"New Person\"") && page.text().contains("value=\"not an address\""));
    assert!(!page.text().contains("\"short\""));
}

#[tokio::test]
async fn what_was_typed_can_not_become_markup() {
    let app = TestApp::new().await;
    let page = app.visitor().sign_up("\"><script>alert(1)</script>", "</script><script>alert(2)</script>", "x").await;
    assert!(!page.text().contains("<script>alert"), "{}", page.text());
}

#[tokio::test]
async fn a_refusal_is_told_in_the_readers_language() {
    let app = TestApp::new().await;
    let mut visitor = app.visitor().with("accept-language", "es");
    let page = visitor.sign_in("nobody@example.org", WRONG).await;
    assert!(page.shows(&app.says_in("es", "accounts-refused-credentials", &[])));
}

#[tokio::test]
async fn a_form_that_was_done_says_so() {
    let app = TestApp::new().await;
    let mut fan = app.signed_in("fan@example.org", Role::Fan).await;
    let page = fan.submit("/me", "/api/update-profile", &[("name", "Front Row")]).await;
    assert!(page.shows(&app.says("me-saved", &[])));
    assert!(page.shows("Front Row"));
    assert!(!fan.get("/me").await.shows(&app.says("me-saved", &[])), "once");
}

#[tokio::test]
async fn a_theme_is_chosen_and_forgotten_without_scripts() {
    let app = TestApp::new().await;
    let mut visitor = app.visitor();
    assert!(visitor.submit("/", "/api/theme", &[("theme", "light")]).await.text().contains("data-theme=\"light\""));
    assert!(!visitor.submit("/", "/api/theme", &[("theme", "")]).await.text().contains("data-theme=\"light\""));
    assert!(!visitor.submit("/", "/api/theme", &[("theme", "\"><script>")]).await.text().contains("\"><script>"));
}

#[tokio::test]
async fn a_wrong_answer_to_a_hydrated_form_is_data_not_an_error() {
    let app = TestApp::new().await;
    let mut visitor = app.visitor();
    let reply: app::form::Reply<()> = visitor.call("sign-in", &[("email", "nobody@example.org"), ("password", PASSWORD)]).await.unwrap();
    let ids: Vec<&str> = reply.refusals().iter().map(|message| message.id.as_str()).collect();
    assert_eq!(ids, ["accounts-refused-credentials"]);
    assert!(!visitor.cookies.contains_key("flash"), "a hydrated page shows it by itself");
}

#[tokio::test]
async fn an_admin_says_how_long_messages_are_kept_and_takes_them_along() {
    let app = TestApp::new().await;
    let mut admin = app.signed_in("admin@example.org", Role::Admin).await;
    let here = "/studio/moderation?tab=settings";
    let field = |days: u32| format!("value=\"{days}\"");
    assert!(admin.get(here).await.text().contains(&field(90)));
    for wrong in ["3", "", "many", "-1"] {
        let page = admin.submit(here, "/api/set-room-settings", &[("days", wrong)]).await;
        let bounds = [("least", Argument::Number(7.0)), ("most", Argument::Number(3650.0))];
        assert!(page.shows(&app.says("moderation-refused-kept-days", &bounds)), "{wrong}");
        assert!(page.text().contains(&format!("value=\"{wrong}\"")), "{wrong} is there to be changed");
    }
    let page = admin.submit(here, "/api/set-room-settings", &[("days", "365")]).await;
    assert!(page.shows(&app.says("moderation-kept-saved", &[])) && page.text().contains(&field(365)));
    let table = admin.get("/studio/messages.csv").await;
    assert_eq!((table.status, table.header("content-type")), (200, "text/csv; charset=utf-8"));

    let mut dj = app.signed_in("dj@example.org", Role::Dj).await;
    let settings = app.says("moderation-settings", &[]);
    assert!(admin.get("/studio/moderation").await.shows(&settings) && !dj.get("/studio/moderation").await.shows(&settings));
    assert_eq!((dj.get(here).await.status, dj.get("/studio/messages.csv").await.status), (403, 403));
}
