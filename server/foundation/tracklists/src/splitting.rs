//! Where a line parts into artist and title. Knows neither times nor labels.

/// Hyphens, dashes and minus signs of every width; not the long-vowel mark of Japanese, which is a letter.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}')
}

/// A dash, a tilde, a bar or a dot.
pub(crate) fn is_separator(c: char) -> bool {
    is_dash(c) || is_bar(c) || matches!(c, '~' | '〜' | '～' | '·' | '•' | '∙')
}

pub(crate) fn is_bar(c: char) -> bool {
    matches!(c, '|' | '｜' | '¦')
}

/// The two sides, neither of them empty.
type Sides<'a> = (&'a str, &'a str);

/// Parts the text at its first separator outside of brackets and quotes, from the plainest kind to the oddest:
/// `A - B`, `A—B`, `A- B`, `A / B`.
pub(crate) fn split(text: &str) -> Option<Sides<'_>> {
    let found = scan(text);
    // A bracket that never closes is a face or a slip, so that it hides nothing.
    let spaced = found.spaced.or(if found.open { found.anywhere } else { None });
    spaced.or(found.tight).or(found.half).or(found.slash)
}

/// Parts the text at its last bar that stands alone: `Title | Label`.
pub(crate) fn split_at_last_bar(text: &str) -> Option<Sides<'_>> {
    let at = text.rfind(is_bar)?;
    let (before, bar) = text.split_at(at);
    let after = crate::text::skip_char(bar);
    let alone = before.ends_with(char::is_whitespace) && after.starts_with(char::is_whitespace);
    let sides = (before.trim(), after.trim());
    (alone && !sides.0.is_empty() && !sides.1.is_empty()).then_some(sides)
}

#[derive(Default)]
struct Found<'a> {
    spaced: Option<Sides<'a>>,
    anywhere: Option<Sides<'a>>,
    tight: Option<Sides<'a>>,
    half: Option<Sides<'a>>,
    slash: Option<Sides<'a>>,
    /// A bracket or quote is open at the end.
    open: bool,
}

fn scan(text: &str) -> Found<'_> {
    let mut found = Found::default();
    let mut depth = 0usize;
    let mut named = false;
    let mut start = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let (from, to) = (start, start + word.len());
        start = to;
        let word = word.trim_end();
        let sides = || (text[..from].trim(), text[to..].trim());
        if !word.is_empty() && named && !text[to..].trim_start().is_empty() {
            let outside = depth == 0;
            if is_token(word) {
                found.anywhere.get_or_insert_with(sides);
                if outside {
                    found.spaced.get_or_insert_with(sides);
                }
            } else if word == "/" && outside {
                found.slash.get_or_insert_with(sides);
            }
        }
        if found.spaced.is_some() {
            break;
        }
        words(text, from, word, depth, named, &mut found);
        depth = word.chars().fold(depth, deeper);
        named = named || !(word.is_empty() || is_token(word));
    }
    found.open = depth > 0;
    found
}

/// A word that is a separator as a whole: `-`, `--`, `//`.
fn is_token(word: &str) -> bool {
    word == "//" || (!word.is_empty() && word.chars().count() <= 3 && word.chars().all(is_separator))
}

/// The separators inside or at an edge of a word.
fn words<'a>(text: &'a str, from: usize, word: &'a str, depth: usize, named: bool, found: &mut Found<'a>) {
    if is_token(word) {
        return;
    }
    let end = from + word.len();
    let (outside, mut depth, mut before) = (depth == 0, depth, None);
    for (at, c) in word.char_indices() {
        let after = word[at + c.len_utf8()..].chars().next();
        depth = deeper(depth, c);
        if depth == 0
            && matches!(c, '–' | '—' | '―')
            && let (Some(before), Some(after)) = (before, after)
            // 1999–2001 is one thing.
            && !(char::is_numeric(before) && char::is_numeric(after))
        {
            let at = from + at;
            found.tight.get_or_insert((text[..at].trim(), text[at + c.len_utf8()..].trim()));
        }
        before = Some(c);
    }
    if depth == 0
        && let Some(name) = word.strip_suffix(is_dash)
        && !name.is_empty()
        && !text[end..].trim().is_empty()
    {
        found.half.get_or_insert((text[..from + name.len()].trim(), text[end..].trim()));
    }
    if outside
        && named
        && let Some(name) = word.strip_prefix(is_dash)
        && !name.is_empty()
    {
        found.half.get_or_insert((text[..from].trim(), text[end - name.len()..].trim()));
    }
}

fn deeper(depth: usize, c: char) -> usize {
    match c {
        '(' | '[' | '“' | '«' | '（' | '【' | '「' => depth + 1,
        ')' | ']' | '”' | '»' | '）' | '】' | '」' => depth.saturating_sub(1),
        _ => depth,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plainest_separator_wins_wherever_it_stands() {
        assert_eq!(split("Lo-Fi Club - Re-Entry"), Some(("Lo-Fi Club", "Re-Entry")));
        assert_eq!(split("Half- Way—Down - Up"), Some(("Half- Way—Down", "Up")));
        assert_eq!(split("Ember—Salt"), Some(("Ember", "Salt")));
        assert_eq!(split("Ember- Salt"), Some(("Ember", "Salt")));
        assert_eq!(split("Ember -Salt"), Some(("Ember", "Salt")));
        assert_eq!(split("Ember // Salt"), Some(("Ember", "Salt")));
        assert_eq!(split("Ember / Salt"), Some(("Ember", "Salt")));
    }

    #[test]
    fn brackets_and_quotes_hide_a_separator_unless_they_never_close() {
        assert_eq!(split("Ember (Live - Take 2) - Salt"), Some(("Ember (Live - Take 2)", "Salt")));
        for whole in ["Salt (Ember - Remix)", "“- Salt”", "“Ember—Salt”", "“Ember -Salt”", "(Ember- Salt)"] {
            assert_eq!(split(whole), None, "{whole}");
        }
        assert_eq!(split("“Ember - Ash” - “Salt”"), Some(("“Ember - Ash”", "“Salt”")));
        assert_eq!(split("Sad :( - Salt"), Some(("Sad :(", "Salt")));
    }

    #[test]
    fn a_side_is_never_empty() {
        for text in ["", "-", "- -", "Ember -", "- Salt", "—", "1999–2001", "Re-Entry", "Ember - -"] {
            assert!(split(text).is_none_or(|(artist, title)| !artist.is_empty() && !title.is_empty()), "{text}");
        }
        assert_eq!(split("1999–2001"), None);
    }
}
