//! Pages: rendered by the app, kept for visitors without a session, tagged so that a second visit costs no bytes.
//!
//! The HTML of such a visitor depends on tenant, language, theme, address and data only. It is kept with a hole where the nonce stood, so
//! that every answer has a nonce of its own, and dropped when something happens in the tenant, or after a minute.

mod kept;

use crate::{headers::content_security_policy, notes::Note};
use app::backend::{self, SESSION_COOKIE};
use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
};
use axum_extra::extract::CookieJar;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use contract::ids::TenantId;
use http_body_util::BodyExt;
use kept::Page;
use kernel::events::{Event, Subscriber};
use leptos::prelude::provide_context;
use moka::{future::Cache, sync::Cache as SyncCache};
use realtime::Hub;
use sha2::{Digest, Sha256};
use std::{
    sync::{
        Arc, OnceLock,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

/// Most bytes of kept pages.
const CAPACITY_BYTES: u64 = 64 * 1024 * 1024;
/// Longest address that is kept: longer ones are nobody's bookmark.
const ADDRESS_LIMIT: usize = 256;

/// Pages with a room on them, and how long they are kept.
const WITH_A_ROOM: &str = "/live";
const ROOM_KEPT_MS: u128 = 2000;

/// Rendered pages of visitors without a session.
#[derive(Clone)]
pub struct PageCache {
    pages: Cache<Key, Arc<Kept>>,
    opened: Instant,
    /// Counts what happened in a tenant; part of the key, so that old pages are never found again.
    generations: SyncCache<TenantId, Arc<AtomicU64>>,
    hub: Hub,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key {
    tenant: TenantId,
    generation: u64,
    /// Which of the short moments since the start, where the page is kept no longer.
    moment: u128,
    locale: String,
    theme: Option<String>,
    host: String,
    address: String,
}

/// A rendered page and what is said with it.
struct Kept {
    status: StatusCode,
    page: Page,
    etag: HeaderValue,
}

impl PageCache {
    /// Tells the other processes of `hub` what is not to be shown again.
    pub fn new(hub: Hub) -> Self {
        let pages = Cache::builder()
            .max_capacity(CAPACITY_BYTES)
            .weigher(|_, kept: &Arc<Kept>| u32::try_from(kept.page.bytes_kept()).unwrap_or(u32::MAX))
            .time_to_live(Duration::from_secs(60))
            .build();
        Self { pages, opened: Instant::now(), generations: SyncCache::builder().max_capacity(10_000).build(), hub }
    }

    /// Nothing kept for this tenant is shown again, in any process.
    pub fn forget(&self, tenant: TenantId) {
        self.forget_here(tenant);
        if let Err(error) = self.hub.note(&Note::Forget { tenant }) {
            tracing::error!("encoding a note: {error}");
        }
    }

    /// Nothing that this process keeps for this tenant is shown again.
    pub fn forget_here(&self, tenant: TenantId) {
        self.generation(tenant).fetch_add(1, Ordering::Relaxed);
    }

    fn generation(&self, tenant: TenantId) -> Arc<AtomicU64> {
        self.generations.get_with(tenant, Arc::default)
    }
}

#[async_trait::async_trait]
impl Subscriber for PageCache {
    async fn receive(&self, event: &Event) -> anyhow::Result<()> {
        self.forget(event.tenant);
        Ok(())
    }
}

/// Renders any address; the app's router decides what it is.
pub async fn page(State(cache): State<PageCache>, request: Request) -> Response {
    let Some(context) = request.extensions().get::<backend::Request>().cloned() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    if request.method() != Method::GET && request.method() != Method::HEAD {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let headers = request.headers().clone();
    let address = request.uri().path_and_query().map_or("/", |address| address.as_str()).to_owned();
    let has_session = CookieJar::from_headers(&headers).get(SESSION_COOKIE).is_some();
    let shared = !has_session && context.flashed.is_none() && address.len() <= ADDRESS_LIMIT;
    if !shared {
        let (mut response, nonce) = render(context, request).await;
        finish(&mut response, &nonce);
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
        return response;
    }
    let key = Key {
        tenant: context.caller.tenant,
        generation: cache.generation(context.caller.tenant).load(Ordering::Relaxed),
        moment: if request.uri().path() == WITH_A_ROOM { cache.opened.elapsed().as_millis() / ROOM_KEPT_MS } else { 0 },
        locale: context.caller.locale.0.clone(),
        theme: context.frame.theme.clone(),
        host: context.caller.origin.base_url.clone(),
        address,
    };
    let kept = match cache.pages.get(&key).await {
        Some(kept) => kept,
        None => match keep(context, request).await {
            Ok(kept) => {
                if kept.status.is_success() || kept.status == StatusCode::NOT_FOUND {
                    cache.pages.insert(key, kept.clone()).await;
                }
                kept
            }
            // Redirects and answers with cookies are this visitor's own.
            Err(response) => return *response,
        },
    };
    answer(&kept, &headers)
}

async fn keep(context: backend::Request, request: Request) -> Result<Arc<Kept>, Box<Response>> {
    let (mut response, nonce) = render(context, request).await;
    let own = response.headers().contains_key(header::SET_COOKIE) || response.status().is_redirection();
    if own || nonce.is_empty() {
        finish(&mut response, &nonce);
        return Err(Box::new(response));
    }
    let status = response.status();
    let body = response.into_body().collect().await.map_err(|error| {
        tracing::error!("rendering a page: {error}");
        Box::new(StatusCode::INTERNAL_SERVER_ERROR.into_response())
    })?;
    let whole = body.to_bytes();
    // Compressing a page takes milliseconds.
    let page = tokio::task::spawn_blocking(move || Page::new(&whole, &nonce)).await.map_err(|error| {
        tracing::error!("keeping a page: {error}");
        Box::new(StatusCode::INTERNAL_SERVER_ERROR.into_response())
    })?;
    let mut digest = Sha256::new();
    for piece in page.pieces() {
        digest.update(piece);
        digest.update([0]);
    }
    let tag = format!("W/\"{}\"", &URL_SAFE_NO_PAD.encode(digest.finalize())[..22]);
    let etag = HeaderValue::from_str(&tag).unwrap_or_else(|_| HeaderValue::from_static("W/\"\""));
    Ok(Arc::new(Kept { status, page, etag }))
}

fn answer(kept: &Kept, headers: &HeaderMap) -> Response {
    let matches = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok()).is_some_and(|tags| {
        tags.split(',').any(|tag| tag.trim().trim_start_matches("W/") == kept.etag.to_str().unwrap_or_default().trim_start_matches("W/"))
    });
    let mut response = if matches && kept.status == StatusCode::OK {
        // No policy here: the stored page must keep the one its nonce belongs to.
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let nonce = kept.page.nonce();
        let compressed = if accepts_brotli(headers) { kept.page.brotli(&nonce) } else { None };
        let encoding = compressed.as_ref().map(|_| HeaderValue::from_static("br"));
        let body = compressed.unwrap_or_else(|| kept.page.text(&nonce));
        let mut response = (kept.status, Body::from(body)).into_response();
        if let Some(encoding) = encoding {
            // The layer that compresses the rest leaves it alone then.
            response.headers_mut().insert(header::CONTENT_ENCODING, encoding);
        }
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        finish(&mut response, &nonce);
        response
    };
    response.headers_mut().insert(header::ETAG, kept.etag.clone());
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("Cookie, Accept-Language"));
    if response.headers().contains_key(header::CONTENT_ENCODING) {
        response.headers_mut().append(header::VARY, header::ACCEPT_ENCODING.into());
    }
    response
}

/// True where brotli is named without a weight of zero (RFC 9110 §12.5.3).
fn accepts_brotli(headers: &HeaderMap) -> bool {
    let lines = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(',')).any(|coding| {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
        let weight = weight.trim().strip_prefix("q=").map_or(Ok(1.0), str::parse::<f32>);
        name.trim().eq_ignore_ascii_case("br") && weight.is_ok_and(|weight| weight > 0.0)
    })
}

fn finish(response: &mut Response, nonce: &str) {
    if let Ok(policy) = HeaderValue::from_str(&content_security_policy(nonce)) {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("Cookie, Accept-Language"));
}

/// The app's answer and the nonce it used.
async fn render(context: backend::Request, request: Request) -> (Response, String) {
    let nonce = Arc::new(OnceLock::new());
    let seen = nonce.clone();
    let provide = move || {
        if let Some(nonce) = leptos::nonce::use_nonce() {
            // Called once a request; a second value would be the same.
            let _ = seen.set(nonce.to_string());
        }
        provide_context(context.clone());
    };
    let response = leptos_axum::render_app_async_with_context(provide, app::shell::shell)(request).await;
    let nonce = nonce.get().cloned().unwrap_or_default();
    (response, nonce)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brotli_is_sent_to_those_who_take_it() {
        let asked = |value: &str| accepts_brotli(&HeaderMap::from_iter([(header::ACCEPT_ENCODING, value.parse().unwrap())]));
        for taken in ["br", "gzip, deflate, br, zstd", "gzip;q=0.5, BR ; q=0.1"] {
            assert!(asked(taken), "{taken}");
        }
        for refused in ["", "gzip", "br;q=0", "br;q=0.0, gzip", "broth", "br;q=often"] {
            assert!(!asked(refused), "{refused}");
        }
        assert!(!accepts_brotli(&HeaderMap::new()));
    }
}
