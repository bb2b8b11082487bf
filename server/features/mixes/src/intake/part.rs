//! An upload between requests: its row, its growing file, and where the next byte belongs.

use super::{reply::Stop, transfers::Hold};
use crate::{Service, entity::upload};
use contract::{caller::Caller, failure::Failure, studio::UploadRefusal};
use http::StatusCode;
use sea_orm::{ActiveValue::Set, entity::prelude::*};
use std::{
    io,
    path::{Path, PathBuf},
};

/// An upload held by one request.
pub(crate) struct Part {
    pub(crate) row: upload::Model,
    pub(crate) path: PathBuf,
    /// Bytes that count, on the disk.
    pub(crate) offset: u64,
    pub(crate) hold: Hold,
}

impl Part {
    /// Takes hold of the caller's upload and brings row and file in line.
    pub(crate) async fn open(service: &Service, caller: &Caller, id: Uuid) -> Result<Self, Stop> {
        let viewer = caller.viewer.as_ref().ok_or(Failure::SignInRequired)?;
        let hold = service.inner.transfers.hold(id).ok_or(Stop::Status(StatusCode::LOCKED))?;
        let database = &service.kernel().database;
        let row = upload::Entity::find_by_id(id)
            .filter(upload::Column::TenantId.eq(caller.tenant.0))
            .filter(upload::Column::AccountId.eq(viewer.account.0))
            .one(database.read())
            .await?
            .ok_or(Failure::NotFound)?;
        if row.expires_at <= service.kernel().now().0 {
            super::finish::discard(service, &row).await?;
            return Err(UploadRefusal::Expired.into());
        }
        let path = path(service, id);
        let offset = reconcile(&path, &row).await.map_err(disk)?;
        Ok(Self { row, path, offset, hold })
    }

    pub(crate) fn size_bytes(&self) -> u64 {
        self.row.size_bytes.unsigned_abs()
    }

    pub(crate) fn is_whole(&self) -> bool {
        self.offset == self.size_bytes()
    }

    /// Writes down how far the upload is.
    pub(crate) async fn save(&self, service: &Service, unchecked_from: Option<u64>) -> kernel::Result<()> {
        let tx = service.kernel().database.write().await?;
        let change = upload::ActiveModel {
            received_bytes: Set(signed(self.offset)),
            unchecked_from: Set(unchecked_from.map(signed)),
            expires_at: Set(service.kernel().now().plus_ms(super::begin::EXPIRY_MS).0),
            ..Default::default()
        };
        upload::Entity::update_many().set(change).filter(upload::Column::Id.eq(self.row.id)).exec(&tx).await?;
        tx.commit().await?;
        Ok(())
    }
}

/// Where the bytes of an upload gather.
pub(crate) fn path(service: &Service, upload: Uuid) -> PathBuf {
    service.config().uploads_folder.join(format!("{upload}.part"))
}

/// The length of the file is the truth after a crash, as the row is saved less often; but not past a chunk whose checksum
/// nobody got to compare.
async fn reconcile(path: &Path, row: &upload::Model) -> io::Result<u64> {
    let length = match tokio::fs::metadata(path).await {
        Ok(metadata) => metadata.len(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(0),
        Err(error) => return Err(error),
    };
    let limit = row.unchecked_from.unwrap_or(row.size_bytes).unsigned_abs();
    if length > limit {
        tokio::fs::OpenOptions::new().write(true).open(path).await?.set_len(limit).await?;
    }
    Ok(length.min(limit))
}

pub(crate) fn disk(error: io::Error) -> kernel::Error {
    kernel::Error::Internal(anyhow::Error::new(error).context("the uploads folder"))
}

fn signed(bytes: u64) -> i64 {
    i64::try_from(bytes).unwrap_or(i64::MAX)
}
