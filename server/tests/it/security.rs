//! What keeps strangers, other sites and mistakes out.

use crate::support::{PASSWORD, TestApp};
use contract::{accounts::Profile, caller::Role};
use reqwest::Method;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

#[tokio::test]
async fn every_answer_carries_the_strict_headers() {
    let app = TestApp::new().await;
    let mut visitor = app.visitor();
    for path in ["/", "/nowhere", "/healthz", "/api/frame", "/audio/none", "/pkg/none.js"] {
        let answer = visitor.get(path).await;
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("x-frame-options"), "SAMEORIGIN", "{path}");
        assert_eq!(answer.header("referrer-policy"), "same-origin", "{path}");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{path}");
        for power in ["camera=()", "microphone=()", "geolocation=()", "payment=()"] {
            assert!(answer.header("permissions-policy").contains(power), "{path}: {power}");
        }
    }
}

#[tokio::test]
async fn a_page_runs_its_own_scripts_only() {
    let app = TestApp::new().await;
    for path in ["/", "/sign-in", "/nowhere"] {
        let page = app.visitor().get(path).await;
        let policy = page.header("content-security-policy").to_owned();
        for rule in [
            "default-src 'self'",
            "'strict-dynamic'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        ] {
            assert!(policy.contains(rule), "{path}: {rule}");
        }
        assert!(
            !policy.contains("'unsafe-eval'") && !policy.replace("style-src-attr 'unsafe-inline'", "").contains("'unsafe-inline'"),
            "{policy}"
        );
        let allowed = format!("nonce=\"{}\"", page.nonce());
        let page = page.text();
        let scripts = page.match_indices("<script").map(|(at, _)| page[at..].split('>').next().unwrap());
        for script in scripts.filter(|script| !script.contains("application/json")) {
            assert!(script.contains(&allowed), "{path}: {script} would not run");
        }
    }
}

#[tokio::test]
async fn a_private_address_gets_no_hsts_and_plain_cookies() {
    let app = TestApp::new().await;
    app.person("fan@example.org", Role::Fan).await;
    let mut fan = app.visitor();
    let answer = fan.post_form("/api/sign-in", &[("email", "fan@example.org"), ("password", PASSWORD)]).await;
    let cookie = answer.cookie("session").unwrap();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && !cookie.contains("Secure"), "{cookie}");
    assert_eq!(answer.header("strict-transport-security"), "");
}

#[tokio::test]
async fn an_https_address_gets_hsts_and_secure_cookies() {
    let app = TestApp::with(|config| config.http.public_url = "https://localhost".to_owned()).await;
    app.person("fan@example.org", Role::Fan).await;
    let mut fan = app.visitor();
    let answer = fan.post_form("/api/sign-in", &[("email", "fan@example.org"), ("password", PASSWORD)]).await;
    let cookie = answer.cookie("session").unwrap();
    assert!(cookie.contains("; Secure") && cookie.contains("HttpOnly"), "{cookie}");
    assert!(answer.header("strict-transport-security").starts_with("max-age=63072000"));
    assert!(fan.get("/?lang=fr").await.cookie("lang").unwrap().contains("; Secure"));
}

#[tokio::test]
async fn a_form_of_another_site_is_refused() {
    let app = TestApp::new().await;
    app.person("fan@example.org", Role::Fan).await;
    let fields = [("email", "fan@example.org"), ("password", PASSWORD)];
    for (name, value) in
        [("origin", "https://evil.example"), ("origin", "null"), ("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site")]
    {
        let mut visitor = app.visitor();
        let request = visitor.request(Method::POST, "/api/sign-in").header("accept", "text/html").header(name, value).form(&fields);
        let answer = visitor.send(request).await;
        assert_eq!(answer.status, 403, "{name}: {value}");
        assert!(!visitor.is_signed_in(), "{name}: {value}");
    }
}

#[tokio::test]
async fn another_site_can_not_end_a_session_or_take_an_upload() {
    let app = TestApp::new().await;
    let mut dj = app.signed_in("dj@example.org", Role::Dj).await;
    for (method, path) in [
        (Method::POST, "/api/sign-out"),
        (Method::POST, "/api/delete-account"),
        (Method::POST, "/uploads"),
        (Method::PATCH, "/uploads/x"),
        (Method::DELETE, "/uploads/x"),
    ] {
        let request =
            dj.request(method, path).header("origin", "https://evil.example").header("tus-resumable", "1.0.0").header("upload-length", "5");
        assert_eq!(dj.send(request).await.status, 403, "{path}");
    }
    assert!(dj.ask::<Profile>("profile", &[]).await.is_ok(), "still signed in");
}

#[tokio::test]
async fn following_a_link_changes_nothing() {
    let app = TestApp::new().await;
    let mix = app.published("Night Bus").await.to_string();
    let mut fan = app.signed_in("fan@example.org", Role::Fan).await;
    let changing = [
        "sign-out".to_owned(),
        "revoke-other-devices".to_owned(),
        format!("delete-account?current={}", PASSWORD.replace(' ', "+")),
        "update-profile?name=Changed".to_owned(),
        format!("like?mix={mix}&liked=true"),
        "forget-history".to_owned(),
        "language?locale=fr".to_owned(),
    ];
    for function in changing {
        let answer = fan.get(&format!("/api/{function}")).await;
        assert!((400..500).contains(&answer.status), "{function}: {}", answer.status);
        assert!(answer.cookies().is_empty(), "{function}");
    }
    assert_eq!(fan.ask::<Profile>("profile", &[]).await.unwrap().name, "Test fan");
}

#[tokio::test]
async fn a_form_has_a_limit() {
    let app = TestApp::new().await;
    // By hand: a client that still sends while it is refused may see a broken connection instead of the answer.
    let mut wire = TcpStream::connect(app.address).await.unwrap();
    wire.write_all(b"POST /api/forgot HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1048577\r\n\r\n").await.unwrap();
    let mut answer = [0; 12];
    wire.read_exact(&mut answer).await.unwrap();
    assert_eq!(&answer, b"HTTP/1.1 413");
}

#[tokio::test]
async fn every_answer_has_an_id_of_its_own() {
    let app = TestApp::new().await;
    let mut visitor = app.visitor();
    let ids = [visitor.get("/").await, visitor.get("/").await, visitor.get("/nowhere").await]
        .map(|answer| answer.header("x-request-id").to_owned());
    assert!(ids.iter().all(|id| id.len() == 32), "{ids:?}");
    assert!(ids[0] != ids[1] && ids[1] != ids[2], "{ids:?}");
}

#[tokio::test]
async fn what_breaks_on_our_side_tells_a_number_and_nothing_else() {
    let app = TestApp::new().await;
    let mut visitor = app.visitor();
    assert_eq!(visitor.get("/sign-in").await.status, 200, "the tenant is in memory now");
    app.install.kernel.database.clone().close().await;
    for path in ["/", "/mixes", "/mixes/night-bus"] {
        let page = visitor.get(path).await;
        assert_eq!(page.status, 500, "{path}");
        let text = page.text().to_lowercase();
        for internal in ["sqlx", "sea_orm", "seaorm", "select ", "connection", "pool", "panicked", ".rs:"] {
            assert!(!text.contains(internal), "{path} shows {internal:?}");
        }
        assert!(page.shows("First Brand"), "{path} looks like ours");
        assert!(page.shows(page.header("x-request-id")), "{path} shows the number to quote");
    }
}

#[tokio::test]
async fn a_made_up_session_is_nobody() {
    let app = TestApp::new().await;
    let mut visitor = app.visitor();
    for secret in ["x", "' OR 1=1 --", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"] {
        visitor.cookies.insert("session".to_owned(), secret.to_owned());
        assert_eq!(visitor.get("/me").await.status, 401, "{secret}");
    }
}

#[tokio::test]
async fn a_forwarded_address_counts_only_behind_a_proxy() {
    let app = TestApp::new().await;
    let mut visitor = app.visitor().with("x-forwarded-proto", "https");
    assert!(!visitor.get("/?lang=fr").await.cookie("lang").unwrap().contains("Secure"));
    let behind = TestApp::with(|config| config.http.behind_proxy = true).await;
    let mut visitor = behind.visitor().with("x-forwarded-proto", "https");
    assert!(visitor.get("/?lang=fr").await.cookie("lang").unwrap().contains("Secure"));
}
