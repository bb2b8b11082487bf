//! From a host name to its tenant, for every request, so mostly from memory.

use crate::{
    Service,
    brand::brand_of,
    entity::{host, tenant},
    host::{is_own, normalised},
};
use contract::{caller::Locale, ids::TenantId, tenants::Brand};
use sea_orm::{QueryOrder, entity::prelude::*};
use std::{sync::Arc, time::Duration};

/// What another process changed is noticed within this time; what this one changed, at once.
const CACHED: Duration = Duration::from_secs(10);
/// Bounds what made-up host names can fill.
const HOSTS: u64 = 10_000;

/// What every request needs to know of its tenant.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolved {
    pub id: TenantId,
    pub time_zone: String,
    /// The language for readers whose own ones the install doesn't have.
    pub locale: Locale,
    pub brand: Brand,
}

pub(crate) struct Cache {
    /// Also the hosts that lead nowhere.
    hosts: moka::future::Cache<String, Option<TenantId>>,
    tenants: moka::future::Cache<TenantId, Option<Arc<Resolved>>>,
}

impl Default for Cache {
    fn default() -> Self {
        Self {
            hosts: moka::future::Cache::builder().max_capacity(HOSTS).time_to_live(CACHED).build(),
            tenants: moka::future::Cache::builder().max_capacity(HOSTS).time_to_live(CACHED).build(),
        }
    }
}

impl Cache {
    /// To be called after the commit of a change.
    pub(crate) fn forget(&self) {
        self.hosts.invalidate_all();
        self.tenants.invalidate_all();
    }
}

impl Service {
    /// The tenant that a `Host` header leads to, with or without a port. Names of this machine lead to the first tenant.
    ///
    /// # Errors
    /// The database's.
    pub async fn resolve(&self, header: &str) -> kernel::Result<Option<Arc<Resolved>>> {
        let host = normalised(header);
        let id = match self.cache.hosts.get(&host).await {
            Some(known) => known,
            None => {
                let found = self.tenant_of(&host).await?;
                self.cache.hosts.insert(host, found).await;
                found
            }
        };
        match id {
            Some(id) => self.by_id(id).await,
            None => Ok(None),
        }
    }

    /// # Errors
    /// The database's.
    pub async fn by_id(&self, id: TenantId) -> kernel::Result<Option<Arc<Resolved>>> {
        if let Some(known) = self.cache.tenants.get(&id).await {
            return Ok(known);
        }
        let row = tenant::Entity::find_by_id(id.0).one(self.kernel.database.read()).await?;
        let found = row
            .map(brand_of)
            .transpose()?
            .map(|brand| Arc::new(Resolved { id, time_zone: brand.time_zone.clone(), locale: brand.locale.clone(), brand }));
        self.cache.tenants.insert(id, found.clone()).await;
        Ok(found)
    }

    /// The first of the tenant's host names.
    ///
    /// # Errors
    /// The database's.
    pub async fn host_of(&self, id: TenantId) -> kernel::Result<Option<String>> {
        let hosts = host::Entity::find().filter(host::Column::TenantId.eq(id.0)).order_by_asc(host::Column::Host);
        Ok(hosts.one(self.kernel.database.read()).await?.map(|row| row.host))
    }

    /// The first tenant of the install.
    ///
    /// # Errors
    /// The database's.
    pub async fn default_tenant(&self) -> kernel::Result<Option<TenantId>> {
        let first = tenant::Entity::find().order_by_asc(tenant::Column::CreatedAt).order_by_asc(tenant::Column::Id);
        Ok(first.one(self.kernel.database.read()).await?.map(|row| TenantId(row.id)))
    }

    async fn tenant_of(&self, host: &str) -> kernel::Result<Option<TenantId>> {
        if is_own(host) {
            return self.default_tenant().await;
        }
        let row = host::Entity::find_by_id(host).one(self.kernel.database.read()).await?;
        Ok(row.map(|row| TenantId(row.tenant_id)))
    }
}
