//! Features, one folder each: server functions, pages and their parts.

pub mod accounts;
pub mod bots;
pub mod chat;
pub mod emotes;
pub mod home;
pub mod library;
pub mod listening;
pub mod live;
pub mod me;
pub mod mixes;
pub mod moderation;
pub mod notifications;
pub mod player;
pub mod radio;
pub mod requests;
pub mod shoutouts;
pub mod studio;
