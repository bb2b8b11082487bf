//! Bytes of a file into text. Knows the encodings that DJ software and old CUE editors write, and guesses no others.

use crate::MAX_BYTES;
use std::borrow::Cow;

/// Windows-1252 from 0x80 to 0x9F; the five holes are what browsers make of them (WHATWG Encoding).
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–',
    '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// What is read of a file: more than [`MAX_BYTES`] of text even where each character takes two bytes, so that the text still tells that it
/// was too long.
const MOST: usize = 2 * MAX_BYTES + 16;

/// UTF-8 with or without its mark, UTF-16 with it, else Windows-1252.
pub(crate) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let (bytes, cut) = match bytes.get(..MOST) {
        Some(first) => (first, true),
        None => (bytes, false),
    };
    match bytes {
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => Cow::Borrowed(text),
            // The cut went through a character.
            Err(error) if cut && error.error_len().is_none() => String::from_utf8_lossy(&bytes[..error.valid_up_to()]),
            Err(_) => Cow::Owned(bytes.iter().map(|byte| windows(*byte)).collect()),
        },
    }
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Cow<'static, str> {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    Cow::Owned(char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect())
}

fn windows(byte: u8) -> char {
    match byte {
        0x80..=0x9F => WINDOWS[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_gives_the_same_text() {
        let text = "Café – №";
        let little: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let big: Vec<u8> = [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
        let marked = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
        for bytes in [text.as_bytes(), &little, &big, &marked] {
            assert_eq!(decode(bytes), text);
        }
        assert_eq!(decode(b"Caf\xE9 \x96 \x93Nuit\x94"), "Café – “Nuit”");
    }

    #[test]
    fn a_cut_through_a_character_is_still_utf8() {
        let text = format!("a{}", "é".repeat(MOST));
        assert!(decode(text.as_bytes()).ends_with('é'));
    }
}
