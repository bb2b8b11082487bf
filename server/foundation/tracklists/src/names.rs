//! What a name says: quoted or not, known or an "ID", a label or part of the title.

/// Opening and closing marks of quotations.
const QUOTES: [(char, char); 7] = [('“', '”'), ('"', '"'), ('«', '»'), ('„', '“'), ('„', '”'), ('「', '」'), ('『', '』')];

const UNKNOWN: [&str; 14] = [
    "id",
    "id?",
    "i.d.",
    "ids",
    "unknown",
    "unknown artist",
    "unknown title",
    "unknown track",
    "track id",
    "id - id",
    "tba",
    "tbc",
    "n/a",
    "unk",
];

/// What a bracket says of a version rather than of a label.
const VERSIONS: [&str; 22] = [
    "remix",
    "rmx",
    "mix",
    "edit",
    "dub",
    "version",
    "bootleg",
    "vip",
    "instrumental",
    "rework",
    "refix",
    "flip",
    "mashup",
    "acapella",
    "acappella",
    "live",
    "remaster",
    "remastered",
    "demo",
    "extended",
    "reprise",
    "mixed",
];

/// The inside of a name that is quoted as a whole.
pub(crate) fn unquoted(name: &str) -> Option<&str> {
    QUOTES.iter().find_map(|(open, close)| {
        let inner = name.strip_prefix(*open)?.strip_suffix(*close)?;
        // `"A" and "B"` is not one quotation.
        (!inner.trim().is_empty() && !inner.contains(*close)).then(|| inner.trim())
    })
}

/// What is before the first quotation, in it and after it.
pub(crate) fn quotation(text: &str) -> Option<(&str, &str, &str)> {
    let open = text.find(|c| QUOTES.iter().any(|(open, _)| *open == c))?;
    let mark = text[open..].chars().next()?;
    let inner = &text[open + mark.len_utf8()..];
    let (close, length) =
        QUOTES.iter().filter(|(open, _)| *open == mark).filter_map(|(_, close)| Some((inner.rfind(*close)?, close.len_utf8()))).max()?;
    let parts = (text[..open].trim(), inner[..close].trim(), inner[close + length..].trim());
    (!parts.1.is_empty()).then_some(parts)
}

/// `ID`, `???`, `Unknown`.
pub(crate) fn is_unknown(name: &str) -> bool {
    let name = name.trim_matches(|c: char| matches!(c, '[' | ']' | '(' | ')') || c.is_whitespace());
    let marks = name.chars().count() >= 2 && name.chars().all(|c| matches!(c, '?' | '？'));
    marks || name == "?" || (name.len() <= 16 && UNKNOWN.contains(&name.to_lowercase().as_str()))
}

/// `ID (Somebody Remix)`: a title of which only the remix is known.
pub(crate) fn is_partly_unknown(title: &str) -> bool {
    title.strip_prefix("ID").is_some_and(|rest| rest.trim_start().starts_with(['(', '[']))
}

/// The label in square brackets at the end, and what is before it.
pub(crate) fn label(text: &str) -> Option<(&str, &str)> {
    let (open, inner) = [('[', ']'), ('【', '】')].iter().find_map(|(open, close)| {
        let inner = text.strip_suffix(*close)?;
        let at = inner.rfind(*open)?;
        let label = &inner[at + open.len_utf8()..];
        (!label.contains(*close)).then_some((at, label.trim()))
    })?;
    let before = text[..open].trim();
    // Behind a title in quotes, or in quotes itself, it can't be part of the title.
    let quoted = unquoted(inner);
    let is_label = !inner.is_empty() && !before.is_empty() && (quoted.is_some() || before.ends_with('”') || !is_version(inner));
    let inner = quoted.unwrap_or(inner);
    is_label.then_some((inner, before))
}

/// `Somebody Remix`, `feat. Somebody`.
pub(crate) fn is_version(bracket: &str) -> bool {
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let last = bracket.split_whitespace().next_back().map(bare).unwrap_or_default();
    let first = bracket.split_whitespace().next().map(bare).unwrap_or_default();
    VERSIONS.contains(&last.as_str()) || matches!(first.as_str(), "feat" | "ft" | "featuring" | "with")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_is_found_with_what_surrounds_it() {
        assert_eq!(quotation("Ember “Salt” (Quay)"), Some(("Ember", "Salt", "(Quay)")));
        assert_eq!(quotation("„Salz“"), Some(("", "Salz", "")));
        assert_eq!(quotation("Ember 12\" Mix"), None);
        assert_eq!(unquoted("\"A\" and \"B\""), None);
        assert_eq!(unquoted("“A”"), Some("A"));
    }

    #[test]
    fn a_version_in_square_brackets_is_no_label() {
        assert_eq!(label("Salt [Quay 012]"), Some(("Quay 012", "Salt")));
        assert_eq!(label("Salt [Ember Remix]"), None);
        assert_eq!(label("“Salt” [Ember Remix]"), Some(("Ember Remix", "“Salt”")));
        assert_eq!(label("ID [“Ember Remix”]"), Some(("Ember Remix", "ID")));
        assert_eq!(label("[Quay]"), None);
        assert_eq!(label("Salt []"), None);
    }

    #[test]
    fn unknown_is_told_from_names_that_look_like_it() {
        for name in ["ID", "id", "???", "?", "[ID]", "Unknown Artist", "TRACK ID"] {
            assert!(is_unknown(name), "{name}");
        }
        for name in ["Ida", "Idle", "Unknown Pleasure Boat", "", "I", "Why?"] {
            assert!(!is_unknown(name), "{name}");
        }
        assert!(is_partly_unknown("ID (Ember Remix)") && !is_partly_unknown("Idle (Ember Remix)"));
    }
}
