//! What the name of a file says: whether it is a recording, and the day it begins with.

use chrono::NaiveDate;
use std::path::Path;

/// What a file is, by its ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Recording,
    /// Sound, but not played here.
    Unsupported,
    Other,
}

pub(crate) fn kind(path: &Path) -> Kind {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    if audio::PLAYED_ENDINGS.contains(&ending.as_str()) {
        Kind::Recording
    } else if audio::UNPLAYED_ENDINGS.contains(&ending.as_str()) {
        Kind::Unsupported
    } else {
        Kind::Other
    }
}

/// The day that a name begins with, as `2024-05-31`, `2024_05_31`, `2024.05.31` or `20240531`, and what follows it.
pub(crate) fn dated(stem: &str) -> (Option<NaiveDate>, &str) {
    for format in ["%Y-%m-%d", "%Y_%m_%d", "%Y.%m.%d", "%Y%m%d"] {
        let length = if format == "%Y%m%d" { 8 } else { 10 };
        let Some((day, rest)) = stem.split_at_checked(length) else { continue };
        // chrono would take a sign and missing zeros.
        let plain = day.starts_with(|c: char| c.is_ascii_digit()) && !rest.starts_with(|c: char| c.is_ascii_digit());
        if let Ok(date) = NaiveDate::parse_from_str(day, format)
            && plain
        {
            return (Some(date), rest.trim_start_matches([' ', '-', '_', '.']));
        }
    }
    (None, stem)
}

/// The file that an address names, percent-decoded: `https://example.org/a%20b.mp3?x` is `a b.mp3`. Empty where it names none.
pub fn file_name_of(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let path = path.split_once("://").map_or(path, |(_, rest)| rest.split_once('/').map_or("", |(_, path)| path));
    let last = path.rsplit('/').next().unwrap_or_default().as_bytes();
    let mut bytes = Vec::with_capacity(last.len());
    let mut at = 0;
    while at < last.len() {
        let pair = last.get(at + 1..at + 3).and_then(|pair| std::str::from_utf8(pair).ok());
        match (last[at], pair.and_then(|pair| u8::from_str_radix(pair, 16).ok())) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                at += 3;
            }
            (byte, _) => {
                bytes.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_may_begin_with_a_day() {
        let day = NaiveDate::from_ymd_opt(2024, 5, 31);
        for stem in ["2024-05-31 Night Bus", "2024_05_31_Night Bus", "20240531 - Night Bus", "2024.05.31 Night Bus"] {
            assert_eq!(dated(stem), (day, "Night Bus"), "{stem}");
        }
        for stem in ["2024-13-31 Night Bus", "1234567890 Night Bus", "Night Bus 2024-05-31", "+024-05-31", "Été"] {
            assert_eq!(dated(stem), (None, stem), "{stem}");
        }
    }

    #[test]
    fn endings_tell_recordings_apart_in_any_case() {
        assert_eq!(kind(Path::new("a/b.MP3")), Kind::Recording);
        assert_eq!(kind(Path::new("a/b.wma")), Kind::Unsupported);
        assert_eq!(kind(Path::new("a/b.mp3.txt")), Kind::Other);
        assert_eq!(kind(Path::new("mp3")), Kind::Other);
    }

    #[test]
    fn an_address_names_a_file() {
        assert_eq!(file_name_of("https://example.org/show/a%20b%C3%A9.mp3?token=1/2"), "a bé.mp3");
        assert_eq!(file_name_of("https://example.org"), "");
        assert_eq!(file_name_of("https://example.org/100%.mp3"), "100%.mp3");
    }
}
