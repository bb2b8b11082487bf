//! The last word when a handler panics: our own page in the reader's language, data for programs, and never the cause.
//!
//! Written by hand, without the app and its reactive runtime: whatever broke must not break the answer as well. The panic itself is
//! logged where it happens, by the hook in `telemetry`.

use crate::{headers::content_security_policy, html::escaped, requests::RequestId};
use app::backend;
use axum::{
    Json,
    extract::Request,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{Html, IntoResponse, Response},
};
use contract::{failure::Failure, outcome::Argument};
use futures::FutureExt;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Who is to be told.
struct Asker {
    trace_id: String,
    /// Known once the tenant is.
    context: Option<backend::Request>,
    /// Whether a function of the app was called, by its own code.
    is_function: bool,
    reads_pages: bool,
}

/// Answers for handlers that panic. Once what has begun to flow breaks, nothing can be said any more: the connection ends.
pub async fn catch(request: Request, next: Next) -> Response {
    let asker = Asker::of(&request);
    match AssertUnwindSafe(next.run(request)).catch_unwind().await {
        Ok(response) => response,
        Err(_) => catch_unwind(AssertUnwindSafe(|| asker.answer())).unwrap_or_else(|_| asker.plain()),
    }
}

impl Asker {
    fn of(request: &Request) -> Self {
        let accepted = accepted(request.headers());
        Self {
            trace_id: request.extensions().get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default(),
            context: request.extensions().get::<backend::Request>().cloned(),
            is_function: request.uri().path().starts_with("/api/"),
            reads_pages: accepted.contains("text/html"),
        }
    }

    fn answer(&self) -> Response {
        let failure = Failure::Internal { trace_id: self.trace_id.clone() };
        let mut response = match &self.context {
            Some(context) if self.reads_pages => self.page(context),
            _ if self.is_function => Json(failure).into_response(),
            // Uploads and pictures: the shape of their refusals.
            Some(_) => Json(serde_json::json!({ "refusals": [failure.message()] })).into_response(),
            None => return self.plain(),
        };
        *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }

    fn page(&self, context: &backend::Request) -> Response {
        let frame = &context.frame;
        let trace = [("trace", Argument::Text(self.trace_id.clone()))];
        let text = |id: &str, arguments: &[(&str, Argument)]| escaped(&context.catalogue.format(id, arguments).unwrap_or_default());
        let nonce = kernel::Ids.secret();
        let theme = frame.theme.as_ref().map(|theme| format!(" data-theme=\"{}\"", escaped(theme))).unwrap_or_default();
        let page = format!(
            "<!DOCTYPE html><html lang=\"{lang}\"{theme}><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\">\
             <meta name=\"color-scheme\" content=\"dark light\"><link rel=\"stylesheet\" href=\"{stylesheet}\">\
             <style nonce=\"{nonce}\">:root{{--hue:{hue:.1};--chroma:{chroma:.3}}}</style>\
             <link rel=\"icon\" href=\"/icon.svg\" type=\"image/svg+xml\"><title>{title} – {brand}</title></head>\
             <body><header class=\"masthead\"><a class=\"logo\" href=\"/\">{brand}</a></header>\
             <main class=\"page\" id=\"main\"><div class=\"empty\" role=\"alert\"><h1 class=\"empty__title\">{title}</h1>\
             <p class=\"empty__text\">{words}</p>\
             <div class=\"empty__do\"><a class=\"button button--ghost\" href=\"/\">{home}</a></div></div></main></body></html>",
            lang = escaped(&frame.locale.0),
            stylesheet = escaped(&context.assets.stylesheet),
            hue = frame.brand.hue,
            chroma = frame.brand.chroma,
            brand = escaped(&frame.brand.name),
            title = text("common-error-title", &[]),
            words = text("common-failure-internal", &trace),
            home = text("common-not-found-home", &[]),
        );
        let mut response = Html(page).into_response();
        if let Ok(policy) = HeaderValue::from_str(&content_security_policy(&nonce)) {
            response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
        }
        response
    }

    /// Where nothing is known of brand and language.
    fn plain(&self) -> Response {
        (StatusCode::INTERNAL_SERVER_ERROR, format!("Something broke on our side: {}\n", self.trace_id)).into_response()
    }
}

fn accepted(headers: &HeaderMap) -> &str {
    headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or_default()
}
