//! Tables of this feature, one module each.

pub mod account;
pub mod attempt;
pub mod link;
pub mod session;
