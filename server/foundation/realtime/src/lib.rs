//! Broadcasts to many: topics, who listens to them, and the WebSocket they listen on, in one process or in several over Redis.
//! Knows no room, no message and no HTTP.

mod fanout;
pub mod frame;
pub mod handshake;
mod hub;
mod nodes;
mod outbox;
mod people;
mod sequence;
mod serve;
mod tab;
mod topic;

pub use hub::{Hub, Limits, Listener, Log, Missing};
pub use nodes::{Config, Count, Nodes};
pub use outbox::Sent;
pub use serve::{Hear, serve};
pub use tab::{Person, Tab, told_apart};
pub use topic::Topic;
