//! Tables of this feature, one module each.

pub mod bot;
