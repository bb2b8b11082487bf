//! Who may depend on whom: the law of docs/ARCHITECTURE.md, asked of cargo itself.

use super::{Finding, finding, hold, root, sources};
use serde_json::Value;
use std::process::Command;

/// What the browser's side must never reach.
const SERVER_ONLY: [&str; 8] = ["axum", "hyper", "mio", "reqwest", "sea-orm", "sqlx", "sqlx-core", "tokio"];

/// Foundations that use nothing of ours, not even in tests: they know texts, and would serve any house.
const ALONE: [&str; 1] = ["tracklists"];

/// Where a crate of ours stands.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Place {
    Frontend,
    App,
    /// `ui`, `contract` and `phrases`: shared by both sides.
    Shared,
    Server,
    Feature,
    Foundation,
    Migrations,
    /// Measures the built program from outside.
    Benches,
    Xtask,
}

impl Place {
    fn of(manifest: &str) -> Self {
        let folder = manifest.trim_end_matches("/Cargo.toml");
        match folder {
            "frontend" => Self::Frontend,
            "app" => Self::App,
            "server" => Self::Server,
            "migrations" => Self::Migrations,
            "benches" => Self::Benches,
            "xtask" => Self::Xtask,
            _ if folder.starts_with("app/") => Self::Shared,
            _ if folder.starts_with("server/features/") => Self::Feature,
            _ if folder.starts_with("server/foundation/") => Self::Foundation,
            _ => panic!("{folder} has no place in the dependency law"),
        }
    }

    /// Whether the code of a crate here may use a crate there.
    fn may_use(self, other: Self, name: &str) -> bool {
        match self {
            Self::Frontend => matches!(other, Self::App | Self::Shared),
            Self::App => other == Self::Shared,
            Self::Shared => name == "contract",
            Self::Feature | Self::Foundation => other == Self::Foundation || (other == Self::Shared && name != "ui"),
            Self::Server => !matches!(other, Self::Frontend | Self::Benches | Self::Xtask),
            Self::Migrations | Self::Benches | Self::Xtask => false,
        }
    }
}

/// A dependency of one crate of ours on another.
struct Edge {
    from: (String, Place, String),
    to: (String, Place),
    dev: bool,
}

fn edges() -> Vec<Edge> {
    let output = cargo(&["metadata", "--offline", "--no-deps", "--format-version", "1"]);
    let metadata: Value = serde_json::from_str(&output).unwrap();
    let root = format!("{}/", root().display());
    let manifest = |package: &Value| package["manifest_path"].as_str().unwrap().trim_start_matches(&root).to_owned();
    let packages = metadata["packages"].as_array().unwrap();
    let mut edges = Vec::new();
    for package in packages {
        let from = (package["name"].as_str().unwrap().to_owned(), Place::of(&manifest(package)), manifest(package));
        for dependency in package["dependencies"].as_array().unwrap() {
            let name = dependency["name"].as_str().unwrap();
            if let Some(other) = packages.iter().find(|other| other["name"] == name && dependency["path"].is_string()) {
                let dev = dependency["kind"] == "dev";
                edges.push(Edge { from: from.clone(), to: (name.to_owned(), Place::of(&manifest(other))), dev });
            }
        }
    }
    assert!(edges.len() > 20, "cargo told of {} dependencies only", edges.len());
    edges
}

fn cargo(arguments: &[&str]) -> String {
    let program = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(program).args(arguments).current_dir(root()).output().unwrap();
    assert!(output.status.success(), "cargo {}: {}", arguments.join(" "), String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn broken(edge: &Edge, law: &str) -> Finding {
    Finding { file: edge.from.2.clone(), line: 1, law: format!("{} depends on {}: {law}", edge.from.0, edge.to.0) }
}

#[test]
fn crates_depend_on_what_their_place_allows() {
    let findings: Vec<Finding> = edges()
        .iter()
        // A test may build an install; `testing` builds one for every test.
        .filter(|edge| !edge.dev && edge.from.0 != "testing")
        .filter(|edge| !edge.from.1.may_use(edge.to.1, &edge.to.0))
        .map(|edge| broken(edge, &format!("{:?} may not use {:?}", edge.from.1, edge.to.1)))
        .collect();
    hold(&findings);
}

#[test]
fn features_never_depend_on_each_other_not_even_in_tests() {
    let edges = edges();
    let between = edges.iter().filter(|edge| edge.from.1 == Place::Feature && edge.to.1 == Place::Feature);
    hold(&between.map(|edge| broken(edge, "features meet in events and in server/src/wiring.rs")).collect::<Vec<_>>());
}

#[test]
fn a_foundation_that_stands_alone_depends_on_nothing_of_ours() {
    let edges = edges();
    for name in ALONE {
        assert!(root().join(format!("server/foundation/{name}/Cargo.toml")).is_file(), "{name} is no foundation");
    }
    let used = edges.iter().filter(|edge| ALONE.contains(&edge.from.0.as_str()));
    hold(&used.map(|edge| broken(edge, "it stands alone")).collect::<Vec<_>>());
}

#[test]
fn testing_is_for_tests() {
    let edges = edges();
    let used = edges.iter().filter(|edge| edge.to.0 == "testing" && !edge.dev);
    hold(&used.map(|edge| broken(edge, "`testing` belongs in [dev-dependencies]")).collect::<Vec<_>>());
}

#[test]
fn the_browser_side_reaches_no_database_no_runtime_and_no_server() {
    let tree = cargo(&[
        "tree",
        "--offline",
        "-p",
        "frontend",
        "--target",
        "wasm32-unknown-unknown",
        "-e",
        "normal",
        "--prefix",
        "none",
        "--format",
        "{p}",
    ]);
    assert!(tree.contains("leptos "), "that is not the frontend's tree");
    let reached = SERVER_ONLY.iter().filter(|name| tree.lines().any(|line| line.split(' ').next() == Some(name)));
    let law = |name: &&str| Finding {
        file: "frontend/Cargo.toml".to_owned(),
        line: 1,
        law: format!("{name} is in the wasm graph; ask `cargo tree -p frontend --target wasm32-unknown-unknown -i {name}`"),
    };
    hold(&reached.map(law).collect::<Vec<_>>());
}

#[test]
fn foundations_use_the_plain_words_of_the_contract_only() {
    const ALLOWED: [&str; 5] = ["caller", "failure", "ids", "outcome", "shown"];
    let mut findings = Vec::new();
    for source in sources("server/foundation", &[".rs"]) {
        for module in contract_modules(&source.text) {
            if !ALLOWED.contains(&module.1.as_str()) {
                findings.push(finding(&source, source.line_of(module.0), format!("a foundation may not use contract::{}", module.1)));
            }
        }
    }
    hold(&findings);
}

/// The modules named after `contract::`, with where; also those of a braced list.
fn contract_modules(text: &str) -> Vec<(usize, String)> {
    let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut found = Vec::new();
    for (at, start) in text.match_indices("contract::") {
        let rest = &text[at + start.len()..];
        let Some(list) = rest.strip_prefix('{') else {
            found.push((at, word(rest)));
            continue;
        };
        let (mut depth, mut begins) = (0, true);
        for (offset, c) in list.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => begins = true,
                c if begins && c.is_alphabetic() => {
                    begins = false;
                    found.push((at, word(&list[offset..])));
                }
                _ => {}
            }
        }
    }
    found
}

#[test]
fn lists_of_modules_are_read_whole() {
    let modules: Vec<String> = contract_modules("use contract::{caller::{Caller, Role}, mixes::MixSummary};\ncontract::ids::MixId")
        .into_iter()
        .map(|found| found.1)
        .collect();
    assert_eq!(modules, ["caller", "mixes", "ids"]);
}

#[test]
fn migrations_know_no_entity() {
    let mut findings = Vec::new();
    for source in sources("migrations", &[".rs", ".toml"]) {
        for (line, text) in source.lines() {
            if ["DeriveEntityModel", "DeriveRelation", "EntityTrait", "::entity::"].iter().any(|entity| text.contains(entity)) {
                findings.push(finding(&source, line, "a migration spells its columns: entities change, landed migrations don't"));
            }
        }
    }
    hold(&findings);
}
