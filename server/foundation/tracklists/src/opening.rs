//! What stands before the names of a line: bullet, number, time.

use crate::{
    splitting::{is_dash, is_separator, split},
    text::{Line, skip_char},
    time::{self, Time, is_colon, number},
};

pub(crate) struct Opening<'a> {
    /// The line is numbered. The number itself says nothing that the order doesn't.
    pub numbered: bool,
    pub time: Option<Time>,
    pub rest: &'a str,
}

/// Opens every line. What `12 Monsters - Title` means, the lines around it tell.
pub(crate) fn open_all(lines: &[Line]) -> Vec<Opening<'_>> {
    let bare: Vec<Option<u64>> = lines.iter().map(|line| bare_number(bullet(line.text.trim()))).collect();
    let counts = |at: usize| {
        let Some(own) = bare[at] else { return false };
        let before = at.checked_sub(1).and_then(|before| bare[before]).is_some_and(|before| before + 1 == own);
        before || bare.get(at + 1).copied().flatten() == Some(own + 1)
    };
    lines.iter().enumerate().map(|(at, line)| open(line.text.trim(), counts(at))).collect()
}

/// `counted`: the number of this line goes on from the line before, or the next one goes on from it.
fn open(line: &str, counted: bool) -> Opening<'_> {
    let mut opening = Opening { numbered: false, time: None, rest: bullet(line) };
    loop {
        if opening.time.is_none()
            && let Some((time, rest)) = time::leading(opening.rest)
        {
            opening.time = Some(time);
            opening.rest = after_time(rest);
        } else if !opening.numbered
            && let Some(rest) = ordinal(opening.rest, counted && opening.time.is_none())
        {
            opening.numbered = true;
            opening.rest = rest;
        } else {
            return opening;
        }
    }
}

/// Without `-`, `*`, `•` and the like. Markdown's `*` and quotes of mail need their space.
fn bullet(line: &str) -> &str {
    let is_bullet =
        |c: char| is_separator(c) || matches!(c, '*' | '>' | '●' | '○' | '◦' | '▪' | '▸' | '►' | '▶' | '‣' | '→' | '♪' | '♫' | '✦');
    let mut line = line;
    while let Some(rest) = line.strip_prefix(is_bullet) {
        let glued = line.starts_with(['•', '●', '▪', '►', '▶', '♪', '♫']);
        if !(glued || rest.starts_with(char::is_whitespace)) {
            break;
        }
        line = rest.trim_start();
    }
    line
}

fn after_time(rest: &str) -> &str {
    // `00:00-Artist` and `00:00: Artist`: glued to the time it belongs to the time.
    let glued = |c: char| is_separator(c) || is_colon(c) || matches!(c, '.' | ')' | ',' | ';');
    let mut rest = rest.strip_prefix(glued).unwrap_or(rest).trim_start();
    while let Some(after) = rest.strip_prefix(|c| is_separator(c) || is_colon(c) || matches!(c, '→' | '>' | '=')) {
        if !(after.is_empty() || after.starts_with(char::is_whitespace)) {
            break;
        }
        rest = after.trim_start();
    }
    rest
}

fn bare_number(text: &str) -> Option<u64> {
    let (value, _, rest) = number(text)?;
    rest.starts_with(char::is_whitespace).then_some(value)
}

/// What follows the number of a line: `1.`, `01)`, `#1`, `[01]`, `A1.`, `1 - `, `Track 1:`, and a bare `1 ` where it counts.
fn ordinal(text: &str, counted: bool) -> Option<&str> {
    if let Some(inner) = text.strip_prefix(['[', '(']) {
        let (_, _, rest) = number(inner)?;
        return Some(rest.strip_prefix([']', ')'])?.trim_start());
    }
    if let Some(marked) = text.strip_prefix(['#', '№']) {
        let (_, _, rest) = number(marked.trim_start())?;
        let rest = rest.strip_prefix(is_point).unwrap_or(rest);
        return (!rest.starts_with(char::is_alphanumeric)).then(|| unseparated(rest));
    }
    if text.get(..6).is_some_and(|word| word.eq_ignore_ascii_case("track ")) {
        let (_, _, rest) = number(text[6..].trim_start())?;
        let rest = rest.trim_start();
        return Some(rest.strip_prefix(|c| is_point(c) || is_dash(c))?.trim_start());
    }
    let side = text.strip_prefix(|c: char| matches!(c, 'A'..='H'));
    let (_, digits, rest) = number(side.unwrap_or(text))?;
    if let Some(after) = rest.strip_prefix(is_point) {
        let spaced = after.is_empty() || after.starts_with(char::is_whitespace);
        // `1.5 Artist` is no number of a line, and neither is `4:Artist`, whatever it is.
        let glued = rest.starts_with(['.', ')', '、', '．']) && !after.starts_with(char::is_numeric) && side.is_none();
        return (spaced || glued).then(|| unseparated(after));
    }
    let after = rest.trim_start();
    if rest.starts_with('\t') && side.is_none() {
        return Some(after);
    }
    if after.len() == rest.len() {
        return None;
    }
    if let Some(names) = after.strip_prefix(is_separator)
        && names.starts_with(char::is_whitespace)
    {
        let names = names.trim_start();
        // `808 - Title` may well be an artist; `1 - Artist - Title` isn't.
        return (counted || split(names).is_some()).then_some(names);
    }
    let zero = digits == 2 && text.starts_with(['0', '０']);
    (side.is_none() && (counted || zero)).then_some(after)
}

fn is_point(c: char) -> bool {
    matches!(c, '.' | ')' | '、' | '．' | ']') || is_colon(c)
}

/// Without a separator that stands alone in front: `1. - Artist`.
fn unseparated(text: &str) -> &str {
    let text = text.trim_start();
    let mut chars = text.chars();
    match chars.next() {
        Some(c) if is_separator(c) && skip_char(text).starts_with(char::is_whitespace) => chars.as_str().trim_start(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opened(line: &str) -> (bool, Option<u64>, &str) {
        let opening = open(line, false);
        let ms = opening.time.map(|time| if let Time::Ms(ms) = time { ms } else { u64::MAX });
        (opening.numbered, ms, opening.rest)
    }

    #[test]
    fn number_and_time_come_in_either_order() {
        for line in ["1. [00:01] A", "[00:01] 1. A", "#1 00:01 - A", "- 01) 00:01: A", "[01] (0:01) A", "A1. 0:01 A", "Track 1: 0:01 | A"] {
            assert_eq!(opened(line), (true, Some(1000), "A"), "{line}");
        }
    }

    #[test]
    fn names_that_begin_with_a_number_keep_it() {
        for line in ["808 - Kick", "99 Souls - Up", "1.5 Degrees - Up", "A1 - Up", "4Square - Up", "3:Up", "1979", "#1Fan - Up"] {
            assert_eq!(opened(line), (false, None, line));
        }
    }
}
