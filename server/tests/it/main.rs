//! The integration suite: a whole install on a real database and a real socket, used as people use it.
//! One binary, so that it links once; a module a topic. `tidy` holds the laws of the source itself.

#![expect(clippy::unwrap_used, reason = "a helper that can't go on stops its test")]

mod accounts;
mod bots;
mod company;
mod covers;
mod forms;
mod imports;
mod isolation;
mod languages;
mod listening;
mod logs;
#[cfg(target_os = "linux")]
mod memory;
mod notifications;
mod operations;
mod pages;
mod panics;
mod pictures;
mod privacy;
mod processes;
mod requests;
mod rooms;
mod security;
mod seeding;
mod support;
mod tidy;
