//! Whatever a file holds, it is answered with file and line, never with a panic.
#![cfg(feature = "server")]
#![expect(clippy::unwrap_used, reason = "a helper that fails fails its test")]

use contract::outcome::Argument;
use phrases::{Catalogue, compile};
use proptest::prelude::*;
use std::fmt::Write;

fn problems(ftl: &str) -> Vec<String> {
    compile("en", &[("bad.ftl", ftl)]).unwrap_err().iter().map(ToString::to_string).collect()
}

#[test]
fn mistakes_are_named_by_file_and_line() {
    let ftl = "good = Fine\n\nbroken = { $x\nother = Fine\ngood = Again\nnowhere = { nothing }\nterm = { -nothing }\n\
               here = { there }\nthere = { here }\n\nfunctions = { DATETIME($x) }\noptions = { NUMBER($x, currency: \"EUR\") }\n-loop = { -loop }\n";
    assert_eq!(
        problems(ftl),
        [
            "bad.ftl:4: Expected a token starting with \"}\"",
            "bad.ftl:5: good: stands already at bad.ftl:1, which is used",
            "bad.ftl:6: nowhere: there is no nothing",
            "bad.ftl:7: term: there is no -nothing",
            "bad.ftl:8: here: here refers to itself",
            "bad.ftl:9: there: there refers to itself",
            "bad.ftl:11: functions: there is no function DATETIME, only NUMBER",
            "bad.ftl:12: options: NUMBER knows no such currency",
            "bad.ftl:13: -loop: -loop refers to itself",
        ]
    );
}

#[test]
fn ids_that_appear_in_two_files_are_a_problem() {
    let problems = compile("en", &[("a.ftl", "x = 1"), ("b.ftl", "y = 2\nx = 3")]).unwrap_err();
    assert_eq!(problems[0].to_string(), "b.ftl:2: x: stands already at a.ftl:1, which is used");
}

#[test]
fn deep_nesting_is_refused_unread() {
    for (open, close) in [("{", "}"), ("{ $x ->\n *[a] ", "\n }"), ("{ NUMBER(", ") }"), ("{A(A(", "))}")] {
        let ftl = format!("a = {}{}\n", open.repeat(50_000), close.repeat(50_000));
        assert!(!problems(&ftl).is_empty());
    }
    assert!(!problems(&format!("a = {{ {} }}\n", "A(".repeat(50_000))).is_empty());
    assert!(!problems(&format!("a = {}$x{}\n", "{".repeat(40), "}".repeat(40))).is_empty());
}

#[test]
fn the_deepest_choice_that_compiles_survives_json() {
    let nested = |levels: usize| format!("a = {}x{}\n", "{ $x ->\n *[a] y ".repeat(levels), "\n }".repeat(levels));
    let deepest = (1..64).rev().find_map(|levels| compile("en", &[("a.ftl", &nested(levels))]).ok()).unwrap();
    let json = serde_json::to_string(&deepest).unwrap();
    assert_eq!(serde_json::from_str::<Catalogue>(&json).unwrap(), deepest);
}

#[test]
fn references_that_multiply_are_stopped() {
    let mut ftl = "a0 = lol\n".to_owned();
    for level in 1..20 {
        let below = format!("{{ a{} }}", level - 1).repeat(10);
        writeln!(ftl, "a{level} = {below}").unwrap();
    }
    assert!(problems(&ftl).iter().any(|problem| problem.contains("grows beyond")));
}

#[test]
fn a_long_chain_of_references_is_stopped() {
    let mut ftl = "a0 = lol\n".to_owned();
    for level in 1..2_000 {
        writeln!(ftl, "a{level} = {{ a{} }}", level - 1).unwrap();
    }
    assert!(problems(&ftl).iter().any(|problem| problem.contains("nested deeper")));
}

proptest! {
    #[test]
    fn any_text_is_compiled_or_refused(ftl in ".{0,200}", value in any::<f64>()) {
        if let Ok(catalogue) = compile("en", &[("any.ftl", &ftl)]) {
            for id in catalogue.messages.keys() {
                catalogue.format(id, &[("x", Argument::Number(value))]);
            }
        }
    }

    #[test]
    fn anything_like_fluent_is_compiled_or_refused(
        tokens in prop::collection::vec(prop::sample::select(vec![
            "a", "b", "-t", " = ", "{ ", " }", "$x", " ->", "\n", "\n    ", "[one] ", "*[other] ", "\"", "\\u00e", "1.5", "NUMBER(", ")",
            ".attr", ":", ", ", "text", "é", "#", "\r\n", "[0]", "a = ", "\n-t = ", "\t", "{ $x ->\n [one] é\n *[other] b\n }",
        ]), 0..60),
        value in any::<f64>(),
    ) {
        let ftl = tokens.concat();
        if let Ok(catalogue) = compile("pl", &[("any.ftl", &ftl)]) {
            for id in catalogue.messages.keys() {
                catalogue.format(id, &[("x", Argument::Number(value))]);
            }
        }
    }

    #[test]
    fn any_catalogue_of_json_is_read_or_refused(json in "[\\[\\]{}\"$?,:a*]{0,60}") {
        if let Ok(pattern) = serde_json::from_str::<phrases::Pattern>(&json) {
            let catalogue = Catalogue { locale: "en".to_owned(), messages: [("a".to_owned(), pattern)].into(), ..Catalogue::default() };
            catalogue.format("a", &[("a", Argument::Number(1.0))]);
        }
    }
}
