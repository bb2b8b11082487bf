//! tus 1.0 at `/uploads`: creation, creation with upload, checksum, expiration, termination.
//! <https://tus.io/protocols/resumable-upload>. Speaks HTTP only; what may be uploaded is decided elsewhere.

use super::{
    begin,
    checksum::{ALGORITHMS, Checksum},
    file_name, finish,
    part::Part,
    receive,
    reply::Stop,
};
use crate::Service;
use axum::{
    Extension, Router,
    body::{Body, BodyDataStream},
    extract::{Path, State},
    response::{IntoResponse, Response},
    routing::{MethodFilter, on},
};
use chrono::DateTime;
use contract::{caller::Caller, failure::Failure, ids::UploadId};
use http::{HeaderMap, HeaderValue, Method, Request, StatusCode};
use std::sync::Arc;

const VERSION: &str = "1.0.0";
const EXTENSIONS: &str = "creation,creation-with-upload,checksum,expiration,termination";
const CHUNK_TYPE: &str = "application/offset+octet-stream";

type Answer = Result<Response, Stop>;

/// `/uploads` and `/uploads/{id}`.
pub fn routes() -> Router<Service> {
    let all = MethodFilter::OPTIONS.or(MethodFilter::POST).or(MethodFilter::HEAD).or(MethodFilter::PATCH).or(MethodFilter::DELETE);
    Router::new().route("/uploads", on(MethodFilter::OPTIONS.or(MethodFilter::POST), collection)).route("/uploads/{id}", on(all, upload))
}

async fn collection(State(service): State<Service>, Extension(caller): Extension<Arc<Caller>>, request: Request<Body>) -> Response {
    let method = request.method().clone();
    answer(&service, &caller, &method, request, None).await
}

async fn upload(
    State(service): State<Service>,
    Extension(caller): Extension<Arc<Caller>>,
    Path(id): Path<UploadId>,
    request: Request<Body>,
) -> Response {
    let overriding = request.headers().get("x-http-method-override").and_then(|name| Method::from_bytes(name.as_bytes()).ok());
    let method = overriding.filter(|_| request.method() == Method::POST).unwrap_or_else(|| request.method().clone());
    answer(&service, &caller, &method, request, Some(id)).await
}

async fn answer(service: &Service, caller: &Arc<Caller>, method: &Method, request: Request<Body>, id: Option<UploadId>) -> Response {
    let (parts, body) = request.into_parts();
    let headers = parts.headers;
    let mut body = body.into_data_stream();
    let speaks_tus = headers.get("tus-resumable").is_some_and(|version| version == VERSION);
    let answer = match (method.as_str(), id) {
        ("OPTIONS", _) => Ok(announce(service)),
        _ if !speaks_tus => Err(Stop::Status(StatusCode::PRECONDITION_FAILED)),
        ("POST", None) => create(service, caller, &headers, body).await,
        ("HEAD", Some(id)) => head(service, caller, id).await,
        ("PATCH", Some(id)) => patch(service, caller, id, &headers, body).await,
        ("DELETE", Some(id)) => terminate(service, caller, id).await,
        _ => {
            receive::drain(&mut body).await;
            Err(Stop::Status(StatusCode::METHOD_NOT_ALLOWED))
        }
    };
    let mut response = answer.unwrap_or_else(|stop| stop.into_response(caller));
    let headers = response.headers_mut();
    headers.insert("tus-resumable", HeaderValue::from_static(VERSION));
    headers.insert("cache-control", HeaderValue::from_static("no-store"));
    if !speaks_tus {
        headers.insert("tus-version", HeaderValue::from_static(VERSION));
    }
    response
}

fn announce(service: &Service) -> Response {
    let max_size = service.config().max_upload_bytes.to_string();
    let headers = [("tus-extension", EXTENSIONS), ("tus-max-size", max_size.as_str()), ("tus-checksum-algorithm", ALGORITHMS)];
    (StatusCode::NO_CONTENT, headers).into_response()
}

async fn create(service: &Service, caller: &Arc<Caller>, headers: &HeaderMap, mut body: BodyDataStream) -> Answer {
    let size_bytes = number(headers, "upload-length").ok_or(Stop::Status(StatusCode::BAD_REQUEST))?;
    let name = headers.get("upload-metadata").and_then(|value| value.to_str().ok()).map(file_name::from_metadata).unwrap_or_default();
    let begun = begin::begin(service, caller, name, size_bytes).await;
    let row = match begun {
        Ok(row) => row,
        Err(stop) => {
            receive::drain(&mut body).await;
            return Err(stop);
        }
    };
    let mut answered = HeaderMap::new();
    answered.insert("location", text(&format!("/uploads/{}", row.id)));
    answered.insert("hectic-mix", text(&row.mix_id.to_string()));
    let mut expires_at = row.expires_at;
    if is_chunk(headers) {
        let part = receive_into(service, caller, UploadId(row.id), headers, 0, body).await?;
        answered.insert("upload-offset", text(&part.offset.to_string()));
        expires_at = part.row.expires_at;
    }
    answered.insert("upload-expires", text(&http_date(expires_at)));
    Ok((StatusCode::CREATED, answered).into_response())
}

async fn head(service: &Service, caller: &Arc<Caller>, id: UploadId) -> Answer {
    signed_in(caller)?;
    service.inner.transfers.interrupt(id.0).await;
    let part = match Part::open(service, caller, id.0).await {
        Err(Stop::Broke(kernel::Error::Failure(Failure::NotFound))) => return handed_over(service, caller, id).await,
        part => part?,
    };
    if part.is_whole() {
        // A crash came between the last byte and the hand-over.
        finish::finish(service, &part).await?;
    }
    let headers = [
        ("upload-offset", part.offset.to_string()),
        ("upload-length", part.size_bytes().to_string()),
        ("upload-expires", http_date(part.row.expires_at)),
        ("hectic-mix", part.row.mix_id.to_string()),
    ];
    Ok((StatusCode::OK, headers).into_response())
}

/// An upload that is finished is still answered for: the last reply may have been lost, and who hears 404 starts again.
async fn handed_over(service: &Service, caller: &Caller, id: UploadId) -> Answer {
    let size_bytes = finish::handed_over(service, caller, id.0).await?.ok_or(Failure::NotFound)?.to_string();
    let headers = [("upload-offset", size_bytes.clone()), ("upload-length", size_bytes), ("hectic-mix", id.to_string())];
    Ok((StatusCode::OK, headers).into_response())
}

async fn patch(service: &Service, caller: &Arc<Caller>, id: UploadId, headers: &HeaderMap, mut body: BodyDataStream) -> Answer {
    let checked = match (signed_in(caller), is_chunk(headers), number(headers, "upload-offset")) {
        (Err(stop), ..) => Err(stop),
        (_, false, _) => Err(Stop::Status(StatusCode::UNSUPPORTED_MEDIA_TYPE)),
        (.., offset) => offset.ok_or(Stop::Status(StatusCode::BAD_REQUEST)),
    };
    let offset = match checked {
        Ok(offset) => offset,
        Err(stop) => {
            receive::drain(&mut body).await;
            return Err(stop);
        }
    };
    let part = receive_into(service, caller, id, headers, offset, body).await?;
    let headers = [("upload-offset", part.offset.to_string()), ("upload-expires", http_date(part.row.expires_at))];
    Ok((StatusCode::NO_CONTENT, headers).into_response())
}

/// In a task of its own: when the connection breaks, the request's future is dropped, but what arrived must still be saved.
async fn receive_into(
    service: &Service,
    caller: &Arc<Caller>,
    id: UploadId,
    headers: &HeaderMap,
    offset: u64,
    mut body: BodyDataStream,
) -> Result<Part, Stop> {
    let (service, caller) = (service.clone(), caller.clone());
    let checksum = headers.get("upload-checksum").map(|value| value.to_str().ok().and_then(Checksum::parse));
    let receiving = tokio::spawn(async move {
        let received = match checksum {
            Some(None) => Err(Stop::Status(StatusCode::BAD_REQUEST)),
            checksum => take(&service, &caller, id, offset, &mut body, checksum.flatten()).await,
        };
        if received.is_err() {
            receive::drain(&mut body).await;
        }
        received
    });
    receiving.await.map_err(|error| Stop::Broke(kernel::Error::Internal(anyhow::Error::new(error).context("receiving an upload"))))?
}

async fn take(
    service: &Service,
    caller: &Caller,
    id: UploadId,
    offset: u64,
    body: &mut BodyDataStream,
    checksum: Option<Checksum>,
) -> Result<Part, Stop> {
    let part = Part::open(service, caller, id.0).await?;
    if part.offset != offset {
        return Err(Stop::Status(StatusCode::CONFLICT));
    }
    let part = receive::receive(service, part, body, checksum).await?;
    if part.is_whole() {
        finish::finish(service, &part).await?;
    }
    Ok(part)
}

async fn terminate(service: &Service, caller: &Arc<Caller>, id: UploadId) -> Answer {
    signed_in(caller)?;
    service.inner.transfers.interrupt(id.0).await;
    let part = Part::open(service, caller, id.0).await?;
    finish::discard(service, &part.row).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn signed_in(caller: &Caller) -> Result<(), Stop> {
    caller.viewer.as_ref().map(|_| ()).ok_or_else(|| Failure::SignInRequired.into())
}

fn is_chunk(headers: &HeaderMap) -> bool {
    headers.get("content-type").is_some_and(|kind| kind == CHUNK_TYPE)
}

fn number(headers: &HeaderMap, name: &str) -> Option<u64> {
    headers.get(name)?.to_str().ok()?.parse().ok()
}

fn text(value: &str) -> HeaderValue {
    HeaderValue::from_str(value).unwrap_or(HeaderValue::from_static(""))
}

/// RFC 9110, section 5.6.7.
fn http_date(ms: i64) -> String {
    DateTime::from_timestamp_millis(ms).unwrap_or_default().format("%a, %d %b %Y %H:%M:%S GMT").to_string()
}
