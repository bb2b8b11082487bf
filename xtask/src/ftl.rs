//! Holds the languages side by side: the same files, the same messages, the same variables in each.
//!
//! Does not look at the source that uses the messages; that is `tidy`'s part.

mod catalogue;

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result};
use catalogue::{Catalogue, read};

/// The language that the others are compared with.
const REFERENCE: &str = "en";
const REQUIRED: [&str; 4] = ["en", "es", "fr", "pt"];

/// All findings in `locales/<language>/*.ftl`; none when everything is in order.
pub fn lint(locales: &Path) -> Result<Vec<String>> {
    let mut findings = Vec::new();
    let mut languages: BTreeMap<String, Catalogue> =
        REQUIRED.iter().map(|language| ((*language).to_owned(), Catalogue::default())).collect();
    for folder in sorted(locales)? {
        let path = locales.join(&folder);
        if path.is_dir() {
            let catalogue = load(&path, &folder, &mut findings)?;
            languages.insert(folder, catalogue);
        }
    }
    let reference = languages.remove(REFERENCE).unwrap_or_default();
    if reference.files.is_empty() {
        findings.push(format!("{REFERENCE}: has no .ftl files"));
    }
    for (language, catalogue) in &languages {
        compare(&reference, language, catalogue, &mut findings);
    }
    for (language, catalogue) in languages.iter().chain([(&REFERENCE.to_owned(), &reference)]) {
        findings.extend(
            catalogue.dangling().map(|(message, target)| format!("{language}: `{}` refers to `{target}`, which does not exist", message)),
        );
    }
    findings.sort();
    Ok(findings)
}

fn load(folder: &Path, language: &str, findings: &mut Vec<String>) -> Result<Catalogue> {
    let mut catalogue = Catalogue::default();
    for name in sorted(folder)? {
        if name.ends_with(".ftl") {
            let path = folder.join(&name);
            let source = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
            for problem in read(&mut catalogue, &name, &source) {
                findings.push(format!("{language}/{name}: {problem}"));
            }
        }
    }
    Ok(catalogue)
}

fn compare(reference: &Catalogue, language: &str, other: &Catalogue, findings: &mut Vec<String>) {
    for file in reference.files.difference(&other.files) {
        findings.push(format!("{language}/{file}: is missing"));
    }
    for file in other.files.difference(&reference.files) {
        findings.push(format!("{language}/{file}: there is no {REFERENCE}/{file}"));
    }
    for (key, message) in &reference.messages {
        let file = &message.file;
        match other.messages.get(key) {
            // A missing file has been reported as a whole.
            None if !other.files.contains(file) => {}
            None => findings.push(format!("{language}/{file}: `{key}` is missing")),
            Some(translated) => {
                if translated.file != *file {
                    findings.push(format!("{language}/{}: `{key}` belongs in {file}", translated.file));
                }
                let (here, there) = (translated.variables(), message.variables());
                if here != there {
                    findings.push(format!("{language}/{file}: `{key}` uses {here}, {REFERENCE} uses {there}"));
                }
            }
        }
    }
    for (key, message) in &other.messages {
        if !reference.messages.contains_key(key) && reference.files.contains(&message.file) {
            findings.push(format!("{language}/{}: `{key}` is not in {REFERENCE}", message.file));
        }
    }
}

fn sorted(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests;
