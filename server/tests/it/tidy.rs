//! The laws of the source, held by reading it: who may depend on whom, how files look, which strings exist.
//! Runs no code of the product. A broken law prints `file:line: law`.

mod dependencies;
mod features;
mod files;
mod strings;

use std::{
    fmt, fs,
    path::{Path, PathBuf},
};

/// Folders that hold nothing of ours.
const FOREIGN: [&str; 9] =
    [".git", "target", "node_modules", "data", "site", "test-results", "playwright-report", "screenshots", "__pycache__"];

/// A place that breaks a law.
struct Finding {
    file: String,
    line: usize,
    law: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.law)
    }
}

fn finding(source: &Source, line: usize, law: impl Into<String>) -> Finding {
    Finding { file: source.path.clone(), line, law: law.into() }
}

/// Fails with all findings, one a line.
fn hold(findings: &[Finding]) {
    let list: Vec<String> = findings.iter().map(ToString::to_string).collect();
    assert!(list.is_empty(), "{} places break the law\n{}\n", list.len(), list.join("\n"));
}

/// A file of the repository.
struct Source {
    /// From the root, with slashes.
    path: String,
    text: String,
}

impl Source {
    /// Lines with their numbers, from 1.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(index, line)| (index + 1, line))
    }

    /// The line that a byte stands in, from 1.
    fn line_of(&self, at: usize) -> usize {
        self.text[..at].matches('\n').count() + 1
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().unwrap()
}

/// Every file below `folder` with one of these endings, in order.
fn sources(folder: &str, endings: &[&str]) -> Vec<Source> {
    let root = root();
    let mut found = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                if !FOREIGN.contains(&name.as_str()) {
                    folders.push(path);
                }
            } else if endings.iter().any(|ending| name.ends_with(ending))
                && let Ok(text) = fs::read_to_string(&path)
            {
                let path = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
                found.push(Source { path, text });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

#[test]
fn the_walk_sees_the_whole_repository() {
    let seen = sources("", &[".rs"]);
    for part in [
        "app/src/",
        "app/contract/src/",
        "app/ui/src/",
        "benches/src/",
        "frontend/src/",
        "migrations/src/",
        "server/src/",
        "server/features/",
        "server/foundation/",
        "xtask/src/",
    ] {
        assert!(seen.iter().any(|source| source.path.starts_with(part)), "nothing of {part}");
    }
}
