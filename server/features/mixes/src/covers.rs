//! Covers at `/covers/{mix}/{px}.webp?v={version}`.

use crate::{
    Service,
    audio_bytes::{Validators, Verdict, check, refusal},
    keys,
};
use axum::{
    Extension, Router,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use contract::{caller::Caller, failure::Failure, mixes::CoverImage};
use kernel::OrFail;
use sea_orm::entity::prelude::Uuid;
use serde::Deserialize;
use std::sync::Arc;

pub fn routes() -> Router<Service> {
    Router::new().route("/covers/{mix}/{file}", get(cover))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    v: String,
}

async fn cover(
    State(service): State<Service>,
    Extension(caller): Extension<Arc<Caller>>,
    Path((mix, file)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Response {
    let response = answer(&service, &caller, &mix, &file, &asked.v, &headers).await.or_fail(&caller);
    response.unwrap_or_else(|failure| refusal(&failure))
}

async fn answer(service: &Service, caller: &Caller, mix: &str, file: &str, asked: &str, headers: &HeaderMap) -> kernel::Result<Response> {
    let mix: Uuid = mix.parse().map_err(|_| Failure::NotFound)?;
    let px = CoverImage::SIZES.into_iter().find(|px| file == format!("{px}.webp")).ok_or(Failure::NotFound)?;
    let mut known = service.known_mixes().get(service, caller.tenant, mix).await?;
    if !asked.is_empty() && known.cover_version.as_deref() != Some(asked) {
        // Newer than what is remembered, or out of date: only the row tells.
        service.forget_bytes(caller.tenant, mix).await;
        known = service.known_mixes().get(service, caller.tenant, mix).await?;
    }
    let version = known.cover_version.as_deref().ok_or(Failure::NotFound)?;
    let is_current = asked == version;
    // A version is a hash of the picture that nobody guesses, and only the mix's own pages name it: whoever knows it has been
    // shown the mix. So a draft's cover needs no signature, just the right version.
    if !is_current && !known.is_published {
        return Err(Failure::NotFound.into());
    }
    let caching = match (is_current, known.is_published) {
        (true, true) => "public, max-age=31536000, immutable",
        (true, false) => "private, max-age=31536000, immutable",
        (false, _) => "no-cache",
    };
    let etag = format!("\"{version}-{px}\"");
    let mut response = match check(headers, &Validators { etag: &etag, modified: None }) {
        Verdict::NotModified => StatusCode::NOT_MODIFIED.into_response(),
        Verdict::Failed => StatusCode::PRECONDITION_FAILED.into_response(),
        Verdict::Proceed => {
            let picture = match service.storage().get(&keys::cover(caller.tenant.0, mix, version, px)).await {
                // Replaced this moment; the page that names the new one is on its way.
                Err(storage::Error::NotFound(_)) => return Err(Failure::NotFound.into()),
                read => read.map_err(anyhow::Error::new)?,
            };
            ([(header::CONTENT_TYPE, "image/webp")], picture).into_response()
        }
    };
    let answered = response.headers_mut();
    for (name, value) in [(header::CACHE_CONTROL, caching), (header::ETAG, etag.as_str())] {
        if let Ok(value) = value.parse() {
            answered.insert(name, value);
        }
    }
    Ok(response)
}
