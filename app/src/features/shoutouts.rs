//! Shout-outs: a few words for the air, sent by a form, shown once a moderator let them through.

mod board;
mod page;
mod send_form;
pub mod server_fns;

pub use page::ShoutOutsPage;
