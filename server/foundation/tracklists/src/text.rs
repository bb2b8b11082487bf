//! Text into clean lines, names into tidy names. Knows nothing of tracks.

use crate::{MAX_BYTES, MAX_FIELD_CHARS, MAX_LINE_CHARS, MAX_LINES, Problem, ProblemKind, entities};

/// A line with something on it.
pub(crate) struct Line {
    /// From 1.
    pub number: usize,
    /// Entities are read, invisible marks and spaces around it are gone; tabs at its ends are still there, as empty columns.
    pub text: String,
    /// It was longer than a line may be.
    pub cut: bool,
}

/// The lines that are not blank, and the problem if the text was too long.
pub(crate) fn lines(text: &str) -> (Vec<Line>, Option<Problem>) {
    let cut = floor_char_boundary(text, MAX_BYTES);
    let mut problem = None;
    let mut lines = Vec::new();
    let mut number = 0;
    let mut rest = &text[..cut];
    while !rest.is_empty() {
        number += 1;
        if number > MAX_LINES {
            problem = Some(Problem { line: number, kind: ProblemKind::TextTooLong });
            break;
        }
        let end = rest.find(is_line_end).unwrap_or(rest.len());
        let (line, after) = rest.split_at(end);
        rest = after.strip_prefix("\r\n").unwrap_or_else(|| skip_char(after));
        let (clean, cut) = clean(line);
        if !clean.trim().is_empty() {
            lines.push(Line { number, text: clean, cut });
        }
    }
    if cut < text.len() && problem.is_none() {
        problem = Some(Problem { line: number, kind: ProblemKind::TextTooLong });
    }
    (lines, problem)
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// `text` without its first character.
pub(crate) fn skip_char(text: &str) -> &str {
    let mut chars = text.chars();
    chars.next();
    chars.as_str()
}

fn clean(line: &str) -> (String, bool) {
    let (line, cut) = first_chars(line, MAX_LINE_CHARS);
    let visible: String = entities::decode(line).chars().filter(|c| !is_invisible(*c)).collect();
    let clean = visible.trim_matches(|c: char| c.is_whitespace() && c != '\t');
    (clean.to_owned(), cut)
}

/// Marks that turn the direction, empty marks and controls: in a name they only mislead. The joiners stay, Persian and emoji need them.
fn is_invisible(c: char) -> bool {
    let mark = matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    mark || (c.is_control() && !c.is_whitespace())
}

/// The name on one line with single spaces, cut to its most characters; and whether it was cut.
pub(crate) fn tidy(name: &str) -> (String, bool) {
    let mut tidy = String::with_capacity(name.len().min(4 * MAX_FIELD_CHARS));
    let mut chars = 0;
    for word in name.split(char::is_whitespace) {
        let mut visible = word.chars().filter(|c| !is_invisible(*c)).peekable();
        if visible.peek().is_none() {
            continue;
        }
        if chars > 0 {
            tidy.push(' ');
            chars += 1;
        }
        for c in visible {
            if chars >= MAX_FIELD_CHARS {
                tidy.truncate(tidy.trim_end().len());
                return (tidy, true);
            }
            tidy.push(c);
            chars += 1;
        }
    }
    (tidy, false)
}

/// At most so many characters of it; and whether that cut something.
fn first_chars(text: &str, most: usize) -> (&str, bool) {
    match text.char_indices().nth(most) {
        Some((end, _)) => (&text[..end], true),
        None => (text, false),
    }
}

fn floor_char_boundary(text: &str, most: usize) -> usize {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_end_counts_once() {
        let numbers: Vec<usize> = lines("a\r\nb\rc\n\nd\u{2028}e").0.iter().map(|line| line.number).collect();
        assert_eq!(numbers, [1, 2, 3, 5, 6]);
    }

    #[test]
    fn a_name_is_cut_between_characters_and_without_a_space_at_its_end() {
        let long = format!("{} b", "é".repeat(MAX_FIELD_CHARS - 1));
        assert_eq!(tidy(&long), ("é".repeat(MAX_FIELD_CHARS - 1), true));
        assert_eq!(tidy(" a\u{3000}\t b\u{200f} "), ("a b".to_owned(), false));
    }
}
