//! The few things asked of the browser itself. On the server every call answers "nothing there".

pub mod catalogue;
#[cfg(not(feature = "ssr"))]
pub mod cover;
pub mod field;
#[cfg(not(feature = "ssr"))]
pub mod media_session;
pub mod share;
pub mod storage;
pub mod text_file;
#[cfg(not(feature = "ssr"))]
pub mod tus;
