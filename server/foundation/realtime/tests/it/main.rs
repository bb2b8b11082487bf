//! The hub and its sockets, over real connections.

#![expect(clippy::unwrap_used, reason = "a helper that can't go on stops its test")]

mod client;
mod nodes;
mod sockets;
