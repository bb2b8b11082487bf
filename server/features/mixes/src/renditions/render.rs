//! The job that makes what a mix's file needs: one rendition after the other, each kept as soon as it is whole.
//!
//! May run twice, also at once: what is there is not made again, and who is later replaces the same by the same.

use super::{coded, scratch::Scratch, wanted};
use crate::{
    Service,
    entity::{mix, rendition},
    intake::step,
    keys,
};
use anyhow::Context;
use audio::{AnalyseError, EncodeError, Limits};
use contract::{ids::TenantId, mixes::Rendition};
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, entity::prelude::*};
use serde_json::json;
use std::{
    fs::File,
    io::BufReader,
    ops::ControlFlow,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};
use storage::LocalFile;
use tokio::{task::JoinHandle, time::interval};

/// Mixes that one sweep hands to the worker.
const AT_ONCE: u64 = 20;
/// How soon the making notices that nobody needs it any more.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// Ready mixes from before there were renditions, or whose job died; the newest first.
pub(crate) async fn unrendered(database: &impl ConnectionTrait) -> Result<Vec<mix::Model>, DbErr> {
    waiting().order_by_desc(mix::Column::CreatedAt).limit(AT_ONCE).all(database).await
}

fn waiting() -> Select<mix::Entity> {
    mix::Entity::find()
        .filter(mix::Column::Intake.eq(step::READY))
        .filter(mix::Column::DeletedAt.is_null())
        .filter(mix::Column::AudioKey.is_not_null())
        .filter(mix::Column::Renditions.is_null())
}

async fn pending(service: &Service, id: Uuid) -> kernel::Result<Option<mix::Model>> {
    Ok(waiting().filter(mix::Column::Id.eq(id)).one(service.kernel().database.read()).await?)
}

/// The mix, while it has the recording that `row` had and lacks its renditions.
fn still(row: &mix::Model) -> Select<mix::Entity> {
    waiting().filter(mix::Column::Id.eq(row.id)).filter(mix::Column::AudioEtag.eq(row.audio_etag.clone()))
}

/// Makes what the mix lacks, unless there is nothing (more) to do.
pub(crate) async fn render(service: &Service, id: Uuid) -> kernel::Result<()> {
    let Some(row) = pending(service, id).await? else { return Ok(()) };
    let Some(key) = row.audio_key.as_deref() else { return Ok(()) };
    let folder = service.config().uploads_folder.join("analysis");
    let source = service.storage().materialise(key, &folder).await.map_err(|error| kernel::Error::Internal(error.into()))?;
    let source = Arc::new(source);
    for kind in wanted(&row) {
        if known(service, id).await?.iter().any(|made| made.kind == kind.name()) {
            continue;
        }
        match make(service, &row, source.clone(), kind).await {
            Ok(scratch) => keep(service, &row, kind, &scratch).await?,
            Err(Unmade::Gone) => return Ok(()),
            Err(Unmade::Failed(error)) => return Err(error),
            // It was analysed, so it plays; this form of it is not to be had. Asked once, not every hour.
            Err(Unmade::Impossible(reason)) => tracing::warn!(mix = %id, kind = kind.name(), "no rendition: {reason}"),
        }
    }
    settle(service, &row).await
}

async fn known(service: &Service, id: Uuid) -> kernel::Result<Vec<rendition::Model>> {
    let made = rendition::Entity::find().filter(rendition::Column::MixId.eq(id)).order_by_asc(rendition::Column::Kind);
    Ok(made.all(service.kernel().database.read()).await?)
}

enum Unmade {
    /// The mix is deleted, or somebody else was quicker.
    Gone,
    Impossible(String),
    Failed(kernel::Error),
}

impl From<anyhow::Error> for Unmade {
    fn from(error: anyhow::Error) -> Self {
        Self::Failed(kernel::Error::Internal(error))
    }
}

async fn make(service: &Service, row: &mix::Model, source: Arc<LocalFile>, kind: Rendition) -> Result<Scratch, Unmade> {
    let name = format!("{}-{}-{}", row.id, kind.name(), service.kernel().ids.next());
    let folder = service.config().uploads_folder.clone();
    let made = tokio::task::spawn_blocking(move || Scratch::create(&folder, &name)).await.context("making a place for a rendition")?;
    let (scratch, target) = made.context("making a place for a rendition")?;
    let line = CancelOnDrop::default();
    let cancelled = line.0.clone();
    let extension = crate::intake::file_name::extension(&row.file_name);
    let thread = tokio::task::spawn_blocking(move || {
        // The source goes along: a copy must not vanish while it is read.
        let sound = Box::new(BufReader::with_capacity(256 * 1024, File::open(source.path()).map_err(AnalyseError::Read)?));
        let mut progress = |_| if cancelled.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
        audio::encode(sound, extension.as_deref(), Limits::default(), coded(kind), target, &mut progress)
    });
    match wait(service, row, &line, thread).await? {
        Ok(Ok(())) => Ok(scratch),
        Ok(Err(EncodeError::Recording(AnalyseError::Cancelled))) => Err(Unmade::Gone),
        Ok(Err(EncodeError::Recording(AnalyseError::Read(error)) | EncodeError::Write(error))) => {
            Err(anyhow::Error::new(error).context(format!("making {} of {}", kind.name(), row.id)).into())
        }
        Ok(Err(error)) => Err(Unmade::Impossible(error.to_string())),
        Err(panic) => Err(Unmade::Impossible(panic.to_string())),
    }
}

type Coded = Result<Result<(), EncodeError>, tokio::task::JoinError>;

async fn wait(
    service: &Service,
    row: &mix::Model,
    line: &CancelOnDrop,
    mut thread: JoinHandle<Result<(), EncodeError>>,
) -> Result<Coded, Unmade> {
    let mut ticks = interval(LOOK_EVERY);
    loop {
        tokio::select! {
            coded = &mut thread => return Ok(coded),
            _ = ticks.tick() => {}
        }
        let needed = still(row).one(service.kernel().database.read()).await.map_err(|error| Unmade::Failed(error.into()))?;
        if needed.is_none() {
            line.cancel();
        }
    }
}

/// Puts a whole rendition where it is served from.
async fn keep(service: &Service, row: &mix::Model, kind: Rendition, scratch: &Scratch) -> kernel::Result<()> {
    let (tenant, id, now) = (row.tenant_id, row.id, service.kernel().now());
    let size_bytes = tokio::fs::metadata(scratch.path()).await.context("looking at a rendition")?.len();
    let key = keys::rendition(tenant, id, kind.name());
    service.storage().put_file(&key, scratch.path()).await.map_err(|error| kernel::Error::Internal(error.into()))?;
    let size_bytes = i64::try_from(size_bytes).unwrap_or(i64::MAX);
    let made = rendition::Model {
        mix_id: id,
        kind: kind.name().to_owned(),
        tenant_id: tenant,
        audio_key: key,
        // Made anew by another encoder, the bytes differ though the mix is the same.
        etag: format!("{}-{}-{:x}", id.simple(), kind.name(), now.0),
        mime: kind.mime().to_owned(),
        size_bytes,
        bitrate_kbps: size_bytes.saturating_mul(8) / row.duration_ms.max(1),
        created_at: now.0,
    };
    let tx = service.kernel().database.write().await?;
    let same = mix::Entity::find_by_id(id).filter(mix::Column::AudioEtag.eq(row.audio_etag.clone()));
    if same.lock_exclusive().one(&tx).await?.is_none() {
        // Purged, or given another recording, while it was made; nobody else knows of the file.
        tx.rollback().await?;
        return service.storage().delete(&made.audio_key).await.map_err(|error| kernel::Error::Internal(error.into()));
    }
    rendition::Entity::delete_many()
        .filter(rendition::Column::MixId.eq(id))
        .filter(rendition::Column::Kind.eq(kind.name()))
        .exec(&tx)
        .await?;
    rendition::Entity::insert(rendition::ActiveModel::from(made).reset_all()).exec_without_returning(&tx).await?;
    tx.commit().await?;
    Ok(())
}

/// Tells the row what there is, unless the mix was deleted meanwhile: then its purge takes what was made.
async fn settle(service: &Service, row: &mix::Model) -> kernel::Result<()> {
    let kernel = service.kernel();
    let kinds: Vec<String> = known(service, row.id).await?.into_iter().map(|made| made.kind).collect();
    let tx = kernel.database.write().await?;
    let Some(row) = still(row).lock_exclusive().one(&tx).await? else { return Ok(()) };
    let change = mix::ActiveModel { renditions: Set(Some(kinds.join(" "))), ..Default::default() };
    mix::Entity::update_many().set(change).filter(mix::Column::Id.eq(row.id)).exec(&tx).await?;
    let tenant = TenantId(row.tenant_id);
    kernel.events.append(&tx, tenant, "mixes.rendered", row.id, &json!({ "kinds": kinds }), kernel.now()).await?;
    tx.commit().await?;
    service.forget_bytes(tenant, row.id).await;
    Ok(())
}

/// If the job is dropped because its lease was lost, the thread must not work on for nobody.
#[derive(Debug, Default)]
struct CancelOnDrop(Arc<AtomicBool>);

impl CancelOnDrop {
    fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

impl Drop for CancelOnDrop {
    fn drop(&mut self) {
        self.cancel();
    }
}
