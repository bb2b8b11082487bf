//! Refusals are data, not errors: a form that was understood and declined says why, in the reader's language.

use serde::{Deserialize, Deserializer, Serialize, de};
use std::fmt;

/// Done, or declined for one or several reasons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome<T, R> {
    Done(T),
    Refused(Vec<R>),
}

impl<T, R> Outcome<T, R> {
    pub fn refused(reason: R) -> Self {
        Self::Refused(vec![reason])
    }

    pub fn done(self) -> Option<T> {
        match self {
            Self::Done(value) => Some(value),
            Self::Refused(_) => None,
        }
    }

    pub fn refusals(&self) -> &[R] {
        match self {
            Self::Done(_) => &[],
            Self::Refused(reasons) => reasons,
        }
    }
}

/// A variable of a message.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Argument {
    Number(f64),
    Text(String),
}

/// By hand: the derived one must be able to hold any JSON first, which the browser would load for nothing.
impl<'de> Deserialize<'de> for Argument {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        reader.deserialize_any(NumberOrText)
    }
}

struct NumberOrText;

impl de::Visitor<'_> for NumberOrText {
    type Value = Argument;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number or a text")
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Argument, E> {
        Ok(Argument::Number(number))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Argument, E> {
        Ok(Argument::Number(number as f64))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Argument, E> {
        Ok(Argument::Number(number as f64))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Argument, E> {
        Ok(Argument::Text(text.to_owned()))
    }
}

impl From<&String> for Argument {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<&u32> for Argument {
    fn from(number: &u32) -> Self {
        Self::Number(f64::from(*number))
    }
}

/// A refusal as a form shows it: a Fluent id with its variables, beside a field or above the form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Message {
    pub id: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub arguments: Vec<(String, Argument)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
}

/// A reason to decline that knows its message and its field.
pub trait Refusal {
    /// Every Fluent id of the enum; `tidy` checks that each is translated.
    const IDS: &'static [&'static str];

    fn message(&self) -> Message;
}

/// For forms that are never declined.
impl Refusal for std::convert::Infallible {
    const IDS: &'static [&'static str] = &[];

    fn message(&self) -> Message {
        match *self {}
    }
}

/// Declares a feature's refusals: variant → Fluent id, and the form field it belongs to.
#[macro_export]
macro_rules! refusals {
    ($(#[$meta:meta])* pub enum $name:ident {
        $($(#[$doc:meta])* $variant:ident $({ $($arg:ident : $ty:ty),* })? => $id:literal $(on $field:literal)?),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($(#[$doc])* $variant $({ $($arg: $ty),* })?),* }

        impl $crate::outcome::Refusal for $name {
            const IDS: &'static [&'static str] = &[$($id),*];

            fn message(&self) -> $crate::outcome::Message {
                match self {
                    $(Self::$variant $({ $($arg),* })? => $crate::outcome::Message {
                        id: $id.to_owned(),
                        arguments: vec![$($((stringify!($arg).to_owned(), $arg.into())),*)?],
                        field: $crate::refusals!(@field $($field)?),
                    }),*
                }
            }
        }
    };
    (@field) => { None };
    (@field $field:literal) => { Some($field.to_owned()) };
}

#[cfg(test)]
mod tests {
    use super::*;

    refusals! {
        pub enum Sample {
            Plain => "sample-plain",
            Counted { minutes: u32 } => "sample-counted" on "password",
        }
    }

    #[test]
    fn a_refusal_knows_its_message_its_variables_and_its_field() {
        let message = Sample::Counted { minutes: 5 }.message();
        assert_eq!(message.id, "sample-counted");
        assert_eq!(message.arguments, vec![("minutes".to_owned(), Argument::Number(5.0))]);
        assert_eq!(message.field.as_deref(), Some("password"));
        assert_eq!(Sample::Plain.message().field, None);
        assert_eq!(Sample::IDS, ["sample-plain", "sample-counted"]);
    }

    #[test]
    fn a_variable_survives_the_wire() {
        for sent in [Argument::Number(5.0), Argument::Number(-0.5), Argument::Text("five".into())] {
            let wire = serde_json::to_string(&sent).unwrap();
            assert_eq!(serde_json::from_str::<Argument>(&wire).unwrap(), sent);
        }
        assert_eq!(serde_json::from_str::<Argument>("5").unwrap(), Argument::Number(5.0));
    }

    #[test]
    fn an_outcome_survives_the_wire() {
        let sent: Outcome<u8, Sample> = Outcome::refused(Sample::Counted { minutes: 5 });
        let wire = serde_json::to_string(&sent).unwrap();
        assert_eq!(serde_json::from_str::<Outcome<u8, Sample>>(&wire).unwrap(), sent);
    }
}
