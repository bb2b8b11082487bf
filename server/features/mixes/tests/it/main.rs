//! The mixes feature on a real database, real files and, for uploads, a real socket.

#![expect(clippy::unwrap_used, reason = "a helper that can't go on stops its test")]

mod analysis;
mod audio_bytes;
mod covers;
mod house;
mod imports;
mod intake;
mod listener;
mod listening;
mod listing;
mod recordings;
mod release;
mod renditions;
mod shelf;
mod studio;
mod tracklists;
mod uploader;
