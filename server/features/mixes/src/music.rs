//! What a mix is as music: beside its waveform in storage, and heard anew when the analysis has learned.

use crate::{Service, entity::mix, intake::findings, keys};
use audio::{AnalyseError, Limits, MUSIC_VERSION, Music};
use sea_orm::{ActiveValue::Set, ExprTrait, QuerySelect, entity::prelude::*};
use std::{fs::File, io::BufReader, ops::ControlFlow, path::Path};

/// Mixes that one sweep hands to the worker, so that a large library doesn't keep it from what DJs wait for.
const RELISTEN_AT_ONCE: u64 = 20;

pub(crate) async fn store(service: &Service, tenant: Uuid, id: Uuid, music: &Music) -> kernel::Result<()> {
    let json = serde_json::to_vec(music)?;
    let stored = service.storage().put(&keys::music(tenant, id), json.into()).await;
    stored.map_err(|error| kernel::Error::Internal(error.into()))
}

/// What was found out; nothing for a mix that no analysis has listened to yet.
pub(crate) async fn load(service: &Service, row: &mix::Model) -> kernel::Result<Music> {
    if row.music_version.is_none() {
        return Ok(Music::default());
    }
    let stored = service.storage().get(&keys::music(row.tenant_id, row.id)).await;
    let json = stored.map_err(|error| kernel::Error::Internal(error.into()))?;
    // Written by another version, it may lack what this one knows: then there is nothing until it was heard anew.
    Ok(serde_json::from_slice(&json).unwrap_or_default())
}

/// Ready mixes that an older analysis has listened to, or none.
pub(crate) async fn outdated(database: &impl ConnectionTrait) -> Result<Vec<mix::Model>, DbErr> {
    let older = mix::Column::MusicVersion.is_null().or(mix::Column::MusicVersion.lt(i64::from(MUSIC_VERSION)));
    mix::Entity::find()
        .filter(mix::Column::Intake.eq(crate::intake::step::READY))
        .filter(mix::Column::DeletedAt.is_null())
        .filter(mix::Column::AudioKey.is_not_null())
        .filter(older)
        .limit(RELISTEN_AT_ONCE)
        .all(database)
        .await
}

/// Listens to a mix anew. Changes nothing but what its sound is.
pub(crate) async fn relisten(service: &Service, id: Uuid) -> kernel::Result<()> {
    let row = mix::Entity::find_by_id(id).filter(mix::Column::DeletedAt.is_null()).one(service.kernel().database.read()).await?;
    let Some((row, key)) = row.and_then(|row| row.audio_key.clone().map(|key| (row, key))) else { return Ok(()) };
    if row.music_version.is_some_and(|version| version >= i64::from(MUSIC_VERSION)) {
        return Ok(());
    }
    let scratch = service.config().uploads_folder.join("analysis");
    let file = service.storage().materialise(&key, &scratch).await.map_err(|error| kernel::Error::Internal(error.into()))?;
    let extension = crate::intake::file_name::extension(&row.file_name);
    let heard = tokio::task::spawn_blocking(move || listen(file.path(), extension.as_deref())).await;
    let music = match heard {
        Ok(Ok(music)) => music,
        Ok(Err(AnalyseError::Read(error))) => {
            return Err(kernel::Error::Internal(anyhow::Error::new(error).context(format!("reading {key}"))));
        }
        // It plays, but can't be understood any more: asked once, not every hour.
        Ok(Err(error)) => {
            tracing::warn!(mix = %id, "not heard anew: {error}");
            Music { version: MUSIC_VERSION, ..Music::default() }
        }
        Err(panic) => {
            tracing::error!(mix = %id, "listening anew panicked: {panic}");
            Music { version: MUSIC_VERSION, ..Music::default() }
        }
    };
    store(service, row.tenant_id, id, &music).await?;
    let mut found = row;
    findings::music(&mut found, &music);
    let change = mix::ActiveModel {
        bpm_hundredths: Set(found.bpm_hundredths),
        camelot: Set(found.camelot),
        energy: Set(found.energy),
        music_version: Set(found.music_version),
        ..Default::default()
    };
    let tx = service.kernel().database.write().await?;
    mix::Entity::update_many().set(change).filter(mix::Column::Id.eq(id)).exec(&tx).await?;
    tx.commit().await?;
    Ok(())
}

fn listen(path: &Path, extension: Option<&str>) -> Result<Music, AnalyseError> {
    let source = Box::new(BufReader::with_capacity(256 * 1024, File::open(path)?));
    audio::analyse(source, extension, Limits::default(), &mut |_| ControlFlow::Continue(())).map(|analysis| analysis.music)
}
