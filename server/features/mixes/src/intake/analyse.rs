//! The analysis of an uploaded file, as a job sees it: what to load, what to say meanwhile, what to write, what to give up on.

use super::{
    cover, file_name, findings,
    jobs::enqueue_render,
    step,
    study::{Findings, Line, Sleeve, study},
};
use crate::{
    Service,
    entity::{dj, mix},
    keys, labels, music, search_text, slugs, tracks,
};
use audio::AnalyseError;
use contract::{
    ids::TenantId,
    outcome::Refusal,
    studio::{UploadRefusal, Visibility},
};
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};
use serde_json::json;
use std::time::Duration;
use tokio::{task::JoinError, time::interval};

/// How often listening pages see the percentage move.
const REPORT_EVERY: Duration = Duration::from_millis(500);

/// Analyses the mix's file, unless there is nothing (more) to do. A bad file is an outcome, not an error.
pub(crate) async fn analyse(service: &Service, id: Uuid) -> kernel::Result<()> {
    let Some(row) = pending(service, id).await? else { return Ok(()) };
    let Some(key) = row.audio_key.clone() else { return Ok(()) };
    report(service, id, 0).await?;
    let scratch = service.config().uploads_folder.join("analysis");
    let file = service.storage().materialise(&key, &scratch).await.map_err(|error| kernel::Error::Internal(error.into()))?;
    let line = Line::default();
    // If this job is dropped because its lease was lost, the thread must not work on for nobody.
    let _cancel = CancelOnDrop(line.clone());
    let thread = {
        let (line, title) = (line.clone(), row.title.clone());
        let hue = service.brand_hue(TenantId(row.tenant_id)).await;
        let extension = file_name::extension(&row.file_name);
        // The file goes along: a copy must not vanish while the thread still reads it.
        tokio::task::spawn_blocking(move || study(file.path(), extension.as_deref(), id, &Sleeve { title, hue }, &line))
    };
    match wait(service, id, &line, thread).await? {
        Ok(Ok(findings)) => apply(service, id, findings).await,
        Ok(Err(AnalyseError::Cancelled)) => Ok(()),
        Ok(Err(AnalyseError::Read(error))) => Err(kernel::Error::Internal(anyhow::Error::new(error).context(format!("reading {key}")))),
        Ok(Err(error)) => {
            tracing::info!(mix = %id, "file refused: {error}");
            fail(service, id, &refusal(&error)).await
        }
        Err(panic) => {
            tracing::error!(mix = %id, "the analysis panicked: {panic}");
            fail(service, id, &UploadRefusal::Damaged).await
        }
    }
}

/// The row, if it waits for an analysis.
async fn pending(service: &Service, id: Uuid) -> kernel::Result<Option<mix::Model>> {
    let found = mix::Entity::find_by_id(id)
        .filter(mix::Column::DeletedAt.is_null())
        .filter(mix::Column::Intake.is_in([step::WAITING, step::ANALYSING]))
        .one(service.kernel().database.read())
        .await?;
    Ok(found)
}

type Studied = Result<Result<Findings, AnalyseError>, JoinError>;

async fn wait(
    service: &Service,
    id: Uuid,
    line: &Line,
    mut thread: tokio::task::JoinHandle<Result<Findings, AnalyseError>>,
) -> kernel::Result<Studied> {
    let mut ticks = interval(REPORT_EVERY);
    let mut reported = 0;
    loop {
        tokio::select! {
            studied = &mut thread => return Ok(studied),
            _ = ticks.tick() => {}
        }
        if pending(service, id).await?.is_none() {
            line.cancel();
        }
        let percent = line.percent();
        if percent != reported {
            report(service, id, percent).await?;
            reported = percent;
        }
    }
}

async fn report(service: &Service, id: Uuid, percent: u8) -> kernel::Result<()> {
    let tx = service.kernel().database.write().await?;
    let change =
        mix::ActiveModel { intake: Set(step::ANALYSING.to_owned()), intake_percent: Set(i32::from(percent)), ..Default::default() };
    mix::Entity::update_many()
        .set(change)
        .filter(mix::Column::Id.eq(id))
        .filter(mix::Column::Intake.is_in([step::WAITING, step::ANALYSING]))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(())
}

async fn apply(service: &Service, id: Uuid, found: Findings) -> kernel::Result<()> {
    let Some(row) = pending(service, id).await? else { return Ok(()) };
    let (tenant, waveform) = (row.tenant_id, found.analysis.waveform.to_bytes());
    let stored = service.storage().put(&keys::waveform(tenant, id), waveform.into()).await;
    stored.map_err(|error| kernel::Error::Internal(error.into()))?;
    music::store(service, tenant, id, &found.analysis.music).await?;
    let cover = cover::store(service, tenant, id, found.cover.clone()).await?;
    let kernel = service.kernel();
    let tx = kernel.database.write().await?;
    // Again, now that nobody else can write: the DJ may have changed it while the sound was decoded.
    let pending = mix::Entity::find_by_id(id).filter(mix::Column::Intake.eq(step::ANALYSING)).lock_exclusive().one(&tx).await?;
    let Some(mut row) = pending else { return Ok(()) };
    findings::facts(&mut row, &found);
    if findings::words(&mut row, &found.tags, kernel.now()) {
        row.slug = slugs::derive(&tx, tenant, id, &row.title).await?;
    }
    if row.cover_version.is_none() {
        cover.write_to(&mut row);
    }
    if labels::of_mix(&tx, id, labels::Kind::Genre).await?.is_empty() {
        labels::replace(&tx, tenant, id, labels::Kind::Genre, &findings::genres(&found.tags)).await?;
    }
    let dj = dj::Entity::find_by_id(row.dj_id).one(&tx).await?.map(|dj| dj.name).unwrap_or_default();
    row.search_text = search_text::of_mix(&row, &dj, &labels::names_of_mix(&tx, id).await?);
    row.updated_at = kernel.now().0;
    tracks::keep_within(&tx, id, row.duration_ms).await?;
    let payload = json!({ "duration_ms": row.duration_ms, "loudness_lufs": row.loudness_lufs });
    // An import may have said so; whoever uploads publishes by hand.
    if let Some(at) = row.publish_at.take_if(|at| *at <= kernel.now().0) {
        row.visibility = Visibility::Public.name().to_owned();
        row.published_at = row.published_at.or(Some(at));
        let published = json!({ "slug": row.slug, "title": row.title, "dj": row.dj_id, "visibility": row.visibility });
        kernel.events.append(&tx, TenantId(tenant), "mixes.published", id, &published, kernel.now()).await?;
    }
    mix::Entity::update_many().set(mix::ActiveModel::from(row).reset_all()).filter(mix::Column::Id.eq(id)).exec(&tx).await?;
    enqueue_render(&tx, TenantId(tenant), id, kernel.now()).await?;
    kernel.events.append(&tx, TenantId(tenant), "mixes.analysed", id, &payload, kernel.now()).await?;
    tx.commit().await?;
    Ok(())
}

/// Marks the mix as failed and, where the file is to blame, throws the file away.
pub(crate) async fn fail(service: &Service, id: Uuid, refusal: &UploadRefusal) -> kernel::Result<()> {
    let Some(row) = pending(service, id).await? else { return Ok(()) };
    let keep_file = *refusal == UploadRefusal::AnalysisFailed;
    let mut change = mix::ActiveModel {
        intake: Set(step::FAILED.to_owned()),
        intake_error: Set(Some(serde_json::to_string(&refusal.message())?)),
        updated_at: Set(service.kernel().now().0),
        ..Default::default()
    };
    if !keep_file {
        change.audio_key = Set(None);
        change.audio_etag = Set(None);
        change.size_bytes = Set(0);
    }
    let tx = service.kernel().database.write().await?;
    mix::Entity::update_many().set(change).filter(mix::Column::Id.eq(id)).exec(&tx).await?;
    tx.commit().await?;
    // After the row, so that no row ever waits for an analysis of what is gone.
    if let Some(key) = row.audio_key.filter(|_| !keep_file) {
        service.storage().delete(&key).await.map_err(|error| kernel::Error::Internal(error.into()))?;
    }
    Ok(())
}

fn refusal(error: &AnalyseError) -> UploadRefusal {
    match error {
        AnalyseError::NotAudio => UploadRefusal::NotAudio,
        AnalyseError::UnsupportedCodec { .. } => UploadRefusal::UnsupportedFormat,
        AnalyseError::Truncated { .. } => UploadRefusal::Truncated,
        AnalyseError::Empty => UploadRefusal::Empty,
        AnalyseError::TooLong { .. } => UploadRefusal::TooLong,
        AnalyseError::ImplausibleHeader { .. } => UploadRefusal::HeaderImplausible,
        AnalyseError::Damaged { .. } | AnalyseError::Cancelled | AnalyseError::Read(_) => UploadRefusal::Damaged,
    }
}

struct CancelOnDrop(Line);

impl Drop for CancelOnDrop {
    fn drop(&mut self) {
        self.0.cancel();
    }
}
