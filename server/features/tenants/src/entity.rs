//! Tables of this feature, one module each.

pub mod host;
pub mod tenant;
