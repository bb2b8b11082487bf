//! How the server writes a cookie of its own, outside the app's server functions.

use axum::http::HeaderValue;

/// A first-party cookie for `seconds`.
#[derive(Clone, Copy, Debug)]
pub struct Cookie<'a> {
    pub name: &'a str,
    pub value: &'a str,
    pub seconds: u32,
    /// Out of reach for scripts.
    pub hidden: bool,
    /// For https only.
    pub secure: bool,
}

impl Cookie<'_> {
    /// The value of `Set-Cookie`; `None` if name or value can't stand in a header.
    pub fn header(&self) -> Option<HeaderValue> {
        let Self { name, value, seconds, .. } = self;
        let hidden = if self.hidden { "; HttpOnly" } else { "" };
        let secure = if self.secure { "; Secure" } else { "" };
        HeaderValue::from_str(&format!("{name}={value}; Path=/; SameSite=Lax; Max-Age={seconds}{hidden}{secure}")).ok()
    }
}
