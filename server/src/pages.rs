//! Pages: rendered by the app, kept for visitors without a session, tagged so that a second visit costs no bytes.
//!
//! The HTML of such a visitor depends on tenant, language, theme, address and data only. It is kept with a hole where the nonce stood, so
//! that every answer has a nonce of its own, and dropped when something happens in the tenant, or after a minute.

use crate::headers::content_security_policy;
use app::backend::{self, SESSION_COOKIE};
use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
};
use axum_extra::extract::CookieJar;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use bytes::{Bytes, BytesMut};
use contract::ids::TenantId;
use http_body_util::BodyExt;
use kernel::events::{Event, Subscriber};
use leptos::prelude::provide_context;
use moka::{future::Cache, sync::Cache as SyncCache};
use sha2::{Digest, Sha256};
use std::{
    sync::{
        Arc, OnceLock,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

/// Most bytes of kept pages.
const CAPACITY_BYTES: u64 = 64 * 1024 * 1024;
/// Longest address that is kept: longer ones are nobody's bookmark.
const ADDRESS_LIMIT: usize = 256;

/// Rendered pages of visitors without a session.
#[derive(Clone)]
pub struct PageCache {
    pages: Cache<Key, Arc<Kept>>,
    /// Counts what happened in a tenant; part of the key, so that old pages are never found again.
    generations: SyncCache<TenantId, Arc<AtomicU64>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key {
    tenant: TenantId,
    generation: u64,
    locale: String,
    theme: Option<String>,
    host: String,
    address: String,
}

/// A rendered page, cut where its nonce stood.
struct Kept {
    status: StatusCode,
    pieces: Vec<Bytes>,
    etag: HeaderValue,
    length: usize,
}

impl Default for PageCache {
    fn default() -> Self {
        let pages = Cache::builder()
            .max_capacity(CAPACITY_BYTES)
            .weigher(|_, kept: &Arc<Kept>| u32::try_from(kept.length).unwrap_or(u32::MAX))
            .time_to_live(Duration::from_secs(60))
            .build();
        Self { pages, generations: SyncCache::builder().max_capacity(10_000).build() }
    }
}

#[async_trait::async_trait]
impl Subscriber for PageCache {
    async fn receive(&self, event: &Event) -> anyhow::Result<()> {
        self.forget(event.tenant);
        Ok(())
    }
}

impl PageCache {
    /// Nothing kept for this tenant is shown again.
    pub fn forget(&self, tenant: TenantId) {
        self.generation(tenant).fetch_add(1, Ordering::Relaxed);
    }

    fn generation(&self, tenant: TenantId) -> Arc<AtomicU64> {
        self.generations.get_with(tenant, Arc::default)
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
    let pieces = cut(&whole, nonce.as_bytes());
    let mut digest = Sha256::new();
    for piece in &pieces {
        digest.update(piece);
        digest.update([0]);
    }
    let tag = format!("W/\"{}\"", &URL_SAFE_NO_PAD.encode(digest.finalize())[..22]);
    let etag = HeaderValue::from_str(&tag).unwrap_or_else(|_| HeaderValue::from_static("W/\"\""));
    Ok(Arc::new(Kept { status, pieces, etag, length: whole.len() }))
}

/// The parts of `whole` around each `nonce`.
fn cut(whole: &Bytes, nonce: &[u8]) -> Vec<Bytes> {
    let mut pieces = Vec::new();
    let mut from = 0;
    while let Some(at) = memchr::memmem::find(&whole[from..], nonce) {
        pieces.push(whole.slice(from..from + at));
        from += at + nonce.len();
    }
    pieces.push(whole.slice(from..));
    pieces
}

fn answer(kept: &Kept, headers: &HeaderMap) -> Response {
    let matches = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok()).is_some_and(|tags| {
        tags.split(',').any(|tag| tag.trim().trim_start_matches("W/") == kept.etag.to_str().unwrap_or_default().trim_start_matches("W/"))
    });
    let mut response = if matches && kept.status == StatusCode::OK {
        // No policy here: the stored page must keep the one its nonce belongs to.
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let nonce = kernel::Ids.secret();
        let mut body = BytesMut::with_capacity(kept.length + 64);
        for (index, piece) in kept.pieces.iter().enumerate() {
            if index > 0 {
                body.extend_from_slice(nonce.as_bytes());
            }
            body.extend_from_slice(piece);
        }
        let mut response = (kept.status, Body::from(body.freeze())).into_response();
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        finish(&mut response, &nonce);
        response
    };
    response.headers_mut().insert(header::ETAG, kept.etag.clone());
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("Cookie, Accept-Language"));
    response
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
    fn a_page_is_cut_where_its_nonce_stood() {
        let whole = Bytes::from_static(b"<script nonce=\"abc\">1</script><style nonce=\"abc\">");
        let pieces = cut(&whole, b"abc");
        assert_eq!(pieces.len(), 3);
        assert_eq!(&pieces[1][..], b"\">1</script><style nonce=\"");
    }
}
