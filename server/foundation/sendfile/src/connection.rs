//! A TCP connection that sends files where it is asked to write what stands for them.

use crate::outlet::{Outlet, is_stand_in};
use rustix::{fs, net};
use std::{
    io::{self, IoSlice},
    pin::Pin,
    task::{Context, Poll, ready},
};
use tokio::{
    io::{AsyncRead, AsyncWrite, Interest, ReadBuf},
    net::TcpStream,
};

/// Reads and writes as the stream does, but for stand-ins.
#[derive(Debug)]
pub struct Connection {
    stream: TcpStream,
    outlet: Outlet,
}

impl Connection {
    pub fn new(stream: TcpStream) -> Self {
        Self { stream, outlet: Outlet::default() }
    }

    /// For the bodies of answers on this connection. `None` where the system can't send files.
    pub fn outlet(&self) -> Option<Outlet> {
        cfg!(target_os = "linux").then(|| self.outlet.clone())
    }

    /// The socket itself, for what is no HTTP any more. Only once every answer is written: what waits in the outlet is gone.
    pub fn into_stream(self) -> TcpStream {
        self.stream
    }

    /// Sends of the first piece what the socket takes.
    fn poll_send_file(&self, context: &mut Context<'_>, length: usize) -> Poll<io::Result<usize>> {
        loop {
            ready!(self.stream.poll_write_ready(context))?;
            let sent = self.stream.try_io(Interest::WRITABLE, || self.outlet.with(|pieces| send_first(&self.stream, pieces, length)));
            match sent {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                sent => return Poll::Ready(sent),
            }
        }
    }

    /// Sends bytes that a file follows: the kernel keeps them back until then, and both travel in one packet.
    fn poll_send_more(&self, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        loop {
            ready!(self.stream.poll_write_ready(context))?;
            match self.stream.try_io(Interest::WRITABLE, || Ok(net::send(&self.stream, bytes, more())?)) {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                sent => return Poll::Ready(sent),
            }
        }
    }
}

#[cfg(target_os = "linux")]
fn send_first(stream: &TcpStream, pieces: &mut std::collections::VecDeque<crate::outlet::Piece>, length: usize) -> io::Result<usize> {
    let piece = pieces.front_mut().filter(|piece| piece.remaining == length).ok_or_else(lost)?;
    let sent = fs::sendfile(stream, &piece.file, Some(&mut piece.offset), length)?;
    if sent == 0 {
        return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the file got shorter while it was sent"));
    }
    piece.remaining -= sent;
    if piece.remaining == 0 {
        pieces.pop_front();
    }
    Ok(sent)
}

#[cfg(not(target_os = "linux"))]
fn send_first(_: &TcpStream, _: &mut std::collections::VecDeque<crate::outlet::Piece>, _: usize) -> io::Result<usize> {
    Err(lost())
}

#[cfg(target_os = "linux")]
fn more() -> net::SendFlags {
    net::SendFlags::MORE
}

#[cfg(not(target_os = "linux"))]
fn more() -> net::SendFlags {
    net::SendFlags::empty()
}

/// The region itself must never be sent.
fn lost() -> io::Error {
    io::Error::other("what stands for a file has lost its file")
}

impl AsyncRead for Connection {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Connection {
    fn poll_write(self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.poll_write_vectored(context, &[IoSlice::new(bytes)])
    }

    fn poll_write_vectored(mut self: Pin<&mut Self>, context: &mut Context<'_>, slices: &[IoSlice<'_>]) -> Poll<io::Result<usize>> {
        match slices.iter().position(|slice| is_stand_in(slice)) {
            None => Pin::new(&mut self.stream).poll_write_vectored(context, slices),
            Some(0) => self.poll_send_file(context, slices[0].len()),
            Some(1) => self.poll_send_more(context, &slices[0]),
            Some(before) => Pin::new(&mut self.stream).poll_write_vectored(context, &slices[..before]),
        }
    }

    fn is_write_vectored(&self) -> bool {
        true
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
