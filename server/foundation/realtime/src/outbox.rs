//! What waits to be written to one socket: bounded, so that who reads slowly costs little and holds nobody up.

use bytes::{Buf, Bytes};
use std::{collections::VecDeque, io, time::Instant};

/// Most frames that wait for a socket, and most bytes of them.
const MOST_FRAMES: usize = 256;
const MOST_BYTES: usize = 64 * 1024;

/// Where frames go: a socket that doesn't block.
pub trait Sink {
    /// # Errors
    /// `WouldBlock` when it is full; all else ends the connection.
    fn try_write(&self, bytes: &[u8]) -> io::Result<usize>;
}

/// The queue of one socket.
#[derive(Debug, Default)]
pub struct Outbox {
    frames: VecDeque<Bytes>,
    bytes: usize,
    /// The first frame has been written in part: it must be finished, or nothing after it can be read.
    begun: bool,
    /// Since when nothing could be written.
    stuck_since: Option<Instant>,
    /// Broken or closed: nothing is taken any more.
    over: bool,
    /// Ends the connection once it is written.
    closing: bool,
}

/// What became of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    Written,
    /// Somebody must call [`Outbox::flush`] when the socket can be written again.
    Waits,
    /// Too much waited: all of it was dropped, and the notice took its place.
    Overflowed,
    /// The connection is over.
    Over,
}

impl Outbox {
    /// Writes at once where nothing waits. `notice` is what the other end is told if it must lose messages.
    pub fn send(&mut self, sink: &impl Sink, frame: &Bytes, notice: &Bytes) -> Sent {
        if self.over || self.closing {
            return Sent::Over;
        }
        if self.frames.is_empty() {
            return match write(sink, frame) {
                Ok(written) if written == frame.len() => Sent::Written,
                Ok(written) => self.wait(frame.slice(written..), written > 0),
                Err(_) => self.end(),
            };
        }
        if self.frames.len() < MOST_FRAMES && self.bytes + frame.len() <= MOST_BYTES {
            self.bytes += frame.len();
            self.frames.push_back(frame.clone());
            return Sent::Waits;
        }
        self.frames.truncate(usize::from(self.begun));
        self.frames.push_back(notice.clone());
        self.bytes = self.frames.iter().map(Bytes::len).sum();
        Sent::Overflowed
    }

    /// The last frame: what waits is dropped for it.
    pub fn close(&mut self, sink: &impl Sink, last: &[Bytes]) -> Sent {
        if self.over || self.closing {
            return Sent::Over;
        }
        self.frames.truncate(usize::from(self.begun));
        self.frames.extend(last.iter().cloned());
        self.bytes = self.frames.iter().map(Bytes::len).sum();
        self.closing = true;
        self.flush(sink)
    }

    fn wait(&mut self, rest: Bytes, begun: bool) -> Sent {
        self.bytes = rest.len();
        self.frames.push_back(rest);
        self.begun = begun;
        self.stuck_since = Some(Instant::now());
        Sent::Waits
    }

    fn end(&mut self) -> Sent {
        *self = Self { over: true, ..Self::default() };
        Sent::Over
    }

    /// Writes what waits, as far as the socket takes it.
    pub fn flush(&mut self, sink: &impl Sink) -> Sent {
        while let Some(frame) = self.frames.front_mut() {
            match write(sink, frame) {
                Err(_) => return self.end(),
                Ok(0) => {
                    self.stuck_since.get_or_insert_with(Instant::now);
                    return Sent::Waits;
                }
                Ok(written) => {
                    self.stuck_since = None;
                    self.bytes -= written;
                    frame.advance(written);
                    self.begun = !frame.is_empty();
                    if frame.is_empty() {
                        self.frames.pop_front();
                    }
                }
            }
        }
        self.frames = VecDeque::new();
        self.stuck_since = None;
        if self.closing {
            return self.end();
        }
        Sent::Written
    }

    /// Nothing is written any more.
    pub fn abandon(&mut self) {
        self.end();
    }

    pub fn waits(&self) -> bool {
        !self.frames.is_empty()
    }

    pub fn is_over(&self) -> bool {
        self.over
    }

    /// Seconds for which nothing could be written.
    pub fn stuck_s(&self, now: Instant) -> u64 {
        self.stuck_since.map_or(0, |since| now.saturating_duration_since(since).as_secs())
    }
}

/// How much was written: nothing if the socket is full.
fn write(sink: &impl Sink, bytes: &[u8]) -> io::Result<usize> {
    match sink.try_write(bytes) {
        Err(error) if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::Interrupted) => Ok(0),
        Ok(0) if !bytes.is_empty() => Err(io::ErrorKind::WriteZero.into()),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::cell::RefCell;

    /// Takes so many bytes and no more, until it is given room.
    #[derive(Default)]
    struct Narrow {
        room: RefCell<usize>,
        got: RefCell<Vec<u8>>,
    }

    impl Narrow {
        fn give(&self, room: usize) {
            *self.room.borrow_mut() += room;
        }
    }

    impl Sink for Narrow {
        fn try_write(&self, bytes: &[u8]) -> io::Result<usize> {
            let taken = bytes.len().min(*self.room.borrow());
            if taken == 0 {
                return Err(io::ErrorKind::WouldBlock.into());
            }
            *self.room.borrow_mut() -= taken;
            self.got.borrow_mut().extend_from_slice(&bytes[..taken]);
            Ok(taken)
        }
    }

    struct Broken;

    impl Sink for Broken {
        fn try_write(&self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
    }

    const NOTICE: Bytes = Bytes::from_static(b"<resync>");

    #[test]
    fn overflow_finishes_the_frame_that_was_begun_and_tells() {
        let (sink, mut outbox) = (Narrow::default(), Outbox::default());
        sink.give(3);
        let frame = Bytes::from_static(b"<first>");
        assert_eq!(outbox.send(&sink, &frame, &NOTICE), Sent::Waits);
        for _ in 0..MOST_FRAMES - 1 {
            assert_eq!(outbox.send(&sink, &Bytes::from_static(b"<other>"), &NOTICE), Sent::Waits);
        }
        assert_eq!(outbox.send(&sink, &Bytes::from_static(b"<lost>"), &NOTICE), Sent::Overflowed);
        assert_eq!(outbox.send(&sink, &Bytes::from_static(b"<after>"), &NOTICE), Sent::Waits);
        sink.give(1000);
        assert_eq!(outbox.flush(&sink), Sent::Written);
        assert_eq!(String::from_utf8(sink.got.take()).unwrap(), "<first><resync><after>");
        assert_eq!(outbox.frames.capacity(), 0, "a quiet socket holds nothing");
    }

    #[test]
    fn bytes_are_bounded_too() {
        let (sink, mut outbox) = (Narrow::default(), Outbox::default());
        let big = Bytes::from(vec![b'a'; MOST_BYTES / 2]);
        let sent: Vec<Sent> = (0..3).map(|_| outbox.send(&sink, &big, &NOTICE)).collect();
        assert_eq!(sent, [Sent::Waits, Sent::Waits, Sent::Overflowed]);
    }

    #[test]
    fn the_last_word_is_written_before_the_end() {
        let (sink, mut outbox) = (Narrow::default(), Outbox::default());
        outbox.send(&sink, &Bytes::from_static(b"<waits>"), &NOTICE);
        assert_eq!(outbox.close(&sink, &[Bytes::from_static(b"<out>"), Bytes::from_static(b"<close>")]), Sent::Waits);
        assert_eq!(outbox.send(&sink, &Bytes::from_static(b"<late>"), &NOTICE), Sent::Over);
        sink.give(100);
        assert_eq!(outbox.flush(&sink), Sent::Over);
        assert_eq!(sink.got.take(), b"<out><close>");
        assert_eq!(Outbox::default().send(&Broken, &NOTICE, &NOTICE), Sent::Over);
    }

    proptest! {
        /// Whatever room the socket has and whenever: what arrives is whole frames in order, and a notice where some are missing.
        #[test]
        fn frames_arrive_whole_and_in_order(steps in prop::collection::vec((0_usize..3000, 1_usize..900), 1..400)) {
            let (sink, mut outbox) = (Narrow::default(), Outbox::default());
            for (number, (room, length)) in steps.iter().enumerate() {
                sink.give(*room);
                outbox.flush(&sink);
                let frame = format!("<{number}:{}>", "x".repeat(*length));
                prop_assert_ne!(outbox.send(&sink, &Bytes::from(frame), &NOTICE), Sent::Over);
                prop_assert!(outbox.frames.len() <= MOST_FRAMES + 1);
            }
            sink.give(10_000_000);
            prop_assert_eq!(outbox.flush(&sink), Sent::Written);
            let got = String::from_utf8(sink.got.take()).unwrap();
            let mut next = 0;
            let mut told = true;
            for frame in got.strip_prefix('<').unwrap().strip_suffix('>').unwrap().split("><") {
                if frame == "resync" {
                    told = true;
                    continue;
                }
                let number: usize = frame.split(':').next().unwrap().parse().unwrap();
                prop_assert!(number == next || (told && number > next), "{number} after {next}");
                prop_assert_eq!(frame.len() - frame.find(':').unwrap() - 1, steps[number].1);
                (next, told) = (number + 1, false);
            }
            prop_assert!(next == steps.len() || told);
        }
    }
}
