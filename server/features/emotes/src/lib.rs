//! The tenant's emotes: small pictures made safe, stored, served under addresses that never change, and told to whoever is in the room.

mod entity;
mod manage;
mod serve;

pub use serve::routes;

use async_trait::async_trait;
use bytes::Bytes;
use contract::{
    caller::Caller,
    emotes::{Emote, EmoteRefusal, Emotes},
    failure::Failure,
    ids::{EmoteId, TenantId},
    outcome::Outcome,
};
use kernel::{Kernel, OrFail};
use realtime::Hub;
use sea_orm::{QueryOrder, entity::prelude::*};
use storage::Storage;

/// The feature. Cheap to clone.
#[derive(Clone)]
pub struct Service {
    kernel: Kernel,
    hub: Hub,
    storage: Storage,
}

impl Service {
    /// Tells what there is to everybody who hears the station of `hub`.
    pub fn new(kernel: Kernel, hub: Hub, storage: Storage) -> Self {
        Self { kernel, hub, storage }
    }

    /// Takes a picture (JPEG, PNG, WebP or GIF, of which the first frame stays) as an emote. For DJs and above.
    ///
    /// # Errors
    /// The caller's failure.
    pub async fn add_emote(&self, caller: &Caller, name: &str, picture: Bytes) -> Result<Outcome<Emote, EmoteRefusal>, Failure> {
        manage::add(self, caller, name, picture).await.or_fail(caller)
    }

    /// Whether the tenant has an emote of that name.
    ///
    /// # Errors
    /// The database's.
    pub async fn has(&self, tenant: TenantId, name: &str) -> kernel::Result<bool> {
        let named = of(tenant).filter(entity::Column::Name.eq(name));
        Ok(named.one(self.kernel.database.read()).await?.is_some())
    }

    async fn all(&self, tenant: TenantId) -> kernel::Result<Vec<Emote>> {
        let rows = of(tenant).order_by_asc(entity::Column::Name).all(self.kernel.database.read()).await?;
        Ok(rows.into_iter().map(shown).collect())
    }
}

fn of(tenant: TenantId) -> Select<entity::Entity> {
    entity::Entity::find().filter(entity::Column::TenantId.eq(tenant.0))
}

fn shown(row: entity::Model) -> Emote {
    Emote { id: EmoteId(row.id), url: format!("/emotes/{}.webp", row.id), name: row.name }
}

#[async_trait]
impl Emotes for Service {
    async fn emotes(&self, caller: &Caller) -> Result<Vec<Emote>, Failure> {
        self.all(caller.tenant).await.or_fail(caller)
    }

    async fn rename_emote(&self, caller: &Caller, emote: EmoteId, name: String) -> Result<Outcome<(), EmoteRefusal>, Failure> {
        manage::rename(self, caller, emote, &name).await.or_fail(caller)
    }

    async fn remove_emote(&self, caller: &Caller, emote: EmoteId) -> Result<(), Failure> {
        manage::remove(self, caller, emote).await.or_fail(caller)
    }
}
