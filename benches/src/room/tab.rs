//! One connection of the load, and what all of them heard.

use super::dialect::{Dialect, first, frame};
use anyhow::{Context, Result, ensure};
use std::{
    net::SocketAddr,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Instant,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{
        TcpStream,
        tcp::{OwnedReadHalf, OwnedWriteHalf},
    },
};

/// Before the time at which a text was said, in nanoseconds since the start, as sixteen hexadecimal digits.
const MARK: u8 = b'~';

/// What arrived anywhere.
pub struct Heard {
    start: Instant,
    count: AtomicU64,
    /// By tenths of a millisecond; the last stands for all that took longer.
    latencies: Mutex<Vec<u64>>,
}

impl Default for Heard {
    fn default() -> Self {
        Self { start: Instant::now(), count: AtomicU64::new(0), latencies: Mutex::new(vec![0; 100_000]) }
    }
}

impl Heard {
    fn now_ns(&self) -> u64 {
        u64::try_from(self.start.elapsed().as_nanos()).unwrap_or(u64::MAX)
    }

    pub fn count(&self) -> u64 {
        self.count.load(Ordering::Relaxed)
    }

    pub fn forget(&self) {
        self.count.store(0, Ordering::Relaxed);
        self.latencies.lock().unwrap_or_else(PoisonError::into_inner).fill(0);
    }

    /// Median and 99th percentile.
    pub fn latencies_ms(&self) -> (f64, f64) {
        let latencies = self.latencies.lock().unwrap_or_else(PoisonError::into_inner);
        let all: u64 = latencies.iter().sum();
        let at = |share: f64| {
            let mut left = all as f64 * share;
            let found = latencies.iter().position(|count| {
                left -= *count as f64;
                left <= 0.0
            });
            found.unwrap_or_default() as f64 / 10.0
        };
        (at(0.5), at(0.99))
    }

    fn text(&self, payload: &[u8]) {
        let Some(at) = payload.iter().position(|byte| *byte == MARK) else { return };
        let said = payload.get(at + 1..at + 17).and_then(|digits| u64::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok());
        let Some(said) = said else { return };
        let tenths = usize::try_from(self.now_ns().saturating_sub(said) / 100_000).unwrap_or(usize::MAX);
        let mut latencies = self.latencies.lock().unwrap_or_else(PoisonError::into_inner);
        let last = latencies.len() - 1;
        latencies[tenths.min(last)] += 1;
        self.count.fetch_add(1, Ordering::Relaxed);
    }
}

/// Makes a message to the room of a text.
type Wrap = Box<dyn Fn(&str) -> String + Send>;

pub struct Tab {
    wrap: Wrap,
    to: Arc<tokio::sync::Mutex<OwnedWriteHalf>>,
    heard: Arc<Heard>,
    reading: tokio::task::JoinHandle<()>,
}

impl Drop for Tab {
    fn drop(&mut self) {
        self.reading.abort();
    }
}

impl Tab {
    pub async fn open(address: SocketAddr, dialect: Dialect, room: usize, heard: Arc<Heard>) -> Result<Self> {
        let mut stream = shake_hands(address, dialect.path(room).as_str(), "").await?;
        let mut unread = Vec::new();
        if let Some((text, answers)) = dialect.greeting() {
            stream.write_all(&frame(text)).await?;
            for _ in 0..answers {
                while first(&unread).is_none() {
                    ensure!(stream.read_buf(&mut unread).await? > 0, "the server closed before the room was entered");
                }
                let next = first(&unread).map_or(0, |(_, _, next)| next);
                unread.drain(..next);
            }
        }
        stream.write_all(&frame(&dialect.entrance(room))).await?;
        Ok(Self::over(stream, unread, Box::new(move |text| dialect.text(room, text)), heard))
    }

    /// In its room already; `unread` came after what was awaited.
    pub fn over(stream: TcpStream, unread: Vec<u8>, wrap: Wrap, heard: Arc<Heard>) -> Self {
        let (from, to) = stream.into_split();
        let to = Arc::new(tokio::sync::Mutex::new(to));
        let reading = tokio::spawn(listen(from, to.clone(), unread, heard.clone()));
        Self { wrap, to, heard, reading }
    }

    /// Says a text of so many characters to the room.
    pub async fn say(&mut self, length: usize) -> Result<()> {
        let head = format!("~{:016x}", self.heard.now_ns());
        let text = format!("{head}{}", "x".repeat(length.saturating_sub(head.len())));
        let bytes = frame(&(self.wrap)(&text));
        self.to.lock().await.write_all(&bytes).await.context("saying something")
    }
}

/// A WebSocket at `path`, with further headers, each ended by a line break.
pub async fn shake_hands(address: SocketAddr, path: &str, headers: &str) -> Result<TcpStream> {
    let stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    shake_hands_over(stream, address, path, headers).await
}

/// The same over a connection that is there.
pub async fn shake_hands_over(mut stream: TcpStream, address: SocketAddr, path: &str, headers: &str) -> Result<TcpStream> {
    let head = format!(
        "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\
         Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: http://{address}\r\n{headers}\r\n"
    );
    stream.write_all(head.as_bytes()).await?;
    let mut answer = Vec::new();
    while !answer.ends_with(b"\r\n\r\n") {
        answer.push(stream.read_u8().await.context("the handshake")?);
    }
    ensure!(answer.starts_with(b"HTTP/1.1 101 "), "{}", String::from_utf8_lossy(&answer));
    Ok(stream)
}

async fn listen(mut from: OwnedReadHalf, to: Arc<tokio::sync::Mutex<OwnedWriteHalf>>, mut unread: Vec<u8>, heard: Arc<Heard>) {
    loop {
        match from.read_buf(&mut unread).await {
            Ok(1..) => {}
            _ => return,
        }
        let mut at = 0;
        while let Some((kind, payload, next)) = first(&unread[at..]) {
            match (kind, payload) {
                (0x89, _) => drop(to.lock().await.write_all(&[0x8A, 0x80, 0, 0, 0, 0]).await),
                // Engine.IO has a ping of its own.
                (0x81, b"2") => drop(to.lock().await.write_all(&frame("3")).await),
                (0x81, payload) => heard.text(payload),
                _ => return,
            }
            at += next;
        }
        unread.drain(..at);
    }
}
