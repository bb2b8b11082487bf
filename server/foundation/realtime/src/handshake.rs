//! Whether a request asks for a WebSocket that we grant, and the key of the answer (RFC 6455, 4.2). Writes no answer.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha1::{Digest, Sha1};

/// What every server appends to the client's key (1.3).
const MAGIC: &str = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

/// The headers that decide.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked<'a> {
    pub upgrade: &'a str,
    pub connection: &'a str,
    pub version: &'a str,
    pub key: &'a str,
    /// `Origin`; browsers always send it.
    pub origin: &'a str,
    /// Scheme and host of the site, such as `https://example.org`.
    pub site: &'a str,
}

/// Why it isn't granted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// 400: no WebSocket is asked for, or wrongly.
    NotAHandshake,
    /// 426: another version; we speak 13.
    Version,
    /// 403: a page of another site asks with this site's cookies.
    Origin,
}

/// The value of `Sec-WebSocket-Accept`.
///
/// # Errors
/// Why the request is declined.
pub fn accept(asked: &Asked<'_>) -> Result<String, Refused> {
    let has = |list: &str, word: &str| list.split(',').any(|part| part.trim().eq_ignore_ascii_case(word));
    if !has(asked.upgrade, "websocket") || !has(asked.connection, "upgrade") {
        return Err(Refused::NotAHandshake);
    }
    if asked.version != "13" {
        return Err(Refused::Version);
    }
    if STANDARD.decode(asked.key).map(|key| key.len()) != Ok(16) {
        return Err(Refused::NotAHandshake);
    }
    if !asked.origin.eq_ignore_ascii_case(asked.site) {
        return Err(Refused::Origin);
    }
    let digest = Sha1::new().chain_update(asked.key).chain_update(MAGIC).finalize();
    Ok(STANDARD.encode(digest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked() -> Asked<'static> {
        Asked {
            upgrade: "WebSocket",
            connection: "keep-alive, Upgrade",
            version: "13",
            key: "dGhlIHNhbXBsZSBub25jZQ==",
            origin: "https://example.org",
            site: "https://example.org",
        }
    }

    #[test]
    fn the_example_of_the_rfc_is_granted() {
        assert_eq!(accept(&asked()).unwrap(), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    }

    #[test]
    fn what_is_declined_says_why() {
        assert_eq!(accept(&Asked { origin: "https://evil.example", ..asked() }), Err(Refused::Origin));
        assert_eq!(accept(&Asked { origin: "", ..asked() }), Err(Refused::Origin));
        assert_eq!(accept(&Asked { origin: "https://example.org:444", ..asked() }), Err(Refused::Origin));
        assert_eq!(accept(&Asked { version: "8", ..asked() }), Err(Refused::Version));
        for wrong in [
            Asked { upgrade: "h2c", ..asked() },
            Asked { connection: "close", ..asked() },
            Asked { key: "short", ..asked() },
            Asked::default(),
        ] {
            assert_eq!(accept(&wrong), Err(Refused::NotAHandshake), "{wrong:?}");
        }
    }
}
