//! The messages of one language: which file, which variables, which other messages they refer to.
//!
//! An attribute is an entry of its own (`mixes-search.placeholder`), a term keeps its dash (`-brand`).

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::{
    ast::{Attribute, CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};

#[derive(Debug, Default)]
pub struct Catalogue {
    pub files: BTreeSet<String>,
    pub messages: BTreeMap<String, Message>,
}

#[derive(Debug, Default)]
pub struct Message {
    pub file: String,
    variables: BTreeSet<String>,
    references: BTreeSet<String>,
}

impl Message {
    /// `$count, $title`, or `no variable`.
    pub fn variables(&self) -> String {
        if self.variables.is_empty() {
            return "no variable".to_owned();
        }
        let named: Vec<String> = self.variables.iter().map(|name| format!("${name}")).collect();
        named.join(", ")
    }
}

impl Catalogue {
    /// Every reference to an entry that isn't there, after the entry that makes it.
    pub fn dangling(&self) -> impl Iterator<Item = (&str, &str)> {
        self.messages.iter().flat_map(|(key, message)| {
            let missing = message.references.iter().filter(|target| !self.messages.contains_key(*target));
            missing.map(|target| (key.as_str(), target.as_str()))
        })
    }

    fn add(&mut self, key: String, file: &str, value: Option<&Pattern<&str>>, problems: &mut Vec<String>) {
        let mut message = Message { file: file.to_owned(), ..Message::default() };
        if let Some(value) = value {
            message.pattern(value);
        }
        if let Some(earlier) = self.messages.get(&key) {
            problems.push(format!("`{key}` is already in {}", earlier.file));
        } else {
            self.messages.insert(key, message);
        }
    }

    fn add_all(&mut self, id: &str, file: &str, value: Option<&Pattern<&str>>, attributes: &[Attribute<&str>], problems: &mut Vec<String>) {
        self.add(id.to_owned(), file, value, problems);
        for attribute in attributes {
            self.add(format!("{id}.{}", attribute.id.name), file, Some(&attribute.value), problems);
        }
    }
}

/// Adds the messages of a file. Returns what is wrong with the file by itself.
pub fn read(catalogue: &mut Catalogue, file: &str, source: &str) -> Vec<String> {
    let mut problems = Vec::new();
    catalogue.files.insert(file.to_owned());
    let resource = match parser::parse(source) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                let line = source.get(..error.pos.start).unwrap_or(source).matches('\n').count() + 1;
                problems.push(format!("line {line}: {}", error.kind));
            }
            resource
        }
    };
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                let value = message.value.as_ref();
                catalogue.add_all(message.id.name, file, value, &message.attributes, &mut problems);
            }
            Entry::Term(term) => {
                let id = format!("-{}", term.id.name);
                catalogue.add_all(&id, file, Some(&term.value), &term.attributes, &mut problems);
            }
            // Junk stands in the list of errors.
            Entry::Junk { .. } | Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
        }
    }
    problems
}

impl Message {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, attribute } => {
                self.references.insert(with_attribute(id.name, attribute.as_ref().map(|id| id.name)));
            }
            InlineExpression::TermReference { id, attribute, arguments } => {
                let term = format!("-{}", id.name);
                self.references.insert(with_attribute(&term, attribute.as_ref().map(|id| id.name)));
                if let Some(arguments) = arguments {
                    self.arguments(arguments);
                }
            }
            InlineExpression::FunctionReference { arguments, .. } => self.arguments(arguments),
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }

    fn arguments(&mut self, arguments: &CallArguments<&str>) {
        for argument in &arguments.positional {
            self.inline(argument);
        }
        for argument in &arguments.named {
            self.inline(&argument.value);
        }
    }
}

fn with_attribute(id: &str, attribute: Option<&str>) -> String {
    attribute.map_or_else(|| id.to_owned(), |attribute| format!("{id}.{attribute}"))
}
