//! What a folder or a podcast feed holds: recordings, and what stands beside or inside them of title, day, picture and tracks.
//!
//! Reads, and changes nothing: no database, no network, no storage. Whether something came in before, and what becomes of it, is for
//! whoever asks. Blocks: call it off the runtime's threads.

mod address;
mod beside;
mod feed;
mod markdown;
mod names;
mod scan;
mod text;

pub use address::is_public;
pub use beside::{Find, look};
pub use feed::{Feed, FeedError, Item, chapters, read_feed};
pub use markdown::from_html;
pub use names::file_name_of;
pub use scan::{Left, Recording, Scan, scan};

/// Why something is left aside.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    #[error("can't be read: {0}")]
    Unreadable(String),
    #[error("is empty")]
    Empty,
    #[error("is no recording")]
    NotAudio,
    #[error("is sound of a kind that isn't played here")]
    Unsupported,
    #[error("lies too deep")]
    TooDeep,
    #[error("has no file")]
    NoFile,
}
