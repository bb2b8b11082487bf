//! The Markdown of DJs as HTML that can stand on anybody's page: no script, no picture, no style, no heading above the page's own.

use ammonia::Builder;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = Builder::empty();
    cleaner
        .tags(HashSet::from([
            "p",
            "br",
            "hr",
            "em",
            "strong",
            "del",
            "ul",
            "ol",
            "li",
            "a",
            "blockquote",
            "code",
            "pre",
            "h3",
            "h4",
            "h5",
            "h6",
        ]))
        .tag_attributes(HashMap::from([("a", HashSet::from(["href", "title"])), ("ol", HashSet::from(["start"]))]))
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        // Search engines shall give no weight to what a user links.
        .link_rel(Some("nofollow ugc noopener"))
        .clean_content_tags(HashSet::from(["script", "style"]));
    cleaner
});

/// Sanitised HTML. Raw HTML in the source stays visible as text; pictures become their description.
pub fn to_html(markdown: &str) -> String {
    let events = Parser::new_ext(markdown, Options::ENABLE_STRIKETHROUGH).map(|event| match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
        Event::SoftBreak => Event::HardBreak,
        Event::Start(Tag::Heading { level, .. }) => {
            Event::Start(Tag::Heading { level: below_page(level), id: None, classes: vec![], attrs: vec![] })
        }
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(below_page(level))),
        other => other,
    });
    let mut unsafe_html = String::with_capacity(markdown.len() * 2);
    html::push_html(&mut unsafe_html, events);
    CLEANER.clean(&unsafe_html).to_string()
}

/// The page has its title in `h1` and its sections in `h2`.
fn below_page(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 => HeadingLevel::H3,
        HeadingLevel::H2 => HeadingLevel::H4,
        HeadingLevel::H3 => HeadingLevel::H5,
        _ => HeadingLevel::H6,
    }
}

#[cfg(test)]
mod tests {
    use super::to_html;

    #[test]
    fn text_keeps_its_emphasis_lists_and_lines() {
        assert_eq!(
            to_html("# Tracks\n\nOne\nTwo **loud** ~~no~~\n\n- a\n- b"),
            "<h3>Tracks</h3>\n<p>One<br>\nTwo <strong>loud</strong> <del>no</del></p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"
        );
    }

    #[test]
    fn links_earn_nothing_and_lead_to_the_web_only() {
        assert_eq!(
            to_html("[home](https://example.org)"),
            "<p><a href=\"https://example.org\" rel=\"nofollow ugc noopener\">home</a></p>\n"
        );
        for hostile in ["[x](javascript:alert(1))", "[x](data:text/html,x)", "[x](JaVaScRiPt:alert(1))", "<javascript:alert(1)>"] {
            assert!(!to_html(hostile).to_lowercase().contains("href=\"j") && !to_html(hostile).contains("href=\"d"), "{hostile}");
        }
    }

    #[test]
    fn html_is_shown_not_run() {
        let html = to_html(
            "<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> a <b onclick=x>b</b>\n\n![pic](https://tracker.example/p.gif)",
        );
        assert!(!html.contains("<script") && !html.contains("<img") && !html.contains("<b "), "{html}");
        assert!(html.contains("&lt;script&gt;"), "{html}");
    }
}
