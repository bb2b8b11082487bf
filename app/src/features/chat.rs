//! The room: what people say on the Live page, and the line that brings it.
//!
//! The server's HTML is a room to read and a form to write with. Hydrated, a WebSocket brings what happens, one by one and in order.

mod actions;
mod commands;
mod completion;
mod composer;
mod go_to;
mod list;
mod live_page;
mod message;
mod offers;
mod order;
mod outbox;
mod people;
mod pin;
mod poll;
mod poll_form;
mod report;
mod room_rules;
mod row;
pub mod server_fns;
mod spans;
mod talk;
mod times;
mod window;

pub use live_page::LivePage;
pub use message::clock;
