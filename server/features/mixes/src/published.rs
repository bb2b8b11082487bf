//! What others of the house are told of a published mix.

use crate::{
    Service,
    entity::{dj, mix},
    visible,
};
use contract::{
    ids::{MixId, TenantId},
    shown::Timestamp,
};
use sea_orm::entity::prelude::*;

/// A mix that stands in lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    pub title: String,
    pub dj: String,
    /// The address of its page.
    pub path: String,
    pub since: Timestamp,
}

impl Service {
    /// A mix as long as it stands in lists.
    ///
    /// # Errors
    /// The database's.
    pub async fn published(&self, tenant: TenantId, id: MixId) -> kernel::Result<Option<Published>> {
        let db = self.kernel().database.read();
        let Some(row) = mix::Entity::find_by_id(id.0).filter(visible::listed(tenant)).one(db).await? else { return Ok(None) };
        let dj = dj::Entity::find_by_id(row.dj_id).one(db).await?.map(|dj| dj.name).unwrap_or_default();
        let since = Timestamp(row.published_at.unwrap_or(row.updated_at));
        Ok(Some(Published { title: row.title, dj, path: format!("/mixes/{}", row.slug), since }))
    }
}
