//! Clients that mean no good or know no better: each must be let go, and nobody else notice.

use crate::room::tab::shake_hands;
use anyhow::{Result, bail, ensure};
use std::{net::SocketAddr, time::Duration};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

/// How long until such a connection is over.
const PATIENCE: Duration = Duration::from_secs(10);

/// What is sent once the handshake is done.
const FRAMES: [(&str, &[u8]); 9] = [
    ("a frame without a mask", b"\x81\x02hi"),
    ("reserved bits", b"\xf1\x80\0\0\0\0"),
    ("an unknown kind", b"\x83\x80\0\0\0\0"),
    ("a ping of 126 bytes", b"\x89\xfe\0\x7e\0\0\0\0"),
    ("a ping in two parts", b"\x09\x80\0\0\0\0"),
    ("a continuation of nothing", b"\x80\x80\0\0\0\0"),
    ("a message of 8 EiB", b"\x81\xff\x7f\xff\xff\xff\xff\xff\xff\xff\0\0\0\0"),
    ("half a character", b"\x81\x81\0\0\0\0\xc3"),
    ("no message of ours", b"\x81\x82\0\0\0\0[]"),
];

/// Sends the `number`-th of all kinds.
///
/// # Errors
/// When the server kept the connection.
pub async fn make(address: SocketAddr, number: usize) -> Result<()> {
    let (what, mut stream) = match number % (FRAMES.len() + 2) {
        0 => {
            let mut stream = TcpStream::connect(address).await?;
            // Whoever stops in the middle of a head holds nothing up.
            stream.write_all(b"GET /socket HTTP/1.1\r\nHost: ").await?;
            return Ok(());
        }
        1 => ("a page of another site", refused(address).await?),
        kind => {
            let (what, frame) = FRAMES[kind - 2];
            let mut stream = shake_hands(address, "/socket", "").await?;
            stream.write_all(frame).await?;
            (what, stream)
        }
    };
    let ended = timeout(PATIENCE, async {
        let mut buffer = [0; 1024];
        while stream.read(&mut buffer).await.is_ok_and(|read| read > 0) {}
    });
    if ended.await.is_err() {
        bail!("the connection stays after {what}");
    }
    Ok(())
}

async fn refused(address: SocketAddr) -> Result<TcpStream> {
    let mut stream = TcpStream::connect(address).await?;
    let head = format!(
        "GET /socket HTTP/1.1\r\nHost: {address}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\
         Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: http://elsewhere.example\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await?;
    let mut answer = [0; 12];
    stream.read_exact(&mut answer).await?;
    ensure!(&answer == b"HTTP/1.1 403", "another site's page is answered {}", String::from_utf8_lossy(&answer));
    stream.shutdown().await?;
    Ok(stream)
}
