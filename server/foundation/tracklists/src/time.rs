//! Times of a tracklist: `12:34`, `1:02:03`, `62:03`, `1h02m03s`, `12'34"`, with brackets or without, in the digits of any script that
//! DJs write. Knows no time of day.

use crate::{MAX_AT_MS, splitting::is_dash};

/// What looks like a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Time {
    Ms(u64),
    /// It has the shape of a time, but `12:75` is none.
    Bad,
}

const OPEN: [char; 6] = ['[', '(', '{', '<', '【', '（'];
const CLOSE: [char; 6] = [']', ')', '}', '>', '】', '）'];

/// A time at the start, also `[1:02]`, `@ 1:02` and the start of `1:02 - 3:04`; and what follows it.
pub(crate) fn leading(text: &str) -> Option<(Time, &str)> {
    let text = text.strip_prefix('@').map_or(text, str::trim_start);
    let Some(inner) = text.strip_prefix(OPEN) else { return range(text) };
    let (time, rest) = range(inner.trim_start())?;
    Some((time, rest.trim_start().strip_prefix(CLOSE)?))
}

/// A time at the end, whether it stood in brackets, and what is before it.
pub(crate) fn trailing(text: &str) -> Option<(Time, bool, &str)> {
    let (time, bracketed, before) = match text.strip_suffix(CLOSE) {
        Some(inner) => {
            let open = inner.rfind(OPEN)?;
            (whole(crate::text::skip_char(&inner[open..]).trim())?, true, &inner[..open])
        }
        None => {
            let word = text.rfind([' ', '\t', '\u{3000}', '@']).map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
            (whole(&text[word..])?, false, &text[..word])
        }
    };
    let before = before.trim_end();
    Some((time, bracketed, before.strip_suffix('@').map_or(before, str::trim_end)))
}

/// The text is a time and nothing else.
pub(crate) fn whole(text: &str) -> Option<Time> {
    leading(text).filter(|(_, rest)| rest.is_empty()).map(|(time, _)| time)
}

fn range(text: &str) -> Option<(Time, &str)> {
    let (time, rest) = plain(text)?;
    let until = rest.trim_start();
    if let Some(end) = until.strip_prefix(is_dash)
        && let Some((_, rest)) = plain(end.trim_start())
    {
        return Some((time, rest));
    }
    Some((time, rest))
}

fn plain(text: &str) -> Option<(Time, &str)> {
    let (time, rest) = colons(text).or_else(|| units(text))?;
    let mut next = rest.chars();
    match next.next() {
        Some(c) if c.is_alphanumeric() => None,
        Some(c) if is_colon(c) && next.next().and_then(digit).is_some() => None,
        _ => Some((time, rest)),
    }
}

fn colons(text: &str) -> Option<(Time, &str)> {
    let (first, _, rest) = number(text)?;
    let (second, rest) = pair(rest.strip_prefix(is_colon)?)?;
    let (time, rest) = match rest.strip_prefix(is_colon).and_then(pair) {
        Some((third, rest)) => (clock(first, second, third), rest),
        // Without hours the minutes go on past 59.
        None => (ms(first, second), rest),
    };
    let (fraction, rest) = fraction(rest);
    Some((time.plus(fraction), rest))
}

/// `1h02m03s`, `12'34"`: at least two of the three.
fn units(text: &str) -> Option<(Time, &str)> {
    let mut values = [None; 3];
    let (mut next, mut rest, mut end) = (0, text, text);
    while let Some((value, digits, after)) = number(rest) {
        let (unit, after) = match unit(after) {
            Some(found) => found,
            // `1h02`: the last needs no mark.
            None if next > 0 && digits == 2 => (next, after),
            None => break,
        };
        if unit < next {
            break;
        }
        *values.get_mut(unit)? = Some(value);
        (next, end) = (unit + 1, after);
        rest = after.strip_prefix(' ').unwrap_or(after);
    }
    let [hours, minutes, seconds] = values.map(|value| value.unwrap_or(0));
    if values.iter().flatten().count() < 2 {
        return None;
    }
    let time = if values[0].is_some() { clock(hours, minutes, seconds) } else { ms(minutes, seconds) };
    Some((time, end))
}

fn unit(text: &str) -> Option<(usize, &str)> {
    const MARKS: [(&str, usize); 15] = [
        ("min", 1),
        ("sec", 2),
        ("''", 2),
        ("h", 0),
        ("H", 0),
        ("m", 1),
        ("M", 1),
        ("'", 1),
        ("’", 1),
        ("′", 1),
        ("s", 2),
        ("S", 2),
        ("\"", 2),
        ("”", 2),
        ("″", 2),
    ];
    MARKS.iter().find_map(|(mark, unit)| Some((*unit, text.strip_prefix(mark)?)))
}

fn clock(hours: u64, minutes: u64, seconds: u64) -> Time {
    if minutes < 60 { ms(hours * 60 + minutes, seconds) } else { Time::Bad }
}

fn ms(minutes: u64, seconds: u64) -> Time {
    let ms = (minutes * 60 + seconds) * 1000;
    if seconds < 60 && ms <= MAX_AT_MS { Time::Ms(ms) } else { Time::Bad }
}

impl Time {
    fn plus(self, fraction: u64) -> Self {
        match self {
            Self::Ms(ms) => Self::Ms(ms + fraction),
            Self::Bad => Self::Bad,
        }
    }
}

/// `.5`, `.50`, `.500`: milliseconds.
fn fraction(text: &str) -> (u64, &str) {
    match text.strip_prefix(['.', ',']).and_then(number) {
        Some((value, digits @ 1..=3, rest)) => (value * [100, 10, 1][digits - 1], rest),
        _ => (0, text),
    }
}

fn pair(text: &str) -> Option<(u64, &str)> {
    number(text).filter(|(_, digits, _)| *digits == 2).map(|(value, _, rest)| (value, rest))
}

/// A number of one to three digits that no fourth follows; how many, and the rest.
pub(crate) fn number(text: &str) -> Option<(u64, usize, &str)> {
    let (mut value, mut digits, mut rest) = (0, 0, text);
    while let Some(found) = rest.chars().next().and_then(digit) {
        (value, digits, rest) = (value * 10 + found, digits + 1, crate::text::skip_char(rest));
        if digits > 3 {
            return None;
        }
    }
    (digits > 0).then_some((value, digits, rest))
}

/// Of ASCII, full width, Arabic or Persian.
fn digit(c: char) -> Option<u64> {
    let zero = match c {
        '0'..='9' => '0',
        '０'..='９' => '０',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        _ => return None,
    };
    Some(u64::from(u32::from(c) - u32::from(zero)))
}

pub(crate) fn is_colon(c: char) -> bool {
    matches!(c, ':' | '：' | '∶' | '﹕')
}

/// As a person writes it: `00:00`, `59:59`, `1:00:00`; with three places after the point where it isn't a whole second.
pub(crate) fn write(at_ms: u64) -> String {
    let at_ms = at_ms.min(MAX_AT_MS);
    let (hours, minutes, seconds, ms) = (at_ms / 3_600_000, at_ms / 60_000 % 60, at_ms / 1000 % 60, at_ms % 1000);
    let whole = if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes:02}:{seconds:02}") };
    if ms > 0 { format!("{whole}.{ms:03}") } else { whole }
}

#[cfg(test)]
mod tests;
