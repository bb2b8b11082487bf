//! A language as it was written: entries by name with the place they stand at, and what could not be read.

use super::Problem;
use fluent_syntax::{
    ast::{Attribute, Entry, Pattern},
    parser,
};
use std::collections::{BTreeMap, btree_map};

/// Braces or parentheses deeper than this are refused unread: the parser recurses on them.
const DEEPEST: u32 = 64;

/// The parsed files of one language.
#[derive(Debug)]
pub struct Book<'s> {
    pub(super) locale: String,
    /// Messages by id, terms by id with their leading `-`.
    pub(super) entries: BTreeMap<String, Written<'s>>,
    pub(super) problems: Vec<Problem>,
}

/// One message or term.
#[derive(Debug)]
pub struct Written<'s> {
    pub file: &'s str,
    pub line: u32,
    pub value: Option<Pattern<&'s str>>,
    pub attributes: Vec<Attribute<&'s str>>,
}

impl<'s> Written<'s> {
    /// The value under its name and each attribute under `name.attribute`.
    pub fn patterns<'a>(&'a self, name: &'a str) -> impl Iterator<Item = (String, &'a Pattern<&'s str>)> {
        let value = self.value.iter().map(|value| (name.to_owned(), value));
        value.chain(self.attributes.iter().map(move |attribute| (format!("{name}.{}", attribute.id.name), &attribute.value)))
    }
}

impl<'s> Book<'s> {
    /// Reads what can be read; the rest is remembered as problems.
    pub fn read(locale: &str, sources: &[(&'s str, &'s str)]) -> Self {
        let mut book = Self { locale: locale.to_owned(), entries: BTreeMap::new(), problems: Vec::new() };
        for (file, text) in sources {
            book.read_file(file, text);
        }
        book
    }

    /// Whether the book itself has a message with that id and a value.
    pub fn has(&self, id: &str) -> bool {
        self.entries.get(id).is_some_and(|entry| entry.value.is_some())
    }

    fn read_file(&mut self, file: &'s str, text: &'s str) {
        let problem = |line, message| Problem { file: file.to_owned(), line, message };
        // A byte order mark is not part of the first id.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if let Some(line) = too_deep(text) {
            self.problems.push(problem(line, format!("nested deeper than {DEEPEST} levels, the file is left out")));
            return;
        }
        let resource = match parser::parse_runtime(text) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                self.problems.extend(errors.iter().map(|error| problem(line_at(text, error.pos.start), error.kind.to_string())));
                resource
            }
        };
        for entry in resource.body {
            let (name, id, written) = match entry {
                Entry::Message(message) => (message.id.name.to_owned(), message.id.name, (message.value, message.attributes)),
                Entry::Term(term) => (format!("-{}", term.id.name), term.id.name, (Some(term.value), term.attributes)),
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => continue,
            };
            // Names are slices of the text, so their address tells where they stand.
            let line = line_at(text, (id.as_ptr() as usize).saturating_sub(text.as_ptr() as usize));
            match self.entries.entry(name) {
                btree_map::Entry::Vacant(place) => {
                    place.insert(Written { file, line, value: written.0, attributes: written.1 });
                }
                btree_map::Entry::Occupied(first) => {
                    let place = format!("{}:{}", first.get().file, first.get().line);
                    self.problems.push(problem(line, format!("{}: stands already at {place}, which is used", first.key())));
                }
            }
        }
    }
}

fn line_at(text: &str, offset: usize) -> u32 {
    let before = text.as_bytes().iter().take(offset).filter(|byte| **byte == b'\n').count();
    u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1)
}

/// The first line on which an entry nests too deeply. Crude on purpose: braces in quotes count, which no honest text notices.
fn too_deep(text: &str) -> Option<u32> {
    let (mut braces, mut parentheses) = (0_u32, 0_u32);
    for (number, line) in std::iter::zip(1.., text.lines()) {
        if line.starts_with(|first: char| first.is_ascii_alphabetic() || first == '-' || first == '#') {
            (braces, parentheses) = (0, 0);
        }
        for byte in line.bytes() {
            match byte {
                b'{' => braces += 1,
                b'}' => (braces, parentheses) = (braces.saturating_sub(1), 0),
                b'(' if braces > 0 => parentheses += 1,
                b')' => parentheses = parentheses.saturating_sub(1),
                _ => continue,
            }
            if braces > DEEPEST || parentheses > DEEPEST {
                return Some(number);
            }
        }
    }
    None
}
