//! One connection: who is at the other end, and what waits for them. Reads nothing; [`crate::serve`] does.

use crate::{
    frame::{self, CloseCode},
    outbox::{Outbox, Sent, Sink},
};
use bytes::{Bytes, BytesMut};
use contract::ids::{AccountId, TenantId};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::{
    io,
    sync::{
        Mutex, MutexGuard,
        atomic::{AtomicU64, Ordering},
    },
    time::Instant,
};
use tokio::{net::TcpStream, sync::Notify};

/// Who is connected, decided once at the handshake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub tenant: TenantId,
    /// `None` for a guest.
    pub account: Option<AccountId>,
    /// Told apart from others by this: several tabs of one person count once.
    pub key: u64,
}

/// Eight bytes tell as many people apart as there ever are at once, and say nothing of them to the other processes.
pub fn told_apart(person: &str) -> u64 {
    let [a, b, c, d, e, f, g, h, ..] = Sha256::digest(person).0;
    u64::from_le_bytes([a, b, c, d, e, f, g, h])
}

/// A browser tab's connection.
#[derive(Debug)]
pub struct Tab {
    /// Unique in this process.
    pub id: u64,
    pub person: Person,
    stream: TcpStream,
    outbox: Mutex<Outbox>,
    /// Woken when something waits for a socket that was full, and when the connection is over.
    pub(crate) wake: Notify,
    opened: Instant,
    /// Milliseconds after `opened` when something was last heard, and when it was last asked whether it is there.
    heard_ms: AtomicU64,
    asked_ms: AtomicU64,
    notice: Bytes,
}

impl Sink for TcpStream {
    fn try_write(&self, bytes: &[u8]) -> io::Result<usize> {
        Self::try_write(self, bytes)
    }
}

impl Tab {
    pub(crate) fn new(id: u64, person: Person, stream: TcpStream, notice: Bytes) -> Self {
        Self {
            id,
            person,
            stream,
            outbox: Mutex::default(),
            wake: Notify::new(),
            opened: Instant::now(),
            heard_ms: AtomicU64::new(0),
            asked_ms: AtomicU64::new(0),
            notice,
        }
    }

    /// Says something to this tab alone.
    ///
    /// # Errors
    /// When the message can't be written as JSON.
    pub fn say(&self, message: &impl Serialize) -> Result<Sent, serde_json::Error> {
        Ok(self.send(&frame::text(&serde_json::to_vec(message)?)))
    }

    /// Says several things in one piece: either all of them arrive or none does.
    ///
    /// # Errors
    /// When one can't be written as JSON.
    pub fn say_all(&self, messages: &[impl Serialize]) -> Result<Sent, serde_json::Error> {
        let mut frames = BytesMut::new();
        for message in messages {
            frame::append_text(&mut frames, &serde_json::to_vec(message)?);
        }
        Ok(self.send(&frames.freeze()))
    }

    /// Hands over frames that are ready.
    pub(crate) fn send(&self, frames: &Bytes) -> Sent {
        let sent = self.outbox().send(&self.stream, frames, &self.notice);
        if sent != Sent::Written {
            self.wake.notify_one();
        }
        sent
    }

    /// Ends the connection, after a last message if there is one.
    pub fn close(&self, code: CloseCode, reason: &str, last: Option<Bytes>) {
        let last: Vec<Bytes> = last.into_iter().chain([frame::close(code, reason)]).collect();
        self.outbox().close(&self.stream, &last);
        self.wake.notify_one();
    }

    pub(crate) fn outbox(&self) -> MutexGuard<'_, Outbox> {
        // Whoever panicked in between left a queue that is as good as any.
        self.outbox.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    pub(crate) fn flush(&self) -> Sent {
        self.outbox().flush(&self.stream)
    }

    pub(crate) fn stream(&self) -> &TcpStream {
        &self.stream
    }

    pub(crate) fn was_heard(&self, now: Instant) {
        self.heard_ms.store(self.age_ms(now), Ordering::Relaxed);
    }

    /// Milliseconds since something was heard.
    pub(crate) fn silent_ms(&self, now: Instant) -> u64 {
        self.age_ms(now).saturating_sub(self.heard_ms.load(Ordering::Relaxed))
    }

    /// Asks whether the other end is there, unless it was asked less than `every_ms` ago or has said something since.
    pub(crate) fn ask(&self, now: Instant, every_ms: u64) {
        let (age, asked) = (self.age_ms(now), self.asked_ms.load(Ordering::Relaxed));
        if self.silent_ms(now) >= every_ms && age.saturating_sub(asked) >= every_ms {
            self.asked_ms.store(age, Ordering::Relaxed);
            self.send(&frame::ping());
        }
    }

    fn age_ms(&self, now: Instant) -> u64 {
        u64::try_from(now.saturating_duration_since(self.opened).as_millis()).unwrap_or(u64::MAX)
    }
}
