//! Tables of this feature, one module each.

pub mod request;
pub mod rules;
pub mod vote;
