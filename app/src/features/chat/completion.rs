//! What somebody is about to write: a name, an emoji or a command, and how far they got.

use std::ops::Range;

/// Characters of an emoji's name that must be there: `:)` and `10:30` are neither.
const SHORTEST_CODE: usize = 2;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// After `@`.
    Name,
    /// Between colons.
    Emoji,
    /// After a slash at the beginning.
    Command,
}

/// The part of a text that is being written, with its sign, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub kind: Kind,
    pub at: Range<usize>,
    /// What stands after the sign, in small letters.
    pub typed: String,
}

/// What is being written right before `caret`, a place in bytes. Names may hold spaces, so all that follows an `@` may be one.
pub fn asked(text: &str, caret: usize) -> Option<Asked> {
    let before = text.get(..caret)?;
    let of = |kind: Kind, from: usize| {
        let typed = before[from + 1..].to_lowercase();
        Asked { kind, at: from..caret, typed }
    };
    if before.starts_with('/') && before[1..].chars().all(|c| c.is_ascii_alphabetic()) {
        return Some(of(Kind::Command, 0));
    }
    let sign = before.rfind(['@', ':', '\n'])?;
    let begins = !before[..sign].chars().next_back().is_some_and(char::is_alphanumeric);
    let rest = &before[sign + 1..];
    match &before[sign..=sign] {
        "@" if begins && !rest.starts_with(char::is_whitespace) => Some(of(Kind::Name, sign)),
        ":" if begins && rest.len() >= SHORTEST_CODE && rest.chars().all(is_code) => Some(of(Kind::Emoji, sign)),
        _ => None,
    }
}

/// The name between the two colons that end at `caret`, and where it stands with them.
pub fn closed_code(text: &str, caret: usize) -> Option<(Range<usize>, &str)> {
    let before = text.get(..caret)?.strip_suffix(':')?;
    let sign = before.rfind(':')?;
    let code = &before[sign + 1..];
    let begins = !before[..sign].chars().next_back().is_some_and(char::is_alphanumeric);
    (begins && !code.is_empty() && code.chars().all(is_code)).then_some((sign..caret, code))
}

fn is_code(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '+')
}

/// Puts `instead` where `at` stood; gives the text and the place after it, in bytes.
pub fn put(text: &str, at: &Range<usize>, instead: &str) -> (String, usize) {
    let mut put = text.to_owned();
    put.replace_range(at.clone(), instead);
    (put, at.start + instead.len())
}

/// How well `name` begins with what was typed: as a whole, or one of its words. `None` if it doesn't.
pub fn rank(name: &str, typed: &str) -> Option<u8> {
    let name = name.to_lowercase();
    if name.starts_with(typed) {
        return Some(0);
    }
    let word = |begin: &usize| name[*begin..].starts_with(typed);
    let begins = name.match_indices([' ', '_', '-']).map(|(at, sign)| at + sign.len());
    begins.into_iter().any(|begin| word(&begin)).then_some(1)
}

/// A place in JavaScript's counting (UTF-16) in bytes. In the middle of a character it is the one before.
pub fn bytes_at(text: &str, utf16: u32) -> usize {
    let mut left = utf16 as usize;
    for (at, c) in text.char_indices() {
        if left < c.len_utf16() {
            return at;
        }
        left -= c.len_utf16();
    }
    text.len()
}

/// A place in bytes in JavaScript's counting.
pub fn utf16_at(text: &str, bytes: usize) -> u32 {
    text[..bytes].encode_utf16().count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at_end(text: &str) -> Option<(Kind, String)> {
        asked(text, text.len()).map(|asked| (asked.kind, asked.typed))
    }

    #[test]
    fn a_name_is_asked_for_after_an_at() {
        assert_eq!(at_end("@"), Some((Kind::Name, String::new())));
        assert_eq!(at_end("hi @Fro"), Some((Kind::Name, "fro".into())));
        assert_eq!(at_end("(@front ro"), Some((Kind::Name, "front ro".into())));
        for text in ["me@home", "@ noon", "@ama\nand", "plain"] {
            assert_eq!(at_end(text), None, "{text}");
        }
    }

    #[test]
    fn an_emoji_is_asked_for_after_a_colon() {
        assert_eq!(at_end("so :fi"), Some((Kind::Emoji, "fi".into())));
        assert_eq!(at_end(":+1"), Some((Kind::Emoji, "+1".into())));
        for text in [":", ":f", ": fire", "10:30", "https://a", ":-) x"] {
            assert_eq!(at_end(text), None, "{text}");
        }
        assert_eq!(closed_code("so :fire:", 9), Some((3..9, "fire")));
        assert_eq!(closed_code("10:30:", 6), None);
        assert_eq!(closed_code("::", 2), None);
    }

    #[test]
    fn a_command_is_asked_for_at_the_beginning_only() {
        assert_eq!(at_end("/"), Some((Kind::Command, String::new())));
        assert_eq!(at_end("/sl"), Some((Kind::Command, "sl".into())));
        for text in ["/slow 3", "a /sl", "//"] {
            assert_eq!(at_end(text), None, "{text}");
        }
        assert_eq!(at_end("/ban @am"), Some((Kind::Name, "am".into())));
    }

    #[test]
    fn what_is_chosen_stands_in_place_of_what_was_typed() {
        let text = "é @fr, hello";
        let asked = asked(text, bytes_at(text, 5)).unwrap();
        assert_eq!(asked.typed, "fr");
        let (text, caret) = put(text, &asked.at, "@Front Row ");
        assert_eq!((text.as_str(), utf16_at(&text, caret)), ("é @Front Row , hello", 13));
    }

    #[test]
    fn places_are_counted_as_the_browser_counts() {
        let text = "🔥é!";
        assert_eq!([0, 1, 2, 3, 4, 9].map(|at| bytes_at(text, at)), [0, 0, 4, 6, 7, 7]);
        assert_eq!(utf16_at(text, 6), 3);
    }

    #[test]
    fn names_begin_with_what_was_typed() {
        assert_eq!(rank("Front Row", "fr"), Some(0));
        assert_eq!(rank("Front Row", "row"), Some(1));
        assert_eq!(rank("Front Row", "ont"), None);
        assert_eq!(rank("heart_eyes", "eyes"), Some(1));
    }
}
