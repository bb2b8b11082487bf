//! How a mix comes in: a resumable upload, then a job that analyses it.
//!
//! An upload grows as a file of this process's disk and moves into storage when it is whole; with several processes, requests
//! for `/uploads` must reach the one that began them. What the mix is called and who sees it is the Studio's.

mod analyse;
pub(crate) mod begin;
mod checksum;
mod cover;
pub(crate) mod file_name;
pub(crate) mod findings;
pub(crate) mod finish;
mod forget;
mod import;
mod jobs;
mod part;
mod purge;
mod receive;
mod reply;
mod study;
mod sweep;
mod transfers;
mod tus;

pub use import::Import;
pub use jobs::RENDER;
pub use sweep::Swept;
pub use transfers::Transfers;
pub use tus::routes;

#[cfg(test)]
pub(crate) use begin::draft;
pub(crate) use begin::used_bytes;
pub(crate) use cover::{Artwork, StoredCover, square, store as store_cover, store_sizes as store_cover_sizes};
pub(crate) use file_name::MAX_TITLE_CHARS;
pub(crate) use forget::forget_account;
pub(crate) use jobs::{enqueue_analysis, enqueue_purge, enqueue_render};
pub(crate) use study::readable_cover;

/// How long a deletion can be taken back.
pub(crate) const UNDO_MS: i64 = 10_000;

/// The steps of `mixes.intake`.
pub(crate) mod step {
    pub(crate) const UPLOADING: &str = "uploading";
    pub(crate) const WAITING: &str = "waiting";
    pub(crate) const ANALYSING: &str = "analysing";
    pub(crate) const READY: &str = "ready";
    pub(crate) const FAILED: &str = "failed";
}
