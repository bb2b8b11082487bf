//! What can be listened to.

use contract::ids::{AccountId, RoomId, TenantId};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Something of one tenant that can be listened to, such as a room. Made by the server only: a tab names a thing, never a tenant.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Topic {
    pub tenant: TenantId,
    /// Kind and identifier, such as `room:0199…`.
    pub name: String,
}

impl Topic {
    pub fn new(tenant: TenantId, kind: &str, id: impl fmt::Display) -> Self {
        Self { tenant, name: format!("{kind}:{id}") }
    }

    /// What happens in a room.
    pub fn room(tenant: TenantId, room: RoomId) -> Self {
        Self::new(tenant, "room", room)
    }

    /// Whether it matters who is there.
    pub(crate) fn is_room(&self) -> bool {
        self.name.starts_with("room:")
    }

    /// The room whose topic it is.
    pub fn as_room(&self) -> Option<RoomId> {
        self.name.strip_prefix("room:")?.parse().ok()
    }

    /// What everybody may know of the tenant's station.
    pub fn station(tenant: TenantId) -> Self {
        Self::new(tenant, "station", tenant)
    }

    /// What concerns who runs it.
    pub fn studio(tenant: TenantId) -> Self {
        Self::new(tenant, "studio", tenant)
    }

    /// What concerns one person.
    pub fn person(tenant: TenantId, account: AccountId) -> Self {
        Self::new(tenant, "person", account)
    }
}
