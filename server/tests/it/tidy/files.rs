//! How a file looks: its length, its first line, what must not stand in it.

use super::{finding, hold, sources};

const MOST_LINES: usize = 400;

/// Longer files, each with its reason.
const LONG: [(&str, &str); 0] = [];

/// What stands in no Rust file, and what to do instead. Written in two parts, or these lines would break their own law.
const FORBIDDEN: [(&str, &str); 6] = [
    (concat!("#[", "allow("), "say #[expect(…, reason = …)]"),
    (concat!("#![", "allow("), "say #![expect(…, reason = …)]"),
    (concat!("#[", "ignore"), "a test runs or is deleted"),
    (concat!("todo", "!("), "finish it"),
    (concat!("unimplemented", "!("), "finish it"),
    (concat!("dbg", "!("), "log it or leave it"),
];

#[test]
fn no_file_is_longer_than_a_person_can_hold_in_mind() {
    let mut findings = Vec::new();
    for source in sources("", &[".rs", ".js", ".mjs", ".ts", ".css"]) {
        let lines = source.text.lines().count();
        if lines > MOST_LINES && !LONG.iter().any(|(path, _)| *path == source.path) {
            findings.push(finding(&source, MOST_LINES, format!("{lines} lines: split it by meaning, or give its reason in tidy/files.rs")));
        }
    }
    hold(&findings);
}

#[test]
fn long_files_have_a_reason_and_are_still_long() {
    for (path, reason) in LONG {
        assert!(!reason.is_empty(), "{path} has no reason");
        let long = sources("", &[".rs", ".js", ".mjs", ".ts", ".css"])
            .iter()
            .any(|source| source.path == path && source.text.lines().count() > MOST_LINES);
        assert!(long, "{path} is not long any more: take it off the list");
    }
}

#[test]
fn every_module_says_what_it_is() {
    let mut findings = Vec::new();
    for source in sources("", &[".rs"]) {
        let first = source.text.lines().next().unwrap_or_default();
        if !first.starts_with("//! ") {
            findings.push(finding(&source, 1, "a module opens with `//!`: what it is and what it doesn't do"));
        }
    }
    hold(&findings);
}

#[test]
fn a_module_is_a_file_of_its_name() {
    let modules = sources("", &["mod.rs"]);
    let named = modules.iter().filter(|source| source.path.ends_with("/mod.rs"));
    hold(&named.map(|source| finding(source, 1, "`foo.rs` beside `foo/`, no `mod.rs`")).collect::<Vec<_>>());
}

#[test]
fn nothing_is_silenced_skipped_or_left_for_later() {
    let mut findings = Vec::new();
    for source in sources("", &[".rs"]) {
        for (line, text) in source.lines() {
            for (pattern, instead) in FORBIDDEN {
                if text.contains(pattern) {
                    findings.push(finding(&source, line, format!("`{pattern}`: {instead}")));
                }
            }
        }
    }
    hold(&findings);
}

#[test]
fn no_test_sleeps() {
    let mut findings = Vec::new();
    for source in sources("", &[".rs"]).iter().filter(|source| source.path.contains("/tests/")) {
        for (line, text) in source.lines() {
            if text.contains(concat!("sleep", "(")) && !text.trim_start().starts_with("//") {
                findings.push(finding(source, line, "wait for the thing itself, not for time to pass"));
            }
        }
    }
    hold(&findings);
}

#[test]
fn nothing_is_promised_in_a_comment() {
    let words = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")];
    let mut findings = Vec::new();
    for source in sources("", &[".rs", ".js", ".mjs", ".ts", ".css", ".ftl", ".toml", ".html"]) {
        for (line, text) in source.lines() {
            let promised = |word: &&&str| text.split(|c: char| !c.is_ascii_alphanumeric()).any(|found| found == **word);
            if let Some(word) = words.iter().find(promised) {
                findings.push(finding(&source, line, format!("a bare {word}: do it, or open an issue")));
            }
        }
    }
    hold(&findings);
}

#[test]
fn no_browser_test_is_skipped_or_alone() {
    let mut findings = Vec::new();
    for source in sources("end2end", &[".ts", ".js", ".mjs"]) {
        for (line, text) in source.lines() {
            for word in ["test.skip(", "test.only(", "test.fixme(", "describe.only(", "describe.skip(", "waitForTimeout("] {
                if text.contains(word) {
                    findings.push(finding(&source, line, format!("`{word}…)`: a test runs or is deleted, and waits for the thing itself")));
                }
            }
        }
    }
    hold(&findings);
}

/// A title that reads a signal of its page breaks now and then on the server: see `app/src/title.rs`.
#[test]
fn a_page_is_titled_in_the_one_way_that_holds_on_the_server() {
    let pattern = concat!("<Ti", "tle text=");
    let titles = sources("app/src", &[".rs"]);
    assert!(titles.iter().any(|source| source.path.ends_with("/title.rs")), "the law's own file has moved");
    let mut findings = Vec::new();
    for source in titles.iter().filter(|source| !source.path.ends_with("/title.rs")) {
        for (line, text) in source.lines() {
            if text.contains(pattern) {
                findings.push(finding(source, line, "say <PageTitle text=…>"));
            }
        }
    }
    hold(&findings);
}
