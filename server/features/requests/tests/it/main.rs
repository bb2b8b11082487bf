//! Track requests on a real database, and what is told of them.

#![expect(clippy::unwrap_used, reason = "a helper that can't go on stops its test")]

mod house;

mod deciding;
mod telling;
mod voting;
mod wishing;
