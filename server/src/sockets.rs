//! `/socket`: the handshake of a tab's WebSocket, what its messages mean, and who is seen in a room. The room's rules are `chat`'s.

mod conversation;
mod presence;

use crate::wiring::Install;
use app::backend::SESSION_COOKIE;
use axum::{
    Extension, Router,
    body::Body,
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use axum_extra::extract::CookieJar;
use contract::{caller::Caller, realtime::LONGEST_FROM_TAB};
use conversation::Conversation;
use hyper::upgrade::{OnUpgrade, Upgraded};
use hyper_util::{rt::TokioIo, server::conn::auto::upgrade::downcast};
use realtime::{Person, handshake};
use sendfile::Connection;
use sha2::{Digest, Sha256};
use std::{net::IpAddr, sync::Arc};

pub use presence::Presence;

pub fn routes(install: &Arc<Install>) -> Router {
    Router::new().route("/socket", get(open)).with_state(install.clone())
}

/// Answers the handshake; the conversation begins once the answer is out.
async fn open(State(install): State<Arc<Install>>, Extension(caller): Extension<Arc<Caller>>, mut request: Request) -> Response {
    let asked = asked(request.headers(), &caller.origin.base_url);
    let accept = match handshake::accept(&asked) {
        Ok(accept) => accept,
        Err(refused) => return declined(refused),
    };
    if install.stopping.is_cancelled() {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    let session = CookieJar::from_headers(request.headers()).get(SESSION_COOKIE).map(|cookie| cookie.value().to_owned());
    let Some(upgrade) = request.extensions_mut().remove::<OnUpgrade>() else {
        return StatusCode::UPGRADE_REQUIRED.into_response();
    };
    let Ok(accept) = HeaderValue::from_str(&accept) else { return StatusCode::BAD_REQUEST.into_response() };
    tokio::spawn(async move {
        // An error is a client that left before it had its answer.
        if let Ok(upgraded) = upgrade.await {
            talk(install, caller, session, upgraded).await;
        }
    });
    let mut answer = Response::new(Body::empty());
    *answer.status_mut() = StatusCode::SWITCHING_PROTOCOLS;
    let headers = answer.headers_mut();
    headers.insert(header::CONNECTION, HeaderValue::from_static("upgrade"));
    headers.insert(header::UPGRADE, HeaderValue::from_static("websocket"));
    headers.insert(header::SEC_WEBSOCKET_ACCEPT, accept);
    answer
}

async fn talk(install: Arc<Install>, caller: Arc<Caller>, session: Option<String>, upgraded: Upgraded) {
    let parts = match downcast::<TokioIo<Connection>>(upgraded) {
        Ok(parts) => parts,
        Err(_) => return tracing::error!("a WebSocket came over a connection that isn't ours"),
    };
    let stream = parts.io.into_inner().into_stream();
    let person = person(&caller);
    let hub = install.hub.clone();
    let conversation = Conversation::new(install, &caller, session);
    realtime::serve(hub, stream, &parts.read_buf, LONGEST_FROM_TAB, person, &conversation).await;
}

fn asked<'a>(headers: &'a HeaderMap, site: &'a str) -> handshake::Asked<'a> {
    let value = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    handshake::Asked {
        upgrade: value(header::UPGRADE),
        connection: value(header::CONNECTION),
        version: value(header::SEC_WEBSOCKET_VERSION),
        key: value(header::SEC_WEBSOCKET_KEY),
        origin: value(header::ORIGIN),
        site,
    }
}

fn declined(refused: handshake::Refused) -> Response {
    match refused {
        handshake::Refused::NotAHandshake => (StatusCode::BAD_REQUEST, "Only WebSockets live here.\n").into_response(),
        handshake::Refused::Version => (StatusCode::UPGRADE_REQUIRED, [(header::SEC_WEBSOCKET_VERSION, "13")]).into_response(),
        handshake::Refused::Origin => StatusCode::FORBIDDEN.into_response(),
    }
}

/// A member is their account; a guest is told apart by network and browser, in memory only.
fn person(caller: &Caller) -> Person {
    let account = caller.viewer.as_ref().map(|viewer| viewer.account);
    let key =
        account.map_or_else(|| format!("{} {}", network(caller.origin.address), caller.origin.user_agent), |account| account.to_string());
    Person { tenant: caller.tenant, account, key: told_apart(&key) }
}

/// Eight bytes tell as many people apart as there ever are at once, and say nothing of them to the other processes.
pub fn told_apart(person: &str) -> u64 {
    let [a, b, c, d, e, f, g, h, ..] = Sha256::digest(person).0;
    u64::from_le_bytes([a, b, c, d, e, f, g, h])
}

/// One household has one address of version 4, or a whole /64 of version 6.
fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V6(address) if address.to_ipv4_mapped().is_none() => IpAddr::V6((address.to_bits() >> 64 << 64).into()),
        address => address.to_canonical(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_household_is_one_network() {
        let network = |text: &str| network(text.parse().unwrap()).to_string();
        assert_eq!(network("192.0.2.7"), "192.0.2.7");
        assert_eq!(network("::ffff:192.0.2.7"), "192.0.2.7");
        assert_eq!(network("2001:db8:1:2:aaaa::1"), network("2001:db8:1:2:bbbb::9"));
        assert_ne!(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"));
    }
}
