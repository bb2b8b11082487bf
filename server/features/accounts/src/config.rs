//! What an operator may choose about accounts.

use serde::Deserialize;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Whether people may sign in before they confirmed their address; pages then remind them.
    /// On, someone who signs up with an address and then signs in learns whether it was new here. Off, both look the same.
    pub sign_in_before_confirmation: bool,
}
