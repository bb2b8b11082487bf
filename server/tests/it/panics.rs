//! A handler that panics: our own page, in the reader's language, and not a word of the cause. The broken handlers are mounted here only.

use crate::support::{Browser, TestApp, WITH_SCRIPTS};
use axum::{Router, body::Body, http::Request, middleware, routing::get};
use contract::failure::Failure;
use http_body_util::BodyExt;
use std::net::SocketAddr;
use tokio::{net::TcpListener, task::JoinSet};
use tower::ServiceExt;

const CAUSE: &str = "the secret cause";

async fn breaks() -> &'static str {
    panic!("{CAUSE}")
}

/// The app's site with handlers that break, on a socket of its own.
async fn broken(app: &TestApp) -> (SocketAddr, JoinSet<()>) {
    let more = Router::new().route("/broken", get(breaks)).route("/api/broken", get(breaks));
    let service = server::router::router_with(&app.install, more).into_make_service_with_connect_info::<SocketAddr>();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let mut tasks = JoinSet::new();
    tasks.spawn(async move { axum::serve(listener, service).await.unwrap() });
    (address, tasks)
}

#[tokio::test]
async fn a_panic_shows_our_page_in_the_readers_language_with_a_number_to_quote() {
    let app = TestApp::new().await;
    let (address, _serving) = broken(&app).await;
    for language in ["en", "es", "fr", "pt"] {
        let mut visitor = Browser::new(address, "localhost").with("accept-language", language);
        let page = visitor.get("/broken").await;
        assert_eq!((page.status, page.header("cache-control")), (500, "no-store"), "{language}");
        assert!(page.text().contains(&format!("<html lang=\"{language}\"")), "{}", page.text());
        assert!(page.shows(&app.says_in(language, "common-error-title", &[])), "{}", page.text());
        let number = page.header("x-request-id");
        assert!(number.len() == 32 && page.shows(number), "{}", page.text());
        assert!(page.shows("First Brand") && !page.text().contains(CAUSE), "{}", page.text());
        assert_eq!(page.header("x-content-type-options"), "nosniff");
        assert!(page.text().contains(&format!("nonce=\"{}\"", page.nonce())));
    }
    assert_eq!(Browser::new(address, "localhost").get("/").await.status, 200, "the next one is served");
}

#[tokio::test]
async fn programs_hear_of_a_panic_as_data() {
    let app = TestApp::new().await;
    let (address, _serving) = broken(&app).await;
    let mut script = Browser::new(address, "localhost");
    let request = script.request(reqwest::Method::GET, "/api/broken").header("accept", WITH_SCRIPTS);
    let answer = script.send(request).await;
    let trace_id = answer.header("x-request-id").to_owned();
    assert_eq!((answer.status, answer.json::<Failure>()), (500, Failure::Internal { trace_id }));
    let request = script.request(reqwest::Method::GET, "/broken").header("accept", WITH_SCRIPTS);
    let answer = script.send(request).await;
    assert_eq!((answer.status, answer.header("content-type")), (500, "application/json"));
    assert!(answer.text().contains("common-failure-internal") && !answer.text().contains(CAUSE), "{}", answer.text());
}

#[tokio::test]
async fn a_brand_can_not_put_markup_into_the_page_of_a_panic() {
    let app = TestApp::new().await;
    app.clock.advance_ms(1);
    let brand = tenants::NewTenant {
        name: "<script>alert(1)</script>".to_owned(),
        hosts: vec!["second.localhost".to_owned()],
        ..tenants::NewTenant::default()
    };
    app.install.tenants.add(brand).await.unwrap().done().unwrap();
    let (address, _serving) = broken(&app).await;
    let page = Browser::new(address, "second.localhost").get("/broken").await;
    assert_eq!(page.status, 500);
    assert!(page.shows("<script>alert(1)</script>") && !page.text().contains("<script>alert"), "{}", page.text());
}

#[tokio::test]
async fn a_panic_before_the_brand_is_known_is_answered_plainly() {
    let app = Router::new().route("/", get(breaks)).layer(middleware::from_fn(server::panics::catch));
    let answer = app.oneshot(Request::get("/").header("accept", "text/html").body(Body::empty()).unwrap()).await.unwrap();
    assert_eq!(answer.status(), 500);
    let body = answer.into_body().collect().await.unwrap().to_bytes();
    assert!(!String::from_utf8_lossy(&body).contains(CAUSE));
}
