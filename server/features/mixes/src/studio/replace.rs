//! Another recording under the same address: a mix takes over the sound of a draft, and the draft goes.
//!
//! Likes, plays, comments to come, tracks and words stay with the mix; everything that was heard in the sound comes from the draft.

use super::{access, overview};
use crate::{
    Service,
    entity::{mix, rendition},
    intake::{enqueue_purge, enqueue_render, step},
    keys,
};
use contract::{
    caller::Caller,
    ids::MixId,
    outcome::Outcome,
    studio::{MixRefusal, StudioMixDetail, Visibility},
};
use sea_orm::{ActiveValue::Set, entity::prelude::*};
use serde_json::json;

pub(super) async fn replace(
    service: &Service,
    caller: &Caller,
    id: MixId,
    from: MixId,
) -> kernel::Result<Outcome<StudioMixDetail, MixRefusal>> {
    let database = service.kernel().database.read();
    let target = access::find(database, caller, id).await?;
    let source = access::find(database, caller, from).await?;
    if !is_usable(&source) || source.id == target.id || target.intake != step::READY {
        return Ok(Outcome::refused(MixRefusal::NoSuchRecording));
    }
    // Under a name of its own beside the old one, which listeners may hear this moment.
    let key = keys::replaced_audio(target.tenant_id, target.id, source.id);
    copy(service, &source, &target, &key).await?;
    let Some(old) = take_over(service, caller, id, from, &key).await? else {
        return Ok(Outcome::refused(MixRefusal::NoSuchRecording));
    };
    service.forget_bytes(caller.tenant, target.id).await;
    service.forget_bytes(caller.tenant, source.id).await;
    if old != key {
        service.storage().delete(&old).await.map_err(|error| kernel::Error::Internal(error.into()))?;
    }
    overview::mix(service, caller, id).await.map(Outcome::Done)
}

/// Drafts that were never heard by anybody but their DJ.
pub(super) fn is_usable(row: &mix::Model) -> bool {
    row.intake == step::READY
        && row.visibility == Visibility::Draft.name()
        && row.published_at.is_none()
        && row.publish_at.is_none()
        && row.deleted_at.is_none()
        && row.audio_key.is_some()
}

/// A crash after this leaves a file that goes with the mix, and a wave that is drawn anew by doing it again.
async fn copy(service: &Service, source: &mix::Model, target: &mix::Model, key: &str) -> kernel::Result<()> {
    let storage = service.storage();
    let scratch = service.config().uploads_folder.join("analysis");
    let internal = |error: storage::Error| kernel::Error::Internal(error.into());
    let from = source.audio_key.clone().unwrap_or_default();
    let file = storage.materialise(&from, &scratch).await.map_err(internal)?;
    storage.put_file(key, file.path()).await.map_err(internal)?;
    for place in [keys::waveform, keys::music] {
        let content = storage.get(&place(source.tenant_id, source.id)).await.map_err(internal)?;
        storage.put(&place(target.tenant_id, target.id), content).await.map_err(internal)?;
    }
    Ok(())
}

/// The key of the recording that was there; `None` if one of the two changed meanwhile.
async fn take_over(service: &Service, caller: &Caller, id: MixId, from: MixId, key: &str) -> kernel::Result<Option<String>> {
    let kernel = service.kernel();
    let now = kernel.now();
    let tx = kernel.database.write().await?;
    // In the order of their ids, so that two at once don't wait for each other.
    let mut rows = Vec::new();
    for id in [id.min(from), id.max(from)] {
        rows.push(access::find_to_change(&tx, caller, id).await?);
    }
    if id.min(from) == from {
        rows.reverse();
    }
    let Ok([target, source]) = <[mix::Model; 2]>::try_from(rows) else { return Ok(None) };
    if !is_usable(&source) || target.intake != step::READY {
        return Ok(None);
    }
    let heard = mix::ActiveModel {
        file_name: Set(source.file_name),
        size_bytes: Set(source.size_bytes),
        audio_key: Set(Some(key.to_owned())),
        audio_etag: Set(source.audio_etag),
        mime: Set(source.mime),
        codec: Set(source.codec),
        bitrate_kbps: Set(source.bitrate_kbps),
        duration_ms: Set(source.duration_ms),
        sample_rate_hz: Set(source.sample_rate_hz),
        channels: Set(source.channels),
        loudness_lufs: Set(source.loudness_lufs),
        true_peak_dbtp: Set(source.true_peak_dbtp),
        card_peaks: Set(source.card_peaks),
        page_peaks: Set(source.page_peaks),
        bpm_hundredths: Set(source.bpm_hundredths),
        camelot: Set(source.camelot),
        energy: Set(source.energy),
        music_version: Set(source.music_version),
        // Made anew, of the new recording.
        renditions: Set(None),
        updated_at: Set(now.0),
        ..Default::default()
    };
    mix::Entity::update_many().set(heard).filter(mix::Column::Id.eq(target.id)).exec(&tx).await?;
    rendition::Entity::delete_many().filter(rendition::Column::MixId.eq(target.id)).exec(&tx).await?;
    enqueue_render(&tx, caller.tenant, target.id, now).await?;
    let gone = mix::ActiveModel { deleted_at: Set(Some(now.0)), ..Default::default() };
    mix::Entity::update_many().set(gone).filter(mix::Column::Id.eq(source.id)).exec(&tx).await?;
    enqueue_purge(&tx, caller.tenant, source.id, now).await?;
    let payload = json!({ "slug": target.slug, "title": target.title, "dj": target.dj_id, "visibility": target.visibility });
    kernel.events.append(&tx, caller.tenant, "mixes.changed", target.id, &payload, now).await?;
    tx.commit().await?;
    Ok(target.audio_key)
}
