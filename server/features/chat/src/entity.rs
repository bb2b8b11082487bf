//! Tables of this feature, one module each.

pub mod deed;
pub mod hidden;
pub mod log;
pub mod message;
pub mod network;
pub mod network_ban;
pub mod person;
pub mod poll;
pub mod poll_option;
pub mod poll_vote;
pub mod reaction;
pub mod report;
pub mod room;
pub mod sanction;
pub mod settings;
pub mod words;
