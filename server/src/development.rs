//! The development inbox: what was written to the mail folder, readable in the browser. There only while developing.

use crate::{html::escaped, wiring::Install};
use axum::{
    Router,
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
    routing::get,
};
use std::{fmt::Write, sync::Arc};

/// `/dev/inbox`, or nothing.
pub fn routes(install: &Arc<Install>) -> Router {
    if !install.config.has_inbox() {
        return Router::new();
    }
    Router::new().route("/dev/inbox", get(inbox)).with_state(install.clone())
}

async fn inbox(State(install): State<Arc<Install>>) -> Response {
    let Ok(mails) = mail::inbox(&install.config.data.join("mail")).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let mut page = String::from(
        "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content=\"width=device-width\"><title>Inbox</title><link rel=stylesheet href=\"",
    );
    page.push_str(&install.assets.stylesheet);
    page.push_str("\"><main class=page><h1>Inbox</h1><p>Mail of this development install. Nothing here was sent.</p><ul class=rows>");
    for mail in &mails {
        let _ = write!(
            page,
            "<li class=row><div class=row__body><b>{}</b><span class=row__note>{}</span>",
            escaped(&mail.subject),
            escaped(&mail.to)
        );
        for link in mail.links() {
            let _ = write!(page, "<a href=\"{0}\">{0}</a>", escaped(link));
        }
        let _ = write!(page, "<details><summary>Text</summary><pre>{}</pre></details></div></li>", escaped(&mail.text));
    }
    page.push_str("</ul></main></html>");
    let mut response = Html(page).into_response();
    response
        .headers_mut()
        .insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; style-src 'self'; font-src 'self'"));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
