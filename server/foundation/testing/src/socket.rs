//! A WebSocket client of few words, from the bare frames up: it has no more of the server's code than the RFC.

use std::net::SocketAddr;
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::TcpStream,
};

/// What a server said.
#[derive(Debug, PartialEq, Eq)]
pub enum Said {
    Text(String),
    Ping,
    Pong(String),
    Close(u16),
    /// The connection ended without a close.
    Gone,
}

/// The client's end of a connection.
pub struct Socket(BufReader<TcpStream>);

/// Headers of a handshake.
#[derive(Clone, Debug)]
pub struct Handshake<'a> {
    pub host: &'a str,
    pub origin: &'a str,
    pub cookie: &'a str,
}

impl Socket {
    /// Over a connection whose handshake is done.
    pub fn over(stream: TcpStream) -> Self {
        Self(BufReader::new(stream))
    }

    /// Asks for a socket at `/socket`.
    ///
    /// # Errors
    /// The HTTP status of an answer that isn't 101.
    ///
    /// # Panics
    /// When nobody listens or the answer makes no sense: the test can't go on.
    pub async fn open(address: SocketAddr, handshake: &Handshake<'_>) -> Result<Self, u16> {
        let Handshake { host, origin, cookie } = handshake;
        let mut stream = BufReader::new(TcpStream::connect(address).await.expect("a server"));
        let head = format!(
            "GET /socket HTTP/1.1\r\nHost: {host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\
             Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: {origin}\r\nCookie: {cookie}\r\n\r\n"
        );
        stream.write_all(head.as_bytes()).await.expect("a connection");
        let mut lines = Vec::new();
        loop {
            let mut line = String::new();
            stream.read_line(&mut line).await.expect("an answer");
            let line = line.trim_end().to_ascii_lowercase();
            if line.is_empty() {
                break;
            }
            lines.push(line);
        }
        let status = lines[0].split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
        if status != 101 {
            return Err(status);
        }
        // RFC 6455, 1.3 has this pair.
        assert!(lines.contains(&"sec-websocket-accept: s3pplmbitxaq9kygzzhzrbk+xoo=".to_owned()), "{lines:?}");
        Ok(Self(stream))
    }

    /// A text message in one frame.
    pub async fn send(&mut self, text: &str) {
        self.frame(0x81, text.as_bytes()).await;
    }

    /// A frame under a mask of zeroes.
    ///
    /// # Panics
    /// When the payload is over 64 KiB.
    pub async fn frame(&mut self, first: u8, payload: &[u8]) {
        let mut bytes = vec![first];
        match u8::try_from(payload.len()) {
            Ok(length @ ..126) => bytes.push(0x80 | length),
            _ => {
                bytes.push(0x80 | 126);
                bytes.extend(u16::try_from(payload.len()).expect("a short payload").to_be_bytes());
            }
        }
        bytes.extend([0; 4]);
        bytes.extend(payload);
        self.raw(&bytes).await;
    }

    /// Bytes as they are. A server that has closed already may not take them, which is no concern here.
    pub async fn raw(&mut self, bytes: &[u8]) {
        let _ = self.0.write_all(bytes).await;
    }

    /// # Panics
    /// When the server says what a server doesn't.
    pub async fn next(&mut self) -> Said {
        let mut head = [0; 2];
        if self.0.read_exact(&mut head).await.is_err() {
            return Said::Gone;
        }
        let length = match head[1] {
            126 => u64::from(self.0.read_u16().await.expect("a length")),
            127 => self.0.read_u64().await.expect("a length"),
            length => u64::from(length),
        };
        let mut payload = vec![0; usize::try_from(length).expect("a length")];
        self.0.read_exact(&mut payload).await.expect("a payload");
        let text = |payload| String::from_utf8(payload).expect("a text");
        match head[0] {
            0x81 => Said::Text(text(payload)),
            0x89 => Said::Ping,
            0x8A => Said::Pong(text(payload)),
            0x88 => Said::Close(u16::from_be_bytes([payload[0], payload[1]])),
            other => panic!("a frame of kind {other:#x}"),
        }
    }

    /// The next thing, which must be a text.
    ///
    /// # Panics
    /// When it isn't.
    pub async fn text(&mut self) -> String {
        match self.next().await {
            Said::Text(text) => text,
            other => panic!("{other:?}"),
        }
    }
}
