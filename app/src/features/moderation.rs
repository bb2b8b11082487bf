//! For moderators: what was reported, what was done, and what is known of a person. One page, sized for a phone.

mod card;
mod log;
mod moderation_page;
mod queue;
pub mod server_fns;
mod settings;
mod words;

pub use moderation_page::ModerationPage;
