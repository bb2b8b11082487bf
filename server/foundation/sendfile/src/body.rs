//! A part of a file as the body of an answer.

use crate::outlet::{Outlet, PIECE_BYTES, Piece};
use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use std::{
    fs::File,
    io,
    ops::Range,
    os::unix::fs::FileExt,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
};
use tokio::task::{JoinHandle, spawn_blocking};

/// Bytes `range` of `file`, for the connection that the outlet belongs to and no other.
///
/// What is not in memory is read in the blocking pool first: a socket that doesn't block still waits for the disk.
#[derive(Debug)]
pub struct FileBody {
    outlet: Outlet,
    file: Arc<File>,
    unsent: Range<u64>,
    reading: Option<JoinHandle<io::Result<()>>>,
}

impl FileBody {
    pub fn new(outlet: Outlet, file: Arc<File>, range: Range<u64>) -> Self {
        Self { outlet, file, unsent: range, reading: None }
    }

    fn remaining(&self) -> u64 {
        self.unsent.end.saturating_sub(self.unsent.start)
    }
}

impl Body for FileBody {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        if self.unsent.is_empty() {
            return Poll::Ready(None);
        }
        let piece = self.unsent.start..self.unsent.end.min(self.unsent.start + PIECE_BYTES);
        if self.reading.is_none() && !is_in_memory(&self.file, &piece) {
            let (file, piece) = (self.file.clone(), piece.clone());
            self.reading = Some(spawn_blocking(move || read_through(&file, piece)));
        }
        if let Some(reading) = &mut self.reading {
            let read = ready!(Pin::new(reading).poll(context));
            self.reading = None;
            if let Err(error) = read.map_err(io::Error::other).flatten() {
                // Nothing can follow a hole.
                self.unsent.start = self.unsent.end;
                return Poll::Ready(Some(Err(error)));
            }
        }
        self.unsent.start = piece.end;
        // At most PIECE_BYTES, which is a usize.
        let remaining = usize::try_from(piece.end - piece.start).unwrap_or_default();
        let stand_in = self.outlet.push(Piece { file: self.file.clone(), offset: piece.start, remaining });
        Poll::Ready(Some(Ok(Frame::data(stand_in))))
    }

    fn is_end_stream(&self) -> bool {
        self.unsent.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.remaining())
    }
}

/// Whether both ends of the piece can be read without waiting. What lies between them was read with them or ahead of them.
#[cfg(target_os = "linux")]
fn is_in_memory(file: &File, piece: &Range<u64>) -> bool {
    use rustix::io::{ReadWriteFlags, preadv2};
    [piece.start, piece.end - 1].iter().all(|at| {
        let mut byte = [0];
        preadv2(file, &mut [io::IoSliceMut::new(&mut byte)], *at, ReadWriteFlags::NOWAIT).is_ok()
    })
}

#[cfg(not(target_os = "linux"))]
fn is_in_memory(_: &File, _: &Range<u64>) -> bool {
    false
}

fn read_through(file: &File, piece: Range<u64>) -> io::Result<()> {
    let mut buffer = vec![0; 64 * 1024];
    let mut at = piece.start;
    while at < piece.end {
        let wanted = usize::try_from(piece.end - at).unwrap_or(usize::MAX).min(buffer.len());
        match file.read_at(&mut buffer[..wanted], at)? {
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            read => at += read as u64,
        }
    }
    Ok(())
}
