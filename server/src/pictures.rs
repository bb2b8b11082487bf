//! Pictures that people send: the cover of a mix, the logo of a brand, an emote. Forms in, forms out; who may, and what is a picture,
//! the services decide.

mod covers;
mod emotes;
mod reading;
mod reply;

use crate::wiring::Install;
use app::backend;
use axum::{
    Extension, Router,
    extract::{DefaultBodyLimit, Request, State},
    response::Response,
    routing::{get, post},
};
use contract::{caller::Role, failure::Failure, outcome::Outcome, tenants::TenantRefusal};
use reading::FORM_BYTES;
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

/// `POST /studio/covers/{mix}` and what stands below it, `POST /studio/emotes/add`, `POST /studio/brand/logo` and `POST /studio/brand/logo/remove`.
pub fn routes(install: &Arc<Install>) -> Router {
    Router::new()
        .route("/studio/covers/{mix}", post(covers::replace))
        .route("/studio/covers/{mix}/crop", post(covers::crop))
        .route("/studio/covers/{mix}/original.webp", get(covers::original))
        .route("/studio/emotes/add", post(emotes::add))
        .route("/studio/brand/logo", post(logo))
        .route("/studio/brand/logo/remove", post(remove_logo))
        .layer(DefaultBodyLimit::max(FORM_BYTES))
        .with_state(Pictures { install: install.clone(), turns: Arc::new(Semaphore::new(AT_ONCE)) })
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
