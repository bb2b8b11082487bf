//! Slugs of mixes: one of each within a tenant, deleted mixes included until they are purged.

use crate::entity::mix;
use kernel::slug::{numbered, slugify};
use sea_orm::entity::prelude::*;

/// What a title without a letter or digit is called in addresses.
const NAMELESS: &str = "mix";

/// True if another mix of the tenant has it.
pub(crate) async fn is_taken(tx: &impl ConnectionTrait, tenant: Uuid, mix: Uuid, slug: &str) -> Result<bool, DbErr> {
    let other = mix::Entity::find()
        .filter(mix::Column::TenantId.eq(tenant))
        .filter(mix::Column::Slug.eq(slug))
        .filter(mix::Column::Id.ne(mix))
        .one(tx)
        .await?;
    Ok(other.is_some())
}

/// A free slug made from `title`, numbered where needed.
pub(crate) async fn derive(tx: &impl ConnectionTrait, tenant: Uuid, mix: Uuid, title: &str) -> Result<String, DbErr> {
    let slug = slugify(title);
    let wanted = if slug.is_empty() { NAMELESS } else { &slug };
    let mut n = 1;
    loop {
        let slug = numbered(wanted, n);
        if !is_taken(tx, tenant, mix, &slug).await? {
            return Ok(slug);
        }
        n += 1;
    }
}
