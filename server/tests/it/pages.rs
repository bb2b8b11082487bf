//! Pages as browsers get them: status, tags, what is kept and for whom.

use crate::support::{PASSWORD, TestApp, eventually};
use contract::caller::Role;

/// Pages that anybody may see.
const OPEN: [&str; 8] =
    ["/", "/mixes", "/sign-up", "/sign-in", "/confirm?token=none", "/confirm-email?token=none", "/forgot", "/reset?token=none"];
/// Pages that ask visitors to sign in.
const OWN: [&str; 4] = ["/library", "/me", "/studio", "/studio/people"];

#[tokio::test]
async fn open_pages_answer_visitors_and_own_pages_ask_them_to_sign_in() {
    let app = TestApp::new().await;
    let mut visitor = app.visitor();
    for path in OPEN {
        assert_eq!(visitor.get(path).await.status, 200, "{path}");
    }
    for path in OWN {
        let page = visitor.get(path).await;
        assert_eq!(page.status, 401, "{path}");
        assert!(page.shows(&app.says("common-sign-in-first", &[])), "{path} says so");
    }
}

#[tokio::test]
async fn the_brand_page_of_the_studio_is_not_for_visitors() {
    let app = TestApp::new().await;
    assert_eq!(app.visitor().get("/studio/brand").await.status, 401);
    assert_eq!(app.signed_in("fan@example.org", Role::Fan).await.get("/studio/brand").await.status, 403);
    assert_eq!(app.signed_in("admin@example.org", Role::Admin).await.get("/studio/brand").await.status, 200);
}

#[tokio::test]
async fn what_is_not_there_is_a_404_that_looks_like_ours() {
    let app = TestApp::new().await;
    let nothing = app.says("common-not-found-title", &[]);
    let mut visitor = app.visitor();
    for path in ["/nowhere", "/mixes/none", "/djs/none", "/studio/nothing/here"] {
        let page = visitor.get(path).await;
        assert_eq!(page.status, 404, "{path}");
        assert!(page.shows(&nothing) && page.shows("First Brand"), "{path}");
    }
}

#[tokio::test]
async fn the_studio_opens_by_role() {
    let app = TestApp::new().await;
    let mut fan = app.signed_in("fan@example.org", Role::Fan).await;
    let mut dj = app.signed_in("dj@example.org", Role::Dj).await;
    let mut admin = app.signed_in("admin@example.org", Role::Admin).await;
    for path in ["/library", "/me"] {
        assert_eq!(fan.get(path).await.status, 200, "{path}");
    }
    assert_eq!(fan.get("/studio").await.status, 403);
    assert_eq!(dj.get("/studio").await.status, 200);
    assert_eq!(dj.get("/studio/people").await.status, 403);
    assert_eq!(admin.get("/studio/people").await.status, 200);
}

#[tokio::test]
async fn two_visits_have_one_tag_and_nonces_of_their_own() {
    let app = TestApp::new().await;
    let first = app.visitor().get("/").await;
    let second = app.visitor().get("/").await;
    assert_eq!(first.header("etag"), second.header("etag"));
    assert_ne!(first.nonce(), second.nonce());
    for page in [first, second] {
        assert!(page.text().contains(&format!("nonce=\"{}\"", page.nonce())), "the page uses the nonce of its policy");
    }
}

#[tokio::test]
async fn an_unchanged_page_costs_no_bytes_and_keeps_its_policy() {
    let app = TestApp::new().await;
    let mut visitor = app.visitor();
    let tag = visitor.get("/mixes").await.header("etag").to_owned();
    assert!(tag.starts_with("W/\""), "{tag}");
    let again = visitor.with("if-none-match", &tag).get("/mixes").await;
    assert_eq!(again.status, 304);
    assert!(again.body.is_empty());
    assert_eq!(again.header("etag"), tag);
    assert_eq!(again.header("content-security-policy"), "", "the stored page keeps the policy that its nonce belongs to");
}

#[tokio::test]
async fn a_page_names_what_it_depends_on() {
    let app = TestApp::new().await;
    let page = app.visitor().get("/").await;
    assert_eq!(page.header("vary"), "Cookie, Accept-Language");
    assert_eq!(page.header("cache-control"), "no-cache");
    assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
}

#[tokio::test]
async fn a_page_of_somebody_is_kept_by_nobody() {
    let app = TestApp::new().await;
    let mut fan = app.signed_in("fan@example.org", Role::Fan).await;
    let page = fan.get("/").await;
    assert_eq!(page.header("cache-control"), "private, no-store");
    assert_eq!(page.header("etag"), "");
    assert!(page.text().contains("Test fan"), "the frame knows who is here");
    assert!(!app.visitor().get("/").await.text().contains("Test fan"));
}

#[tokio::test]
async fn what_the_studio_saves_is_there_for_the_very_next_visitor() {
    let app = TestApp::new().await;
    let mut admin = app.signed_in("admin@example.org", Role::Admin).await;
    let mut visitor = app.visitor();
    for name in ["One Brand", "Another Brand", "Third Brand", "Fourth Brand", "Fifth Brand"] {
        let fields = [
            ("name", name),
            ("tagline", ""),
            ("hue", "200"),
            ("chroma", "0.1"),
            ("links", ""),
            ("time_zone", "Europe/London"),
            ("locale", "en"),
        ];
        assert_eq!(admin.post_form_from("/studio/brand", "/api/save-brand", &fields).await.status, 302);
        assert!(visitor.get("/").await.shows(name), "{name} is there at once");
    }
}

#[tokio::test]
async fn a_new_mix_is_on_the_front_page_at_once() {
    let app = TestApp::new().await;
    let mut visitor = app.visitor();
    let before = visitor.get("/").await;
    assert!(before.shows(&app.says("home-empty-title", &[])));
    app.published("Night Bus").await;
    eventually("the new mix is on the front page", || {
        let mut visitor = visitor.clone();
        async move { visitor.get("/").await.shows("Night Bus") }
    })
    .await;
    assert_ne!(visitor.get("/").await.header("etag"), before.header("etag"));
}

#[tokio::test]
async fn a_published_mix_has_a_page_a_place_in_the_list_and_a_dj() {
    let app = TestApp::new().await;
    app.published("Night Bus").await;
    let mut visitor = app.visitor();
    for path in ["/mixes/night-bus", "/mixes", "/mixes?genre=house", "/mixes?q=night", "/djs/test-dj"] {
        let page = visitor.get(path).await;
        assert_eq!(page.status, 200, "{path}");
        assert!(page.shows("Night Bus"), "{path} shows the mix");
    }
    assert!(!visitor.get("/mixes?genre=dub").await.shows("Night Bus"));
}

#[tokio::test]
async fn the_host_picks_the_brand_and_an_unknown_one_is_nobody() {
    let app = TestApp::new().await;
    app.second_tenant().await;
    let first = app.visitor().get("/").await;
    let second = app.visitor_of("second.localhost").get("/").await;
    assert!(first.shows("First Brand") && !first.shows("Second Brand"));
    assert!(second.shows("Second Brand") && !second.shows("First Brand"));
    let unknown = app.visitor_of("unknown.example.org").get("/").await;
    assert_eq!(unknown.status, 404);
    assert!(!unknown.shows("First Brand") && !unknown.shows("Second Brand"));
}

#[tokio::test]
async fn a_page_can_only_be_read() {
    let app = TestApp::new().await;
    assert_eq!(app.visitor().post_form("/mixes", &[]).await.status, 405);
    let mut visitor = app.visitor();
    let request = visitor.request(reqwest::Method::HEAD, "/");
    let head = visitor.send(request).await;
    assert_eq!(head.status, 200);
    assert!(head.body.is_empty());
}

#[tokio::test]
async fn built_files_are_kept_for_ever_and_sent_as_small_as_they_were_made() {
    let app = TestApp::new().await;
    let pkg = app.install.config.site.join("pkg");
    std::fs::create_dir_all(&pkg).unwrap();
    std::fs::write(pkg.join("hectic.abc.js"), "plain").unwrap();
    std::fs::write(pkg.join("hectic.abc.js.br"), "made small").unwrap();
    let plain = app.visitor().get("/pkg/hectic.abc.js").await;
    assert_eq!((plain.status, plain.text().as_str(), plain.header("content-encoding")), (200, "plain", ""));
    assert_eq!(plain.header("cache-control"), "public, max-age=31536000, immutable");
    let small = app.visitor().with("accept-encoding", "br").get("/pkg/hectic.abc.js").await;
    assert_eq!((small.text().as_str(), small.header("content-encoding")), ("made small", "br"));
    let missing = app.visitor().get("/pkg/hectic.none.js").await;
    assert_eq!(missing.status, 404);
    assert!(!missing.header("cache-control").contains("immutable"));
}

#[tokio::test]
async fn the_icon_that_programs_ask_for_is_ours() {
    let app = TestApp::new().await;
    let answer = app.visitor().get("/favicon.ico").await;
    assert_eq!((answer.status, answer.header("location")), (308, "/icon.svg"));
    assert_eq!(answer.header("cache-control"), "public, max-age=86400");
}

#[tokio::test]
async fn the_list_is_a_table_for_those_whose_mixes_they_are() {
    let app = TestApp::new().await;
    let mut dj = app.signed_in("dj@example.org", Role::Dj).await;
    let own = app.person("other@example.org", Role::Dj).await;
    app.published_by(own, "Not Theirs").await;
    let admin_mix = app.person("admin@example.org", Role::Admin).await;
    app.published_by(admin_mix, "Été, \"Version\"").await;
    let mine = dj.get("/studio/mixes.csv").await;
    assert_eq!((mine.status, mine.header("content-type")), (200, "text/csv; charset=utf-8"));
    assert_eq!(mine.text().lines().count(), 1, "a DJ without mixes has a head only: {}", mine.text());
    let mut admin = app.visitor();
    admin.sign_in("admin@example.org", PASSWORD).await;
    let all = admin.get("/studio/mixes.csv").await.text();
    assert!(all.contains("Not Theirs,") && all.contains("\"Été, \"\"Version\"\"\","), "{all}");
    let mut fan = app.signed_in("fan@example.org", Role::Fan).await;
    assert_eq!(fan.get("/studio/mixes.csv").await.status, 403);
    assert_eq!(app.visitor().get("/studio/mixes.csv").await.status, 401);
}
