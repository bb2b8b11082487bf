//! The compiled form of a message and its evaluation.
//!
//! On the wire, text is a string, a sequence an array, a placeable an object: `["Hi ", {"$": "name"}]`, and a choice is
//! `{"$": "count", "?": [["one", "a mix"], ["*other", "mixes"]]}` with a star at the default.

use crate::{
    number::{NumberStyle, plain},
    plural,
};
use contract::outcome::Argument;
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{MapAccess, SeqAccess, Visitor, value::MapAccessDeserializer},
};
use std::{collections::BTreeSet, fmt};

/// What a message is made of once its references are resolved.
#[derive(Clone, Debug, PartialEq)]
pub enum Pattern {
    Text(String),
    Sequence(Vec<Self>),
    Placeable(Box<Placeable>),
}

/// A variable, or a choice by it when there are cases.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Placeable {
    #[serde(rename = "$")]
    pub variable: String,
    #[serde(rename = "n", default, skip_serializing_if = "Option::is_none")]
    pub number: Option<NumberStyle>,
    /// Keys in the order of the source: a name, a plural category or a number, the default with a `*` before it.
    #[serde(rename = "?", default, skip_serializing_if = "Vec::is_empty")]
    pub cases: Vec<(String, Pattern)>,
    /// The language of the plural rules, where it isn't the catalogue's: the pattern was filled in from the fallback.
    #[serde(rename = "l", default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
}

/// What a pattern is evaluated against.
pub struct Scope<'a> {
    pub locale: &'a str,
    pub arguments: &'a [(&'a str, Argument)],
}

impl Pattern {
    pub(crate) fn write(&self, out: &mut String, scope: &Scope<'_>) {
        match self {
            Self::Text(text) => out.push_str(text),
            Self::Sequence(parts) => parts.iter().for_each(|part| part.write(out, scope)),
            Self::Placeable(placeable) => placeable.write(out, scope),
        }
    }

    pub(crate) fn collect_variables<'a>(&'a self, names: &mut BTreeSet<&'a str>) {
        match self {
            Self::Text(_) => {}
            Self::Sequence(parts) => parts.iter().for_each(|part| part.collect_variables(names)),
            Self::Placeable(placeable) => {
                names.insert(&placeable.variable);
                placeable.cases.iter().for_each(|(_, pattern)| pattern.collect_variables(names));
            }
        }
    }
}

impl Placeable {
    fn write(&self, out: &mut String, scope: &Scope<'_>) {
        let argument = scope.arguments.iter().find(|(name, _)| *name == self.variable).map(|(_, argument)| argument);
        if !self.cases.is_empty() {
            if let Some(pattern) = self.choose(argument, scope.locale) {
                pattern.write(out, scope);
            }
            return;
        }
        match argument {
            Some(Argument::Text(text)) => out.push_str(text),
            Some(Argument::Number(number)) => out.push_str(&plain(*number, self.number.unwrap_or_default())),
            None => {
                out.push_str("{$");
                out.push_str(&self.variable);
                out.push('}');
            }
        }
    }

    /// The first case whose key fits, else the default.
    pub(crate) fn choose(&self, argument: Option<&Argument>, locale: &str) -> Option<&Pattern> {
        let mut category = None;
        let mut fits = |key: &str| match argument {
            None => false,
            Some(Argument::Text(text)) => !is_number(key) && key == text,
            Some(Argument::Number(number)) if is_number(key) => key == plain(*number, NumberStyle::KEY),
            Some(Argument::Number(number)) => {
                let locale = self.locale.as_deref().unwrap_or(locale);
                key == category.get_or_insert_with(|| plural::category(locale, *number, self.number.unwrap_or_default())).as_ref()
            }
        };
        let mut default = None;
        for (key, pattern) in &self.cases {
            let bare = key.strip_prefix('*');
            if fits(bare.unwrap_or(key)) {
                return Some(pattern);
            }
            if bare.is_some() {
                default = Some(pattern);
            }
        }
        default
    }
}

fn is_number(key: &str) -> bool {
    key.starts_with(|first: char| first == '-' || first.is_ascii_digit())
}

impl Serialize for Pattern {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Sequence(parts) => parts.serialize(serializer),
            Self::Placeable(placeable) => placeable.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Pattern {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyPattern)
    }
}

/// By hand, since serde's untagged enums buffer their input and cost the browser a second decoder.
struct AnyPattern;

impl<'de> Visitor<'de> for AnyPattern {
    type Value = Pattern;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a pattern")
    }

    fn visit_str<E>(self, text: &str) -> Result<Pattern, E> {
        Ok(Pattern::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Pattern, A::Error> {
        let mut parts = Vec::new();
        while let Some(part) = items.next_element()? {
            parts.push(part);
        }
        Ok(Pattern::Sequence(parts))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Pattern, A::Error> {
        Placeable::deserialize(MapAccessDeserializer::new(map)).map(|placeable| Pattern::Placeable(Box::new(placeable)))
    }
}
