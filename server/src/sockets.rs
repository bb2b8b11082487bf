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
use kernel::{
    network,
    pace::{Pace, Who},
};
pub use realtime::told_apart;
use realtime::{Person, handshake};
use sendfile::Connection;
use std::sync::Arc;

pub use presence::Presence;

/// Of one person, whose tabs come back on their own when the network does.
const HANDSHAKES: Pace = Pace { name: "handshake", most: 300, window_ms: 60_000 };
/// Of a network: a venue full of people may share one.
const HANDSHAKES_OF_NETWORK: Pace = Pace { name: "handshake", most: 1200, window_ms: 60_000 };

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
    if let Err(seconds) = paced(&install, &caller).await {
        let told = format!("Too many connections. Try again in {seconds} s.\n");
        return (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, seconds.to_string())], told).into_response();
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

/// One for this handshake, or the seconds until it is fine.
async fn paced(install: &Install, caller: &Caller) -> Result<(), u32> {
    let network = (HANDSHAKES_OF_NETWORK, Who::Network(caller.origin.address));
    let account = caller.viewer.as_ref().map(|viewer| (HANDSHAKES, Who::Account(viewer.account)));
    let counted: Vec<_> = account.into_iter().chain([network]).collect();
    install.kernel.paces.take(caller.tenant, &counted, install.kernel.now()).await
}

async fn talk(install: Arc<Install>, caller: Arc<Caller>, session: Option<String>, upgraded: Upgraded) {
    let parts = match downcast::<TokioIo<Connection>>(upgraded) {
        Ok(parts) => parts,
        Err(_) => return tracing::error!("a WebSocket came over a connection that isn't ours"),
    };
    let stream = parts.io.into_inner().into_stream();
    // A copy: these few bytes would keep the whole buffer of the HTTP server, for as long as the tab is there.
    let read_ahead: Box<[u8]> = parts.read_buf.as_ref().into();
    drop(parts.read_buf);
    let person = person(&caller);
    let hub = install.hub.clone();
    let conversation = Conversation::new(install, &caller, session);
    realtime::serve(hub, stream, &read_ahead, LONGEST_FROM_TAB, person, &conversation).await;
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
