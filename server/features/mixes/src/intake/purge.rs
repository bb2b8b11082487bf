//! The end of a deleted mix: first its files, then its rows, so that a crash in between is made good by doing it again.

use super::{UNDO_MS, finish::remove_part};
use crate::{
    Service,
    entity::{description_version, label, like, mix, play, position, private_link, rendition, track, upload},
    keys,
};
use sea_orm::entity::prelude::*;

/// Purges the mix unless its deletion was taken back, or was and then happened again just now.
pub(crate) async fn if_deleted(service: &Service, id: Uuid) -> kernel::Result<()> {
    let due = service.kernel().now().0 - UNDO_MS;
    let row = mix::Entity::find_by_id(id).filter(mix::Column::DeletedAt.lte(due)).one(service.kernel().database.read()).await?;
    match row {
        Some(row) => purge(service, &row).await,
        None => Ok(()),
    }
}

pub(crate) async fn purge(service: &Service, row: &mix::Model) -> kernel::Result<()> {
    let database = &service.kernel().database;
    let uploads = upload::Entity::find().filter(upload::Column::MixId.eq(row.id)).all(database.read()).await?;
    for upload in &uploads {
        service.inner.transfers.interrupt(upload.id).await;
    }
    let folder = keys::folder(row.tenant_id, row.id);
    service.storage().delete_prefix(&folder).await.map_err(|error| kernel::Error::Internal(error.into()))?;
    let tx = database.write().await?;
    label::Entity::delete_many().filter(label::Column::MixId.eq(row.id)).exec(&tx).await?;
    like::Entity::delete_many().filter(like::Column::MixId.eq(row.id)).exec(&tx).await?;
    play::Entity::delete_many().filter(play::Column::MixId.eq(row.id)).exec(&tx).await?;
    position::Entity::delete_many().filter(position::Column::MixId.eq(row.id)).exec(&tx).await?;
    rendition::Entity::delete_many().filter(rendition::Column::MixId.eq(row.id)).exec(&tx).await?;
    track::Entity::delete_many().filter(track::Column::MixId.eq(row.id)).exec(&tx).await?;
    description_version::Entity::delete_many().filter(description_version::Column::MixId.eq(row.id)).exec(&tx).await?;
    private_link::Entity::delete_many().filter(private_link::Column::MixId.eq(row.id)).exec(&tx).await?;
    upload::Entity::delete_many().filter(upload::Column::MixId.eq(row.id)).exec(&tx).await?;
    mix::Entity::delete_many().filter(mix::Column::Id.eq(row.id)).exec(&tx).await?;
    tx.commit().await?;
    // A rendition that was made meanwhile came after the first time, and before its mix was gone.
    service.storage().delete_prefix(&folder).await.map_err(|error| kernel::Error::Internal(error.into()))?;
    for upload in uploads {
        remove_part(service, upload.id).await?;
    }
    Ok(())
}
