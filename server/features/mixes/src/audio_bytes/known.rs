//! What the byte routes know of a mix, remembered for a few seconds so that a player's next range costs no query and no `open`.

use super::{
    conditions::{Validators, http_date},
    disposition,
};
use crate::{
    Service,
    entity::{dj, mix, rendition},
    visible,
};
use axum::http::HeaderValue;
use contract::{failure::Failure, ids::TenantId, mixes::Rendition};
use moka::future::Cache;
use sea_orm::entity::prelude::*;
use std::{fs::File, io, sync::Arc, time::Duration};
use tokio::{sync::OnceCell, task::spawn_blocking};

/// How long another process may still serve what was unpublished here.
const REMEMBERED_FOR: Duration = Duration::from_secs(5);
/// Each may hold a file open, and a process may have 1,024 by default.
const MOST_MIXES: u64 = 256;

/// A mix as bytes.
#[derive(Debug)]
pub(crate) struct Known {
    /// Everyone with the address may hear it.
    pub(crate) is_published: bool,
    pub(crate) cover_version: Option<String>,
    /// `None` until an upload is complete.
    pub(crate) sound: Option<Sound>,
    pub(crate) renditions: Vec<(Rendition, Sound)>,
    pub(crate) lasts_ms: u64,
    /// Listeners may keep the file.
    pub(crate) downloads: bool,
}

impl Known {
    /// The file as uploaded, or another form of it.
    pub(crate) fn sound(&self, rendition: Option<Rendition>) -> Option<&Sound> {
        match rendition {
            None => self.sound.as_ref(),
            Some(wanted) => self.renditions.iter().find(|(rendition, _)| *rendition == wanted).map(|(_, sound)| sound),
        }
    }
}

/// A file of sound with its headers ready-made.
#[derive(Debug)]
pub(crate) struct Sound {
    pub(crate) key: String,
    pub(crate) size_bytes: u64,
    pub(crate) etag: HeaderValue,
    pub(crate) last_modified: HeaderValue,
    pub(crate) mime: HeaderValue,
    pub(crate) disposition: HeaderValue,
    /// Said instead to those who keep the file.
    pub(crate) attachment: HeaderValue,
    modified: i64,
    file: OnceCell<Option<Arc<File>>>,
}

impl Sound {
    fn of(row: &mix::Model, dj: &str) -> Option<Self> {
        let key = row.audio_key.clone()?;
        let etag = row.audio_etag.as_ref()?;
        // The bytes of a mix are never replaced, so its row is never older than they are by more than the upload took.
        let modified = row.created_at.div_euclid(1000);
        Some(Self {
            key,
            size_bytes: row.size_bytes.unsigned_abs(),
            etag: HeaderValue::try_from(format!("\"{etag}\"")).ok()?,
            last_modified: HeaderValue::try_from(http_date(modified)).ok()?,
            mime: HeaderValue::try_from(&row.mime).unwrap_or(HeaderValue::from_static("application/octet-stream")),
            disposition: disposition::inline(&row.title, &row.mime),
            attachment: disposition::attachment(dj, &row.title, &row.mime),
            modified,
            file: OnceCell::new(),
        })
    }

    fn of_rendition(row: &mix::Model, made: rendition::Model, dj: &str) -> Option<(Rendition, Self)> {
        let modified = made.created_at.div_euclid(1000);
        let sound = Self {
            size_bytes: made.size_bytes.unsigned_abs(),
            etag: HeaderValue::try_from(format!("\"{}\"", made.etag)).ok()?,
            last_modified: HeaderValue::try_from(http_date(modified)).ok()?,
            mime: HeaderValue::try_from(&made.mime).ok()?,
            disposition: disposition::inline(&row.title, &made.mime),
            attachment: disposition::attachment(dj, &row.title, &made.mime),
            modified,
            file: OnceCell::new(),
            key: made.audio_key,
        };
        Some((Rendition::parse(&made.kind)?, sound))
    }

    pub(crate) fn validators(&self) -> Validators<'_> {
        Validators { etag: self.etag.to_str().unwrap_or_default(), modified: Some(self.modified) }
    }

    /// The open file, if it lies on this machine.
    pub(crate) async fn file(&self, service: &Service) -> kernel::Result<Option<Arc<File>>> {
        let opened = self.file.get_or_try_init(async || {
            let Some(path) = service.storage().local_path(&self.key) else { return Ok(None) };
            let file = spawn_blocking(move || File::open(path)).await.map_err(io::Error::other)?;
            file.map(|file| Some(Arc::new(file)))
        });
        match opened.await {
            Ok(file) => Ok(file.clone()),
            Err(error) => Err(anyhow::Error::new(error).context(format!("opening {}", self.key)).into()),
        }
    }
}

/// The mixes asked for lately, by tenant and id.
#[derive(Clone, Debug)]
pub(crate) struct KnownMixes {
    remembered: Cache<(TenantId, Uuid), Arc<Known>>,
}

impl Default for KnownMixes {
    fn default() -> Self {
        Self { remembered: Cache::builder().max_capacity(MOST_MIXES).time_to_live(REMEMBERED_FOR).build() }
    }
}

impl KnownMixes {
    /// `NotFound` for what the tenant hasn't got; such ids aren't remembered, so that guessing pushes nothing out.
    pub(crate) async fn get(&self, service: &Service, tenant: TenantId, mix: Uuid) -> kernel::Result<Arc<Known>> {
        self.remembered.try_get_with((tenant, mix), load(service, tenant, mix)).await.map_err(|error| match &*error {
            kernel::Error::Failure(failure) => failure.clone().into(),
            kernel::Error::Internal(cause) => anyhow::anyhow!("{cause:#}").into(),
        })
    }

    pub(crate) async fn forget(&self, tenant: TenantId, mix: Uuid) {
        self.remembered.invalidate(&(tenant, mix)).await;
    }
}

async fn load(service: &Service, tenant: TenantId, mix: Uuid) -> kernel::Result<Arc<Known>> {
    let found = mix::Entity::find_by_id(mix)
        .filter(mix::Column::TenantId.eq(tenant.0))
        .filter(mix::Column::DeletedAt.is_null())
        .one(service.kernel().database.read())
        .await?;
    let row = found.ok_or(Failure::NotFound)?;
    let database = service.kernel().database.read();
    let of_tenant = rendition::Column::TenantId.eq(tenant.0);
    let made = rendition::Entity::find().filter(rendition::Column::MixId.eq(mix)).filter(of_tenant).all(database).await?;
    let dj = if row.downloads { dj::Entity::find_by_id(row.dj_id).one(database).await? } else { None };
    let dj = dj.map(|dj| dj.name).unwrap_or_default();
    Ok(Arc::new(Known {
        is_published: visible::is_published(&row),
        cover_version: row.cover_version.clone(),
        sound: Sound::of(&row, &dj),
        renditions: made.into_iter().filter_map(|made| Sound::of_rendition(&row, made, &dj)).collect(),
        lasts_ms: row.duration_ms.unsigned_abs(),
        downloads: row.downloads,
    }))
}

impl Service {
    /// Makes the byte routes look again: for whoever publishes, hides, deletes or draws a mix anew. Other processes follow in 5 s.
    pub async fn forget_bytes(&self, tenant: TenantId, mix: Uuid) {
        self.known_mixes().forget(tenant, mix).await;
    }
}
