//! A message's text in pieces: links that are safe to press, and names that are called. What is no link stays text.

/// A piece of a text, as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span<'a> {
    Text(&'a str),
    /// `http://` or `https://` only, so it can stand in an address.
    Link(&'a str),
    Mention(&'a str),
}

/// The pieces in order; together they are the text. `known` says how many bytes of a text are a name of somebody in the room, which
/// may hold spaces; other names end at one.
pub fn spans(text: &str, known: impl Fn(&str) -> Option<usize>) -> Vec<Span<'_>> {
    let mut spans = Vec::new();
    let (mut plain, mut at) = (0, 0);
    let mut before = ' ';
    while let Some(c) = text[at..].chars().next() {
        let found = if before.is_alphanumeric() { None } else { special(&text[at..], &known) };
        let Some(found) = found else {
            at += c.len_utf8();
            before = c;
            continue;
        };
        if plain < at {
            spans.push(Span::Text(&text[plain..at]));
        }
        let (Span::Text(piece) | Span::Link(piece) | Span::Mention(piece)) = found;
        at += piece.len();
        plain = at;
        before = piece.chars().next_back().unwrap_or(' ');
        spans.push(found);
    }
    if plain < text.len() {
        spans.push(Span::Text(&text[plain..]));
    }
    spans
}

/// The link or the name that `rest` begins with.
fn special<'a>(rest: &'a str, known: &impl Fn(&str) -> Option<usize>) -> Option<Span<'a>> {
    if let Some(name) = rest.strip_prefix('@') {
        let length = known(name).unwrap_or_else(|| word(name));
        return (length > 0).then(|| Span::Mention(&rest[..=length]));
    }
    let scheme = ["https://", "http://"].into_iter().find(|scheme| prefix(rest, scheme).is_some())?;
    let end = rest.find(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"')).unwrap_or(rest.len());
    let link = without_punctuation(&rest[..end]);
    let host = &link[scheme.len().min(link.len())..];
    host.starts_with(char::is_alphanumeric).then_some(Span::Link(link))
}

/// The bytes of `text` that are `wanted` in any case, if it ends there as a word does.
pub fn prefix(text: &str, wanted: &str) -> Option<usize> {
    let mut rest = text.chars();
    for wanted in wanted.chars() {
        rest.next().filter(|c| c.to_lowercase().eq(wanted.to_lowercase()))?;
    }
    let open = wanted.ends_with(char::is_alphanumeric) && rest.clone().next().is_some_and(char::is_alphanumeric);
    (!open).then(|| text.len() - rest.as_str().len())
}

fn word(text: &str) -> usize {
    text.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '-').unwrap_or(text.len())
}

/// A full stop ends the sentence, not the address; a closing bracket belongs to the address only if it was opened there.
fn without_punctuation(mut link: &str) -> &str {
    while let Some(last) = link.chars().next_back() {
        let opened = |open: char, close: char| link.matches(open).count() >= link.matches(close).count();
        let stays = match last {
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | '”' | '»' | '…' | '*' => false,
            ')' => opened('(', ')'),
            ']' => opened('[', ']'),
            '}' => opened('{', '}'),
            _ => true,
        };
        if stays {
            break;
        }
        link = &link[..link.len() - last.len_utf8()];
    }
    link
}

#[cfg(test)]
mod tests {
    use super::{
        Span::{Link, Mention, Text},
        *,
    };

    fn nobody(_: &str) -> Option<usize> {
        None
    }

    #[test]
    fn plain_words_are_one_piece() {
        assert_eq!(spans("Louder in the kitchen\nplease", nobody), [Text("Louder in the kitchen\nplease")]);
        assert_eq!(spans("", nobody), []);
    }

    #[test]
    fn links_are_found_without_the_punctuation_behind_them() {
        assert_eq!(spans("see https://a.example/x?y=1#z.", nobody), [Text("see "), Link("https://a.example/x?y=1#z"), Text(".")]);
        assert_eq!(spans("(http://a.example)", nobody), [Text("("), Link("http://a.example"), Text(")")]);
        assert_eq!(spans("https://a.example/Dub_(music)!?", nobody), [Link("https://a.example/Dub_(music)"), Text("!?")]);
        assert_eq!(spans("HTTPS://A.example", nobody), [Link("HTTPS://A.example")]);
        assert_eq!(spans("https://a.example https://b.example", nobody), [Link("https://a.example"), Text(" "), Link("https://b.example")]);
    }

    #[test]
    fn only_the_web_is_linked() {
        for text in
            ["javascript:alert(1)", "data:text/html,x", "https://", "https://.", "xhttps://a.example", "ftp://a.example", "www.a.example"]
        {
            assert_eq!(spans(text, nobody), [Text(text)], "{text}");
        }
        assert_eq!(spans("https://a.example/\"onclick", nobody), [Link("https://a.example/"), Text("\"onclick")]);
        assert_eq!(spans("https://a.example<b>", nobody), [Link("https://a.example"), Text("<b>")]);
    }

    #[test]
    fn names_are_called_with_an_at() {
        assert_eq!(spans("@Ama and @jules-b, hi", nobody), [Mention("@Ama"), Text(" and "), Mention("@jules-b"), Text(", hi")]);
        assert_eq!(spans("mail me@home.example or @ noon", nobody), [Text("mail me@home.example or @ noon")]);
    }

    #[test]
    fn a_known_name_may_hold_spaces() {
        let known = |text: &str| ["Front Row", "élan"].into_iter().filter_map(|name| prefix(text, name)).max();
        assert_eq!(spans("@front row!", known), [Mention("@front row"), Text("!")]);
        assert_eq!(spans("@Front Rower", known), [Mention("@Front"), Text(" Rower")]);
        assert_eq!(spans("@Élan!", known), [Mention("@Élan"), Text("!")]);
    }

    #[test]
    fn the_pieces_are_the_text() {
        for text in ["a@b @c https://d.example/é. (https://e.example) @", "ﬁ@ﬂ https://ü.example", "@@a", "https://https://a.example"]
        {
            let whole: String = spans(text, nobody).into_iter().map(|(Text(piece) | Link(piece) | Mention(piece))| piece).collect();
            assert_eq!(whole, text);
        }
    }
}
