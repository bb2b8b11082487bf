//! HTTP/1.1 as far as a load generator needs it: writes requests, reads answers, follows nothing.

use anyhow::{Context, Result, bail};
use std::net::SocketAddr;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// As large as a piece that a server sends at once, so that reading costs few calls.
const BUFFER_BYTES: usize = 256 * 1024;

pub struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// The head of an answer.
#[derive(Debug, PartialEq)]
pub struct Head {
    pub status: u16,
    pub text: String,
    /// `None`: in chunks.
    length: Option<u64>,
}

impl Head {
    fn parse(bytes: &[u8]) -> Result<Self> {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let status = text.get(9..12).and_then(|digits| digits.parse().ok()).with_context(|| format!("no answer: {text:?}"))?;
        let mut head = Self { status, text, length: None };
        head.length = head.header("content-length").and_then(|value| value.parse().ok());
        Ok(head)
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let lines = self.text.lines().filter_map(|line| line.split_once(": "));
        lines.into_iter().find(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

impl Connection {
    pub async fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await.with_context(|| format!("connecting to {address}"))?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: vec![0; BUFFER_BYTES] })
    }

    /// One request; `keep` receives the body as it comes. Returns the head and the body's length on the wire.
    pub async fn ask(&mut self, request: &[u8], mut keep: Option<&mut Vec<u8>>) -> Result<(Head, u64)> {
        self.stream.write_all(request).await.context("sending a request")?;
        let (mut filled, head_end) = self.read_head().await?;
        let head = Head::parse(&self.buffer[..head_end])?;
        let Some(length) = head.length else {
            let body = self.read_chunks(head_end, filled).await?;
            let length = body.len() as u64;
            if let Some(keep) = keep {
                *keep = body;
            }
            return Ok((head, length));
        };
        let mut start = head_end;
        let mut remaining = length;
        loop {
            let piece = &self.buffer[start..filled];
            remaining = remaining.checked_sub(piece.len() as u64).context("more bytes came than were announced")?;
            if let Some(keep) = keep.as_deref_mut() {
                keep.extend_from_slice(piece);
            }
            if remaining == 0 {
                return Ok((head, length));
            }
            (start, filled) = (0, self.read_into(0).await?);
        }
    }

    async fn read_head(&mut self) -> Result<(usize, usize)> {
        let mut filled = 0;
        loop {
            filled = self.read_into(filled).await?;
            if let Some(at) = self.buffer[..filled].windows(4).position(|four| four == b"\r\n\r\n") {
                return Ok((filled, at + 4));
            }
        }
    }

    /// Bodies in chunks are pages: small enough to be collected.
    async fn read_chunks(&mut self, start: usize, filled: usize) -> Result<Vec<u8>> {
        let mut raw = self.buffer[start..filled].to_vec();
        loop {
            if let Some(body) = unchunk(&raw)? {
                return Ok(body);
            }
            let more = self.read_into(0).await?;
            raw.extend_from_slice(&self.buffer[..more]);
        }
    }

    async fn read_into(&mut self, filled: usize) -> Result<usize> {
        let read = self.stream.read(&mut self.buffer[filled..]).await.context("reading an answer")?;
        if read == 0 {
            bail!("the server closed the connection");
        }
        Ok(filled + read)
    }
}

/// The body, if all of it is there (RFC 9112 §7.1); nobody sends us trailers.
fn unchunk(mut raw: &[u8]) -> Result<Option<Vec<u8>>> {
    let mut body = Vec::new();
    loop {
        let Some(end) = raw.windows(2).position(|two| two == b"\r\n") else { return Ok(None) };
        let size =
            std::str::from_utf8(&raw[..end]).ok().and_then(|hex| usize::from_str_radix(hex, 16).ok()).context("a chunk without a size")?;
        let Some(chunk) = raw.get(end + 2..end + 2 + size + 2) else { return Ok(None) };
        if size == 0 {
            return Ok(Some(body));
        }
        body.extend_from_slice(&chunk[..size]);
        raw = &raw[end + 2 + size + 2..];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_tells_status_and_length() {
        let head = Head::parse(b"HTTP/1.1 206 Partial Content\r\nContent-Length: 42\r\nETag: \"x\"\r\n\r\n").unwrap();
        assert_eq!((head.status, head.length, head.header("etag")), (206, Some(42), Some("\"x\"")));
    }

    #[test]
    fn chunks_are_joined_once_the_last_is_there() {
        let raw = b"3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n";
        for length in 0..raw.len() {
            assert_eq!(unchunk(&raw[..length]).unwrap(), None, "{length}");
        }
        assert_eq!(unchunk(raw).unwrap().unwrap(), b"abc0123456789");
    }
}
