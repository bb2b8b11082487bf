//! The way out: what is told to an address that an admin wrote down. No redirects, no private network unless the operator allows it.

use crate::token::hexadecimal;
use contract::bots::WebhookFailure;
use hmac::{Hmac, KeyInit, Mac};
use reqwest::{
    Client, Url,
    dns::{Addrs, Name, Resolve, Resolving},
    redirect::Policy,
};
use sha2::Sha256;
use std::{
    error::Error,
    net::IpAddr,
    sync::{Arc, OnceLock},
    time::Duration,
};

/// How long an answer may take, connecting included.
const PATIENCE: Duration = Duration::from_secs(5);
pub(crate) const SIGNATURE: &str = "x-hectic-signature";
pub(crate) const TIMESTAMP: &str = "x-hectic-timestamp";

/// The client.
pub(crate) struct Web {
    http: OnceLock<Option<Client>>,
    allow_private: bool,
}

#[derive(Debug, thiserror::Error)]
#[error("an address of a private network")]
struct Private;

/// Finds addresses, and keeps only those of the public internet. Connecting uses what is found here, so that a second answer
/// of the name can't lead elsewhere.
struct PublicOnly;

impl Resolve for PublicOnly {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found: Vec<_> = tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            let some = !found.is_empty();
            let public: Vec<_> = found.into_iter().filter(|address| library::is_public(address.ip())).collect();
            if some && public.is_empty() {
                return Err(Private.into());
            }
            Ok(Box::new(public.into_iter()) as Addrs)
        })
    }
}

/// An address that is written as one is never looked up.
fn is_private_literal(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default().trim_start_matches('[').trim_end_matches(']');
    let named = host.trim_end_matches('.');
    let local = named.eq_ignore_ascii_case("localhost") || named.to_ascii_lowercase().ends_with(".localhost");
    local || host.parse::<IpAddr>().is_ok_and(|address| !library::is_public(address))
}

/// What is wrong with an address before anybody connects to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wrong {
    Invalid,
    Private,
}

impl Web {
    pub(crate) fn new(allow_private: bool) -> Self {
        Self { http: OnceLock::new(), allow_private }
    }

    /// Made when it is first needed: a machine without certificates serves everything else all the same.
    fn client(&self) -> Option<&Client> {
        let made = self.http.get_or_init(|| {
            // No proxy: it would connect for us, to where it likes.
            let http = Client::builder()
                .no_proxy()
                .user_agent(concat!("Hectic/", env!("CARGO_PKG_VERSION")))
                .timeout(PATIENCE)
                .redirect(Policy::none());
            let http = if self.allow_private { http } else { http.dns_resolver(Arc::new(PublicOnly)) };
            http.build().inspect_err(|error| tracing::error!("webhooks can't be told: {error:?}")).ok()
        });
        made.as_ref()
    }

    /// An address that may be told.
    pub(crate) fn address(&self, typed: &str) -> Result<Url, Wrong> {
        let url = Url::parse(typed).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host()).ok_or(Wrong::Invalid)?;
        if !self.allow_private && is_private_literal(&url) { Err(Wrong::Private) } else { Ok(url) }
    }

    /// Tells `body`, signed with `secret` as of `timestamp` (seconds).
    pub(crate) async fn tell(&self, address: &str, secret: &str, timestamp: i64, body: String) -> Result<(), WebhookFailure> {
        let url = self.address(address).map_err(|wrong| match wrong {
            Wrong::Invalid => WebhookFailure::Unreachable,
            Wrong::Private => WebhookFailure::Private,
        })?;
        let http = self.client().ok_or(WebhookFailure::Unreachable)?;
        let request = http
            .post(url)
            .header("content-type", "application/json")
            .header(TIMESTAMP, timestamp)
            .header(SIGNATURE, signature(secret, timestamp, &body))
            .body(body);
        let status = request.send().await.map_err(|error| failure(&error))?.status();
        if status.is_success() { Ok(()) } else { Err(WebhookFailure::Status(status.as_u16())) }
    }
}

/// `sha256=` and the HMAC-SHA-256 of `timestamp.body` in hexadecimal: the time is signed along, so that what was told once can't be
/// told again later by somebody else.
pub(crate) fn signature(secret: &str, timestamp: i64, body: &str) -> String {
    #[expect(clippy::expect_used, reason = "HMAC takes keys of every length")]
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("a key");
    mac.update(timestamp.to_string().as_bytes());
    mac.update(b".");
    mac.update(body.as_bytes());
    format!("sha256={}", hexadecimal(&mac.finalize().into_bytes()))
}

fn failure(error: &reqwest::Error) -> WebhookFailure {
    let mut cause: Option<&(dyn Error + 'static)> = Some(error);
    while let Some(error) = cause {
        if error.is::<Private>() {
            return WebhookFailure::Private;
        }
        cause = error.source();
    }
    if error.is_timeout() { WebhookFailure::Slow } else { WebhookFailure::Unreachable }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_what_openssl_says() {
        // printf '1795348800.{"a":1}' | openssl dgst -sha256 -hmac key
        let signed = signature("key", 1_795_348_800, r#"{"a":1}"#);
        assert_eq!(signed, "sha256=74c85b8eac34a9cc91ff21abd32cebe521935d566af39faf72b25bc25909663c");
        assert_ne!(signed, signature("key", 1_795_348_801, r#"{"a":1}"#));
        assert_ne!(signed, signature("another", 1_795_348_800, r#"{"a":1}"#));
    }

    #[tokio::test]
    async fn a_name_that_leads_into_a_private_network_is_found_out() {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let found = PublicOnly.resolve("localhost".parse().unwrap()).await;
        assert!(found.err().unwrap().is::<Private>());
        // Past the look at how it is written, as another name for this machine would be.
        let refused = Web::new(false).client().unwrap().get("http://localhost:9/").send().await;
        assert_eq!(failure(&refused.unwrap_err()), WebhookFailure::Private);
    }

    #[test]
    fn only_addresses_of_the_public_internet_are_told() {
        let web = Web::new(false);
        assert!(web.address("https://bot.example.org/hook?a=1").is_ok());
        for private in [
            "http://127.0.0.1:9000/",
            "http://2130706433/",
            "http://0x7f.1/",
            "http://[::1]/",
            "http://[::ffff:10.0.0.1]/",
            "http://169.254.169.254/latest",
            "http://10.1.2.3/",
            "http://LOCALHOST/",
            "http://second.localhost./",
        ] {
            assert_eq!(web.address(private), Err(Wrong::Private), "{private}");
        }
        for invalid in ["", "bot.example.org", "ftp://example.org/", "file:///etc/passwd", "https://", "javascript:alert(1)"] {
            assert_eq!(web.address(invalid), Err(Wrong::Invalid), "{invalid}");
        }
        assert!(Web::new(true).address("http://127.0.0.1:9000/").is_ok());
    }
}
