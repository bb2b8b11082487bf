//! The cover of a mix: another picture, another square of the one that is kept, and that picture for its DJ.

use super::{
    Pictures,
    reading::{self, Form, Unusable},
    reply::Reply,
};
use app::backend;
use axum::{
    Extension,
    extract::{Path, Request, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use contract::{
    covers::{Crop, WHOLE},
    ids::MixId,
    outcome::Outcome,
    studio::MixRefusal,
};

pub(super) async fn replace(
    State(pictures): State<Pictures>,
    Extension(context): Extension<backend::Request>,
    Path(mix): Path<String>,
    request: Request,
) -> Response {
    change(&pictures, &context, &mix, request, Source::Sent).await
}

pub(super) async fn crop(
    State(pictures): State<Pictures>,
    Extension(context): Extension<backend::Request>,
    Path(mix): Path<String>,
    request: Request,
) -> Response {
    change(&pictures, &context, &mix, request, Source::Kept).await
}

/// Which picture the square is of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Source {
    /// The one in the form.
    Sent,
    Kept,
}

async fn change(pictures: &Pictures, context: &backend::Request, mix: &str, request: Request, source: Source) -> Response {
    let Ok(mix) = mix.parse::<MixId>() else { return StatusCode::NOT_FOUND.into_response() };
    let reply = reply(context, mix, &request);
    let studio = &context.services.studio;
    // Asked before the form is read: only those who may change the mix can fill our memory.
    if let Err(failure) = studio.mix(&context.caller, mix).await {
        reading::drain(request.into_body()).await;
        return reply.failed(&failure);
    }
    // Of a picture that is kept, none is read.
    let wanted = if source == Source::Sent { "cover" } else { "" };
    let form = match reading::form(request, wanted).await {
        Ok(form) => form,
        Err(unusable) => return reply.refused(&[refusal(unusable)]),
    };
    let Some(crop) = crop_of(&form) else { return reply.refused(&[MixRefusal::CropOutside]) };
    let _turn = pictures.turns.acquire().await;
    let changed = match (source, form.file) {
        (Source::Kept, _) => studio.crop_cover(&context.caller, mix, crop).await,
        (Source::Sent, Some(picture)) => studio.set_cover(&context.caller, mix, picture.into(), crop).await,
        (Source::Sent, None) => return reply.refused(&[refusal(Unusable::Missing)]),
    };
    match changed {
        Ok(Outcome::Done(cover)) => reply.done(&cover),
        Ok(Outcome::Refused(reasons)) => reply.refused(&reasons),
        Err(failure) => reply.failed(&failure),
    }
}

/// The whole picture. Its address names its content, so the DJ's browser may keep it, and nobody else's.
pub(super) async fn original(Extension(context): Extension<backend::Request>, Path(mix): Path<String>) -> Response {
    let Ok(mix) = mix.parse::<MixId>() else { return StatusCode::NOT_FOUND.into_response() };
    match context.services.studio.cover_source(&context.caller, mix).await {
        Ok(picture) => ([(header::CONTENT_TYPE, "image/webp"), (header::CACHE_CONTROL, "private, max-age=86400")], picture).into_response(),
        Err(failure) => StatusCode::from_u16(failure.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR).into_response(),
    }
}

fn reply<'a>(context: &'a backend::Request, mix: MixId, request: &Request) -> Reply<'a> {
    Reply::new(context, request.headers(), format!("/studio/mixes/{mix}"), "mix", "cover")
}

/// The square of a form; the middle where none was chosen, as without scripts. `None` for what are no numbers of a square.
fn crop_of(form: &Form) -> Option<Crop> {
    let [x, y, zoom] = ["x", "y", "zoom"].map(|name| form.word(name));
    if [x, y, zoom].iter().all(|word| word.is_empty()) {
        return Some(Crop::default());
    }
    let size = WHOLE.checked_sub(zoom.parse().ok()?)?;
    Some(Crop { x: x.parse().ok()?, y: y.parse().ok()?, size })
}

fn refusal(unusable: Unusable) -> MixRefusal {
    match unusable {
        Unusable::Missing => MixRefusal::CoverNotImage,
        Unusable::TooLarge => MixRefusal::CoverTooLarge,
        Unusable::Broken => MixRefusal::CoverDamaged,
    }
}
