//! `/healthz`, `/readyz`, `/metrics`: for machines.

use crate::{telemetry, wiring::Install};
use axum::{Router, extract::State, http::StatusCode, routing::get};
use std::sync::Arc;

pub fn routes(install: Arc<Install>) -> Router {
    Router::new()
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/readyz", get(ready))
        .route("/metrics", get(metrics))
        .with_state(install)
}

/// Ready when the database answers and the server isn't stopping.
async fn ready(State(install): State<Arc<Install>>) -> (StatusCode, &'static str) {
    if install.stopping.is_cancelled() {
        return (StatusCode::SERVICE_UNAVAILABLE, "stopping\n");
    }
    if install.kernel.database.answers().await {
        (StatusCode::OK, "ready\n")
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
    }
}

async fn metrics() -> Result<String, StatusCode> {
    telemetry::metrics().map(|handle| handle.render()).map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)
}
