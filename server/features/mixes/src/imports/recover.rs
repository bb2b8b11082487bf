//! After a kill: whose process died is known by its lock, and what it was storing is thrown away.

use super::row::change;
use crate::{
    Service,
    entity::{import, mix},
    keys,
};
use contract::{imports::ImportState, shown::Timestamp};
use sea_orm::{ActiveValue::Set, entity::prelude::*};
use std::{
    fs::{self, File},
    path::PathBuf,
};

/// An import of another machine that is silent for so long is dead.
pub(super) const SILENCE_MS: i64 = 60_000;

fn folder(service: &Service) -> PathBuf {
    service.config().uploads_folder.join("imports")
}

pub(super) fn lock_path(service: &Service, import: Uuid) -> PathBuf {
    folder(service).join(format!("{import}.lock"))
}

pub(super) fn scratch_path(service: &Service, import: Uuid) -> PathBuf {
    folder(service).join(format!("{import}.download"))
}

/// Removes what a run keeps on the disk. What stays behind by a failure hurts nobody.
pub(super) fn remove_files(service: &Service, import: Uuid) {
    for path in [scratch_path(service, import), lock_path(service, import)] {
        let _ = fs::remove_file(path);
    }
}

/// Whether the process of an import is gone. The system lets go of its lock, however it ended.
fn is_dead(service: &Service, row: &import::Model, now: Timestamp) -> bool {
    match File::open(lock_path(service, row.id)) {
        Ok(lock) => lock.try_lock().is_ok(),
        Err(_) => row.seen_at < now.0 - SILENCE_MS,
    }
}

/// Ends the imports whose process died, and removes files of mixes that never came to have a row.
pub(crate) async fn recover(service: &Service, now: Timestamp) -> kernel::Result<usize> {
    let database = &service.kernel().database;
    let running = import::Entity::find().filter(import::Column::State.eq(ImportState::Running.name())).all(database.read()).await?;
    let mut broken = 0;
    for row in running.iter().filter(|row| is_dead(service, row, now)) {
        if let Some(mix) = row.bringing
            && mix::Entity::find_by_id(mix).one(database.read()).await?.is_none()
        {
            let left = service.storage().delete_prefix(&keys::folder(row.tenant_id, mix)).await;
            left.map_err(|error| kernel::Error::Internal(error.into()))?;
        }
        let ended = import::ActiveModel {
            state: Set(ImportState::Broken.name().to_owned()),
            bringing: Set(None),
            ended_at: Set(Some(now.0)),
            ..Default::default()
        };
        let tx = database.write().await?;
        change(&tx, row.id, ended).await?;
        tx.commit().await?;
        remove_files(service, row.id);
        broken += 1;
    }
    Ok(broken)
}
