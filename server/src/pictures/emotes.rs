//! A new emote: its name, and its picture.

use super::{
    Pictures,
    reading::{self, Unusable},
    reply::Reply,
};
use app::backend;
use axum::{
    Extension,
    extract::{Request, State},
    response::Response,
};
use contract::{
    caller::Role,
    emotes::{EmoteRefusal, LARGEST_EMOTE_KIB},
    failure::Failure,
    outcome::Outcome,
};

const PAGE: &str = "/studio/emotes";

pub(super) async fn add(State(pictures): State<Pictures>, Extension(context): Extension<backend::Request>, request: Request) -> Response {
    let reply = Reply::new(&context, request.headers(), PAGE.to_owned(), "emotes", "add-emote");
    // Asked before the form is read: only those who may can fill our memory. The service asks again.
    let may = match context.caller.viewer {
        None => Err(Failure::SignInRequired),
        Some(_) => context.caller.with_role(Role::Dj).ok_or(Failure::Forbidden),
    };
    if let Err(failure) = may {
        reading::drain(request.into_body()).await;
        return reply.failed(&failure);
    }
    let form = match reading::form(request, "picture").await {
        Ok(form) => form,
        Err(Unusable::TooLarge) => return reply.refused(&[EmoteRefusal::TooLarge { most: LARGEST_EMOTE_KIB }]),
        Err(Unusable::Missing | Unusable::Broken) => return reply.refused(&[EmoteRefusal::NoPicture]),
    };
    let name = form.word("name").to_owned();
    let reply = reply.with_values(vec![("name".to_owned(), name.clone())]);
    let _turn = pictures.turns.acquire().await;
    match pictures.install.emotes.add_emote(&context.caller, &name, form.file.unwrap_or_default()).await {
        Ok(Outcome::Done(emote)) => reply.done(&emote),
        Ok(Outcome::Refused(reasons)) => reply.refused(&reasons),
        Err(failure) => reply.failed(&failure),
    }
}
