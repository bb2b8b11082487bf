//! `/overlay/shout-outs`: the shout-outs over a picture, as a page for broadcasting software. Transparent, without frame and words
//! of its own; what is shown comes over the socket.

use axum::{
    Router,
    http::{HeaderName, HeaderValue, header},
    response::{Html, IntoResponse},
    routing::get,
};

/// Nothing but its own script and style.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
);

const PAGE: &str = "<!DOCTYPE html>
<html lang=\"und\">
<head>
<meta charset=\"utf-8\">
<meta name=\"robots\" content=\"noindex\">
<title>Overlay</title>
<link rel=\"stylesheet\" href=\"/overlay.css\">
<script type=\"module\" src=\"/overlay.js\"></script>
</head>
<body><ul id=\"shout-outs\" aria-live=\"polite\"></ul></body>
</html>
";

pub fn routes() -> Router {
    Router::new().route("/overlay/shout-outs", get(shout_outs))
}

async fn shout_outs() -> impl IntoResponse {
    let headers: [(HeaderName, HeaderValue); 2] =
        [(header::CONTENT_SECURITY_POLICY, POLICY), (header::CACHE_CONTROL, HeaderValue::from_static("no-cache"))];
    (headers, Html(PAGE))
}
