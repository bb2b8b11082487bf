//! Broadcasts to many: topics, who listens to them, and the WebSocket they listen on. Knows no room, no message and no HTTP.

mod fanout;
pub mod frame;
pub mod handshake;
mod hub;
mod outbox;
mod serve;
mod tab;
mod topic;

pub use hub::{Hub, Limits, Listener};
pub use outbox::{MOST_BYTES, MOST_FRAMES, Sent};
pub use serve::{Hear, serve};
pub use tab::{Person, Tab};
pub use topic::Topic;
