//! The tenant's emotes: where DJs keep them, and how they stand in a line of text.

mod emote_row;
mod emotes_page;
mod inline;
pub mod server_fns;

pub use emotes_page::EmotesPage;
pub use inline::{Part, Picture, parts};
