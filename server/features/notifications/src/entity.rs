//! Tables of this feature, one module each.

pub mod choice;
pub mod mail;
pub mod notification;
