//! The isomorphic app: one tree of views, rendered by the server and hydrated in the browser.
//! Calls the ports of `contract` through server functions; holds no rule of its own.

#![recursion_limit = "512"]

#[cfg(feature = "ssr")]
pub mod backend;
pub mod browser;
pub mod features;
pub mod form;
pub mod frame;
pub mod i18n;
pub mod layout;
pub mod moment;
pub mod remote;
pub mod routes;
pub mod server_fns;
pub mod shell;
pub mod title;

pub use routes::App;
