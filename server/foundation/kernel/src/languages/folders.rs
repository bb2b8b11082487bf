//! From folders of `.ftl` files to compiled languages, and how to tell that a file changed.

use super::{Compiled, Language, Loaded};
use anyhow::{Context, bail};
use contract::caller::Locale;
use phrases::{Book, compile_over};
use sha2::{Digest, Sha256};
use std::{
    collections::BTreeMap,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    time::SystemTime,
};
use unic_langid::LanguageIdentifier;

/// The message that holds a language's own name.
const NAME: &str = "common-language-name";

/// What the folders looked like: every file with its size and time.
pub type Stamp = BTreeMap<PathBuf, (u64, Option<SystemTime>)>;

/// Names and texts of one language's files.
type Files = Vec<(String, String)>;

/// A folder that can't be read looks empty; loading it says what is wrong.
pub fn stamp(dir: &Path) -> Stamp {
    let mut stamp = Stamp::new();
    let folders = fs::read_dir(dir).into_iter().flatten().flatten();
    for file in folders.flat_map(|folder| fs::read_dir(folder.path()).into_iter().flatten().flatten()) {
        if let Ok(about) = file.metadata() {
            stamp.insert(file.path(), (about.len(), about.modified().ok()));
        }
    }
    stamp
}

pub fn load(dir: &Path, fallback: &str) -> anyhow::Result<Loaded> {
    let files = read(dir)?;
    let books: BTreeMap<&str, Book<'_>> = files
        .iter()
        .map(|(tag, files)| {
            let sources: Vec<_> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
            (tag.as_str(), Book::read(tag, &sources))
        })
        .collect();
    if !books.contains_key(fallback) {
        bail!("no folder {fallback} in {}: the fallback language has to be there", dir.display());
    }
    let mut languages = BTreeMap::new();
    let mut available = Vec::new();
    for tag in books.keys() {
        let (catalogue, problems) = compile_over(&layers(&books, tag, fallback));
        if !problems.is_empty() && *tag == fallback {
            let problems: Vec<_> = problems.iter().map(ToString::to_string).collect();
            bail!("the fallback language {fallback} does not compile:\n{}", problems.join("\n"));
        }
        for problem in problems {
            tracing::warn!(language = tag, "{problem}; taken from the fallback");
        }
        // Every folder has a name of its own, or else goes by its tag: the fallback's would be a lie.
        let name = books[tag].has(NAME).then(|| catalogue.format(NAME, &[])).flatten();
        available.push(Language { locale: Locale((*tag).to_owned()), name: name.unwrap_or_else(|| (*tag).to_owned()) });
        let json = serde_json::to_string(&catalogue).with_context(|| format!("catalogue of {tag} as JSON"))?;
        let hash = short_hash(&json);
        languages.insert((*tag).to_owned(), Arc::new(Compiled { catalogue: Arc::new(catalogue), json, hash }));
    }
    let fallback = languages.get(fallback).map(Arc::clone).context("fallback language went missing")?;
    Ok(Loaded { languages, available, fallback })
}

/// The language itself, its base language, the fallback.
fn layers<'a, 's>(books: &'a BTreeMap<&str, Book<'s>>, tag: &str, fallback: &str) -> Vec<&'a Book<'s>> {
    let mut tags = vec![tag];
    for lower in [tag.split('-').next().unwrap_or(tag), fallback] {
        if !tags.contains(&lower) {
            tags.push(lower);
        }
    }
    tags.into_iter().filter_map(|tag| books.get(tag)).collect()
}

/// Folders by tag, files by name. A folder whose name is no language is left out with a warning, as is a file that isn't text.
fn read(dir: &Path) -> anyhow::Result<BTreeMap<String, Files>> {
    let mut languages = BTreeMap::new();
    for folder in fs::read_dir(dir).with_context(|| format!("languages in {}", dir.display()))? {
        let folder = folder?;
        let name = folder.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') || !folder.path().is_dir() {
            continue;
        }
        // The tag goes on into addresses, `lang` and the browser's plural rules, so it has to be written the canonical way.
        if name.parse::<LanguageIdentifier>().ok().is_none_or(|tag| tag.to_string() != name) {
            tracing::warn!("{}: not a language tag such as pt or pt-BR, left out", folder.path().display());
            continue;
        }
        languages.insert(name.clone(), read_language(&folder.path(), &name)?);
    }
    Ok(languages)
}

fn read_language(folder: &Path, tag: &str) -> anyhow::Result<Files> {
    let mut files = Files::new();
    for file in fs::read_dir(folder).with_context(|| format!("language in {}", folder.display()))? {
        let path = file?.path();
        if path.extension().is_none_or(|extension| extension != "ftl") {
            continue;
        }
        match fs::read_to_string(&path) {
            Ok(text) => files.push((format!("{tag}/{}", path.file_name().unwrap_or_default().to_string_lossy()), text)),
            Err(error) => tracing::warn!("{}: {error}, left out", path.display()),
        }
    }
    // Which of two messages with one id is used must not depend on the file system.
    files.sort();
    Ok(files)
}

fn short_hash(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().take(8).fold(String::new(), |mut hash, byte| {
        // Writing to a string can't fail.
        let _ = write!(hash, "{byte:02x}");
        hash
    })
}
