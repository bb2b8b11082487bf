//! Messages: every id that the source asks for is translated, and every translation is asked for.
//! That languages agree with each other in files and variables is held by `cargo xtask check`.

use super::{Finding, Source, finding, hold, sources};
use contract::{
    accounts::AccountRefusal,
    bots::BotRefusal,
    chat::{ChatRefusal, CommandRefusal},
    emotes::EmoteRefusal,
    failure::Failure,
    imports::ImportRefusal,
    moderation::ModerationRefusal,
    outcome::Refusal,
    polls::PollRefusal,
    requests::RequestRefusal,
    shoutouts::ShoutOutRefusal,
    studio::{MixRefusal, UploadRefusal},
    tenants::TenantRefusal,
    tracklists::TracklistRefusal,
};
use std::collections::BTreeSet;

const LANGUAGES: [&str; 4] = ["en", "es", "fr", "pt"];

/// Ids put together while running, and by what.
const MADE_UP: [(&str, &str); 12] = [
    ("accounts-role-", "Role::name"),
    ("commands-word-", "the word of a command"),
    ("mixes-energy-", "MixEnergy"),
    ("mixes-length-", "MixLength"),
    ("mixes-sort-", "MixSort"),
    ("moderation-reason-", "Reason::name"),
    ("notifications-kind-", "NotificationKind::name"),
    ("studio-import-state-", "ImportState::name"),
    ("studio-bulk-", "CHANGES of the bulk form"),
    ("studio-share-", "LinkLife::name"),
    ("studio-visibility-", "Visibility::name"),
    ("common-language-name", "read by kernel::languages for the switch"),
];

/// Every kind of refusal; a new one is added here.
const REFUSALS: [&[&str]; 14] = [
    AccountRefusal::IDS,
    BotRefusal::IDS,
    ChatRefusal::IDS,
    CommandRefusal::IDS,
    EmoteRefusal::IDS,
    ImportRefusal::IDS,
    MixRefusal::IDS,
    ModerationRefusal::IDS,
    PollRefusal::IDS,
    RequestRefusal::IDS,
    ShoutOutRefusal::IDS,
    UploadRefusal::IDS,
    TenantRefusal::IDS,
    TracklistRefusal::IDS,
];

/// The ids of a `.ftl` file with their lines.
fn ids(source: &Source) -> Vec<(usize, &str)> {
    let starts = |text: &str| text.starts_with(|c: char| c.is_ascii_alphabetic());
    source.lines().filter(|(_, text)| starts(text)).filter_map(|(line, text)| Some((line, text.split_once('=')?.0.trim()))).collect()
}

fn translated(language: &str) -> BTreeSet<String> {
    let files = sources(&format!("locales/{language}"), &[".ftl"]);
    let all = files.iter().flat_map(|source| ids(source).into_iter().map(|(_, id)| id.to_owned())).collect::<BTreeSet<_>>();
    assert!(!all.is_empty(), "locales/{language} has no strings");
    all
}

fn missing(language: &str, id: &str) -> Finding {
    Finding { file: format!("locales/{language}"), line: 1, law: format!("`{id}` is not translated") }
}

#[test]
fn every_refusal_is_translated() {
    let mut findings = Vec::new();
    for language in LANGUAGES {
        let there = translated(language);
        let ids = REFUSALS.iter().flat_map(|ids| ids.iter());
        findings.extend(ids.filter(|id| !there.contains(**id)).map(|id| missing(language, id)));
    }
    hold(&findings);
}

#[test]
fn every_kind_of_refusal_is_known_here() {
    let declared: usize = sources("app/contract/src", &[".rs"])
        .iter()
        .filter(|source| source.path != "app/contract/src/outcome.rs")
        .map(|source| source.text.matches("refusals! {").count())
        .sum();
    assert_eq!(declared, REFUSALS.len(), "a kind of refusal is not in the list of tidy/strings.rs");
}

#[test]
fn every_failure_is_translated() {
    let failures = [
        Failure::SignInRequired,
        Failure::Forbidden,
        Failure::NotFound,
        Failure::TooManyRequests { seconds: 1 },
        Failure::Internal { trace_id: String::new() },
        Failure::Unreachable,
    ];
    let mut findings = Vec::new();
    for language in LANGUAGES {
        let there = translated(language);
        let ids = failures.iter().map(Failure::message_id);
        findings.extend(ids.filter(|id| !there.contains(*id)).map(|id| missing(language, id)));
    }
    hold(&findings);
}

/// What introduces an id in the source of the app.
const ASKS: [&str; 4] = ["t!(i18n, \"", "text(\"", "t!(i18n,\n", "notice: Some(\""];

/// Ids that the source asks for by name, with where.
fn asked(source: &Source) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let literal = |from: usize| source.text[from..].split('"').next().unwrap_or_default();
    for ask in ASKS {
        for (at, _) in source.text.match_indices(ask) {
            let from = at + ask.len();
            let from = if ask.ends_with('"') { Some(from) } else { source.text[from..].find('"').map(|quote| from + quote + 1) };
            found.extend(from.map(|from| (source.line_of(at), literal(from))));
        }
    }
    for (line, text) in source.lines() {
        // `reply("form", …, Some("id"), …)` and `<FormDone … id="id" />`.
        let done = text.split_once("form::reply(").and_then(|(_, rest)| rest.split_once("Some(\""));
        let shown = text.split_once("<FormDone").and_then(|(_, rest)| rest.split_once(" id=\""));
        found.extend([done, shown].into_iter().flatten().map(|(_, rest)| (line, rest.split('"').next().unwrap_or_default())));
    }
    found
}

#[test]
fn every_text_that_the_app_asks_for_is_there() {
    let there = translated("en");
    let mut findings = Vec::new();
    let mut count = 0;
    for source in sources("app/src", &[".rs"]) {
        for (line, id) in asked(&source).into_iter().filter(|(_, id)| id.contains('-') && !id.contains(['{', ' '])) {
            count += 1;
            if !there.contains(id) {
                findings.push(finding(&source, line, format!("`{id}` is not in locales/en")));
            }
        }
    }
    assert!(count > 100, "only {count} texts were found: the app asks in another way now");
    hold(&findings);
}

#[test]
fn every_text_is_asked_for() {
    let code = ["app", "server/src", "server/features", "server/foundation"]
        .into_iter()
        .flat_map(|folder| sources(folder, &[".rs", ".html", ".txt"]));
    let code: String = code.map(|source| source.text).collect();
    let files = sources("locales/en", &[".ftl"]);
    let strings: String = files.iter().map(|source| source.text.as_str()).collect();
    let mut findings = Vec::new();
    for source in &files {
        for (line, id) in ids(source) {
            let made_up = MADE_UP.iter().any(|(prefix, _)| id.starts_with(prefix));
            let referred = strings.contains(&format!("{{ {id} }}"));
            if !made_up && !referred && !code.contains(&format!("\"{id}\"")) {
                findings.push(finding(source, line, format!("nothing asks for `{id}`")));
            }
        }
    }
    hold(&findings);
}

#[test]
fn ids_that_are_put_together_exist_for_every_value() {
    use contract::{caller::Role, imports::ImportState, notifications::NotificationKind, studio::Visibility};
    let roles = Role::ALL.map(|role| format!("accounts-role-{}", role.name()));
    let visibilities = Visibility::ALL.map(|visibility| format!("studio-visibility-{}", visibility.name()));
    let kinds = NotificationKind::ALL.map(|kind| format!("notifications-kind-{}", kind.name()));
    let states = ImportState::ALL.map(|state| format!("studio-import-state-{}", state.name()));
    let mut findings = Vec::new();
    for language in LANGUAGES {
        let there = translated(language);
        findings.extend(
            roles
                .iter()
                .chain(&visibilities)
                .chain(&kinds)
                .chain(&states)
                .filter(|id| !there.contains(*id))
                .map(|id| missing(language, id)),
        );
    }
    hold(&findings);
}
