//! The `Range` header (RFC 9110 §14.1.2): one range of bytes, or the whole file.

use axum::http::{HeaderMap, header};
use std::ops::Range;

/// What to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// No range, several, or nothing that we understand: all of it, as the RFC allows.
    Whole,
    /// From within the file and not empty.
    Part(Range<u64>),
    /// Begins after the end.
    Unsatisfiable,
}

pub(crate) fn wanted(headers: &HeaderMap, size: u64) -> Wanted {
    let mut lines = headers.get_all(header::RANGE).iter();
    match (lines.next().and_then(|line| line.to_str().ok()), lines.next()) {
        (Some(line), None) => parse(line, size).unwrap_or(Wanted::Whole),
        _ => Wanted::Whole,
    }
}

/// `None` for what isn't one well-formed range of bytes.
fn parse(line: &str, size: u64) -> Option<Wanted> {
    let (unit, range) = line.split_once('=')?;
    if !unit.trim().eq_ignore_ascii_case("bytes") {
        return None;
    }
    let (first, last) = range.trim().split_once('-')?;
    match (first.is_empty(), last.is_empty()) {
        (true, true) => None,
        // The last so many bytes.
        (true, false) => match number(last)? {
            0 => Some(Wanted::Unsatisfiable),
            length => Some(within(size.saturating_sub(length), u64::MAX, size)),
        },
        (false, true) => Some(within(number(first)?, u64::MAX, size)),
        (false, false) => {
            let (first, last) = (number(first)?, number(last)?);
            (first <= last).then(|| within(first, last, size))
        }
    }
}

fn within(first: u64, last: u64, size: u64) -> Wanted {
    if first >= size { Wanted::Unsatisfiable } else { Wanted::Part(first..last.saturating_add(1).min(size)) }
}

/// Digits only (`parse` would take a plus); more than fit are as good as the largest number.
fn number(digits: &str) -> Option<u64> {
    let valid = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    valid.then(|| digits.parse().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Wanted::{Part, Unsatisfiable, Whole};

    #[test]
    fn one_range_is_read_and_everything_else_is_the_whole_file() {
        // More than fits 64 bits.
        let huge = "99999999999999999999999";
        let (to_huge, last_huge, from_huge) = (format!("bytes=5-{huge}"), format!("bytes=-{huge}"), format!("bytes={huge}-"));
        let cases = [
            ("bytes=0-1", Part(0..2)),
            ("bytes=0-0", Part(0..1)),
            ("Bytes = 3-4 ", Part(3..5)),
            ("bytes=5-", Part(5..10)),
            ("bytes=5-99", Part(5..10)),
            (to_huge.as_str(), Part(5..10)),
            ("bytes=-4", Part(6..10)),
            ("bytes=-99", Part(0..10)),
            (last_huge.as_str(), Part(0..10)),
            ("bytes=9-9", Part(9..10)),
            ("bytes=10-", Unsatisfiable),
            ("bytes=10-12", Unsatisfiable),
            (from_huge.as_str(), Unsatisfiable),
            ("bytes=-0", Unsatisfiable),
            ("bytes=4-3", Whole),
            ("bytes=0-1,3-4", Whole),
            ("bytes=-", Whole),
            ("bytes=", Whole),
            ("bytes=a-b", Whole),
            ("bytes=+1-2", Whole),
            ("bytes=1--2", Whole),
            ("items=0-1", Whole),
            ("0-1", Whole),
        ];
        for (line, expected) in cases {
            let headers = HeaderMap::from_iter([(header::RANGE, line.parse().unwrap())]);
            assert_eq!(wanted(&headers, 10), expected, "{line}");
        }
        assert_eq!(wanted(&HeaderMap::new(), 10), Whole);
    }

    #[test]
    fn two_range_headers_are_none() {
        let mut headers = HeaderMap::new();
        headers.append(header::RANGE, "bytes=0-1".parse().unwrap());
        headers.append(header::RANGE, "bytes=2-3".parse().unwrap());
        assert_eq!(wanted(&headers, 10), Whole);
    }

    #[test]
    fn nothing_can_be_had_of_an_empty_file() {
        for line in ["bytes=0-", "bytes=0-1", "bytes=-1"] {
            let headers = HeaderMap::from_iter([(header::RANGE, line.parse().unwrap())]);
            assert_eq!(wanted(&headers, 0), Unsatisfiable, "{line}");
        }
    }
}
