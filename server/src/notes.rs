//! What the processes of one install tell each other beside what people hear. Lost notes do no lasting harm.

use crate::wiring::Install;
use contract::ids::{AccountId, RoomId, TenantId};
use serde::{Deserialize, Serialize};
use std::sync::{Arc, Weak};

/// One note.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Note {
    /// The kept pages of a tenant are not to be shown again.
    Forget { tenant: TenantId },
    /// Somebody types in a room.
    Types { tenant: TenantId, room: RoomId, account: AccountId, name: String },
    /// What they typed is said.
    StopsTyping { tenant: TenantId, room: RoomId, account: AccountId },
}

/// Takes to heart what other processes note.
pub fn heed(install: &Arc<Install>) {
    let Some(nodes) = &install.nodes else { return };
    // The processes are part of the install, which would never end otherwise.
    let install: Weak<Install> = Arc::downgrade(install);
    nodes.on_note(move |text| {
        let (Some(install), Ok(note)) = (install.upgrade(), serde_json::from_slice(text)) else { return };
        match note {
            Note::Forget { tenant } => install.pages.forget_here(tenant),
            Note::Types { tenant, room, account, name } => install.presence.types_here(tenant, room, account, name),
            Note::StopsTyping { tenant, room, account } => {
                install.presence.stops_typing_here(tenant, room, account);
            }
        }
    });
}
