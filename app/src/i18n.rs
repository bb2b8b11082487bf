//! The reader's language as a signal: switching it changes every text in place.

use contract::{
    caller::Locale,
    failure::Failure,
    outcome::{Argument, Message},
};
use leptos::prelude::*;
use phrases::Catalogue;
use std::sync::Arc;

/// The active catalogue. Cheap to copy into every closure.
#[derive(Clone, Copy)]
pub struct I18n {
    catalogue: RwSignal<Arc<Catalogue>>,
}

impl I18n {
    /// Makes the catalogue the language of all views below.
    pub fn provide(catalogue: Arc<Catalogue>) -> Self {
        let i18n = Self { catalogue: RwSignal::new(catalogue) };
        provide_context(i18n);
        i18n
    }

    /// The text of a message; its id when there is none, so that a gap is seen.
    pub fn text(self, id: &str, arguments: &[(&str, Argument)]) -> String {
        self.catalogue.with(|catalogue| catalogue.format(id, arguments).unwrap_or_else(|| id.to_owned()))
    }

    /// The text of a message as a signal.
    ///
    /// One function for all messages, and `texts_with` for all that take arguments: a closure of its own for each makes the WASM larger.
    pub fn texts(self, id: &'static str) -> Signal<String> {
        Signal::derive(move || self.text(id, &[]))
    }

    /// The same for a message with arguments, which are asked for each time.
    pub fn texts_with(self, id: &'static str, arguments: Box<dyn Fn() -> Vec<(&'static str, Argument)> + Send + Sync>) -> Signal<String> {
        Signal::derive(move || self.text(id, &arguments()))
    }

    /// The text of a refusal.
    pub fn message(self, message: &Message) -> String {
        let arguments: Vec<_> = message.arguments.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
        self.text(&message.id, &arguments)
    }

    /// The text of a failure.
    pub fn failure(self, failure: &Failure) -> String {
        match failure {
            Failure::Internal { trace_id } => self.text(failure.message_id(), &[("trace", Argument::Text(trace_id.clone()))]),
            Failure::TooManyRequests { seconds } => self.text(failure.message_id(), &[("seconds", Argument::Number(*seconds as f64))]),
            _ => self.text(failure.message_id(), &[]),
        }
    }

    /// The active language; tracked.
    pub fn locale(self) -> Locale {
        self.catalogue.with(|catalogue| Locale(catalogue.locale.clone()))
    }

    /// Changes the language of everything on the page.
    pub fn switch(self, catalogue: Arc<Catalogue>) {
        self.catalogue.set(catalogue);
    }
}

/// The language of this view.
pub fn use_i18n() -> I18n {
    expect_context()
}

/// A translated text as a signal: `t!(i18n, "mixes-count", count = total)`.
#[macro_export]
macro_rules! t {
    ($i18n:expr, $id:literal) => {{
        let i18n: $crate::i18n::I18n = $i18n;
        i18n.texts($id)
    }};
    ($i18n:expr, $id:literal, $($name:ident = $value:expr),+ $(,)?) => {{
        let i18n: $crate::i18n::I18n = $i18n;
        i18n.texts_with($id, Box::new(move || vec![$((stringify!($name), $crate::i18n::argument(&$value))),+]))
    }};
}

/// What a message can be given.
pub trait IntoArgument {
    fn to_argument(&self) -> Argument;
}

/// Used by `t!`.
pub fn argument(value: &impl IntoArgument) -> Argument {
    value.to_argument()
}

impl IntoArgument for String {
    fn to_argument(&self) -> Argument {
        Argument::Text(self.clone())
    }
}

impl IntoArgument for &str {
    fn to_argument(&self) -> Argument {
        Argument::Text((*self).to_owned())
    }
}

macro_rules! numbers {
    ($($kind:ty),*) => {$(
        impl IntoArgument for $kind {
            fn to_argument(&self) -> Argument {
                Argument::Number(*self as f64)
            }
        }
    )*};
}
numbers!(u8, u32, u64, usize, i32, i64, f64);
