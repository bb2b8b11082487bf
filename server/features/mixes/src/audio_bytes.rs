//! The sound itself at `/audio/{mix}`, its renditions below it, all of them to keep under `download`: GET and HEAD, single ranges,
//! validators (RFC 9110 §13 and §14).
//!
//! What is public or unlisted is served to all under one address; anything else needs an address from `signed`.
//! Counts no play: that is `listening`.

mod conditions;
mod disposition;
mod file_body;
mod known;
mod range;
mod taken;

pub(crate) use conditions::{Validators, Verdict, check};
pub(crate) use known::{KnownMixes, Sound};

use crate::{Service, downloads, signed};
use axum::{
    Extension, Router,
    body::Body,
    extract::{Path, Query, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use contract::{
    caller::Caller,
    failure::Failure,
    mixes::{PLAYER, Rendition},
};
use file_body::FileBody;
use futures::TryStreamExt;
use kernel::OrFail;
use known::Known;
use range::Wanted;
use sea_orm::entity::prelude::Uuid;
use sendfile::Outlet;
use serde::Deserialize;
use std::{ops::Range, sync::Arc};
use taken::Taken;

const PUBLIC: HeaderValue = HeaderValue::from_static("public, max-age=3600");
const PRIVATE: HeaderValue = HeaderValue::from_static("private, no-store");

pub fn routes() -> Router<Service> {
    // `get` answers HEAD too; the method is asked for below because a HEAD has no range.
    Router::new().route("/audio/{mix}", get(audio)).route("/audio/{mix}/{*form}", get(form))
}

/// What an address from `signed` ends in.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Signature {
    exp: String,
    sig: String,
    /// The site's player says so itself; see `contract::mixes::PLAYER`.
    by: String,
}

/// What a request is about, but for the mix.
struct Asked {
    /// `None` for the file as it was uploaded.
    rendition: Option<Rendition>,
    to_keep: bool,
    signature: Signature,
    /// Where the kernel can send the file by itself.
    outlet: Option<Outlet>,
    method: Method,
    headers: HeaderMap,
}

async fn audio(
    State(service): State<Service>,
    Extension(caller): Extension<Arc<Caller>>,
    Path(mix): Path<String>,
    Query(signature): Query<Signature>,
    outlet: Option<Extension<Outlet>>,
    method: Method,
    headers: HeaderMap,
) -> Response {
    let asked = Asked { rendition: None, to_keep: false, signature, outlet: outlet.map(|outlet| outlet.0), method, headers };
    respond(&service, &caller, &mix, &asked).await
}

async fn form(
    State(service): State<Service>,
    Extension(caller): Extension<Arc<Caller>>,
    Path((mix, form)): Path<(String, String)>,
    Query(signature): Query<Signature>,
    outlet: Option<Extension<Outlet>>,
    method: Method,
    headers: HeaderMap,
) -> Response {
    let Some((rendition, to_keep)) = named(&form) else { return refusal(&Failure::NotFound) };
    let asked = Asked { rendition, to_keep, signature, outlet: outlet.map(|outlet| outlet.0), method, headers };
    respond(&service, &caller, &mix, &asked).await
}

/// What stands below a mix: a rendition, and whether it is to be kept.
fn named(form: &str) -> Option<(Option<Rendition>, bool)> {
    match form.split_once('/') {
        None if form == downloads::TAIL => Some((None, true)),
        None => Rendition::parse(form).map(|rendition| (Some(rendition), false)),
        Some((form, downloads::TAIL)) => Rendition::parse(form).map(|rendition| (Some(rendition), true)),
        Some(_) => None,
    }
}

async fn respond(service: &Service, caller: &Caller, mix: &str, asked: &Asked) -> Response {
    let response = answer(service, caller, mix, asked).await.or_fail(caller);
    response.unwrap_or_else(|failure| refusal(&failure))
}

/// A failure on a route that serves bytes: nobody reads its body.
pub(crate) fn refusal(failure: &Failure) -> Response {
    let status = StatusCode::from_u16(failure.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, [(header::CACHE_CONTROL, PRIVATE)], failure.message_id()).into_response()
}

async fn answer(service: &Service, caller: &Caller, mix: &str, asked: &Asked) -> kernel::Result<Response> {
    let Asked { signature, method, headers, .. } = asked;
    let mix: Uuid = mix.parse().map_err(|_| Failure::NotFound)?;
    let known = service.known_mixes().get(service, caller.tenant, mix).await?;
    let sound = known.sound(asked.rendition).ok_or(Failure::NotFound)?;
    if asked.to_keep && !known.downloads {
        return Err(Failure::NotFound.into());
    }
    if !known.is_published && !signed::holds(service, caller.tenant, mix, &signature.exp, &signature.sig) {
        return Err(Failure::NotFound.into());
    }
    // The DJ may change their mind, and then no cache may know better.
    let caching = if known.is_published && !asked.to_keep { PUBLIC } else { PRIVATE };
    let validators = sound.validators();
    let mut response = match check(headers, &validators) {
        Verdict::Failed => StatusCode::PRECONDITION_FAILED.into_response(),
        Verdict::NotModified => StatusCode::NOT_MODIFIED.into_response(),
        Verdict::Proceed => {
            let ranged = *method == Method::GET && conditions::if_range_holds(headers, &validators);
            let wanted = if ranged { range::wanted(headers, sound.size_bytes) } else { Wanted::Whole };
            content(service, caller, &known, sound, asked, wanted).await?
        }
    };
    let answered = response.headers_mut();
    answered.insert(header::CACHE_CONTROL, caching);
    answered.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    answered.insert(header::ETAG, sound.etag.clone());
    answered.insert(header::LAST_MODIFIED, sound.last_modified.clone());
    Ok(response)
}

async fn content(
    service: &Service,
    caller: &Caller,
    known: &Known,
    sound: &Sound,
    asked: &Asked,
    wanted: Wanted,
) -> kernel::Result<Response> {
    let size = sound.size_bytes;
    let (status, bytes) = match wanted {
        Wanted::Whole => (StatusCode::OK, 0..size),
        Wanted::Part(bytes) => (StatusCode::PARTIAL_CONTENT, bytes),
        Wanted::Unsatisfiable => {
            return Ok((StatusCode::RANGE_NOT_SATISFIABLE, [(header::CONTENT_RANGE, format!("bytes */{size}"))]).into_response());
        }
    };
    let content_range = (status == StatusCode::PARTIAL_CONTENT).then(|| format!("bytes {}-{}/{size}", bytes.start, bytes.end - 1));
    let length = bytes.end - bytes.start;
    let body = if asked.method == Method::HEAD { Body::empty() } else { body(service, sound, asked, bytes).await? };
    let heard = asked.method == Method::GET && known.is_published && asked.signature.by != PLAYER;
    let body = if heard && taken::is_heard(&caller.origin.user_agent, &asked.headers) {
        Body::new(Taken::new(body, service, caller, size, known.lasts_ms))
    } else {
        body
    };
    let mut response = (status, body).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    headers.insert(header::CONTENT_TYPE, sound.mime.clone());
    let disposition = if asked.to_keep { &sound.attachment } else { &sound.disposition };
    headers.insert(header::CONTENT_DISPOSITION, disposition.clone());
    if let Some(value) = content_range.and_then(|text| HeaderValue::try_from(text).ok()) {
        headers.insert(header::CONTENT_RANGE, value);
    }
    Ok(response)
}

async fn body(service: &Service, sound: &Sound, asked: &Asked, bytes: Range<u64>) -> kernel::Result<Body> {
    match (sound.file(service).await?, asked.outlet.clone()) {
        (Some(file), Some(outlet)) => Ok(Body::new(sendfile::FileBody::new(outlet, file, bytes))),
        (Some(file), None) => Ok(Body::new(FileBody::new(file, bytes))),
        (None, _) if bytes.is_empty() => Ok(Body::empty()),
        (None, _) => {
            let stream = service.storage().stream(&sound.key, bytes).await.map_err(anyhow::Error::new)?;
            Ok(Body::from_stream(stream.map_err(std::io::Error::other)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_there_can_be_has_an_address() {
        let (mp3, opus) = (Some(Rendition::Mp3), Some(Rendition::Opus));
        assert_eq!(
            ["mp3", "opus", "download", "mp3/download"].map(named),
            [(mp3, false), (opus, false), (None, true), (mp3, true)].map(Some)
        );
        assert_eq!(["", "MP3", "flac", "original", "download/mp3", "mp3/", "mp3/download/"].map(named), [None; 7]);
    }
}
