//! Who takes sound over plain HTTP: podcast apps, and pages without scripts. The site's own player tells of itself (`listening`),
//! since a browser takes more than anybody hears.

use crate::{Service, Took, listening};
use axum::{
    body::{Body, Bytes, HttpBody},
    http::{HeaderMap, HeaderName},
};
use contract::{caller::Caller, ids::TenantId};
use http_body::{Frame, SizeHint};
use std::{
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};

/// How often is told what went out, in time of the sound.
const TOLD_EVERY: Duration = Duration::from_secs(2);

/// What programs that don't listen call themselves, in part. Libraries that players are made with aren't among them.
const MACHINES: [&str; 19] = [
    "bot",
    "crawl",
    "spider",
    "slurp",
    "preview",
    "facebookexternalhit",
    "whatsapp",
    "embedly",
    "feedfetcher",
    "feedburner",
    "archiver",
    "scrapy",
    "python-",
    "go-http-client",
    "libwww-perl",
    "curl/",
    "wget/",
    "uptime",
    "monitor",
];

/// Whether somebody may listen to what this asks for: no robot, no preview and nothing that is fetched ahead.
pub(super) fn is_heard(user_agent: &str, headers: &HeaderMap) -> bool {
    let agent = user_agent.to_ascii_lowercase();
    let ahead = ["sec-purpose", "purpose", "x-moz"].into_iter().any(|name| {
        let value = headers.get(HeaderName::from_static(name)).and_then(|value| value.to_str().ok());
        value.is_some_and(|value| value.contains("prefetch") || value.contains("preview"))
    });
    !agent.trim().is_empty() && !ahead && !MACHINES.iter().any(|machine| agent.contains(machine))
}

/// A body that tells how much sound of it went out.
pub(super) struct Taken {
    body: Body,
    service: Service,
    tenant: TenantId,
    listener: String,
    /// What the whole file is.
    bytes: u64,
    lasts_ms: u64,
    /// Handed over last: gone once more is asked for.
    going: u64,
    untold: u64,
}

impl Taken {
    /// `body` is all or a part of a file of `bytes` that lasts `lasts_ms`.
    pub(super) fn new(body: Body, service: &Service, caller: &Caller, bytes: u64, lasts_ms: u64) -> Self {
        let listener = listening::listener(service, caller);
        Self { body, service: service.clone(), tenant: caller.tenant, listener, bytes, lasts_ms, going: 0, untold: 0 }
    }

    fn went(&mut self, at_least: Duration) {
        self.untold += std::mem::take(&mut self.going);
        let ms = u128::from(self.untold) * u128::from(self.lasts_ms) / u128::from(self.bytes.max(1));
        let took = Duration::from_millis(u64::try_from(ms).unwrap_or(u64::MAX));
        if !took.is_zero() && took >= at_least {
            self.untold = 0;
            self.service.has_listener(self.tenant, &self.listener, Took::Bytes(took));
        }
    }
}

impl HttpBody for Taken {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        self.went(TOLD_EVERY);
        let frame = ready!(Pin::new(&mut self.body).poll_frame(context));
        if let Some(Ok(frame)) = &frame {
            self.going = frame.data_ref().map_or(0, |data| data.len() as u64);
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        // Who left in the middle of a piece didn't take it.
        if !self.body.is_end_stream() {
            self.going = 0;
        }
        self.went(Duration::ZERO);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn players_are_heard_and_machines_are_not() {
        let nothing = HeaderMap::new();
        for agent in [
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            "AppleCoreMedia/1.0.0.22F76 (iPhone; U; CPU OS 18_5 like Mac OS X; en_gb)",
            "AntennaPod/3.8.0",
            "okhttp/4.12.0",
            "VLC/3.0.21 LibVLC/3.0.21",
        ] {
            assert!(is_heard(agent, &nothing), "{agent}");
        }
        for agent in [
            "",
            "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
            "TelegramBot (like TwitterBot)",
            "facebookexternalhit/1.1",
            "WhatsApp/2.23.20.0",
            "curl/8.14.1",
            "python-requests/2.32.4",
        ] {
            assert!(!is_heard(agent, &nothing), "{agent}");
        }
        let ahead = HeaderMap::from_iter([(HeaderName::from_static("sec-purpose"), "prefetch;prerender".parse().unwrap())]);
        assert!(!is_heard("AntennaPod/3.8.0", &ahead));
    }
}
