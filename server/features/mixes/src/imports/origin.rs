//! Where a mix came from, and whether it came from there before.

use crate::{
    Service,
    entity::{import_source, mix},
    intake::{step, used_bytes},
};
use contract::{ids::TenantId, imports::ImportRefusal};
use sea_orm::{ActiveValue::Set, entity::prelude::*};
use sha2::{Digest, Sha256};

/// A recording's place and content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The place, hashed: paths and addresses are longer than what an index takes.
    pub key: String,
    /// SHA-256 of the file, in hexadecimal.
    pub content: String,
    pub size_bytes: u64,
    /// When the file was last written to; 0 for what was fetched.
    pub modified_ms: i64,
}

impl Origin {
    /// The key of a file's path without links.
    pub fn key_of_path(path: &std::path::Path) -> String {
        key("path", path.as_os_str().as_encoded_bytes())
    }

    /// The key of a feed's item. Items are named alike in many feeds, so the feed counts as well.
    pub fn key_of_item(feed: &str, guid: &str) -> String {
        key("item", format!("{feed}\n{guid}").as_bytes())
    }
}

fn key(kind: &str, name: &[u8]) -> String {
    let digest = Sha256::new_with_prefix(kind).chain_update([0]).chain_update(name).finalize();
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(super) async fn by_key(database: &impl ConnectionTrait, tenant: TenantId, key: &str) -> Result<Option<import_source::Model>, DbErr> {
    let all = import_source::Entity::find().filter(import_source::Column::TenantId.eq(tenant.0));
    all.filter(import_source::Column::SourceKey.eq(key)).one(database).await
}

/// Whether the file that came from there was refused by the analysis: a better one may take its place.
pub(super) async fn was_refused(database: &impl ConnectionTrait, row: &import_source::Model) -> Result<bool, DbErr> {
    let failed = mix::Entity::find_by_id(row.mix_id).filter(mix::Column::Intake.eq(step::FAILED));
    Ok(failed.one(database).await?.is_some())
}

async fn by_content(database: &impl ConnectionTrait, tenant: TenantId, content: &str) -> Result<Option<import_source::Model>, DbErr> {
    let all = import_source::Entity::find().filter(import_source::Column::TenantId.eq(tenant.0));
    all.filter(import_source::Column::Content.eq(content)).one(database).await
}

impl Service {
    /// Why the recording of this place needs no second look, told without reading it: `AlreadyHere` or `ChangedSince`.
    ///
    /// # Errors
    /// The database's.
    pub async fn knows_place(
        &self,
        tenant: TenantId,
        key: &str,
        size_bytes: u64,
        modified_ms: i64,
    ) -> kernel::Result<Option<ImportRefusal>> {
        let database = self.kernel().database.read();
        let Some(row) = by_key(database, tenant, key).await? else { return Ok(None) };
        if row.size_bytes.unsigned_abs() == size_bytes && row.modified_at == modified_ms {
            return Ok(Some(ImportRefusal::AlreadyHere));
        }
        Ok((!was_refused(database, &row).await?).then_some(ImportRefusal::ChangedSince))
    }

    /// Whether a recording of this content came in.
    ///
    /// # Errors
    /// The database's.
    pub async fn knows_content(&self, tenant: TenantId, content: &str) -> kernel::Result<bool> {
        Ok(by_content(self.kernel().database.read(), tenant, content).await?.is_some())
    }

    /// Whether a recording of this size came in: another can't be the same.
    ///
    /// # Errors
    /// The database's.
    pub async fn knows_size(&self, tenant: TenantId, size_bytes: u64) -> kernel::Result<bool> {
        let size = i64::try_from(size_bytes).unwrap_or(i64::MAX);
        let all = import_source::Entity::find().filter(import_source::Column::TenantId.eq(tenant.0));
        Ok(all.filter(import_source::Column::SizeBytes.eq(size)).one(self.kernel().database.read()).await?.is_some())
    }

    /// What the tenant's mixes may still take up, in bytes.
    ///
    /// # Errors
    /// The database's.
    pub async fn room(&self, tenant: TenantId) -> kernel::Result<u64> {
        let used = used_bytes(self.kernel().database.read(), tenant).await?;
        Ok(self.config().quota_bytes.saturating_sub(used))
    }

    /// Notes that the same recording lies in one more place, so that it isn't read again. False if its content is new.
    ///
    /// # Errors
    /// The database's.
    pub async fn note_place(&self, tenant: TenantId, origin: &Origin) -> kernel::Result<bool> {
        let tx = self.kernel().database.write().await?;
        let Some(known) = by_content(&tx, tenant, &origin.content).await? else { return Ok(false) };
        if by_key(&tx, tenant, &origin.key).await?.is_none() {
            let now = self.kernel().now().0;
            let row = row(self.kernel().ids.next(), tenant, &known, origin, now);
            import_source::Entity::insert(row).exec_without_returning(&tx).await?;
            tx.commit().await?;
        }
        Ok(true)
    }
}

fn row(id: Uuid, tenant: TenantId, known: &import_source::Model, origin: &Origin, now: i64) -> import_source::ActiveModel {
    import_source::ActiveModel {
        id: Set(id),
        tenant_id: Set(tenant.0),
        import_id: Set(known.import_id),
        dj_id: Set(known.dj_id),
        mix_id: Set(known.mix_id),
        source_key: Set(origin.key.clone()),
        content: Set(origin.content.clone()),
        size_bytes: Set(i64::try_from(origin.size_bytes).unwrap_or(i64::MAX)),
        modified_at: Set(origin.modified_ms),
        created_at: Set(now),
    }
}

#[cfg(test)]
mod tests {
    use super::Origin;
    use std::path::Path;

    #[test]
    fn a_place_has_one_key_and_no_other_place_has_it() {
        let keys = [
            Origin::key_of_path(Path::new("/a/b.mp3")),
            Origin::key_of_path(Path::new("/a/B.mp3")),
            Origin::key_of_item("/a/b", "mp3"),
            Origin::key_of_item("/a/b", "mp4"),
        ];
        assert!(keys.iter().all(|key| key.len() == 64));
        assert_eq!(keys.iter().collect::<std::collections::BTreeSet<_>>().len(), 4);
        assert_eq!(keys[0], Origin::key_of_path(Path::new("/a/b.mp3")));
    }
}
