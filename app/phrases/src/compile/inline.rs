//! Resolves one message: references and terms become part of it, choices by a constant are made here and now.

use super::{Book, joined};
use crate::{
    number::{NumberStyle, plain},
    pattern::{Pattern, Placeable},
};
use contract::outcome::Argument;
use fluent_syntax::{
    ast::{self, CallArguments, Expression, InlineExpression, PatternElement, VariantKey},
    unicode::unescape_unicode_to_string,
};

/// A chain of references, or choices and braces within each other, longer than this is refused. JSON readers stop at 128 levels, of which
/// a choice takes four.
const DEEPEST: usize = 24;
/// References multiply: what a message may grow to, in parts and bytes.
const LARGEST: usize = 64 * 1024;
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

type Source<'s> = ast::Pattern<&'s str>;
type Inline<'s> = InlineExpression<&'s str>;
type Result<T> = std::result::Result<T, String>;

/// The work on one message.
pub struct Inliner<'a, 's> {
    books: &'a [&'a Book<'s>],
    /// The book the pattern at hand stands in; its references look there and further down.
    layer: usize,
    /// Ids on the way to the pattern at hand.
    path: Vec<String>,
    depth: usize,
    size: usize,
    /// Within a term: what it was called with. Variables mean these then, never the message's.
    given: Option<Vec<(String, Argument, NumberStyle)>>,
}

/// What a choice goes by.
enum Selector {
    Variable(String, Option<NumberStyle>),
    Known(Option<Argument>, Option<NumberStyle>),
}

impl<'a, 's> Inliner<'a, 's> {
    pub fn new(books: &'a [&'a Book<'s>], layer: usize) -> Self {
        Self { books, layer, path: Vec::new(), depth: 0, size: 0, given: None }
    }

    pub fn compile(mut self, id: &str, source: &Source<'s>) -> Result<Pattern> {
        if id.starts_with('-') {
            self.given = Some(Vec::new());
        }
        self.path.push(id.to_owned());
        self.pattern(source)
    }

    fn pattern(&mut self, source: &Source<'s>) -> Result<Pattern> {
        if self.depth >= DEEPEST {
            return Err(format!("nested deeper than {DEEPEST} levels"));
        }
        self.depth += 1;
        let parts = source.elements.iter().map(|element| match element {
            PatternElement::TextElement { value } => self.text((*value).to_owned()),
            PatternElement::Placeable { expression } => self.expression(expression),
        });
        let parts = parts.collect::<Result<Vec<_>>>()?;
        self.depth -= 1;
        Ok(joined(parts))
    }

    fn text(&mut self, text: String) -> Result<Pattern> {
        self.grow(text.len() + 1)?;
        Ok(Pattern::Text(text))
    }

    fn grow(&mut self, by: usize) -> Result<()> {
        self.size += by;
        if self.size > LARGEST { Err(format!("grows beyond {LARGEST} bytes")) } else { Ok(()) }
    }

    fn expression(&mut self, expression: &Expression<&'s str>) -> Result<Pattern> {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                let selector = self.selector(selector)?;
                let mut cases = Vec::new();
                for variant in variants {
                    let key = match &variant.key {
                        VariantKey::Identifier { name } => (*name).to_owned(),
                        VariantKey::NumberLiteral { value } => plain(number(value)?, NumberStyle::KEY),
                    };
                    let star = if variant.default { "*" } else { "" };
                    cases.push((format!("{star}{key}"), self.pattern(&variant.value)?));
                }
                self.grow(cases.len())?;
                self.choice(selector, cases)
            }
        }
    }

    /// Makes a choice by a known value; keeps one by a variable.
    fn choice(&self, selector: Selector, cases: Vec<(String, Pattern)>) -> Result<Pattern> {
        let locale = &self.books[self.layer].locale;
        match selector {
            Selector::Known(value, number) => {
                let placeable = Placeable { number, cases, ..Placeable::default() };
                placeable.choose(value.as_ref(), locale).cloned().ok_or_else(|| "a choice has no default".to_owned())
            }
            Selector::Variable(variable, number) => {
                let counts = cases.iter().any(|(key, _)| CATEGORIES.contains(&key.trim_start_matches('*')));
                let locale = (counts && self.layer > 0).then(|| locale.clone());
                Ok(Pattern::Placeable(Box::new(Placeable { variable, number, cases, locale })))
            }
        }
    }

    fn selector(&mut self, selector: &Inline<'s>) -> Result<Selector> {
        Ok(match selector {
            InlineExpression::StringLiteral { value } => {
                Selector::Known(Some(Argument::Text(unescape_unicode_to_string(value).into_owned())), None)
            }
            InlineExpression::NumberLiteral { value } => Selector::Known(Some(Argument::Number(number(value)?)), Some(written(value))),
            InlineExpression::VariableReference { id } => self.variable(id.name, None),
            InlineExpression::FunctionReference { id, arguments } => self.function(id.name, arguments)?,
            InlineExpression::TermReference { .. } => match self.inline(selector)? {
                Pattern::Text(text) => Selector::Known(Some(Argument::Text(text)), None),
                _ => return Err("a choice by a term needs one whose attribute is plain text".to_owned()),
            },
            InlineExpression::MessageReference { .. } | InlineExpression::Placeable { .. } => {
                return Err("a choice goes by a variable, a number or a term's attribute".to_owned());
            }
        })
    }

    /// A variable of the message or, within a term, what the term was given under that name.
    fn variable(&self, name: &str, style: Option<NumberStyle>) -> Selector {
        let Some(given) = &self.given else {
            return Selector::Variable(name.to_owned(), style);
        };
        match given.iter().find(|(known, ..)| known == name) {
            Some((_, value, own)) => Selector::Known(Some(value.clone()), style.or(Some(*own))),
            None => Selector::Known(None, None),
        }
    }

    fn inline(&mut self, inline: &Inline<'s>) -> Result<Pattern> {
        match inline {
            InlineExpression::StringLiteral { value } => self.text(unescape_unicode_to_string(value).into_owned()),
            InlineExpression::NumberLiteral { value } => self.text(plain(number(value)?, written(value))),
            InlineExpression::VariableReference { id } => self.shown(self.variable(id.name, None), id.name),
            InlineExpression::FunctionReference { id, arguments } => {
                let selector = self.function(id.name, arguments)?;
                self.shown(selector, id.name)
            }
            InlineExpression::Placeable { expression } => {
                self.depth += 1;
                let pattern = if self.depth < DEEPEST { self.expression(expression) } else { Err("too many braces".to_owned()) };
                self.depth -= 1;
                pattern
            }
            InlineExpression::MessageReference { id, attribute } => self.reference(id.name.to_owned(), attribute.as_ref().map(|a| a.name)),
            InlineExpression::TermReference { id, attribute, arguments } => {
                let given = arguments.as_ref().map_or(Ok(Vec::new()), named)?;
                let outside = self.given.replace(given);
                let pattern = self.reference(format!("-{}", id.name), attribute.as_ref().map(|a| a.name));
                self.given = outside;
                pattern
            }
        }
    }

    fn shown(&mut self, selector: Selector, name: &str) -> Result<Pattern> {
        match selector {
            Selector::Variable(variable, number) => {
                self.grow(variable.len() + 1)?;
                Ok(Pattern::Placeable(Box::new(Placeable { variable, number, ..Placeable::default() })))
            }
            Selector::Known(Some(Argument::Text(text)), _) => self.text(text),
            Selector::Known(Some(Argument::Number(value)), style) => self.text(plain(value, style.unwrap_or_default())),
            Selector::Known(None, _) => self.text(format!("{{${name}}}")),
        }
    }

    fn function(&mut self, name: &str, arguments: &CallArguments<&'s str>) -> Result<Selector> {
        if name != "NUMBER" {
            return Err(format!("there is no function {name}, only NUMBER"));
        }
        let style = style(arguments)?;
        match arguments.positional.as_slice() {
            [InlineExpression::VariableReference { id }] => Ok(self.variable(id.name, Some(style))),
            [InlineExpression::NumberLiteral { value }] => Ok(Selector::Known(Some(Argument::Number(number(value)?)), Some(style))),
            _ => Err("NUMBER takes one variable or number".to_owned()),
        }
    }

    /// Another entry in place of its name.
    fn reference(&mut self, name: String, attribute: Option<&str>) -> Result<Pattern> {
        let id = attribute.map_or_else(|| name.clone(), |attribute| format!("{name}.{attribute}"));
        if self.path.contains(&id) {
            return Err(format!("{id} refers to itself"));
        }
        let books = self.books;
        let found = books.iter().enumerate().skip(self.layer).find_map(|(layer, book)| {
            let entry = book.entries.get(&name)?;
            let source = match attribute {
                None => entry.value.as_ref(),
                Some(attribute) => entry.attributes.iter().find(|a| a.id.name == attribute).map(|a| &a.value),
            };
            source.map(|source| (layer, source))
        });
        let Some((layer, source)) = found else {
            return Err(format!("there is no {id}"));
        };
        self.path.push(id);
        let above = std::mem::replace(&mut self.layer, layer);
        let pattern = self.pattern(source);
        self.layer = above;
        self.path.pop();
        pattern
    }
}

fn number(literal: &str) -> Result<f64> {
    literal.parse().map_err(|_| format!("{literal} is not a number"))
}

/// A literal keeps the fraction digits it was written with.
fn written(literal: &str) -> NumberStyle {
    let digits = literal.split_once('.').map_or(0, |(_, fraction)| u8::try_from(fraction.len()).unwrap_or(u8::MAX));
    NumberStyle::from((digits, digits.max(NumberStyle::default().maximum_fraction_digits), false))
}

/// What a term is called with. Positional arguments mean nothing to a term.
fn named(arguments: &CallArguments<&str>) -> Result<Vec<(String, Argument, NumberStyle)>> {
    let given = arguments.named.iter().map(|argument| match &argument.value {
        InlineExpression::StringLiteral { value } => {
            let text = Argument::Text(unescape_unicode_to_string(value).into_owned());
            Ok((argument.name.name.to_owned(), text, NumberStyle::default()))
        }
        InlineExpression::NumberLiteral { value } => Ok((argument.name.name.to_owned(), Argument::Number(number(value)?), written(value))),
        _ => Err(format!("{} is given neither text nor a number", argument.name.name)),
    });
    given.collect()
}

fn style(arguments: &CallArguments<&str>) -> Result<NumberStyle> {
    let (mut minimum, mut maximum, mut ordinal) = (None, None, false);
    for option in &arguments.named {
        match (option.name.name, &option.value) {
            ("minimumFractionDigits", InlineExpression::NumberLiteral { value }) => minimum = Some(number(value)? as u8),
            ("maximumFractionDigits", InlineExpression::NumberLiteral { value }) => maximum = Some(number(value)? as u8),
            ("type", InlineExpression::StringLiteral { value: "ordinal" }) => ordinal = true,
            ("type", InlineExpression::StringLiteral { value: "cardinal" }) => {}
            (name, _) => return Err(format!("NUMBER knows no such {name}")),
        }
    }
    let least = minimum.unwrap_or(0);
    let most = maximum.unwrap_or_else(|| NumberStyle::default().maximum_fraction_digits.max(least));
    Ok(NumberStyle::from((least.min(most), most, ordinal)))
}
