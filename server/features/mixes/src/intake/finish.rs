//! The end of an upload: recognised by its first bytes, moved into storage when whole, or thrown away with its draft.

use super::{
    enqueue_analysis,
    part::{self, Part, disk},
    receive::first_bytes,
    reply::Stop,
    step,
};
use crate::{
    Service,
    entity::{label, mix, upload},
    keys,
};
use audio::Sniffed;
use contract::{caller::Caller, failure::Failure, ids::TenantId, studio::UploadRefusal};
use sea_orm::{ActiveValue::Set, entity::prelude::*};
use serde_json::json;

/// Refuses, and forgets, what is no recording.
pub(crate) async fn sniff(service: &Service, part: &Part) -> Result<Sniffed, Stop> {
    let refusal = match audio::sniff(&first_bytes(part).await.map_err(disk)?) {
        Some(Sniffed::Audio(container)) => return Ok(Sniffed::Audio(container)),
        Some(Sniffed::Unsupported(_)) => UploadRefusal::UnsupportedFormat,
        None => UploadRefusal::NotAudio,
    };
    discard(service, &part.row).await?;
    Err(refusal.into())
}

/// Hands a whole upload over to storage and to the analysis. May be repeated: a crash can come between any two steps.
pub(crate) async fn finish(service: &Service, part: &Part) -> Result<(), Stop> {
    let mime = match sniff(service, part).await? {
        Sniffed::Audio(container) => container.mime(),
        Sniffed::Unsupported(_) => "application/octet-stream",
    };
    let row = &part.row;
    let key = keys::audio(row.tenant_id, row.mix_id);
    service.storage().put_file(&key, &part.path).await.map_err(|error| kernel::Error::Internal(error.into()))?;
    let kernel = service.kernel();
    let now = kernel.now();
    let tx = kernel.database.write().await?;
    let change = mix::ActiveModel {
        intake: Set(step::WAITING.to_owned()),
        audio_key: Set(Some(key)),
        audio_etag: Set(Some(etag(row.mix_id, part.offset))),
        mime: Set(mime.to_owned()),
        updated_at: Set(now.0),
        ..Default::default()
    };
    mix::Entity::update_many().set(change).filter(mix::Column::Id.eq(row.mix_id)).exec(&tx).await?;
    upload::Entity::delete_many().filter(upload::Column::Id.eq(row.id)).exec(&tx).await?;
    let tenant = TenantId(row.tenant_id);
    enqueue_analysis(&tx, tenant, row.mix_id, now).await?;
    let payload = json!({ "account": row.account_id, "size_bytes": row.size_bytes });
    kernel.events.append(&tx, tenant, "mixes.uploaded", row.mix_id, &payload, now).await?;
    tx.commit().await?;
    remove_part(service, row.id).await?;
    Ok(())
}

/// A mix's audio never changes, so the mix and the length name its bytes. Without quotes.
pub(crate) fn etag(mix: Uuid, size_bytes: u64) -> String {
    format!("{}-{size_bytes:x}", mix.simple())
}

/// The size of the caller's file that has been handed over already; an upload has its mix's id.
pub(crate) async fn handed_over(service: &Service, caller: &Caller, upload: Uuid) -> kernel::Result<Option<i64>> {
    let viewer = caller.viewer.as_ref().ok_or(Failure::SignInRequired)?;
    let found = mix::Entity::find_by_id(upload)
        .filter(mix::Column::TenantId.eq(caller.tenant.0))
        .filter(mix::Column::DjId.eq(viewer.account.0))
        .filter(mix::Column::Intake.ne(step::UPLOADING))
        .one(service.kernel().database.read())
        .await?;
    Ok(found.map(|row| row.size_bytes))
}

/// Forgets an upload: its row, its bytes and the draft that stood for it.
pub(crate) async fn discard(service: &Service, row: &upload::Model) -> kernel::Result<()> {
    let tx = service.kernel().database.write().await?;
    upload::Entity::delete_many().filter(upload::Column::Id.eq(row.id)).exec(&tx).await?;
    label::Entity::delete_many().filter(label::Column::MixId.eq(row.mix_id)).exec(&tx).await?;
    mix::Entity::delete_many().filter(mix::Column::Id.eq(row.mix_id)).filter(mix::Column::Intake.eq(step::UPLOADING)).exec(&tx).await?;
    tx.commit().await?;
    // A cover may have been set while the file was on its way.
    let folder = keys::folder(row.tenant_id, row.mix_id);
    service.storage().delete_prefix(&folder).await.map_err(|error| kernel::Error::Internal(error.into()))?;
    remove_part(service, row.id).await
}

/// Removes the bytes; the row must be gone already, or they would be missed.
pub(crate) async fn remove_part(service: &Service, upload: Uuid) -> kernel::Result<()> {
    match tokio::fs::remove_file(part::path(service, upload)).await {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(disk(error)),
        _ => Ok(()),
    }
}
