//! A piece of a file as the body of an answer: read with `pread`, so that all listeners of a mix share one open file, a chunk
//! ahead of the socket. Knows nothing of HTTP ranges and never holds more than two chunks.

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

/// Large enough that the trip to the blocking pool is small beside the copying, small enough to stay in a core's cache between
/// the read and the write.
const CHUNK_BYTES: u64 = 256 * 1024;

/// Bytes `range` of `file`. Dropped early, it ends after the read that is under way.
#[derive(Debug)]
pub(crate) struct FileBody {
    file: Arc<File>,
    /// Not asked of the disk yet.
    unread: Range<u64>,
    /// Not handed out yet.
    remaining: u64,
    reading: Option<JoinHandle<io::Result<Vec<u8>>>>,
    /// The chunk handed out last. Once the socket has let go of it, its memory serves the next read, zeroed once for all.
    sent: Option<Bytes>,
}

impl FileBody {
    pub(crate) fn new(file: Arc<File>, range: Range<u64>) -> Self {
        let remaining = range.end.saturating_sub(range.start);
        Self { file, unread: range, remaining, reading: None, sent: None }
    }

    fn read_ahead(&mut self) {
        if self.unread.is_empty() {
            self.sent = None;
            return;
        }
        let start = self.unread.start;
        self.unread.start = self.unread.end.min(start + CHUNK_BYTES);
        let length = usize::try_from(self.unread.start - start).unwrap_or_default();
        let spare = self.sent.take().and_then(|bytes| bytes.try_into_mut().ok());
        let file = self.file.clone();
        self.reading = Some(spawn_blocking(move || {
            let mut buffer = spare.map(Vec::from).unwrap_or_default();
            buffer.resize(length, 0);
            file.read_exact_at(&mut buffer, start).map(|()| buffer)
        }));
    }
}

impl Body for FileBody {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        if self.reading.is_none() {
            self.read_ahead();
        }
        let Some(reading) = &mut self.reading else { return Poll::Ready(None) };
        let read = ready!(Pin::new(reading).poll(context));
        self.reading = None;
        match read.map_err(io::Error::other).flatten() {
            Ok(chunk) => {
                self.remaining = self.remaining.saturating_sub(chunk.len() as u64);
                let chunk = Bytes::from(chunk);
                self.read_ahead();
                self.sent = (!self.unread.is_empty()).then(|| chunk.clone());
                Poll::Ready(Some(Ok(Frame::data(chunk))))
            }
            Err(error) => {
                // Nothing can follow a hole.
                self.unread.start = self.unread.end;
                self.remaining = 0;
                Poll::Ready(Some(Err(error)))
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        self.remaining == 0
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.remaining)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{future::poll_fn, io::Write, pin::pin};

    fn file(bytes: &[u8]) -> Arc<File> {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(bytes).unwrap();
        Arc::new(file)
    }

    fn noise(length: usize) -> Vec<u8> {
        (0..length as u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect()
    }

    async fn collect(body: FileBody) -> io::Result<Vec<u8>> {
        let mut body = pin!(body);
        let mut all = Vec::new();
        while let Some(frame) = poll_fn(|context| body.as_mut().poll_frame(context)).await {
            all.extend_from_slice(&frame?.into_data().unwrap());
        }
        assert!(body.is_end_stream());
        Ok(all)
    }

    #[tokio::test]
    async fn a_body_is_exactly_its_range() {
        let chunk = CHUNK_BYTES as usize;
        let bytes = noise(3 * chunk + 17);
        let file = file(&bytes);
        for range in [0..bytes.len(), 0..0, 5..6, chunk - 1..chunk + 1, chunk..3 * chunk, 1..bytes.len() - 1, bytes.len() - 1..bytes.len()]
        {
            let body = FileBody::new(file.clone(), range.start as u64..range.end as u64);
            assert_eq!(body.size_hint().exact(), Some(range.len() as u64));
            assert!(collect(body).await.unwrap() == bytes[range.clone()], "{range:?}");
        }
    }

    #[tokio::test]
    async fn a_file_that_got_shorter_breaks_the_body_off() {
        let body = FileBody::new(file(&noise(1000)), 0..2000);
        assert_eq!(collect(body).await.unwrap_err().kind(), io::ErrorKind::UnexpectedEof);
    }
}
