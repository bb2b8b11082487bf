//! Whether a recording breaks off, by its last bytes: for what states no length that it could be held to.
//!
//! Judges only what is sure: bytes behind the sound that aren't understood, such as tags and padding, say nothing. Bare frames cut
//! exactly between two of them can't be told from a shorter recording.

use std::io;

use crate::format::Container;
use crate::sniff::frame;
use crate::source::Measured;

/// The last page of an Ogg and what may follow it; a page has 65,307 bytes at most (RFC 3533, §6). Hundreds of MPEG frames.
const TAIL_BYTES: u64 = 128 * 1024;
/// So many frames in a row are no chance.
const FRAMES_IN_A_ROW: usize = 4;

/// True if the last page or frame is cut short, or an Ogg has no end.
pub(crate) fn breaks_off(source: &mut Measured, container: Container) -> io::Result<bool> {
    let from = source.size_bytes().saturating_sub(TAIL_BYTES);
    let mut tail = vec![0; TAIL_BYTES as usize];
    let filled = source.read_at(from, &mut tail)?;
    tail.truncate(filled);
    Ok(match container {
        Container::Ogg => ogg_breaks_off(&tail),
        Container::Mpeg | Container::Adts => frames_break_off(without_tags(&tail), container),
        Container::Flac | Container::Wav | Container::Aiff | Container::Mp4 => false,
    })
}

/// The last page must be whole and say that it is the last (RFC 3533, §6: header type flag 0x04).
fn ogg_breaks_off(tail: &[u8]) -> bool {
    const HEADER: usize = 27;
    const ENDS: u8 = 0x04;
    let Some(at) = tail.windows(5).rposition(|bytes| bytes == b"OggS\0") else { return false };
    let page = &tail[at..];
    let sizes = || page.get(HEADER..HEADER + usize::from(*page.get(HEADER - 1)?));
    let Some(sizes) = sizes() else { return true };
    let size = HEADER + sizes.len() + sizes.iter().map(|size| usize::from(*size)).sum::<usize>();
    page.len() < size || page[5] & ENDS == 0
}

/// The tail without ID3v1 and APEv2 behind it.
fn without_tags(mut tail: &[u8]) -> &[u8] {
    const ID3V1: usize = 128;
    const APE_FOOTER: usize = 32;
    if let Some(at) = tail.len().checked_sub(ID3V1).filter(|at| tail[*at..].starts_with(b"TAG")) {
        tail = &tail[..at];
    }
    if let Some(at) = tail.len().checked_sub(APE_FOOTER).filter(|at| tail[*at..].starts_with(b"APETAGEX")) {
        let number = |from: usize| u32::from_le_bytes([tail[at + from], tail[at + from + 1], tail[at + from + 2], tail[at + from + 3]]);
        // The size counts items and footer; the flag tells of a header as large as the footer before them.
        let header = if number(20) >> 31 == 1 { APE_FOOTER } else { 0 };
        let size = usize::try_from(number(12)).unwrap_or(usize::MAX).saturating_add(header);
        // A tag larger than the tail leaves nothing to judge by.
        tail = &tail[..tail.len().saturating_sub(size)];
    }
    tail
}

/// Walks from the first row of frames to the end; only a frame that begins and isn't whole tells of a cut.
fn frames_break_off(tail: &[u8], container: Container) -> bool {
    let length = |at: usize| frame(tail.get(at..)?).filter(|(kind, _)| *kind == container).map(|(_, length)| length);
    let is_row = |start: &usize| {
        let mut at = *start;
        (0..FRAMES_IN_A_ROW).all(|_| {
            length(at).is_some_and(|length| {
                at += length;
                true
            })
        })
    };
    let Some(mut at) = (0..tail.len()).filter(|at| tail[*at] == 0xff).find(is_row) else { return false };
    while let Some(length) = length(at) {
        at += length;
    }
    let left = tail.get(at..).unwrap_or_default();
    // Past the end: the last frame is short. A few bytes that begin like a frame: its head is.
    at > tail.len() || (left.len() < 7 && left.first() == Some(&0xff))
}
