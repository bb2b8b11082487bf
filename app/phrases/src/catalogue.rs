//! The messages of one language and how one is turned into text.

use crate::pattern::{Pattern, Scope};
use contract::outcome::Argument;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// One language, complete: what it lacks was filled in from its fallback while compiling.
///
/// Attributes are messages of their own, named `id.attribute`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Catalogue {
    /// A BCP 47 tag: whose plural rules apply.
    pub locale: String,
    #[serde(default, skip_serializing_if = "Direction::is_ltr")]
    pub direction: Direction,
    pub messages: BTreeMap<String, Pattern>,
}

/// Which way the script runs: the value of `dir`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    #[default]
    Ltr,
    Rtl,
}

impl Direction {
    pub fn as_str(self) -> &'static str {
        if self.is_ltr() { "ltr" } else { "rtl" }
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
    fn is_ltr(&self) -> bool {
        matches!(self, Self::Ltr)
    }
}

impl Catalogue {
    /// The text of a message; `None` if there is no such message.
    ///
    /// A variable that isn't given shows as `{$name}`, as Fluent does, and picks the default of a choice.
    /// Numbers are written plainly, without grouping: what should look better arrives as text.
    pub fn format(&self, id: &str, arguments: &[(&str, Argument)]) -> Option<String> {
        let pattern = self.messages.get(id)?;
        if let Pattern::Text(text) = pattern {
            return Some(text.clone());
        }
        let mut text = String::new();
        pattern.write(&mut text, &Scope { locale: &self.locale, arguments });
        Some(text)
    }

    /// The variables a message mentions, in any of its branches.
    pub fn variables(&self, id: &str) -> BTreeSet<&str> {
        let mut names = BTreeSet::new();
        if let Some(pattern) = self.messages.get(id) {
            pattern.collect_variables(&mut names);
        }
        names
    }
}
