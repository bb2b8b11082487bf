//! The frames of a WebSocket (RFC 6455), as a server writes and reads them. Knows no socket.
//!
//! No extension is ever agreed on: permessage-deflate would cost a compressor a socket and encode every broadcast anew.

use bytes::{BufMut, Bytes, BytesMut};

const TEXT: u8 = 0x1;
const CONTINUATION: u8 = 0x0;
const BINARY: u8 = 0x2;
const CLOSE: u8 = 0x8;
const PING: u8 = 0x9;
const PONG: u8 = 0xA;
/// The first byte of a frame that is the last of its message.
const FINAL: u8 = 0x80;
const MASKED: u8 = 0x80;
/// Longest payload of a control frame (5.5).
const LONGEST_CONTROL: usize = 125;

/// Why a connection is closed (7.4.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CloseCode {
    Normal = 1000,
    GoingAway = 1001,
    Protocol = 1002,
    Unsupported = 1003,
    NotText = 1007,
    Policy = 1008,
    TooLong = 1009,
}

/// What the other end said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Incoming {
    /// A whole message, however many frames it came in.
    Text(String),
    Ping(Bytes),
    Pong,
    /// It closes, or answers our close.
    Close,
}

/// A text message as one frame, ready to be written to any number of sockets.
pub fn text(payload: &[u8]) -> Bytes {
    let mut out = BytesMut::with_capacity(payload.len() + 10);
    append_text(&mut out, payload);
    out.freeze()
}

/// The same behind others: several messages in one write.
pub fn append_text(out: &mut BytesMut, payload: &[u8]) {
    head(out, TEXT, payload.len());
    out.extend_from_slice(payload);
}

pub fn ping() -> Bytes {
    Bytes::from_static(&[FINAL | PING, 0])
}

/// Answers a ping with its payload, of which it has at most 125 bytes.
pub fn pong(payload: &[u8]) -> Bytes {
    control(PONG, payload)
}

/// `reason` is cut to what a control frame holds; ASCII only.
pub fn close(code: CloseCode, reason: &str) -> Bytes {
    let mut payload = (code as u16).to_be_bytes().to_vec();
    payload.extend(reason.bytes().filter(u8::is_ascii).take(LONGEST_CONTROL - 2));
    control(CLOSE, &payload)
}

fn control(opcode: u8, payload: &[u8]) -> Bytes {
    let payload = &payload[..payload.len().min(LONGEST_CONTROL)];
    let mut out = BytesMut::with_capacity(payload.len() + 2);
    head(&mut out, opcode, payload.len());
    out.extend_from_slice(payload);
    out.freeze()
}

/// The server never masks (5.1).
fn head(out: &mut BytesMut, opcode: u8, length: usize) {
    out.put_u8(FINAL | opcode);
    match (u8::try_from(length), u16::try_from(length)) {
        (Ok(length @ ..=125), _) => out.put_u8(length),
        (_, Ok(length)) => {
            out.put_u8(126);
            out.put_u16(length);
        }
        _ => {
            out.put_u8(127);
            out.put_u64(length as u64);
        }
    }
}

/// Puts what arrives in pieces together. Holds no memory between messages.
#[derive(Debug)]
pub struct Decoder {
    longest: usize,
    unread: BytesMut,
    /// A message whose last frame hasn't come.
    begun: Option<Vec<u8>>,
}

/// A frame's head.
struct Head {
    is_final: bool,
    opcode: u8,
    mask: [u8; 4],
    /// Where the payload begins, and how long it is.
    at: usize,
    length: usize,
}

impl Decoder {
    /// `longest`: bytes of the longest message that is taken.
    pub fn new(longest: usize) -> Self {
        Self { longest, unread: BytesMut::new(), begun: None }
    }

    /// Takes what was read.
    pub fn push(&mut self, bytes: &[u8]) {
        self.unread.extend_from_slice(bytes);
    }

    /// The next thing that has arrived as a whole.
    ///
    /// # Errors
    /// What the other end did wrong: it is to be told, and nothing more can be read.
    pub fn take(&mut self) -> Result<Option<Incoming>, CloseCode> {
        loop {
            let Some(head) = self.head()? else { return Ok(None) };
            if self.unread.len() < head.at + head.length {
                return Ok(None);
            }
            let _ = self.unread.split_to(head.at);
            let mut payload = self.unread.split_to(head.length);
            if self.unread.is_empty() {
                // Most sockets say little: what they needed once isn't kept.
                self.unread = BytesMut::new();
            }
            unmask(&mut payload, head.mask);
            if let Some(incoming) = self.frame(&head, &payload)? {
                return Ok(Some(incoming));
            }
        }
    }

    fn head(&self) -> Result<Option<Head>, CloseCode> {
        let [first, second, rest @ ..] = &self.unread[..] else { return Ok(None) };
        // Reserved bits belong to extensions, and a client masks (5.1, 5.2).
        if first & 0x70 != 0 || second & MASKED == 0 {
            return Err(CloseCode::Protocol);
        }
        let (opcode, is_final) = (first & 0x0F, first & FINAL != 0);
        let (extra, length) = match (second & 0x7F, rest) {
            (126, [a, b, ..]) => (2, u64::from(u16::from_be_bytes([*a, *b]))),
            (127, [a, b, c, d, e, f, g, h, ..]) => (8, u64::from_be_bytes([*a, *b, *c, *d, *e, *f, *g, *h])),
            (126 | 127, _) => return Ok(None),
            (length, _) => (0, u64::from(length)),
        };
        let is_control = opcode & 0x8 != 0;
        if is_control && (!is_final || length > LONGEST_CONTROL as u64) {
            return Err(CloseCode::Protocol);
        }
        let so_far = self.begun.as_ref().map_or(0, Vec::len);
        // Told before it is read: nobody makes us hold what we won't take.
        let length = usize::try_from(length).ok().filter(|length| is_control || length.saturating_add(so_far) <= self.longest);
        let length = length.ok_or(CloseCode::TooLong)?;
        let Some([a, b, c, d]) = rest.get(extra..extra + 4) else { return Ok(None) };
        Ok(Some(Head { is_final, opcode, mask: [*a, *b, *c, *d], at: 2 + extra + 4, length }))
    }

    fn frame(&mut self, head: &Head, payload: &[u8]) -> Result<Option<Incoming>, CloseCode> {
        match head.opcode {
            PING => return Ok(Some(Incoming::Ping(Bytes::copy_from_slice(payload)))),
            PONG => return Ok(Some(Incoming::Pong)),
            CLOSE if payload.len() == 1 => return Err(CloseCode::Protocol),
            CLOSE => return Ok(Some(Incoming::Close)),
            TEXT if self.begun.is_none() => self.begun = Some(payload.to_vec()),
            CONTINUATION => self.begun.as_mut().ok_or(CloseCode::Protocol)?.extend_from_slice(payload),
            BINARY => return Err(CloseCode::Unsupported),
            _ => return Err(CloseCode::Protocol),
        }
        if !head.is_final {
            return Ok(None);
        }
        let whole = self.begun.take().unwrap_or_default();
        String::from_utf8(whole).map(|text| Some(Incoming::Text(text))).map_err(|_| CloseCode::NotText)
    }
}

fn unmask(payload: &mut [u8], mask: [u8; 4]) {
    for (byte, mask) in payload.iter_mut().zip(mask.iter().cycle()) {
        *byte ^= mask;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LONGEST: usize = 70_000;

    /// As a client writes it.
    fn masked(first: u8, payload: &[u8]) -> Vec<u8> {
        let mut out = BytesMut::new();
        head(&mut out, 0, payload.len());
        out[0] = first;
        out[1] |= MASKED;
        let mask = [0x37, 0xFA, 0x21, 0x3D];
        out.extend_from_slice(&mask);
        let mut payload = payload.to_vec();
        unmask(&mut payload, mask);
        out.extend_from_slice(&payload);
        out.to_vec()
    }

    fn read(bytes: &[u8]) -> Result<Vec<Incoming>, CloseCode> {
        let mut decoder = Decoder::new(LONGEST);
        decoder.push(bytes);
        let mut found = Vec::new();
        while let Some(incoming) = decoder.take()? {
            found.push(incoming);
        }
        Ok(found)
    }

    #[test]
    fn the_example_of_the_rfc_is_read() {
        // RFC 6455, 5.7: "Hello", masked; then in two fragments with a ping between them.
        let hello = [0x81, 0x85, 0x37, 0xFA, 0x21, 0x3D, 0x7F, 0x9F, 0x4D, 0x51, 0x58];
        assert_eq!(read(&hello), Ok(vec![Incoming::Text("Hello".into())]));
        let parts = [masked(0x01, b"Hel"), masked(0x89, b"?"), masked(0x80, b"lo")].concat();
        assert_eq!(read(&parts), Ok(vec![Incoming::Ping(Bytes::from_static(b"?")), Incoming::Text("Hello".into())]));
        assert_eq!(text(b"Hello"), Bytes::from_static(&[0x81, 0x05, 0x48, 0x65, 0x6C, 0x6C, 0x6F]));
    }

    #[test]
    fn what_is_against_the_rules_says_which() {
        let cases: [(&[u8], CloseCode); 9] = [
            (&[0x81, 0x01, b'a'], CloseCode::Protocol),
            (&[0xC1, 0x80, 0, 0, 0, 0], CloseCode::Protocol),
            (&[0x80, 0x80, 0, 0, 0, 0], CloseCode::Protocol),
            (&[0x09, 0x80, 0, 0, 0, 0], CloseCode::Protocol),
            (&[0x89, 0xFE, 0, 126], CloseCode::Protocol),
            (&[0x83, 0x80, 0, 0, 0, 0], CloseCode::Protocol),
            (&[0x82, 0x80, 0, 0, 0, 0], CloseCode::Unsupported),
            (&[0x81, 0x81, 0, 0, 0, 0, 0xFF], CloseCode::NotText),
            (&[0x81, 0xFF, 0, 0, 0, 1, 0, 0, 0, 0], CloseCode::TooLong),
        ];
        for (bytes, code) in cases {
            assert_eq!(read(bytes), Err(code), "{bytes:?}");
        }
        assert_eq!(read(&[masked(0x01, b"a"), masked(0x81, b"b")].concat()), Err(CloseCode::Protocol), "a second beginning");
    }

    #[test]
    fn many_small_parts_are_no_way_round_the_limit() {
        let part = masked(0x00, &[b'a'; 1000]);
        let bytes = [masked(0x01, b"a"), part.repeat(LONGEST / 1000)].concat();
        assert_eq!(read(&bytes), Err(CloseCode::TooLong));
    }

    proptest! {
        #[test]
        fn texts_arrive_however_they_are_cut(texts in prop::collection::vec(".{0,400}", 1..5), cuts in prop::collection::vec(1_usize..97, 1..40)) {
            let bytes: Vec<u8> = texts.iter().flat_map(|text| masked(0x81, text.as_bytes())).collect();
            let (mut decoder, mut found, mut rest) = (Decoder::new(LONGEST), Vec::new(), &bytes[..]);
            let mut cuts = cuts.iter().cycle();
            while !rest.is_empty() {
                let (piece, more) = rest.split_at((*cuts.next().unwrap()).min(rest.len()));
                decoder.push(piece);
                while let Some(incoming) = decoder.take().unwrap() {
                    found.push(incoming);
                }
                rest = more;
            }
            prop_assert_eq!(found, texts.into_iter().map(Incoming::Text).collect::<Vec<_>>());
            prop_assert_eq!(decoder.unread.capacity(), 0);
        }

        #[test]
        fn nothing_makes_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let _ = read(&bytes);
        }
    }
}
