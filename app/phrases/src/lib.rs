//! What people read: messages of one language, compiled on the server and evaluated on both sides.
//!
//! The server parses Fluent (`.ftl`) and compiles each language into a [`Catalogue`], which is plain JSON; the browser gets that
//! and no parser. References and terms are resolved while compiling, so the evaluator knows text, variables and choices only.
//! Knows neither files nor requests: `kernel::languages` reads the folders and picks the reader's language.

mod catalogue;
mod number;
mod pattern;
mod plural;

#[cfg(feature = "server")]
mod compile;

pub use catalogue::{Catalogue, Direction};
pub use number::NumberStyle;
pub use pattern::{Pattern, Placeable};

#[cfg(feature = "server")]
pub use compile::{Book, Problem, compile, compile_over};
