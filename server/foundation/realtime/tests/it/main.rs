//! The hub and its sockets, over real connections.

mod client;
mod sockets;
