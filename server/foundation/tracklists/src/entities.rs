//! HTML entities, as they stand in text copied from a page's source. Knows those of names and punctuation, not all two thousand.

use std::borrow::Cow;

/// From U+00C0 to U+00FF, in order.
const LATIN: [&str; 64] = [
    "Agrave", "Aacute", "Acirc", "Atilde", "Auml", "Aring", "AElig", "Ccedil", "Egrave", "Eacute", "Ecirc", "Euml", "Igrave", "Iacute",
    "Icirc", "Iuml", "ETH", "Ntilde", "Ograve", "Oacute", "Ocirc", "Otilde", "Ouml", "times", "Oslash", "Ugrave", "Uacute", "Ucirc",
    "Uuml", "Yacute", "THORN", "szlig", "agrave", "aacute", "acirc", "atilde", "auml", "aring", "aelig", "ccedil", "egrave", "eacute",
    "ecirc", "euml", "igrave", "iacute", "icirc", "iuml", "eth", "ntilde", "ograve", "oacute", "ocirc", "otilde", "ouml", "divide",
    "oslash", "ugrave", "uacute", "ucirc", "uuml", "yacute", "thorn", "yuml",
];

const OTHERS: [(&str, char); 19] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("hellip", '…'),
    ("bull", '•'),
    ("middot", '·'),
    ("oelig", 'œ'),
    ("OElig", 'Œ'),
];

/// The longest between `&` and `;` that is looked at: `&#x10FFFF;`.
const LONGEST: usize = 8;

/// Reads the entities once: `&amp;lt;` is `&lt;`. What is none stays as it is, and so does one of a control character.
pub(crate) fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        decoded.push_str(&rest[..at]);
        let after = &rest[at + 1..];
        let end = after.bytes().take(LONGEST + 1).position(|byte| byte == b';');
        match end.and_then(|end| Some((character(&after[..end])?, end))) {
            Some((c, end)) => {
                decoded.push(c);
                rest = &after[end + 1..];
            }
            None => {
                decoded.push('&');
                rest = after;
            }
        }
    }
    decoded.push_str(rest);
    Cow::Owned(decoded)
}

fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).filter(|c| !c.is_control());
    }
    let latin = || LATIN.iter().zip('\u{c0}'..).find(|(latin, _)| **latin == name).map(|(_, c)| c);
    OTHERS.iter().find(|(other, _)| *other == name).map(|(_, c)| *c).or_else(latin)
}

/// The text such that [`decode`] gives it back.
pub(crate) fn encode(text: &str) -> Cow<'_, str> {
    if decode(text) == text { Cow::Borrowed(text) } else { Cow::Owned(text.replace('&', "&amp;")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_are_read_and_the_rest_stays() {
        assert_eq!(decode("R&amp;B &eacute;&#39;&#x2013;&yuml; & &nosuch; &;"), "R&B é'–ÿ & &nosuch; &;");
        assert_eq!(decode("&amp;amp; &#0; &#xD800; &#99999999;"), "&amp; &#0; &#xD800; &#99999999;");
    }

    #[test]
    fn what_looks_like_an_entity_survives() {
        assert_eq!(decode(&encode("Tom &amp; Tim")), "Tom &amp; Tim");
        assert_eq!(encode("Tom & Tim"), "Tom & Tim");
    }
}
