//! Whatever is typed: what is stored of it, how it is quoted, and the links and names that are found in it.

#![no_main]

#[path = "../../../app/src/features/chat/spans.rs"]
mod spans;
#[path = "../../../server/features/chat/src/text.rs"]
mod text;

use contract::chat::{LONGEST_MESSAGE, beginning};
use libfuzzer_sys::fuzz_target;
use spans::{Span, spans};

fuzz_target!(|typed: &str| {
    let Ok(stored) = text::clean(typed) else { return };
    assert!(!stored.trim().is_empty() && stored.chars().count() <= LONGEST_MESSAGE);
    assert!(stored.chars().all(|c| c == '\n' || !c.is_control()), "a control character stays");
    assert_eq!(text::clean(&stored).as_ref(), Ok(&stored), "what is stored changes when it is edited without a change");
    assert!(!beginning(&stored).contains('\n'));

    let found = spans(&stored, |rest| spans::prefix(rest, "ana"));
    let again: String = found
        .iter()
        .map(|span| match span {
            Span::Text(text) | Span::Link(text) | Span::Mention(text) => *text,
        })
        .collect();
    assert_eq!(again, stored, "the parts are the whole");
    for span in found {
        if let Span::Link(link) = span {
            assert!(link.starts_with("https://") || link.starts_with("http://"), "{link:?} stands in an address");
            assert!(!link.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"')));
        }
    }
});
