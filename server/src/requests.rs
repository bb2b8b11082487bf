//! Around every request: an id to quote, and a span that whatever is logged on the way carries.

use axum::{extract::Request, http::HeaderValue, middleware::Next, response::Response};
use std::time::Instant;
use tracing::Instrument;

/// The request's id: in its answer's `X-Request-Id`, in the log, in what people are told to quote.
#[derive(Clone, Debug)]
pub struct RequestId(pub String);

/// Names the request; `RUST_LOG=server=debug` logs a line for each answer.
pub async fn trace(mut request: Request, next: Next) -> Response {
    let id = kernel::Ids.next().simple().to_string();
    let header = HeaderValue::from_str(&id);
    // The path alone: links from mails carry their secret in the query.
    let span = tracing::info_span!("request", request_id = id, method = %request.method(), path = request.uri().path());
    request.extensions_mut().insert(RequestId(id));
    let answering = async move {
        let started = Instant::now();
        let mut response = next.run(request).await;
        if let Ok(id) = header {
            response.headers_mut().insert("x-request-id", id);
        }
        tracing::debug!(status = response.status().as_u16(), ms = started.elapsed().as_millis(), "answered");
        response
    };
    answering.instrument(span).await
}
