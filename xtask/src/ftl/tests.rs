//! The lint on made-up languages.

use std::fs;

use super::*;

const ENGLISH: &str = "mixes-count =
    { $count ->
        [one] One mix
       *[other] { $count } mixes
    }
mixes-search = Search
    .placeholder = Title or { $artist }
-brand = Hectic
mixes-about = About { -brand }
";

/// Findings with the four languages alike, but for one file of one language.
fn findings_with(language: &str, file: &str, text: &str) -> Vec<String> {
    let locales = tempfile::tempdir().unwrap();
    for name in REQUIRED {
        let folder = locales.path().join(name);
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join("mixes.ftl"), ENGLISH).unwrap();
    }
    let folder = locales.path().join(language);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(file), text).unwrap();
    lint(locales.path()).unwrap()
}

#[test]
fn languages_alike_have_no_findings() {
    assert_eq!(findings_with("fr", "mixes.ftl", ENGLISH), Vec::<String>::new());
}

#[test]
fn a_missing_message_and_a_surplus_one_are_found() {
    let text = ENGLISH.replace("mixes-search", "mixes-find");
    assert_eq!(
        findings_with("fr", "mixes.ftl", &text),
        [
            "fr/mixes.ftl: `mixes-find.placeholder` is not in en",
            "fr/mixes.ftl: `mixes-find` is not in en",
            "fr/mixes.ftl: `mixes-search.placeholder` is missing",
            "fr/mixes.ftl: `mixes-search` is missing",
        ]
    );
}

#[test]
fn a_renamed_variable_is_found_in_attributes_too() {
    let text = ENGLISH.replace("$artist", "$dj");
    assert_eq!(findings_with("pt", "mixes.ftl", &text), ["pt/mixes.ftl: `mixes-search.placeholder` uses $dj, en uses $artist"]);
}

#[test]
fn a_variable_that_only_selects_counts_as_used() {
    let text = ENGLISH.replace("{ $count } mixes", "muchos");
    assert_eq!(findings_with("es", "mixes.ftl", &text), Vec::<String>::new());
}

#[test]
fn a_duplicate_is_found_across_files() {
    let found = findings_with("es", "radio.ftl", "mixes-about = Otra vez\n");
    assert_eq!(found, ["es/radio.ftl: `mixes-about` is already in mixes.ftl", "es/radio.ftl: there is no en/radio.ftl"]);
}

#[test]
fn junk_is_found_with_its_line() {
    let found = findings_with("en", "mixes.ftl", &format!("{ENGLISH}mixes-broken = {{ $count\n"));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("en/mixes.ftl: line "), "{found:?}");
}

#[test]
fn a_missing_file_is_reported_once() {
    let found = findings_with("en", "radio.ftl", "radio-live = Live\nradio-off = Off air\n");
    assert_eq!(found, ["es/radio.ftl: is missing", "fr/radio.ftl: is missing", "pt/radio.ftl: is missing"]);
}

#[test]
fn a_reference_to_nothing_is_found() {
    let text = ENGLISH.replace("{ -brand }", "{ -brend }");
    assert_eq!(findings_with("fr", "mixes.ftl", &text), ["fr: `mixes-about` refers to `-brend`, which does not exist"]);
}

#[test]
fn a_fifth_language_is_held_to_the_same() {
    let found = findings_with("tlh", "mixes.ftl", "mixes-about = { -brand }\n-brand = Hectic\n");
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found.iter().all(|finding| finding.starts_with("tlh/mixes.ftl: ")), "{found:?}");
}

#[test]
fn a_required_language_may_not_be_absent() {
    let locales = tempfile::tempdir().unwrap();
    fs::create_dir(locales.path().join("en")).unwrap();
    fs::write(locales.path().join("en/mixes.ftl"), ENGLISH).unwrap();
    let found = lint(locales.path()).unwrap();
    assert_eq!(found, ["es/mixes.ftl: is missing", "fr/mixes.ftl: is missing", "pt/mixes.ftl: is missing"]);
}
