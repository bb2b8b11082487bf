//! The compiler and evaluator against the Fluent reference of Rust, and where they differ on purpose.
#![cfg(feature = "server")]
#![expect(clippy::unwrap_used, reason = "a helper that fails fails its test")]

use contract::outcome::Argument;
use fluent::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use phrases::{Book, Catalogue, Direction, compile, compile_over};

fn reference(locale: &str, ftl: &str, id: &str, arguments: &[(&str, Argument)]) -> Option<String> {
    let mut bundle = FluentBundle::new(vec![locale.parse().unwrap()]);
    bundle.set_use_isolating(false);
    bundle.add_builtins().unwrap();
    bundle.add_resource(FluentResource::try_new(ftl.to_owned()).unwrap()).unwrap();
    let given: FluentArgs<'_> = arguments
        .iter()
        .map(|(name, argument)| match argument {
            Argument::Number(number) => (*name, FluentValue::from(*number)),
            Argument::Text(text) => (*name, FluentValue::from(text.as_str())),
        })
        .collect();
    let (name, attribute) = id.split_once('.').map_or((id, None), |(name, attribute)| (name, Some(attribute)));
    let message = bundle.get_message(name)?;
    let pattern = match attribute {
        None => message.value()?,
        Some(attribute) => message.get_attribute(attribute)?.value(),
    };
    Some(bundle.format_pattern(pattern, Some(&given), &mut Vec::new()).into_owned())
}

/// Formats every message by both, through JSON as the browser sees it.
fn assert_same(locale: &str, ftl: &str, arguments: &[(&str, Argument)]) {
    let compiled = compile(locale, &[("test.ftl", ftl)]).unwrap();
    let catalogue: Catalogue = serde_json::from_str(&serde_json::to_string(&compiled).unwrap()).unwrap();
    assert_eq!(catalogue, compiled);
    assert!(!catalogue.messages.is_empty());
    for id in catalogue.messages.keys() {
        assert_eq!(catalogue.format(id, arguments), reference(locale, ftl, id, arguments), "{locale} {id} {arguments:?}");
    }
}

fn text(text: &str) -> Argument {
    Argument::Text(text.to_owned())
}

const TEXTS: &str = r#"
# A comment
plain = Hello, world!
accents = Ça va, Zoë? 日本語 🎧
several =
    First line
      indented line

    last line
several-inline = First line
    second line
variable = Hello, { $name }!
twice = { $name } and { $name }
literal = { "" }  spaces { "  " } kept{ "{" }{ "}" }
escapes = { "\u00e9 \U01F3A7 \"quoted\" \\" }
numbers = { 3 } { 3.50 } { -1.5 } { 0.0 }
attributes = With attributes
    .title = A title for { $name }
    .aria-label = { attributes } labelled
only-attributes =
    .title = { only-attributes.aria }
    .aria = Aria
reference = Before { plain } after
reference-of-reference = { reference } { attributes.title }
nested-placeable = { { { $name } } }
number-function = { NUMBER($count) } { NUMBER($count, minimumFractionDigits: 2) }
missing = Dear { $nobody }, you
"#;

const TERMS: &str = r#"
-brand = Hectic
    .gender = masculine
-cased = { $case ->
   *[nominative] Firefox
    [genitive] Firefoxa
}
-counted = { $count ->
    [0] none
    [one] one thing
   *[other] { $count } things
}
-wordy = By { $who } of { -brand }
term = Welcome to { -brand }.
by-case = { -cased } { -cased(case: "genitive") } { -cased(case: "unknown") }
by-count = { -counted(count: 0) }, { -counted(count: 1) }, { -counted(count: 5) }, { -counted }
worded = { -wordy(who: "Danny") } { -wordy }
by-attribute = { -brand.gender ->
    [masculine] Il
    [feminine] Elle
   *[other] On
} plays
"#;

const CHOICES: &str = r#"
by-text = { $role ->
    [dj] Mixes
    [admin] Settings
   *[fan] Listen
}
by-number = { $count ->
    [0] Nothing
    [1] Exactly one
    [2] Exactly two
   *[other] { $count }
}
default-first = { $count ->
   *[other] many
    [one] one
    [7] seven
}
within = You have { $count ->
    [one] one mix { $role ->
        [dj] of yours
       *[other] to hear
    }
   *[other] { $count } mixes { $role ->
        [dj] of yours, { $name }
       *[other] to hear
    }
}, see?
missing-selector = { $nothing ->
    [one] one
   *[other] fallback
}
constant = { 1 ->
    [one] one
   *[other] other
} { "a" ->
    [a] yes
   *[b] no
}
"#;

const ORDINALS: &str = r#"
ordinal = { NUMBER($count, type: "ordinal") ->
    [one] { $count }st
    [two] { $count }nd
    [few] { $count }rd
   *[other] { $count }th
}
"#;

const PLURALS: &str = r#"
mixes = { $count ->
    [zero] zero { $count }
    [one] one { $count }
    [two] two { $count }
    [few] few { $count }
    [many] many { $count }
   *[other] other { $count }
}
exact = { $count ->
    [0] none
    [one] one { $count }
   *[other] other { $count }
}
"#;

#[test]
fn texts_and_references_read_as_in_fluent() {
    assert_same("en", TEXTS, &[("name", text("Ana")), ("count", Argument::Number(5.0))]);
    assert_same("en", TEXTS, &[("name", text("<b>{ $x }</b>")), ("count", Argument::Number(1.5))]);
    assert_same("en", &TEXTS.replace('\n', "\r\n"), &[("name", text("Ana")), ("count", Argument::Number(5.0))]);
}

#[test]
fn terms_are_folded_as_fluent_reads_them() {
    assert_same("en", TERMS, &[]);
    assert_same("en", TERMS, &[("who", text("not for terms")), ("case", text("genitive")), ("count", Argument::Number(1.0))]);
}

#[test]
fn choices_are_made_as_in_fluent() {
    for count in [0.0, 1.0, 1.5, 2.0, 3.0, 7.0, 11.0, 21.0, 22.0, 23.0] {
        for role in ["dj", "admin", "fan", "1", "one"] {
            assert_same("en", CHOICES, &[("count", Argument::Number(count)), ("role", text(role)), ("name", text("Danny"))]);
        }
    }
    assert_same("en", CHOICES, &[("count", text("1")), ("role", Argument::Number(1.0)), ("name", text("Danny"))]);
    assert_same("en", CHOICES, &[]);
}

#[test]
fn plurals_follow_each_language() {
    for locale in ["en", "es", "pt", "pt-PT", "fr", "pl", "ar", "ja", "cs", "lv", "ru"] {
        for count in [0.0_f64, 1.0, 1.5, 2.0, 3.0, 5.0, 11.0, 12.0, 21.0, 22.0, 25.0, 100.0, 101.0, 102.0, 111.0, 1_000.0, -1.0] {
            // Where the reference is wrong: its remainders of fractions and of numbers past a hundred.
            if ["lv", "ar"].contains(&locale) && (count.fract() != 0.0 || count > 100.0) {
                continue;
            }
            assert_same(locale, PLURALS, &[("count", Argument::Number(count))]);
        }
    }
}

#[test]
fn ordinals_follow_each_language() {
    for locale in ["en", "pt", "fr", "it"] {
        for count in [0.0, 1.0, 2.0, 3.0, 4.0, 8.0, 11.0, 12.0, 13.0, 21.0, 22.0, 23.0, 101.0, 111.0] {
            assert_same(locale, ORDINALS, &[("count", Argument::Number(count))]);
        }
    }
}

#[test]
fn a_term_keeps_its_arguments_after_it_named_another_term() {
    let ftl = "-brand = Hectic\n-by = { -brand } by { $who }\na = { -by(who: \"Danny\") }";
    assert_eq!(compile("en", &[("test.ftl", ftl)]).unwrap().format("a", &[]).unwrap(), "Hectic by Danny");
}

#[test]
fn millions_follow_the_cldr_of_the_browsers_not_the_older_one_of_fluent() {
    let french = compile("fr", &[("test.ftl", PLURALS)]).unwrap();
    assert_eq!(french.format("mixes", &[("count", Argument::Number(1_000_000.0))]).unwrap(), "many 1000000");
}

#[test]
fn arabic_counts_by_the_last_two_digits() {
    let arabic = compile("ar", &[("test.ftl", PLURALS)]).unwrap();
    let category = |count| arabic.format("mixes", &[("count", Argument::Number(count))]).unwrap();
    assert_eq!([0.0, 1.0, 2.0, 103.0, 111.0, 100.0].map(category), ["zero 0", "one 1", "two 2", "few 103", "many 111", "other 100"]);
}

#[test]
fn numeric_keys_compare_by_value_however_they_are_written() {
    let ftl = "a = { $count ->\n    [1.5] one and a half\n    [2.0] two\n   *[other] else\n }";
    let catalogue = compile("en", &[("test.ftl", ftl)]).unwrap();
    let chosen = |count| catalogue.format("a", &[("count", Argument::Number(count))]).unwrap();
    assert_eq!([1.5, 2.0, 2.5].map(chosen), ["one and a half", "two", "else"]);
}

#[test]
fn a_language_without_plural_rules_is_always_other() {
    for locale in ["tlh", "xx", "not a tag"] {
        let catalogue = compile(locale, &[("test.ftl", PLURALS)]).unwrap();
        assert_eq!(catalogue.format("mixes", &[("count", Argument::Number(1.0))]).unwrap(), "other 1", "{locale}");
    }
}

#[test]
fn a_dialect_counts_as_its_language() {
    let catalogue = compile("pl-PL", &[("test.ftl", PLURALS)]).unwrap();
    assert_eq!(catalogue.format("mixes", &[("count", Argument::Number(22.0))]).unwrap(), "few 22");
}

#[test]
fn fraction_digits_decide_the_plural() {
    let ftl = "hours = { NUMBER($count, minimumFractionDigits: 1) ->\n    [one] hour\n   *[other] hours\n}";
    let catalogue = compile("en", &[("test.ftl", ftl)]).unwrap();
    assert_eq!(catalogue.format("hours", &[("count", Argument::Number(1.0))]).unwrap(), "hours");
}

#[test]
fn an_unknown_message_is_none() {
    let catalogue = compile("en", &[("test.ftl", "-term = x\nknown = y")]).unwrap();
    assert_eq!(catalogue.format("unknown", &[]), None);
    assert_eq!(catalogue.format("-term", &[]), None);
}

#[test]
fn a_message_names_its_variables_in_all_branches() {
    let catalogue = compile("en", &[("test.ftl", CHOICES)]).unwrap();
    assert_eq!(catalogue.variables("within").into_iter().collect::<Vec<_>>(), ["count", "name", "role"]);
}

#[test]
fn scripts_that_run_from_right_to_left_are_known() {
    let direction = |locale| compile(locale, &[]).unwrap().direction;
    assert_eq!([direction("ar"), direction("he-IL"), direction("uz-Arab")], [Direction::Rtl; 3]);
    assert_eq!([direction("en"), direction("az-Latn"), direction("ks-Latn")], [Direction::Ltr; 3]);
}

#[test]
fn the_wire_form_is_compact() {
    let catalogue = compile("en", &[("test.ftl", "a = Text\nb = { $n ->\n    [one] One\n   *[other] { $n } of { $m }\n }")]).unwrap();
    let json = r#"{"locale":"en","messages":{"a":"Text","b":{"$":"n","?":[["one","One"],["*other",[{"$":"n"}," of ",{"$":"m"}]]]}}}"#;
    assert_eq!(serde_json::to_string(&catalogue).unwrap(), json);
}

#[test]
fn what_a_language_lacks_or_has_broken_comes_from_its_fallback() {
    let polish =
        "-brand = Hectic PL\ngreeting = Witaj w { -brand }\nbroken = { missing-message }\nattributed = Tekst\nown = { from-fallback }!";
    let english = "-brand = Hectic\ngreeting = Welcome\nbroken = Works in { -brand }\nattributed = Text\n    .title = Title\n\
                   from-fallback = { $count ->\n    [one] { $count } mix\n   *[other] { $count } mixes\n}";
    let books = [Book::read("pl", &[("pl.ftl", polish)]), Book::read("en", &[("en.ftl", english)])];
    let (catalogue, problems) = compile_over(&[&books[0], &books[1]]);
    let read = |id, count| catalogue.format(id, &[("count", Argument::Number(count))]).unwrap();
    assert_eq!(read("greeting", 0.0), "Witaj w Hectic PL");
    assert_eq!(read("broken", 0.0), "Works in Hectic");
    assert_eq!(read("attributed", 0.0), "Tekst");
    assert_eq!(read("attributed.title", 0.0), "Title");
    assert_eq!(read("from-fallback", 1.0), "1 mix");
    // Polish would call this one "few", and 1.5 "other"; English sentences count in English.
    assert_eq!(read("own", 2.0), "2 mixes!");
    assert_eq!(problems.iter().map(ToString::to_string).collect::<Vec<_>>(), ["pl.ftl:3: broken: there is no missing-message"]);
}
