//! How a tab talks to each kind of server: handshake, entering a room, saying something. WebSocket frames below all of them.

/// What is spoken over the WebSocket.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// Plain texts; the address names the room, and the first text enters it.
    Plain,
    /// Engine.IO 4 and Socket.IO 5.
    SocketIo,
}

impl Dialect {
    pub fn path(self, room: usize) -> String {
        match self {
            Self::Plain => format!("/{room}"),
            Self::SocketIo => "/socket.io/?EIO=4&transport=websocket".to_owned(),
        }
    }

    /// What is said once the handshake is done and how many texts answer it.
    pub fn greeting(self) -> Option<(&'static str, usize)> {
        // The server opens with its own, then confirms the connection; what is said before that is lost.
        (self == Self::SocketIo).then_some(("40", 2))
    }

    /// What enters a room.
    pub fn entrance(self, room: usize) -> String {
        match self {
            Self::Plain => "enter".to_owned(),
            Self::SocketIo => format!(r#"42["join","{room}"]"#),
        }
    }

    pub fn text(self, room: usize, text: &str) -> String {
        match self {
            Self::Plain => text.to_owned(),
            Self::SocketIo => format!(r#"42["say","{room}","{text}"]"#),
        }
    }
}

/// A masked frame; the mask is zero, which spares the client's core and costs the server the same.
pub fn frame(text: &str) -> Vec<u8> {
    let mut bytes = vec![0x81];
    match u8::try_from(text.len()) {
        Ok(length @ ..126) => bytes.push(0x80 | length),
        _ => {
            bytes.push(0x80 | 126);
            bytes.extend(u16::try_from(text.len()).unwrap_or(u16::MAX).to_be_bytes());
        }
    }
    bytes.extend([0; 4]);
    bytes.extend(text.as_bytes());
    bytes
}

/// The first whole frame of `bytes`: its kind, its payload, and where the next one begins.
pub fn first(bytes: &[u8]) -> Option<(u8, &[u8], usize)> {
    let (kind, length, at) = match *bytes {
        [kind, 126, a, b, ..] => (kind, u64::from(u16::from_be_bytes([a, b])), 4),
        [kind, 127, a, b, c, d, e, f, g, h, ..] => (kind, u64::from_be_bytes([a, b, c, d, e, f, g, h]), 10),
        [kind, length @ ..126, ..] => (kind, u64::from(length), 2),
        _ => return None,
    };
    let end = at + usize::try_from(length).ok()?;
    Some((kind, bytes.get(at..end)?, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_are_found_one_after_the_other() {
        let bytes = [0x81, 2, b'h', b'i', 0x89, 0, 0x81, 126, 0, 1, b'x', 0x81];
        let (kind, payload, next) = first(&bytes).unwrap();
        assert_eq!((kind, payload, next), (0x81, &b"hi"[..], 4));
        assert_eq!(first(&bytes[next..]), Some((0x89, &b""[..], 2)));
        assert_eq!(first(&bytes[6..]), Some((0x81, &b"x"[..], 5)));
        assert_eq!(first(&bytes[11..]), None);
    }
}
