//! Tables of this feature, one module each.

pub mod description_version;
pub mod dj;
pub mod import;
pub mod import_source;
pub mod label;
pub mod like;
pub mod mix;
pub mod play;
pub mod position;
pub mod private_link;
pub mod rendition;
pub mod track;
pub mod upload;
