//! What is known before a request reaches a page, a server function or a route: tenant, person, language.

use crate::{cookies::Cookie, requests::RequestId, session_cookie::InUse, wiring::Install};
use app::{
    backend::{self, SESSION_COOKIE},
    form::FLASH_COOKIE,
    frame::Frame,
};
use axum::{
    extract::{ConnectInfo, Request, State},
    http::{HeaderMap, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use axum_extra::extract::CookieJar;
use contract::{
    caller::{Caller, Locale, Origin, Viewer},
    tenants::Brand,
};
use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    sync::{Arc, LazyLock},
};

/// Longest remembered `User-Agent`.
const USER_AGENT_LIMIT: usize = 300;

/// Builds the caller and the page's context; unknown hosts end here.
pub async fn provide(State(install): State<Arc<Install>>, mut request: Request, next: Next) -> Response {
    let request_id = request.extensions().get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default();
    let host = host(&request);
    let tenant = match install.tenants.resolve(&host).await {
        Ok(Some(tenant)) => tenant,
        Ok(None) => return (StatusCode::NOT_FOUND, "No site answers to this name.\n").into_response(),
        Err(error) => {
            tracing::error!(request_id, host, "finding the tenant: {error:#}");
            return (StatusCode::INTERNAL_SERVER_ERROR, format!("Something broke on our side: {request_id}\n")).into_response();
        }
    };
    let jar = CookieJar::from_headers(request.headers());
    let session = match jar.get(SESSION_COOKIE) {
        Some(cookie) => install.accounts.session(tenant.id, cookie.value()).await.unwrap_or_else(|error| {
            tracing::error!(request_id, "reading a session: {error:#}");
            None
        }),
        None => None,
    };
    let (viewer, since) = session.map(|session| (session.viewer, session.since)).unzip();
    let asked = query_value(request.uri().query(), "lang");
    let chosen = asked.clone().or_else(|| jar.get("lang").map(|cookie| cookie.value().to_owned()));
    let accepted = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let languages = &install.kernel.languages;
    let locale = languages.negotiate(chosen.as_deref(), accepted, &tenant.brand.locale);
    let https = is_https(&install, request.headers());
    let base_url = if install.config.http.public_url.is_empty() {
        format!("{}://{host}", if https { "https" } else { "http" })
    } else {
        install.config.http.public_url.clone()
    };
    let caller = Arc::new(Caller {
        tenant: tenant.id,
        viewer: viewer.clone(),
        locale: locale.clone(),
        time_zone: tenant.brand.time_zone.clone(),
        request_id: request_id.clone(),
        origin: Origin { address: address(&install, &request), user_agent: user_agent(request.headers()), base_url: base_url.clone() },
    });
    let compiled = languages.catalogue(&locale);
    let theme = jar.get("theme").map(|cookie| cookie.value().to_owned()).filter(|theme| theme == "dark" || theme == "light");
    let frame: backend::LazyFrame = Arc::new(LazyLock::new(Box::new({
        let (install, tenant, viewer, locale) = (install.clone(), tenant.clone(), viewer.clone(), locale.clone());
        move || frame(&install, &tenant.brand, viewer, locale, theme, base_url)
    })));
    let flashed = jar.get(FLASH_COOKIE).and_then(|cookie| install.flashes.take(cookie.value()));
    let context = backend::Request {
        caller: caller.clone(),
        services: install.services.clone(),
        frame,
        catalogue: compiled.catalogue.clone(),
        assets: install.assets.clone(),
        flash: Arc::new(install.flashes.clone()),
        flashed,
        secure: https,
    };
    request.extensions_mut().insert(caller);
    request.extensions_mut().insert(context);
    let mut response = next.run(request).await;
    if let (Some(viewer), Some(since), Some(cookie)) = (viewer, since, jar.get(SESSION_COOKIE)) {
        let in_use = InUse { session: viewer.session, secret: cookie.value(), since, secure: https };
        install.renewals.renew(&mut response, &in_use, install.kernel.now());
    }
    if asked.as_deref() == Some(&locale.0) {
        let cookie = Cookie { name: "lang", value: &locale.0, seconds: 31_536_000, hidden: false, secure: https };
        if let Some(cookie) = cookie.header() {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
    }
    response
}

fn frame(install: &Install, brand: &Brand, viewer: Option<Viewer>, locale: Locale, theme: Option<String>, base_url: String) -> Frame {
    let languages = &install.kernel.languages;
    let choices = languages.available().into_iter().map(|language| {
        let hash = languages.catalogue(&language.locale).hash.clone();
        (language.locale, language.name, hash)
    });
    Frame {
        brand: brand.clone(),
        viewer,
        locale,
        languages: backend::language_urls(choices),
        theme,
        base_url,
        development_inbox: install.config.has_inbox(),
    }
}

/// The host the browser asked for, port included.
fn host(request: &Request) -> String {
    let header = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    header.or_else(|| request.uri().authority().map(|authority| authority.as_str())).unwrap_or_default().to_ascii_lowercase()
}

fn is_https(install: &Install, headers: &HeaderMap) -> bool {
    let http = &install.config.http;
    let forwarded = headers.get("x-forwarded-proto").and_then(|value| value.to_str().ok());
    http.public_url.starts_with("https://") || (http.behind_proxy && forwarded == Some("https"))
}

/// The visitor's address: the proxy's word only when the operator trusts it, and then the last one it added.
fn address(install: &Install, request: &Request) -> IpAddr {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |info| info.0.ip());
    let forwarded = || request.headers().get("x-forwarded-for")?.to_str().ok()?.rsplit(',').next()?.trim().parse().ok();
    if install.config.http.behind_proxy { forwarded().unwrap_or(peer) } else { peer }
}

fn user_agent(headers: &HeaderMap) -> String {
    let whole = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    whole.chars().take(USER_AGENT_LIMIT).collect()
}

fn query_value(query: Option<&str>, name: &str) -> Option<String> {
    let pairs = query?.split('&').filter_map(|pair| pair.split_once('='));
    pairs.into_iter().find(|(key, _)| *key == name).map(|(_, value)| value.to_owned())
}
