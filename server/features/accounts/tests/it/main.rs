//! Accounts on a real database, from the form to the mail and back.

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
