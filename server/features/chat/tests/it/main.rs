//! Rooms on a real database, and who hears of what happens in them.

#![expect(clippy::unwrap_used, reason = "a helper that can't go on stops its test")]

mod house;

mod bots;
mod calls;
mod company;
mod export;
mod groups;
mod history;
mod isolation;
mod messages;
mod moderation;
mod networks;
mod notices;
mod once;
mod order;
mod pace;
mod people;
mod pins;
mod polls;
mod prune;
mod reactions;
mod reports;
mod rules;
