//! Addresses that others wrote into a feed, fetched with limits: size, silence, time, redirects, and no private network unless asked to.

use super::folder::hexadecimal;
use contract::imports::ImportRefusal;
use futures::StreamExt;
use reqwest::{
    Client, Response, Url,
    dns::{Addrs, Name, Resolve, Resolving},
    redirect::{Attempt, Policy},
};
use sha2::{Digest, Sha256};
use std::{error::Error, net::IpAddr, path::Path, sync::Arc, time::Duration};
use tokio::{fs::File, io::AsyncWriteExt};

const MOST_REDIRECTS: usize = 5;
const CONNECT: Duration = Duration::from_secs(10);
/// A server that says nothing for so long has gone.
const SILENCE: Duration = Duration::from_secs(30);
/// For what is held in memory: feeds, pictures, chapters.
const SMALL: Duration = Duration::from_secs(120);
/// For a recording, however slowly it comes.
const LARGE: Duration = Duration::from_secs(4 * 3600);

/// The client.
pub(super) struct Web {
    http: Client,
    allow_private: bool,
}

/// A file that was fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fetched {
    pub(super) size_bytes: u64,
    /// SHA-256 in hexadecimal.
    pub(super) content: String,
}

/// Why a fetch ended; `TooLarge` carries the limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Ended {
    Refused(ImportRefusal),
    TooLarge(u64),
}

impl From<ImportRefusal> for Ended {
    fn from(refusal: ImportRefusal) -> Self {
        Self::Refused(refusal)
    }
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
    host.parse::<IpAddr>().is_ok_and(|address| !library::is_public(address))
}

impl Web {
    /// # Errors
    /// When the system's certificates can't be read.
    pub(super) fn new(allow_private: bool) -> anyhow::Result<Self> {
        let follow = move |attempt: Attempt<'_>| {
            if attempt.previous().len() > MOST_REDIRECTS {
                attempt.error("too many redirects")
            } else if !allow_private && is_private_literal(attempt.url()) {
                attempt.error(Private)
            } else {
                attempt.follow()
            }
        };
        // No proxy: it would connect for us, to where it likes.
        let http = Client::builder()
            .no_proxy()
            .user_agent(concat!("Hectic/", env!("CARGO_PKG_VERSION")))
            .connect_timeout(CONNECT)
            .read_timeout(SILENCE)
            .redirect(Policy::custom(follow));
        let http = if allow_private { http } else { http.dns_resolver(Arc::new(PublicOnly)) };
        Ok(Self { http: http.build()?, allow_private })
    }

    /// Something small, whole in memory.
    pub(super) async fn bytes(&self, address: &str, limit: u64) -> Result<Vec<u8>, Ended> {
        let mut bytes = Vec::new();
        let mut pieces = self.ask(address, limit, SMALL).await?.bytes_stream();
        while let Some(piece) = pieces.next().await {
            let piece = piece.map_err(|error| refusal(&error))?;
            if (bytes.len() + piece.len()) as u64 > limit {
                return Err(Ended::TooLarge(limit));
            }
            bytes.extend_from_slice(&piece);
        }
        Ok(bytes)
    }

    /// Something large, into a file.
    pub(super) async fn file(&self, address: &str, path: &Path, limit: u64) -> Result<Fetched, Ended> {
        let mut pieces = self.ask(address, limit, LARGE).await?.bytes_stream();
        let unwritable = |error: std::io::Error| Ended::Refused(ImportRefusal::Unreadable { cause: error.to_string() });
        let (mut file, mut size_bytes, mut hasher) = (File::create(path).await.map_err(unwritable)?, 0, Sha256::new());
        while let Some(piece) = pieces.next().await {
            let piece = piece.map_err(|error| refusal(&error))?;
            size_bytes += piece.len() as u64;
            if size_bytes > limit {
                return Err(Ended::TooLarge(limit));
            }
            hasher.update(&piece);
            file.write_all(&piece).await.map_err(unwritable)?;
        }
        file.sync_all().await.map_err(unwritable)?;
        Ok(Fetched { size_bytes, content: hexadecimal(&hasher.finalize()) })
    }

    async fn ask(&self, address: &str, limit: u64, time: Duration) -> Result<Response, Ended> {
        let url = Url::parse(address).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
        let url = url.ok_or(ImportRefusal::AddressInvalid)?;
        if !self.allow_private && is_private_literal(&url) {
            return Err(ImportRefusal::AddressPrivate.into());
        }
        let answer = self.http.get(url).timeout(time).send().await.map_err(|error| refusal(&error))?;
        if !answer.status().is_success() {
            return Err(ImportRefusal::Status { status: u32::from(answer.status().as_u16()) }.into());
        }
        match answer.content_length() {
            Some(length) if length > limit => Err(Ended::TooLarge(limit)),
            _ => Ok(answer),
        }
    }
}

fn refusal(error: &reqwest::Error) -> ImportRefusal {
    let mut cause: &(dyn Error + 'static) = error;
    loop {
        if cause.is::<Private>() {
            return ImportRefusal::AddressPrivate;
        }
        match cause.source() {
            Some(deeper) => cause = deeper,
            // The deepest says it best; the outer ones repeat the address, which may hold a password.
            None => return ImportRefusal::Unreachable { cause: cause.to_string() },
        }
    }
}
