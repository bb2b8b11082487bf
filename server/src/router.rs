//! Which address goes where. Layers from outside in: request id and log, headers, panics, cross-site protection, context, panics once
//! more (now that brand and language are known), limits, compression.

use crate::{context, development, headers, health, overlay, pages, panics, pictures, requests, sockets, statics, wiring::Install};
use app::backend;
use axum::{
    Extension, Router,
    extract::{Path, Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::{any, get},
};
use leptos::prelude::provide_context;
use std::{sync::Arc, time::Duration};
use tower::ServiceBuilder;
use tower_http::{
    compression::{
        CompressionLayer, CompressionLevel,
        predicate::{DefaultPredicate, NotForContentType, Predicate},
    },
    csrf::CsrfLayer,
    limit::RequestBodyLimitLayer,
    timeout::TimeoutLayer,
};

/// Largest body of a form or a server function. Uploads have their own limit.
const FORM_LIMIT_BYTES: usize = 1024 * 1024;
/// Longest time a page or a server function may take. Uploads and audio have none: they last as long as they flow.
const ANSWER_LIMIT: Duration = Duration::from_secs(30);

/// The whole site.
pub fn router(install: &Arc<Install>) -> Router {
    router_with(install, Router::new())
}

/// The whole site and `more` beside its pages, under the same layers: how a test mounts a handler that breaks.
pub fn router_with(install: &Arc<Install>, more: Router) -> Router {
    // Pages spawn their resources on it. Already set, as by a second install in a test, is as good.
    let _ = any_spawner::Executor::init_tokio();
    let https = install.config.http.public_url.starts_with("https://");
    let not_sound = DefaultPredicate::new().and(NotForContentType::const_new("audio/"));
    let answers = Router::new()
        .route("/api/{*function}", any(server_function))
        .route("/i18n/{file}", get(catalogue).layer(Extension(install.clone())))
        .merge(development::routes(install))
        .fallback(get(pages::page).with_state(install.pages.clone()))
        .layer(
            ServiceBuilder::new()
                .layer(RequestBodyLimitLayer::new(FORM_LIMIT_BYTES))
                .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, ANSWER_LIMIT))
                .layer(CompressionLayer::new().quality(CompressionLevel::Precise(4)).compress_when(not_sound)),
        );
    let bytes = Router::new().merge(mixes::routes(install.mixes.clone())).merge(tenants::routes(install.tenants.clone()));
    let bytes = bytes.merge(chat::routes(install.chat.clone()));
    let site = Router::new()
        .merge(bytes)
        .merge(pictures::routes(install))
        .merge(sockets::routes(install))
        .merge(overlay::routes())
        .merge(emotes::routes(install.emotes.clone()))
        .merge(bots::routes(install.bots.clone(), install.stopping.clone()))
        .merge(more)
        .fallback_service(answers)
        .layer(middleware::from_fn(panics::catch))
        .layer(middleware::from_fn_with_state(install.clone(), forget_pages))
        .layer(middleware::from_fn_with_state(install.clone(), context::provide))
        .layer(CsrfLayer::new());
    Router::new()
        .merge(health::routes(install.clone()))
        .merge(statics::routes(&install.config))
        .fallback_service(site)
        .layer(middleware::from_fn(panics::catch))
        .layer(middleware::from_fn_with_state(https, headers::secure))
        .layer(middleware::from_fn(requests::trace))
}

/// What is kept of a tenant's pages is dropped before the answer to a request that made something happen there. The event drops it as
/// well, but a moment later: whoever has just published something looks at it now.
async fn forget_pages(
    State(install): State<Arc<Install>>,
    Extension(context): Extension<backend::Request>,
    request: Request,
    next: Next,
) -> Response {
    if request.method().is_safe() {
        return next.run(request).await;
    }
    let before = install.kernel.events.appended();
    let response = next.run(request).await;
    // Another request's event drops them once too often, which costs a drawing.
    if install.kernel.events.appended() != before {
        install.pages.forget(context.caller.tenant);
    }
    response
}

async fn server_function(Extension(context): Extension<backend::Request>, request: Request) -> Response {
    let mut response = leptos_axum::handle_server_fns_with_context(move || provide_context(context.clone()), request).await.into_response();
    // A plain form is sent back to its page with an empty query left over; the page's address is without.
    let page = response.headers().get(header::LOCATION).and_then(|to| to.to_str().ok()?.strip_suffix('?')).map(HeaderValue::from_str);
    if let Some(Ok(page)) = page {
        response.headers_mut().insert(header::LOCATION, page);
    }
    response.headers_mut().entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("private, no-store"));
    response
}

/// A compiled language under its hash: `pt.3f9a….json`.
async fn catalogue(Extension(install): Extension<Arc<Install>>, Path(file): Path<String>) -> Response {
    let mut parts = file.split('.');
    let (Some(locale), Some(hash), Some("json"), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let languages = &install.kernel.languages;
    let Some(language) = languages.available().into_iter().find(|language| language.locale.0 == locale) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let compiled = languages.catalogue(&language.locale);
    // An old hash gets the new text, but not for ever.
    let caching = if compiled.hash == hash { "public, max-age=31536000, immutable" } else { "no-cache" };
    ([(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, caching)], compiled.json.clone()).into_response()
}
