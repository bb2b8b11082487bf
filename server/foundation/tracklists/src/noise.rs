//! Lines of a paste that are no tracks: rules, headings, links, thanks. Knows English headings and those of a few neighbours.

use crate::splitting::{is_separator, split};
use std::borrow::Cow;

const HEADINGS: [&str; 14] = [
    "tracks",
    "track list",
    "songs",
    "set list",
    "setlist",
    "playlist",
    "full tracklist",
    "titelliste",
    "liste des titres",
    "titres",
    "lista de temas",
    "lista de canciones",
    "lista de faixas",
    "temas",
];
const PARTS: [&str; 13] = ["part", "hour", "disc", "disk", "cd", "side", "set", "teil", "parte", "partie", "hora", "heure", "stunde"];
const COUNTS: [&str; 10] = ["one", "two", "three", "four", "five", "six", "i", "ii", "iii", "iv"];
const CALLS: [&str; 16] = [
    "follow me on",
    "follow us on",
    "follow me:",
    "follow on",
    "follow us",
    "subscribe to",
    "subscribe on",
    "find me on",
    "listen on",
    "listen live",
    "free download",
    "download here",
    "download link",
    "connect with",
    "check out my",
    "thanks for",
];

/// Nothing but rules and ornaments.
pub(crate) fn is_rule(text: &str) -> bool {
    let ornament = |c: char| {
        matches!(
            c,
            '=' | '_' | '*' | '#' | '.' | ',' | ':' | ';' | '+' | '/' | '\\' | '<' | '>' | '^' | '…' | '\u{2500}'..='\u{25ff}' | '★' | '☆'
        )
    };
    text.chars().all(|c| c.is_whitespace() || is_separator(c) || ornament(c))
}

/// A line without number and time that is no track. `had_link`: a link was taken out of it.
pub(crate) fn is_noise(text: &str, had_link: bool) -> bool {
    let plain = split(text).is_none();
    let hashes = text.trim_start_matches('#');
    if hashes.len() < text.len() && (hashes.starts_with(char::is_whitespace) || text.split_whitespace().all(|word| word.starts_with('#'))) {
        return true;
    }
    if plain && (had_link || text.ends_with([':', '：']) || text.chars().all(char::is_numeric) && text.chars().count() <= 3) {
        return true;
    }
    // The longest of the phrases is shorter than that.
    let start: String = text.chars().take(24).flat_map(char::to_lowercase).collect();
    let start = start.trim_end_matches([':', '.', '!']);
    start.starts_with("tracklist") || HEADINGS.contains(&start) || CALLS.iter().any(|call| start.starts_with(call)) || is_part(start)
}

/// "Part 2", "Side A", "Hour One".
fn is_part(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let (Some(part), Some(count), None) = (words.next(), words.next(), words.next()) else { return false };
    let counts = count.chars().count() == 1 || count.chars().all(char::is_numeric) || COUNTS.contains(&count);
    PARTS.contains(&part) && counts
}

/// The text without its links, and whether there were any. In quotes a link is a name: somebody will call a track so.
pub(crate) fn without_links(text: &str) -> (Cow<'_, str>, bool) {
    let mut quoted = false;
    let mut is_link = |word: &str| {
        let link = !quoted && !word.starts_with('“') && (word.contains("://") || word.starts_with("www.") || word.contains(".com/"));
        quoted = word.chars().rfind(|c| matches!(c, '“' | '”')).map_or(quoted, |mark| mark == '“');
        link
    };
    let kept: Vec<&str> = text.split(' ').filter(|word| !is_link(word)).collect();
    let kept = kept.join(" ");
    if kept.len() == text.len() { (Cow::Borrowed(text), false) } else { (Cow::Owned(kept), true) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_and_calls_are_noise_and_tracks_are_not() {
        for line in
            ["Tracklist:", "TRACK LIST", "Part 2", "Side A", "Hour one:", "## Set", "#house #dub", "Follow me on Nowhere!", "Thanks:", "12"]
        {
            assert!(is_noise(line, false), "{line}");
        }
        for line in ["Party One", "Side Street", "Follow Me - Home", "#1 Fan - Up", "1979", "Part - Two", "Intro"] {
            assert!(!is_noise(line, false), "{line}");
        }
    }

    #[test]
    fn a_rule_has_no_name_in_it() {
        assert!(is_rule("-----") && is_rule("═══ * ═══") && is_rule(""));
        assert!(!is_rule("???") && !is_rule("!!!") && !is_rule("- A -"));
    }

    #[test]
    fn links_are_taken_out() {
        assert_eq!(without_links("A - B https://example.org/x"), (Cow::Borrowed("A - B"), true));
        assert_eq!(without_links("“A http://b c” - D www.example.org"), (Cow::Borrowed("“A http://b c” - D"), true));
        assert_eq!(without_links("A - B"), (Cow::Borrowed("A - B"), false));
    }
}
