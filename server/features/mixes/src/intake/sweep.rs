//! What the clock does: idle uploads expire, plays forget who listened, what a crash left lying about ends. Called by the server
//! every hour.

use super::{UNDO_MS, finish, jobs, purge};
use crate::{
    Service,
    entity::{mix, upload},
    imports::recover,
    listening::forget_listeners,
    music, private_links, renditions,
};
use contract::{ids::TenantId, shown::Timestamp};
use sea_orm::entity::prelude::*;
use std::io;

/// What a sweep removed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    pub expired_uploads: usize,
    pub deleted_mixes: usize,
    pub stray_files: usize,
    /// Imports whose process died.
    pub broken_imports: usize,
    pub forgotten_listeners: u64,
    /// Mixes that are listened to anew, because the analysis has learned.
    pub heard_anew: usize,
    pub ended_links: u64,
    /// Mixes whose renditions are made, because they are from before there were any.
    pub rendered: usize,
}

impl Service {
    /// Removes what is past its time at `now`.
    ///
    /// # Errors
    /// The database's, the disk's or the store's; the next sweep goes on from there.
    pub async fn sweep(&self, now: Timestamp) -> kernel::Result<Swept> {
        let database = &self.kernel().database;
        let mut swept = Swept::default();
        for row in upload::Entity::find().filter(upload::Column::ExpiresAt.lte(now.0)).all(database.read()).await? {
            let Some(_hold) = self.inner.transfers.hold(row.id) else { continue };
            finish::discard(self, &row).await?;
            swept.expired_uploads += 1;
        }
        // Their jobs do this after ten seconds; here are those whose job died.
        for row in mix::Entity::find().filter(mix::Column::DeletedAt.lte(now.0 - 6 * UNDO_MS)).all(database.read()).await? {
            purge::purge(self, &row).await?;
            swept.deleted_mixes += 1;
        }
        swept.broken_imports = recover(self, now).await?;
        swept.stray_files = self.remove_strays().await? + self.remove_stray_renditions().await?;
        swept.heard_anew = self.hear_anew(now).await?;
        swept.ended_links = private_links::forget(self, now).await?;
        swept.rendered = self.render_missing(now).await?;
        swept.forgotten_listeners = forget_listeners(self, now).await?;
        Ok(swept)
    }

    async fn hear_anew(&self, now: Timestamp) -> kernel::Result<usize> {
        let outdated = music::outdated(self.kernel().database.read()).await?;
        let tx = self.kernel().database.write().await?;
        for row in &outdated {
            jobs::enqueue_relisten(&tx, TenantId(row.tenant_id), row.id, now).await?;
        }
        tx.commit().await?;
        Ok(outdated.len())
    }

    async fn render_missing(&self, now: Timestamp) -> kernel::Result<usize> {
        // The last hour's may still be at work, or nobody here makes any.
        if ::jobs::are_left(self.kernel().database.read(), jobs::RENDER).await? {
            return Ok(0);
        }
        let missing = renditions::unrendered(self.kernel().database.read()).await?;
        let tx = self.kernel().database.write().await?;
        for row in &missing {
            jobs::enqueue_render(&tx, TenantId(row.tenant_id), row.id, now).await?;
        }
        tx.commit().await?;
        Ok(missing.len())
    }

    async fn remove_stray_renditions(&self) -> kernel::Result<usize> {
        let folder = self.config().uploads_folder.clone();
        let removed = tokio::task::spawn_blocking(move || renditions::remove_strays(&folder)).await.map_err(io::Error::other);
        removed.flatten().map_err(super::part::disk)
    }

    async fn remove_strays(&self) -> kernel::Result<usize> {
        let mut entries = match tokio::fs::read_dir(&self.config().uploads_folder).await {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(0),
            entries => entries.map_err(super::part::disk)?,
        };
        let mut removed = 0;
        while let Some(entry) = entries.next_entry().await.map_err(super::part::disk)? {
            let name = entry.file_name();
            let Some(id) = name.to_str().and_then(|name| name.strip_suffix(".part")).and_then(|id| Uuid::parse_str(id).ok()) else {
                continue;
            };
            if upload::Entity::find_by_id(id).one(self.kernel().database.read()).await?.is_none() {
                finish::remove_part(self, id).await?;
                removed += 1;
            }
        }
        Ok(removed)
    }
}
