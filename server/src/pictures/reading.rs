//! A picture out of a multipart form, and the words beside it, in bounded memory and time. Doesn't look at what it is.

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
/// The longest field beside a file that is looked at.
const WORD_BYTES: usize = 64;
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

/// What a form with a file carries.
#[derive(Debug, Default)]
pub(super) struct Form {
    pub(super) file: Option<Bytes>,
    words: Vec<(String, String)>,
}

impl Form {
    /// What was typed in the field `name`; empty when it isn't there.
    pub(super) fn word(&self, name: &str) -> &str {
        self.words.iter().find(|(known, _)| known == name).map_or("", |(_, word)| word)
    }
}

/// The file in the part `name`.
pub(super) async fn picture(request: Request, name: &str) -> Result<Bytes, Unusable> {
    form(request, name).await?.file.ok_or(Unusable::Missing)
}

/// The file in the part `name`, and the short fields beside it.
pub(super) async fn form(request: Request, name: &str) -> Result<Form, Unusable> {
    if announced(&request).is_some_and(|length| length > FORM_BYTES as u64) {
        drain(request.into_body()).await;
        return Err(Unusable::TooLarge);
    }
    timeout(PATIENCE, find(request, name)).await.unwrap_or(Err(Unusable::Broken))
}

async fn find(request: Request, name: &str) -> Result<Form, Unusable> {
    let mut parts = Multipart::from_request(request, &()).await.map_err(|_| Unusable::Broken)?;
    let mut form = Form::default();
    for _ in 0..PARTS {
        let Some(part) = parts.next_field().await.map_err(|error| unusable(&error))? else { break };
        let Some(part_name) = part.name().map(str::to_owned) else { continue };
        let content = part.bytes().await.map_err(|error| unusable(&error))?;
        if part_name != name {
            if let Some(word) = std::str::from_utf8(&content).ok().filter(|word| word.len() <= WORD_BYTES) {
                form.words.push((part_name, word.to_owned()));
            }
            continue;
        }
        // Browsers send an empty file when none was chosen.
        form.file = match content.len() {
            0 => None,
            length if length > PICTURE_BYTES => return Err(Unusable::TooLarge),
            _ => Some(content),
        };
    }
    Ok(form)
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
