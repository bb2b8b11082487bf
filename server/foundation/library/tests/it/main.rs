//! Real folders and whole feeds, read.

#![expect(clippy::unwrap_used, reason = "a helper that can't go on stops its test")]

mod feeds;
mod folders;
