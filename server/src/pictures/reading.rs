//! A picture out of a multipart form, in bounded memory and time. Doesn't look at what it is.

use axum::{
    body::Body,
    extract::{FromRequest, Multipart, Request, multipart::MultipartError},
    http::{StatusCode, header},
};
use bytes::Bytes;
use futures::StreamExt;
use std::time::Duration;
use tokio::time::timeout;

/// The largest picture taken, as the `images` foundation has it.
const PICTURE_BYTES: usize = 20 << 20;
/// The whole form: a picture and what is written around it.
pub(super) const FORM_BYTES: usize = PICTURE_BYTES + (1 << 20);
/// Parts of a form that are looked at.
const PARTS: usize = 16;
/// 20 MiB at half a megabit a second take five minutes.
const PATIENCE: Duration = Duration::from_secs(600);

/// Why there is no picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unusable {
    /// No file was chosen.
    Missing,
    TooLarge,
    /// No form, or one that breaks off.
    Broken,
}

/// The file in the part `name`.
pub(super) async fn picture(request: Request, name: &str) -> Result<Bytes, Unusable> {
    if announced(&request).is_some_and(|length| length > FORM_BYTES as u64) {
        drain(request.into_body()).await;
        return Err(Unusable::TooLarge);
    }
    timeout(PATIENCE, find(request, name)).await.unwrap_or(Err(Unusable::Broken))
}

async fn find(request: Request, name: &str) -> Result<Bytes, Unusable> {
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| Unusable::Broken)?;
    for _ in 0..PARTS {
        let Some(part) = form.next_field().await.map_err(|error| unusable(&error))? else { break };
        if part.name() != Some(name) {
            continue;
        }
        let picture = part.bytes().await.map_err(|error| unusable(&error))?;
        // Browsers send an empty file when none was chosen.
        return match picture.len() {
            0 => Err(Unusable::Missing),
            length if length > PICTURE_BYTES => Err(Unusable::TooLarge),
            _ => Ok(picture),
        };
    }
    Err(Unusable::Missing)
}

fn unusable(error: &MultipartError) -> Unusable {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { Unusable::TooLarge } else { Unusable::Broken }
}

fn announced(request: &Request) -> Option<u64> {
    request.headers().get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// Reads on for a while after a refusal: who is still sending would otherwise see a broken connection instead of the answer.
pub(super) async fn drain(body: Body) {
    let mut left = 64_usize << 20;
    let mut body = body.into_data_stream();
    let reading = async {
        while let Some(Ok(bytes)) = body.next().await {
            left = left.saturating_sub(bytes.len());
            if left == 0 {
                break;
            }
        }
    };
    // Whoever needs longer sees the broken connection after all.
    let _ = timeout(Duration::from_secs(10), reading).await;
}
