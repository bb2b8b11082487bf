//! HTML of a feed into Markdown: paragraphs, breaks, lists, emphasis, links. Everything else is its words.
//!
//! The HTML is cleaned and made well-formed first, so what is read here has few shapes.

use ammonia::Builder;
use std::collections::{HashMap, HashSet};

const KEPT: [&str; 22] = [
    "p",
    "div",
    "br",
    "a",
    "ul",
    "ol",
    "li",
    "strong",
    "b",
    "em",
    "i",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "pre",
    "hr",
    "tr",
    "section",
];

/// Reads HTML, or a plain text, and writes Markdown that shows the same words.
pub fn from_html(html: &str) -> String {
    let is_html = html.match_indices('<').any(|(at, _)| html[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/'));
    let mut page = Page::default();
    if !is_html {
        let lines = html.replace("\r\n", "\n").replace('\r', "\n");
        for (index, line) in decoded(&lines).split('\n').enumerate() {
            if index > 0 {
                if line.trim().is_empty() { page.block() } else { page.newline() }
            }
            page.words(line);
        }
        return page.done();
    }
    let cleaned = Builder::default()
        .tags(KEPT.into_iter().collect())
        .tag_attributes(HashMap::from([("a", HashSet::from(["href"]))]))
        .generic_attributes(HashSet::new())
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .link_rel(None)
        .clean(html)
        .to_string();
    let mut rest = cleaned.as_str();
    while let Some((text, tagged)) = rest.split_once('<') {
        page.words(&decoded(text));
        // Cleaned HTML has no `>` in its attributes but as an entity.
        let (tag, after) = tagged.split_once('>').unwrap_or((tagged, ""));
        page.tag(tag);
        rest = after;
    }
    page.words(&decoded(rest));
    page.done()
}

#[derive(Default)]
struct Page {
    out: String,
    /// Where links lead that are open.
    links: Vec<Option<String>>,
    /// Lists that are open: the number of the next point of an ordered one.
    lists: Vec<Option<u32>>,
    needs_space: bool,
}

impl Page {
    fn tag(&mut self, tag: &str) {
        let closes = tag.starts_with('/');
        let tag = tag.trim_start_matches('/');
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        match name {
            "br" => self.newline(),
            "strong" | "b" => self.mark("**", closes),
            "em" | "i" => self.mark("*", closes),
            "a" if closes => self.close_link(),
            "a" => {
                let href = tag.split_once("href=\"").and_then(|(_, rest)| rest.split('"').next()).map(decoded);
                let href = href.filter(|href| !href.contains(['(', ')', '<', '>', ' ', '\n']));
                if href.is_some() {
                    self.mark("[", false);
                }
                self.links.push(href);
            }
            "ul" | "ol" if closes => {
                self.lists.pop();
                self.block();
            }
            "ul" | "ol" => {
                self.lists.push((name == "ol").then_some(1));
                self.block();
            }
            "li" if !closes => self.point(),
            "li" => {}
            _ => self.block(),
        }
    }

    fn words(&mut self, text: &str) {
        self.needs_space |= text.starts_with(char::is_whitespace);
        for word in text.split_whitespace() {
            self.space();
            let at_start = self.at_start();
            self.out.push_str(&escaped(word, at_start));
            self.needs_space = true;
        }
        self.needs_space = text.ends_with(char::is_whitespace) || (self.needs_space && text.trim().is_empty());
    }

    fn at_start(&self) -> bool {
        self.out.is_empty() || self.out.ends_with('\n')
    }

    fn space(&mut self) {
        if self.needs_space && !self.at_start() && !self.out.ends_with(' ') {
            self.out.push(' ');
        }
        self.needs_space = false;
    }

    /// Emphasis holds its words tightly, or it is none.
    fn mark(&mut self, mark: &str, closes: bool) {
        if closes {
            if self.out.ends_with(mark) {
                self.out.truncate(self.out.len() - mark.len());
            } else {
                self.out.push_str(mark);
            }
        } else {
            self.space();
            self.out.push_str(mark);
        }
    }

    fn close_link(&mut self) {
        if let Some(Some(href)) = self.links.pop() {
            if self.out.ends_with('[') {
                self.out.pop();
            } else {
                self.out.push_str(&format!("]({href})"));
            }
        }
    }

    fn newline(&mut self) {
        self.needs_space = false;
        if !self.at_start() {
            self.out.push_str("  \n");
        }
    }

    fn block(&mut self) {
        self.needs_space = false;
        let kept = self.out.trim_end().len();
        self.out.truncate(kept);
        if !self.out.is_empty() {
            self.out.push_str("\n\n");
        }
    }

    fn point(&mut self) {
        self.needs_space = false;
        let kept = self.out.trim_end().len();
        let gap = if self.out[kept..].contains("\n\n") || kept == 0 { "\n\n" } else { "\n" };
        self.out.truncate(kept);
        if kept > 0 {
            self.out.push_str(gap);
        }
        match self.lists.last_mut() {
            Some(Some(number)) => {
                self.out.push_str(&format!("{number}. "));
                *number += 1;
            }
            _ => self.out.push_str("- "),
        }
    }

    fn done(self) -> String {
        self.out.trim().to_owned()
    }
}

/// A word that Markdown leaves as it is.
fn escaped(word: &str, at_start: bool) -> String {
    let mut out = String::with_capacity(word.len() + 2);
    let numbered = at_start
        && word.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(['.', ')'])
        && word.starts_with(|c: char| c.is_ascii_digit());
    let underlines = at_start && word.bytes().all(|byte| byte == b'=');
    for (index, c) in word.char_indices() {
        let special = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '~' => true,
            '_' => index == 0 || !word[index + 1..].starts_with(char::is_alphanumeric),
            '#' | '+' | '-' | '>' => at_start && index == 0,
            '=' => underlines,
            '.' | ')' => numbered && word[..index].bytes().all(|byte| byte.is_ascii_digit()),
            '&' => word[index + 1..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '#'),
            _ => false,
        };
        if special {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// The few entities that cleaned HTML has, and that plain texts of feeds are fond of.
fn decoded(text: &str) -> String {
    const ENTITIES: [(&str, char); 6] = [("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"'), ("&#39;", '\''), ("&nbsp;", ' '), ("&amp;", '&')];
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (length, c) = ENTITIES.iter().find(|(name, _)| rest.starts_with(name)).map_or((1, '&'), |(name, c)| (name.len(), *c));
        out.push(c);
        rest = &rest[length..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::from_html;

    #[test]
    fn html_becomes_markdown_of_the_same_words() {
        for (html, markdown) in [
            ("<p>One <b>loud</b> night.</p><p>Two</p>", "One **loud** night.\n\nTwo"),
            ("Hello<br>there<br/>you", "Hello  \nthere  \nyou"),
            ("<ul><li>one</li><li>two</li></ul>after", "- one\n- two\n\nafter"),
            ("<ol><li>one<li>two</ol>", "1. one\n2. two"),
            ("See <a href=\"https://example.org/a?b=1&amp;c=2\">the page</a>.", "See [the page](https://example.org/a?b=1&c=2)."),
            ("<a href=\"javascript:alert(1)\">no</a><script>alert(1)</script>", "no"),
            ("<p>AT&amp;T &lt;3 5*3 snake_case _x_ [a]</p>", "AT\\&T \\<3 5\\*3 snake_case \\_x\\_ \\[a\\]"),
            ("<p># no heading</p><p>1. no list</p><p>- none</p>", "\\# no heading\n\n1\\. no list\n\n\\- none"),
            ("<i></i>plain<b> </b>", "plain"),
            ("", ""),
        ] {
            assert_eq!(from_html(html), markdown, "{html}");
        }
    }

    #[test]
    fn a_plain_text_keeps_its_lines() {
        assert_eq!(from_html("First\r\nsecond\n\nthird &amp; 1 < 2"), "First  \nsecond\n\nthird & 1 \\< 2");
    }
}
