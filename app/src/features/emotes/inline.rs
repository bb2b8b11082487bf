//! Emotes in a line of text.

use contract::emotes::{Emote, is_emote_name};
use leptos::prelude::*;

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    Text(&'a str),
    /// With its colons.
    Emote(&'a str),
}

/// The pieces in order; together they are the text. What nobody made an emote of stays text.
pub fn parts(text: &str, known: impl Fn(&str) -> bool) -> Vec<Part<'_>> {
    let (mut parts, mut plain, mut at) = (Vec::new(), 0, 0);
    while let Some(found) = text[at..].find(':') {
        let begin = at + found;
        let name = text[begin + 1..].split(':').next().unwrap_or_default();
        let end = begin + 1 + name.len() + 1;
        // Between words: 12:30:45 is a time, whatever emotes are called.
        let alone =
            !text[..begin].ends_with(char::is_alphanumeric) && !text.get(end..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
        if end <= text.len() && alone && is_emote_name(name) && known(name) {
            if plain < begin {
                parts.push(Part::Text(&text[plain..begin]));
            }
            parts.push(Part::Emote(&text[begin..end]));
            (plain, at) = (end, end);
        } else {
            at = begin + 1;
        }
    }
    if plain < text.len() {
        parts.push(Part::Text(&text[plain..]));
    }
    parts
}

/// The picture, read out as it is written.
#[component]
pub fn Picture(emote: Emote) -> impl IntoView {
    let written = format!(":{}:", emote.name);
    view! { <img class="emote" src=emote.url alt=written.clone() title=written loading="lazy" decoding="async" /> }
}

#[cfg(test)]
mod tests {
    use super::{
        Part::{Emote, Text},
        *,
    };

    fn cut(text: &str) -> Vec<Part<'_>> {
        parts(text, |name| ["dub", "siren_2", "30"].contains(&name))
    }

    #[test]
    fn what_is_known_is_a_picture_and_the_rest_is_text() {
        assert_eq!(cut("one :dub: two"), [Text("one "), Emote(":dub:"), Text(" two")]);
        assert_eq!(cut(":dub::siren_2:"), [Emote(":dub:"), Emote(":siren_2:")]);
        assert_eq!(cut("see! :dub:, é"), [Text("see! "), Emote(":dub:"), Text(", é")]);
        for text in ["", ":nobody:", "12:30:45", ":dub", "dub:", ":Dub:", ": dub :", ":", "::"] {
            assert_eq!(cut(text), if text.is_empty() { vec![] } else { vec![Text(text)] }, "{text}");
        }
    }
}
