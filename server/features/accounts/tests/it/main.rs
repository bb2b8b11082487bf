//! Accounts on a real database, from the form to the mail and back.

#![expect(clippy::unwrap_used, reason = "a helper that can't go on stops its test")]

mod support;

mod credentials;
mod deletion;
mod devices;
mod email;
mod isolation;
mod limits;
mod people;
mod profile;
mod sign_up;
