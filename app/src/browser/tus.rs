//! The client's half of tus 1.0: create, ask for the offset, append a piece with its checksum, give up.
//! Knows nothing of signals; who calls decides about pauses and retries.

use contract::{ids::MixId, outcome::Message};
use gloo_net::http::{Request, RequestBuilder, Response};
use serde::Deserialize;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// Bytes a piece: small enough to lose little on a train, large enough to fill a line.
pub const PIECE_BYTES: u64 = 4 * 1024 * 1024;

/// Why a step failed.
#[derive(Clone, Debug, PartialEq)]
pub enum TusError {
    /// Declined for good, for these reasons.
    Refused(Vec<Message>),
    /// The upload is not there any more.
    Gone,
    /// The offset is another one; ask for it.
    Conflict,
    /// Worth another try: no network, or a server that restarts.
    Again,
}

#[derive(Deserialize)]
struct Refusals {
    refusals: Vec<Message>,
}

/// A created upload.
pub struct Created {
    pub url: String,
    pub mix: Option<MixId>,
}

fn tus(request: RequestBuilder) -> RequestBuilder {
    request.header("Tus-Resumable", "1.0.0")
}

async fn failed(response: &Response) -> TusError {
    match response.status() {
        404 | 410 => TusError::Gone,
        409 => TusError::Conflict,
        423 | 429 | 460 | 500..=599 => TusError::Again,
        _ => match response.json::<Refusals>().await {
            Ok(answer) => TusError::Refused(answer.refusals),
            Err(_) => TusError::Refused(vec![Message { id: "common-failure-forbidden".into(), arguments: Vec::new(), field: None }]),
        },
    }
}

/// Announces a file.
pub async fn create(name: &str, size: u64) -> Result<Created, TusError> {
    let name = js_sys::encode_uri_component(name);
    // btoa takes Latin-1 only; the escaped name is ASCII, unescaped by the server as UTF-8.
    let bytes: String = percent_decoded_latin1(&String::from(name));
    let encoded = web_sys::window().and_then(|window| window.btoa(&bytes).ok()).unwrap_or_default();
    let request =
        tus(Request::post("/uploads")).header("Upload-Length", &size.to_string()).header("Upload-Metadata", &format!("filename {encoded}"));
    let response = request.send().await.map_err(|_| TusError::Again)?;
    if response.status() != 201 {
        return Err(failed(&response).await);
    }
    let url = response.headers().get("Location").ok_or(TusError::Again)?;
    let mix = response.headers().get("Hectic-Mix").and_then(|id| id.parse().ok());
    Ok(Created { url, mix })
}

/// The UTF-8 bytes behind a percent-encoded text, each as one Latin-1 character.
fn percent_decoded_latin1(escaped: &str) -> String {
    let mut bytes = escaped.bytes();
    let mut out = String::new();
    while let Some(byte) = bytes.next() {
        let digit = |byte: Option<u8>| byte.and_then(|byte| char::from(byte).to_digit(16)).unwrap_or(0);
        let value = if byte == b'%' { digit(bytes.next()) * 16 + digit(bytes.next()) } else { u32::from(byte) };
        out.extend(char::from_u32(value));
    }
    out
}

/// How much the server has.
pub async fn offset(url: &str) -> Result<u64, TusError> {
    let response = tus(RequestBuilder::new(url).method(gloo_net::http::Method::HEAD)).send().await.map_err(|_| TusError::Again)?;
    if !response.ok() {
        return Err(failed(&response).await);
    }
    response.headers().get("Upload-Offset").and_then(|offset| offset.parse().ok()).ok_or(TusError::Again)
}

/// Appends the piece that begins at `offset`; answers the new offset.
pub async fn append(url: &str, file: &web_sys::File, offset: u64) -> Result<u64, TusError> {
    let end = (offset + PIECE_BYTES).min(file.size() as u64);
    let piece = file.slice_with_f64_and_f64(offset as f64, end as f64).map_err(|_| TusError::Gone)?;
    let buffer = JsFuture::from(piece.array_buffer()).await.map_err(|_| TusError::Gone)?;
    let bytes = js_sys::Uint8Array::new(&buffer);
    let mut request =
        tus(Request::patch(url)).header("Upload-Offset", &offset.to_string()).header("Content-Type", "application/offset+octet-stream");
    if let Some(checksum) = sha256(&bytes).await {
        request = request.header("Upload-Checksum", &format!("sha256 {checksum}"));
    }
    let response = request.body(bytes).map_err(|_| TusError::Again)?.send().await.map_err(|_| TusError::Again)?;
    if response.status() != 204 {
        return Err(failed(&response).await);
    }
    response.headers().get("Upload-Offset").and_then(|offset| offset.parse().ok()).ok_or(TusError::Again)
}

/// Gives the upload up; its draft goes with it.
pub async fn terminate(url: &str) {
    // Left alone it expires.
    let _ = tus(Request::delete(url)).send().await;
}

/// Base64 of the digest; browsers have it on secure origins only, and TCP guards the rest.
async fn sha256(bytes: &js_sys::Uint8Array) -> Option<String> {
    let window = web_sys::window()?;
    let crypto = js_sys::Reflect::get(&window, &"crypto".into()).ok()?;
    let subtle = js_sys::Reflect::get(&crypto, &"subtle".into()).ok()?;
    let digest = js_sys::Reflect::get(&subtle, &"digest".into()).ok()?.dyn_into::<js_sys::Function>().ok()?;
    let promise = digest.call2(&subtle, &"SHA-256".into(), bytes).ok()?;
    let hash = js_sys::Uint8Array::new(&JsFuture::from(js_sys::Promise::from(promise)).await.ok()?).to_vec();
    window.btoa(&hash.iter().map(|byte| char::from(*byte)).collect::<String>()).ok()
}
