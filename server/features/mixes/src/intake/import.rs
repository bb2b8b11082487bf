//! A mix without an upload: stored, analysed and published in one go. For seeding a demo; knows no limits and no quota.

use super::{analyse, begin, cover, finish, step};
use crate::{
    Service, djs,
    entity::{dj, mix},
    keys,
    labels::{self, Kind},
    search_text, slugs,
};
use anyhow::{Context, bail};
use bytes::Bytes;
use contract::{
    covers::Crop,
    ids::{AccountId, MixId, TenantId},
    shown::Timestamp,
    studio::Visibility,
};
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};
use serde_json::json;

/// A finished mix, as somebody already knows it.
#[derive(Clone, Debug)]
pub struct Import {
    pub tenant: TenantId,
    pub dj: AccountId,
    pub dj_name: String,
    /// With the right extension, such as `warehouse.mp3`.
    pub file_name: String,
    pub file: Bytes,
    pub title: String,
    /// Comma-separated, as in the Studio's form.
    pub genres: String,
    pub moods: String,
    /// Markdown.
    pub description: String,
    /// Any supported picture; without one, one is drawn.
    pub cover: Option<Vec<u8>>,
    pub published_at: Timestamp,
}

impl Service {
    /// Brings a mix in and publishes it.
    ///
    /// # Errors
    /// When the file can't be analysed, or the database's, the disk's or the store's; nothing is left behind then.
    pub async fn import(&self, import: Import) -> anyhow::Result<MixId> {
        let id = self.kernel().ids.next();
        let (tenant, title) = (import.tenant.0, import.title.clone());
        let imported = self.import_as(id, import).await;
        if imported.is_err() {
            let tx = self.kernel().database.write().await?;
            mix::Entity::delete_many().filter(mix::Column::Id.eq(id)).exec(&tx).await?;
            crate::entity::label::Entity::delete_many().filter(crate::entity::label::Column::MixId.eq(id)).exec(&tx).await?;
            tx.commit().await?;
            self.storage().delete_prefix(&keys::folder(tenant, id)).await?;
        }
        imported.with_context(|| format!("importing {title:?}")).map(|()| MixId(id))
    }

    async fn import_as(&self, id: Uuid, import: Import) -> anyhow::Result<()> {
        let kernel = self.kernel();
        let (tenant, size_bytes) = (import.tenant, import.file.len() as u64);
        let mut row = begin::draft(id, tenant, import.dj.0, import.file_name, size_bytes, import.published_at);
        row.title = import.title;
        row.description = import.description;
        row.dated = super::findings::day(import.published_at);
        row.intake = step::WAITING.to_owned();
        row.audio_key = Some(keys::audio(tenant.0, id));
        row.audio_etag = Some(finish::etag(id, size_bytes));
        self.storage().put(&keys::audio(tenant.0, id), import.file).await?;
        if let Some(picture) = import.cover {
            let made = tokio::task::spawn_blocking(move || cover::Artwork::cut(&picture, Crop::default())).await??;
            cover::store(self, tenant.0, id, made).await?.write_to(&mut row);
        }
        let genres = labels::parse(&import.genres, Kind::Genre).map_err(|refusal| anyhow::anyhow!("{refusal:?}"))?;
        let moods = labels::parse(&import.moods, Kind::Mood).map_err(|refusal| anyhow::anyhow!("{refusal:?}"))?;
        let tx = kernel.database.write().await?;
        djs::ensure(&tx, tenant, import.dj, &import.dj_name).await?;
        row.slug = slugs::derive(&tx, tenant.0, id, &row.title).await?;
        mix::Entity::insert(mix::ActiveModel::from(row).reset_all()).exec_without_returning(&tx).await?;
        labels::replace(&tx, tenant.0, id, Kind::Genre, &genres).await?;
        labels::replace(&tx, tenant.0, id, Kind::Mood, &moods).await?;
        tx.commit().await?;
        analyse::analyse(self, id).await?;
        self.publish_import(id, tenant, import.published_at).await
    }

    async fn publish_import(&self, id: Uuid, tenant: TenantId, at: Timestamp) -> anyhow::Result<()> {
        let tx = self.kernel().database.write().await?;
        let row = mix::Entity::find_by_id(id).lock_exclusive().one(&tx).await?.context("the row is gone")?;
        if row.intake != step::READY {
            bail!("the file was refused: {}", row.intake_error.unwrap_or_default());
        }
        let dj = dj::Entity::find_by_id(row.dj_id).one(&tx).await?.map(|dj| dj.name).unwrap_or_default();
        let change = mix::ActiveModel {
            visibility: Set(Visibility::Public.name().to_owned()),
            published_at: Set(Some(at.0)),
            search_text: Set(search_text::of_mix(&row, &dj, &labels::names_of_mix(&tx, id).await?)),
            ..Default::default()
        };
        mix::Entity::update_many().set(change).filter(mix::Column::Id.eq(id)).exec(&tx).await?;
        let payload = json!({ "slug": row.slug, "title": row.title, "dj": row.dj_id });
        self.kernel().events.append(&tx, tenant, "mixes.published", id, &payload, self.kernel().now()).await?;
        tx.commit().await?;
        Ok(())
    }
}
