//! Pictures that people send: the cover of a mix, the logo of a brand. Forms in, forms out; who may, and what is a picture,
//! the services decide.

mod reading;
mod reply;

use crate::wiring::Install;
use app::backend;
use axum::{
    Extension, Router,
    extract::{DefaultBodyLimit, Path, Request, State},
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::post,
};
use contract::{caller::Role, failure::Failure, ids::MixId, outcome::Outcome, studio::MixRefusal, tenants::TenantRefusal};
use reading::{FORM_BYTES, Unusable};
use reply::Reply;
use std::sync::Arc;
use tokio::sync::Semaphore;

/// So many pictures are decoded at once: each may take 256 MiB while it is.
const AT_ONCE: usize = 2;

#[derive(Clone)]
struct Pictures {
    install: Arc<Install>,
    turns: Arc<Semaphore>,
}

/// `POST /studio/covers/{mix}`, `POST /studio/brand/logo` and `POST /studio/brand/logo/remove`.
pub fn routes(install: &Arc<Install>) -> Router {
    Router::new()
        .route("/studio/covers/{mix}", post(cover))
        .route("/studio/brand/logo", post(logo))
        .route("/studio/brand/logo/remove", post(remove_logo))
        .layer(DefaultBodyLimit::max(FORM_BYTES))
        .with_state(Pictures { install: install.clone(), turns: Arc::new(Semaphore::new(AT_ONCE)) })
}

async fn cover(
    State(pictures): State<Pictures>,
    Extension(context): Extension<backend::Request>,
    Path(mix): Path<String>,
    request: Request,
) -> Response {
    let Ok(mix) = mix.parse::<MixId>() else { return StatusCode::NOT_FOUND.into_response() };
    let reply = Reply::new(&context, request.headers(), format!("/studio/mixes/{mix}"), "mix", "cover");
    let studio = &context.services.studio;
    // Asked before the picture is read: only those who may change the mix can fill our memory.
    if let Err(failure) = studio.mix(&context.caller, mix).await {
        reading::drain(request.into_body()).await;
        return reply.failed(&failure);
    }
    let picture = match reading::picture(request, "cover").await {
        Ok(picture) => picture,
        Err(Unusable::Missing) => return reply.refused(&[MixRefusal::CoverNotImage]),
        Err(Unusable::TooLarge) => return reply.refused(&[MixRefusal::CoverTooLarge]),
        Err(Unusable::Broken) => return reply.refused(&[MixRefusal::CoverDamaged]),
    };
    let _turn = pictures.turns.acquire().await;
    match studio.set_cover(&context.caller, mix, picture.into()).await {
        Ok(Outcome::Done(cover)) => reply.done(&cover),
        Ok(Outcome::Refused(reasons)) => reply.refused(&reasons),
        Err(failure) => reply.failed(&failure),
    }
}

async fn logo(State(pictures): State<Pictures>, Extension(context): Extension<backend::Request>, request: Request) -> Response {
    let reply = Reply::new(&context, request.headers(), BRAND_PAGE.to_owned(), "brand", "logo");
    if let Err(failure) = admin(&context) {
        reading::drain(request.into_body()).await;
        return reply.failed(&failure);
    }
    let Ok(picture) = reading::picture(request, "logo").await else { return reply.refused(&[TenantRefusal::LogoInvalid]) };
    let _turn = pictures.turns.acquire().await;
    match pictures.install.tenants.set_logo(&context.caller, picture).await {
        Ok(Outcome::Done(brand)) => reply.done(&brand),
        Ok(Outcome::Refused(reasons)) => reply.refused(&reasons),
        Err(failure) => reply.failed(&failure),
    }
}

async fn remove_logo(State(pictures): State<Pictures>, Extension(context): Extension<backend::Request>, request: Request) -> Response {
    let reply = Reply::new(&context, request.headers(), BRAND_PAGE.to_owned(), "brand", "logo");
    reading::drain(request.into_body()).await;
    match pictures.install.tenants.remove_logo(&context.caller).await {
        Ok(brand) => reply.done(&brand),
        Err(failure) => reply.failed(&failure),
    }
}

const BRAND_PAGE: &str = "/studio/brand";

/// Asked before the picture is read; the service asks again.
fn admin(context: &backend::Request) -> Result<(), Failure> {
    match context.caller.viewer {
        None => Err(Failure::SignInRequired),
        Some(_) => context.caller.with_role(Role::Admin).map(|_| ()).ok_or(Failure::Forbidden),
    }
}
