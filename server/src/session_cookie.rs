//! The session's cookie lives as long as the session: 90 days from its last use, not from signing in.
//! Knows of cookies only; when a session ends, `accounts` decides.

use crate::cookies::Cookie;
use app::backend::{SESSION_COOKIE, SESSION_COOKIE_SECONDS};
use axum::{
    http::{HeaderMap, header},
    response::Response,
};
use contract::{ids::SessionId, shown::Timestamp};
use moka::sync::Cache;

/// A cookie is sent again at most so often.
const EVERY_MS: i64 = 24 * 3_600_000;
/// So many sessions are remembered; the cookie of one that was pushed out is sent once more than needed.
const CAPACITY: u64 = 100_000;

/// When each session's cookie was last sent by this process.
#[derive(Clone)]
pub struct Renewals(Cache<SessionId, Timestamp>);

impl Default for Renewals {
    fn default() -> Self {
        Self(Cache::builder().max_capacity(CAPACITY).build())
    }
}

/// A session in use, and the secret that its browser sent.
pub struct InUse<'a> {
    pub session: SessionId,
    pub secret: &'a str,
    /// When the session began: its first cookie was sent then.
    pub since: Timestamp,
    pub secure: bool,
}

impl Renewals {
    /// Sends the cookie along with this answer if it is time.
    pub fn renew(&self, response: &mut Response, session: &InUse<'_>, now: Timestamp) {
        let sent = self.0.get(&session.session).unwrap_or(session.since);
        if now.0 - sent.0 < EVERY_MS || is_for_everybody(response.headers()) || sets_session(response.headers()) {
            return;
        }
        let cookie =
            Cookie { name: SESSION_COOKIE, value: session.secret, seconds: SESSION_COOKIE_SECONDS, hidden: true, secure: session.secure };
        if let Some(cookie) = cookie.header() {
            response.headers_mut().append(header::SET_COOKIE, cookie);
            self.0.insert(session.session, now);
        }
    }
}

/// A cache between here and there may keep the answer, cookies included, and give it to somebody else.
fn is_for_everybody(headers: &HeaderMap) -> bool {
    headers.get_all(header::CACHE_CONTROL).iter().any(|caching| caching.to_str().is_ok_and(|caching| caching.contains("public")))
}

/// Signing in or out has the last word.
fn sets_session(headers: &HeaderMap) -> bool {
    let own = format!("{SESSION_COOKIE}=");
    headers.get_all(header::SET_COOKIE).iter().any(|cookie| cookie.to_str().is_ok_and(|cookie| cookie.starts_with(&own)))
}
