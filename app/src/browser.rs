//! The few things asked of the browser itself. On the server every call answers "nothing there".

pub mod canvas;
pub mod catalogue;
pub mod field;
#[cfg(not(feature = "ssr"))]
pub mod media_session;
pub mod object_url;
#[cfg(not(feature = "ssr"))]
pub mod picture;
pub mod share;
pub mod socket;
pub mod storage;
pub mod text_file;
#[cfg(not(feature = "ssr"))]
pub mod tus;
