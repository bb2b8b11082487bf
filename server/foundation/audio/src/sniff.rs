//! What a file is, by its first bytes, so that a renamed program is refused before anything parses it.
//!
//! Looks at nothing but the bytes given: no extension, no media type a browser sent.

use crate::format::Container;

/// What the first bytes say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sniffed {
    /// A container that is played here.
    Audio(Container),
    /// A container that holds sound, by its name, but is not played here.
    Unsupported(&'static str),
}

/// How many consecutive MPEG frames make headerless bytes credible: two can agree by chance.
const FRAMES_IN_A_ROW: usize = 3;
/// Broken taggers and cut streams leave part of a frame or padding in front.
const MAX_JUNK_BYTES: usize = 8 * 1024;

/// Recognises a recording by its magic bytes; `None` is not audio. Give it 64 KiB where the file has that many.
///
/// After an ID3v2 tag that fills `first_bytes` MPEG is assumed, as only it carries such a tag habitually.
#[must_use]
pub fn sniff(first_bytes: &[u8]) -> Option<Sniffed> {
    match id3v2_size(first_bytes) {
        Some(tag) => match usize::try_from(tag).ok().and_then(|tag| first_bytes.get(tag..)) {
            Some(rest) if !rest.is_empty() => sniff_untagged(rest),
            _ => Some(Sniffed::Audio(Container::Mpeg)),
        },
        None => sniff_untagged(first_bytes),
    }
}

/// The size of the ID3v2 tag that opens `bytes`, its header and footer included (ID3v2.4 structure, §3.1).
pub(crate) fn id3v2_size(bytes: &[u8]) -> Option<u64> {
    let header = bytes.get(..10)?;
    if &header[..3] != b"ID3" || header[3] == 0xff || header[6..10].iter().any(|byte| byte & 0x80 != 0) {
        return None;
    }
    let body = header[6..10].iter().fold(0_u64, |size, byte| (size << 7) | u64::from(*byte));
    let footer = if header[5] & 0x10 == 0 { 0 } else { 10 };
    Some(10 + body + footer)
}

fn sniff_untagged(bytes: &[u8]) -> Option<Sniffed> {
    by_magic(bytes).or_else(|| by_frames(bytes))
}

fn by_magic(bytes: &[u8]) -> Option<Sniffed> {
    use Sniffed::{Audio, Unsupported};
    let at = |offset: usize, magic: &[u8]| bytes.get(offset..offset + magic.len()) == Some(magic);
    let found = if at(0, b"RIFF") && at(8, b"WAVE") {
        Audio(Container::Wav)
    } else if at(0, b"FORM") && (at(8, b"AIFF") || at(8, b"AIFC")) {
        Audio(Container::Aiff)
    } else if at(0, b"fLaC") {
        Audio(Container::Flac)
    } else if at(0, b"OggS") {
        Audio(Container::Ogg)
    } else if at(4, b"ftyp") {
        Audio(Container::Mp4)
    } else if at(0, b"RF64") || at(0, b"BW64") {
        Unsupported("RF64")
    } else if at(0, b"caff") {
        Unsupported("Core Audio Format")
    } else if at(0, &[0x1a, 0x45, 0xdf, 0xa3]) {
        Unsupported("Matroska")
    } else if at(0, &[0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66, 0xcf, 0x11]) {
        Unsupported("Windows Media Audio")
    } else if at(0, b"wvpk") {
        Unsupported("WavPack")
    } else if at(0, b"MAC ") {
        Unsupported("Monkey's Audio")
    } else if at(0, b"DSD ") || at(0, b"FRM8") {
        Unsupported("DSD")
    } else if at(0, b"MThd") {
        Unsupported("MIDI")
    } else {
        return None;
    };
    Some(found)
}

fn by_frames(bytes: &[u8]) -> Option<Sniffed> {
    // Programs, archives and documents name themselves, so a chance run of frames inside them counts for nothing.
    const NOT_AUDIO: [&[u8]; 8] = [b"MZ", b"\x7fELF", b"PK\x03\x04", b"%PDF", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\xca\xfe\xba\xbe"];
    if NOT_AUDIO.iter().any(|magic| bytes.starts_with(magic)) {
        return None;
    }
    let last = bytes.len().min(MAX_JUNK_BYTES);
    (0..last).filter(|start| bytes[*start] == 0xff).find_map(|start| frames_from(bytes, start)).map(Sniffed::Audio)
}

fn frames_from(bytes: &[u8], start: usize) -> Option<Container> {
    let (kind, _) = frame(&bytes[start..])?;
    let mut offset = start;
    for counted in 0..FRAMES_IN_A_ROW {
        let rest = bytes.get(offset..)?;
        if rest.len() < 7 {
            // A recording of one or two frames ends here; only a file that starts with them is believed.
            return (counted > 0 && start == 0).then_some(kind);
        }
        match frame(rest) {
            Some((same, length)) if same == kind => offset += length,
            _ => return None,
        }
    }
    Some(kind)
}

/// The kind and length of the frame at the start of `bytes` (ISO 11172-3 §2.4.2.3, ISO 13818-7 §6.2).
pub(crate) fn frame(bytes: &[u8]) -> Option<(Container, usize)> {
    const V1_KBPS: [usize; 15] = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    const V2_KBPS: [usize; 15] = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    const HZ: [usize; 3] = [44_100, 48_000, 32_000];
    let head = bytes.get(..7)?;
    if head[0] != 0xff {
        return None;
    }
    if head[1] & 0xf6 == 0xf0 {
        let length = usize::from(head[3] & 3) << 11 | usize::from(head[4]) << 3 | usize::from(head[5]) >> 5;
        let rate_known = (head[2] >> 2) & 0x0f < 13;
        return (rate_known && length > 7).then_some((Container::Adts, length));
    }
    let (version, layer) = ((head[1] >> 3) & 3, (head[1] >> 1) & 3);
    if head[1] & 0xe0 != 0xe0 || version == 1 || layer != 1 {
        return None;
    }
    let rate_index = usize::from(head[2] >> 4);
    let (kbps, samples_over_8, divisor) = match version {
        3 => (V1_KBPS.get(rate_index)?, 144, 1),
        2 => (V2_KBPS.get(rate_index)?, 72, 2),
        _ => (V2_KBPS.get(rate_index)?, 72, 4),
    };
    let hz = HZ.get(usize::from((head[2] >> 2) & 3))? / divisor;
    let length = samples_over_8 * kbps * 1000 / hz + usize::from((head[2] >> 1) & 1);
    (*kbps > 0).then_some((Container::Mpeg, length))
}
