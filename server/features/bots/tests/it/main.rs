//! Bots on a real database, with a room that is a list in memory and webhooks over real sockets.

#![expect(clippy::unwrap_used, reason = "a helper that can't go on stops its test")]

mod house;
mod receiver;

mod calls;
mod manage;
mod webhooks;
