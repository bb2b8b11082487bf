//! What came back.

use reqwest::header::HeaderMap;
use serde::de::DeserializeOwned;

/// A whole response.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    /// A header's value; empty when it isn't there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn json<T: DeserializeOwned>(&self) -> T {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error} in {}", self.text()))
    }

    /// Whether the page says it, as a reader sees it.
    pub fn shows(&self, words: &str) -> bool {
        let escaped = words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        self.text().contains(&escaped)
    }

    /// What the page's policy allows scripts by.
    pub fn nonce(&self) -> String {
        let policy = self.header("content-security-policy");
        let after = policy.split_once("script-src 'nonce-").unwrap_or_else(|| panic!("no nonce in {policy:?}")).1;
        after.split('\'').next().unwrap().to_owned()
    }

    /// All cookies it sets, as sent.
    pub fn cookies(&self) -> Vec<String> {
        self.headers.get_all("set-cookie").iter().map(|cookie| cookie.to_str().unwrap().to_owned()).collect()
    }

    /// The cookie of this name as it is sent.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies().into_iter().find(|cookie| cookie.starts_with(&format!("{name}=")))
    }
}
