//! What can be listened to.

use contract::ids::TenantId;
use std::fmt;

/// Something of one tenant that can be listened to, such as a room. Made by the server only: a tab names a thing, never a tenant.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Topic {
    pub tenant: TenantId,
    /// Kind and identifier, such as `room:0199…`.
    pub name: String,
}

impl Topic {
    pub fn new(tenant: TenantId, kind: &str, id: impl fmt::Display) -> Self {
        Self { tenant, name: format!("{kind}:{id}") }
    }
}
