//! What `languages` promises, by example.

use super::*;
use std::fs;
use tempfile::TempDir;

/// A folder of languages, four real ones in little and a made-up fifth.
fn folder() -> TempDir {
    let dir = TempDir::new().unwrap();
    let count = "mixes-count = { $count ->\n    [one] { $count } mix\n   *[other] { $count } mixes\n }\n";
    write(&dir, "en", "common", &format!("common-language-name = English\ncommon-hello = Hello, {{ $name }}\n-brand = Hectic\n{count}"));
    write(&dir, "es", "common", "common-language-name = Español\ncommon-hello = Hola, { $name }\n");
    write(&dir, "pt", "common", "common-language-name = Português\ncommon-hello = Olá, { $name }\n");
    write(&dir, "fr", "common", "common-language-name = Français\ncommon-hello = Bonjour, { $name }\n");
    dir
}

fn write(dir: &TempDir, tag: &str, file: &str, text: &str) {
    let folder = dir.path().join(tag);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(file).with_extension("ftl"), text).unwrap();
}

fn languages(dir: &TempDir) -> Languages {
    Languages::load(dir.path(), "en").unwrap()
}

fn locale(tag: &str) -> Locale {
    Locale(tag.to_owned())
}

fn counted(languages: &Languages, tag: &str, count: f64) -> String {
    languages.text(&locale(tag), "mixes-count", &[("count", Argument::Number(count))])
}

#[test]
fn a_fifth_language_is_a_new_folder() {
    let dir = folder();
    // Polish as spoken by nobody: `x-…` tags are private, so the variant carries the invention.
    write(
        &dir,
        "pl-hectica",
        "mixes",
        "common-language-name = Hekticzny\nmixes-count = { $count ->\n    [one] { $count } miks\n    [few] { $count } miksy\n    [many] { $count } miksów\n   *[other] { $count } miksu\n }\n",
    );
    let languages = languages(&dir);
    let names: Vec<_> = languages.available().into_iter().map(|language| (language.locale.0, language.name)).collect();
    let expected = [("en", "English"), ("es", "Español"), ("fr", "Français"), ("pl-hectica", "Hekticzny"), ("pt", "Português")];
    assert_eq!(names, expected.map(|(tag, name)| (tag.to_owned(), name.to_owned())));
    // Its own words, by the plural rules of its base language.
    let texts = [1.0, 3.0, 5.0, 1.5].map(|count| counted(&languages, "pl-hectica", count));
    assert_eq!(texts, ["1 miks", "3 miksy", "5 miksów", "1.5 miksu"]);
    // What it lacks comes from the fallback.
    assert_eq!(languages.text(&locale("pl-hectica"), "common-hello", &[("name", Argument::Text("Ola".into()))]), "Hello, Ola");
    assert_eq!(languages.negotiate(Some("pl-hectica"), None, &locale("en")), locale("pl-hectica"));
}

#[test]
fn a_language_nobody_has_plural_rules_for_is_always_other() {
    let dir = folder();
    write(&dir, "qhx", "mixes", "mixes-count = { $count ->\n    [one] one\n   *[other] other\n }\n");
    let languages = languages(&dir);
    assert_eq!(counted(&languages, "qhx", 1.0), "other");
    assert_eq!(languages.available().into_iter().find(|language| language.locale.0 == "qhx").unwrap().name, "qhx");
}

#[test]
fn a_filled_in_sentence_counts_in_its_own_language() {
    let dir = folder();
    write(&dir, "pl", "common", "common-language-name = Polski\n");
    write(&dir, "ja", "common", "common-language-name = 日本語\n");
    let languages = languages(&dir);
    assert_eq!([counted(&languages, "ja", 1.0), counted(&languages, "pl", 22.0)], ["1 mix", "22 mixes"]);
}

#[test]
fn a_dialect_takes_what_it_lacks_from_its_base_language() {
    let dir = folder();
    write(&dir, "pt-BR", "common", "common-language-name = Português (Brasil)\n");
    let languages = languages(&dir);
    assert_eq!(languages.text(&locale("pt-BR"), "common-hello", &[("name", Argument::Text("Ana".into()))]), "Olá, Ana");
}

#[test]
fn a_broken_message_falls_back_and_the_rest_of_its_file_stays() {
    let dir = folder();
    write(&dir, "fr", "common", "common-language-name = Français\ncommon-hello = Bonjour, { $name\nmixes-count = { $count } mixages\n");
    let languages = languages(&dir);
    assert_eq!(languages.text(&locale("fr"), "common-hello", &[("name", Argument::Text("Zoë".into()))]), "Hello, Zoë");
    assert_eq!(counted(&languages, "fr", 2.0), "2 mixages");
}

#[test]
fn a_broken_fallback_is_refused_by_file_and_line() {
    let dir = folder();
    write(&dir, "en", "mixes", "fine = Fine\nmixes-broken = { nothing }\n");
    let error = Languages::load(dir.path(), "en").unwrap_err().to_string();
    assert!(error.contains("en/mixes.ftl:2: mixes-broken: there is no nothing"), "{error}");
    assert!(Languages::load(dir.path(), "xx").unwrap_err().to_string().contains("no folder xx"));
    assert!(Languages::load(&dir.path().join("nowhere"), "en").is_err());
}

#[test]
fn folders_that_are_no_language_are_left_out() {
    let dir = folder();
    for name in ["not a language", "EN-gb", ".git", "drafts-of-mine"] {
        write(&dir, name, "common", "common-language-name = No\n");
    }
    assert_eq!(languages(&dir).available().len(), 4);
}

#[test]
fn an_unknown_message_is_its_own_text() {
    assert_eq!(languages(&folder()).text(&locale("en"), "mixes-unheard-of", &[]), "mixes-unheard-of");
}

#[test]
fn an_unknown_language_reads_as_the_fallback() {
    let languages = languages(&folder());
    assert_eq!(languages.catalogue(&locale("tlh")).catalogue.locale, "en");
}

#[test]
fn the_hash_of_a_catalogue_follows_its_content() {
    let dir = folder();
    let before = languages(&dir).catalogue(&locale("en"));
    assert_eq!(before.hash, languages(&dir).catalogue(&locale("en")).hash);
    assert_eq!(before.hash.len(), 16);
    assert_eq!(serde_json::from_str::<Catalogue>(&before.json).unwrap(), *before.catalogue);
    write(&dir, "en", "more", "more = More\n");
    assert_ne!(before.hash, languages(&dir).catalogue(&locale("en")).hash);
}

#[test]
fn the_readers_language_is_negotiated() {
    let languages = languages(&folder());
    let cases = [
        (None, None, "es", "es"),
        (Some("fr"), Some("pt"), "en", "fr"),
        (Some("pt-BR"), None, "en", "pt"),
        (Some("tlh"), Some("es"), "en", "es"),
        (Some("../../etc"), None, "pt", "pt"),
        (None, Some("pt-BR,pt;q=0.9,en;q=0.8"), "en", "pt"),
        (None, Some("en;q=0.2, fr;q=0.9, es;q=0.5"), "en", "fr"),
        (None, Some("de, fr;q=0, es;q=0.1"), "en", "es"),
        (None, Some("de-CH, *;q=0.5"), "fr", "fr"),
        (None, Some("FR-ca"), "en", "fr"),
        (None, Some(";;q=x,,\u{0},es;q=7"), "en", "en"),
        (None, None, "tlh", "en"),
    ];
    for (chosen, header, default, expected) in cases {
        assert_eq!(languages.negotiate(chosen, header, &locale(default)).0, expected, "{chosen:?} {header:?} {default}");
    }
}

/// The last look lies back far enough for the next to look again.
fn let_time_pass(languages: &Languages) {
    let mut watched = languages.watched.as_ref().unwrap().lock().unwrap();
    watched.looked = watched.looked.checked_sub(LOOK_EVERY).unwrap();
}

#[test]
fn in_development_changed_files_and_new_languages_are_seen_at_once() {
    let dir = folder();
    let watching = languages(&dir).watching(true);
    assert_eq!(counted(&watching, "es", 2.0), "2 mixes");
    write(&dir, "es", "mixes", "mixes-count = { $count } sesiones\n");
    write(&dir, "de", "common", "common-language-name = Deutsch\n");
    let_time_pass(&watching);
    assert_eq!(counted(&watching, "es", 2.0), "2 sesiones");
    assert_eq!(watching.available().len(), 5);
    fs::remove_dir_all(dir.path().join("de")).unwrap();
    let_time_pass(&watching);
    assert_eq!(watching.available().len(), 4);
}

#[test]
fn in_development_a_broken_fallback_keeps_what_was_there() {
    let dir = folder();
    let watching = languages(&dir).watching(true);
    write(&dir, "en", "common", "common-hello = { $name\n");
    let_time_pass(&watching);
    assert_eq!(watching.text(&locale("en"), "common-language-name", &[]), "English");
}

#[test]
fn in_production_files_are_read_once() {
    let dir = folder();
    let languages = languages(&dir).watching(false);
    write(&dir, "es", "mixes", "mixes-count = { $count } sesiones\n");
    assert_eq!(counted(&languages, "es", 2.0), "2 mixes");
}
