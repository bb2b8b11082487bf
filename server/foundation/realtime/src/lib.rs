//! Broadcasts to many: topics, who listens to them, and the WebSocket they listen on. Knows no room and no message.

mod hub;
mod topic;

pub use hub::{Hub, Listener};
pub use topic::Topic;
