//! From `.ftl` to a [`Catalogue`]: parses, resolves references, folds what is constant and names what is wrong by file and line.
//! Reads no files. Any input is answered, whatever it holds: nesting, references and size are limited.

mod book;
mod inline;

pub use book::Book;

use crate::{
    catalogue::{Catalogue, Direction},
    pattern::Pattern,
};
use inline::Inliner;
use std::{collections::BTreeMap, fmt};

/// Something a translator has to mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub file: String,
    /// Counted from 1.
    pub line: u32,
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

/// Compiles a language that stands on its own. `sources` are file names with their text.
///
/// # Errors
/// Every problem of every file: syntax, ids that appear twice, references to nothing or in a circle, unknown functions.
pub fn compile(locale: &str, sources: &[(&str, &str)]) -> Result<Catalogue, Vec<Problem>> {
    match compile_over(&[&Book::read(locale, sources)]) {
        (catalogue, problems) if problems.is_empty() => Ok(catalogue),
        (_, problems) => Err(problems),
    }
}

/// Compiles the first book; what it lacks or has broken comes from the next that has it, under that book's plural rules.
///
/// The problems are those of the first book only.
pub fn compile_over(books: &[&Book<'_>]) -> (Catalogue, Vec<Problem>) {
    let Some(first) = books.first() else {
        return (Catalogue::default(), Vec::new());
    };
    let mut problems = first.problems.clone();
    let mut messages = BTreeMap::new();
    for (layer, book) in books.iter().enumerate() {
        for (name, entry) in &book.entries {
            for (id, source) in entry.patterns(name) {
                // Terms are for other messages only; they are compiled all the same, to report what is wrong with them.
                let is_term = id.starts_with('-');
                if messages.contains_key(&id) || (is_term && layer > 0) {
                    continue;
                }
                match Inliner::new(books, layer).compile(&id, source) {
                    Ok(_) if is_term => {}
                    Ok(pattern) => {
                        messages.insert(id, pattern);
                    }
                    Err(message) if layer == 0 => {
                        problems.push(Problem { file: entry.file.to_owned(), line: entry.line, message: format!("{id}: {message}") });
                    }
                    Err(_) => {}
                }
            }
        }
    }
    problems.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    (Catalogue { locale: first.locale.clone(), direction: direction(&first.locale), messages }, problems)
}

/// By script if the tag has one, else by language.
fn direction(locale: &str) -> Direction {
    const SCRIPTS: [&str; 8] = ["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg", "Mand"];
    const LANGUAGES: [&str; 15] = ["ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi", "arz"];
    let mut subtags = locale.split('-');
    let language = subtags.next().unwrap_or_default();
    let rtl = match subtags.find(|subtag| subtag.len() == 4 && subtag.starts_with(|first: char| first.is_ascii_alphabetic())) {
        Some(script) => SCRIPTS.contains(&script),
        None => LANGUAGES.contains(&language),
    };
    if rtl { Direction::Rtl } else { Direction::Ltr }
}

/// Joins neighbouring text and drops empty parts, so that most messages end as one string.
fn joined(parts: Vec<Pattern>) -> Pattern {
    let mut joined: Vec<Pattern> = Vec::new();
    let mut queue = parts.into_iter().flat_map(|part| match part {
        Pattern::Sequence(inner) => inner,
        other => vec![other],
    });
    let push = |part: Pattern| match (joined.last_mut(), part) {
        (Some(Pattern::Text(before)), Pattern::Text(text)) => before.push_str(&text),
        (_, Pattern::Text(text)) if text.is_empty() => {}
        (_, part) => joined.push(part),
    };
    queue.by_ref().for_each(push);
    match joined.len() {
        0 => Pattern::Text(String::new()),
        1 => joined.remove(0),
        _ => Pattern::Sequence(joined),
    }
}
