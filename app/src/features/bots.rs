//! For admins: the bots of the tenant, their tokens and where they are told what is said.

mod bot_row;
mod bots_page;
mod once;
pub mod server_fns;

pub use bots_page::BotsPage;
