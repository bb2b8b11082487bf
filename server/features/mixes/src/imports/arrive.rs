//! One recording becomes a mix: its file into storage, then row, tracks, origin and job in one transaction.

use super::{
    Origin, Run,
    origin::{by_key, was_refused},
    row::change,
};
use crate::{
    djs,
    entity::{import, import_source, mix},
    intake::{self, Artwork, begin, enqueue_analysis, file_name, findings, finish, step, store_cover},
    keys,
    labels::{self, Kind},
    search_text, slugs, tracks,
};
use audio::Sniffed;
use contract::{
    ids::MixId,
    imports::ImportRefusal,
    outcome::{Message, Refusal},
    shown::Timestamp,
    studio::UploadRefusal,
};
use kernel::format;
use sea_orm::{ActiveValue::Set, entity::prelude::*};
use serde_json::json;
use std::{path::PathBuf, time::UNIX_EPOCH};
use tokio::io::AsyncReadExt;

const SNIFF_BYTES: u64 = 64 * 1024;
const MAX_DESCRIPTION_CHARS: usize = 10_000;

/// A recording on this machine, and what is known of it.
#[derive(Clone, Debug)]
pub struct Arrival {
    pub origin: Origin,
    pub file: PathBuf,
    /// The file was fetched for this and nobody else writes to it; other people's files are copied.
    pub is_ours: bool,
    pub file_name: String,
    pub title: Option<String>,
    /// Markdown.
    pub description: String,
    pub dated_ms: i64,
    pub tracks: Vec<tracklists::Track>,
    /// A picture of any supported format; one that can't be read is left aside.
    pub cover: Option<Vec<u8>>,
}

type Brought = Result<MixId, Message>;

impl Run {
    /// Brings a recording in and counts it, or says why not. What is refused leaves nothing behind.
    ///
    /// # Errors
    /// The database's, the disk's or the store's; nothing is left behind then either.
    pub async fn bring_in(&mut self, arrival: Arrival) -> kernel::Result<Brought> {
        let name = arrival.file_name.clone();
        let id = self.service.kernel().ids.next();
        let brought = self.store(id, arrival).await;
        if !matches!(brought, Ok(Ok(()))) {
            let folder = keys::folder(self.order.tenant.0, id);
            self.service.storage().delete_prefix(&folder).await.map_err(|error| kernel::Error::Internal(error.into()))?;
        }
        match brought? {
            Ok(()) => Ok(Ok(MixId(id))),
            Err(reason) if reason == ImportRefusal::AlreadyHere.message() => {
                self.skip().await?;
                Ok(Err(reason))
            }
            Err(reason) => {
                self.fail(&name, &reason).await?;
                Ok(Err(reason))
            }
        }
    }

    async fn store(&mut self, id: Uuid, arrival: Arrival) -> kernel::Result<Result<(), Message>> {
        let mime = match self.check(&arrival).await? {
            Ok(mime) => mime,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let (service, tenant) = (self.service.clone(), self.order.tenant);
        self.announce(id).await?;
        let key = keys::audio(tenant.0, id);
        let stored = match arrival.is_ours {
            true => service.storage().put_file(&key, &arrival.file).await,
            false => service.storage().put_copy(&key, &arrival.file).await,
        };
        stored.map_err(|error| kernel::Error::Internal(error.into()))?;
        if !arrival.is_ours && !is_unchanged(&arrival).await {
            return Ok(Err(ImportRefusal::StillChanging.message()));
        }
        let mut row = self.row(id, &arrival, mime);
        if let Some(cover) = self.cover(id, arrival.cover).await? {
            store_cover(&service, tenant.0, id, cover).await?.write_to(&mut row);
        }
        let tracks = tracks::from_parsed(arrival.tracks);
        let now = service.kernel().now();
        let tx = service.kernel().database.write().await?;
        // Again, now that nobody else can write: another import may have been quicker.
        if let Some(known) = by_key(&tx, tenant, &arrival.origin.key).await? {
            if known.content == arrival.origin.content || !was_refused(&tx, &known).await? {
                return Ok(Err(ImportRefusal::AlreadyHere.message()));
            }
            import_source::Entity::delete_by_id(known.id).exec(&tx).await?;
        }
        let left = service.config().quota_bytes.saturating_sub(intake::used_bytes(&tx, tenant).await?);
        if arrival.origin.size_bytes > left {
            return Ok(Err(UploadRefusal::QuotaExceeded { left: format::bytes(&english(), left).text }.message()));
        }
        let dj = djs::ensure(&tx, tenant, self.order.dj, &self.order.dj_name).await?;
        row.slug = slugs::derive(&tx, tenant.0, id, &row.title).await?;
        let genres: Vec<String> = self.genres.iter().map(|genre| genre.name.clone()).collect();
        row.search_text = search_text::of_mix(&row, &dj.name, &genres);
        row.track_words = (!tracks.is_empty()).then(|| search_text::of_tracks(&tracks));
        mix::Entity::insert(mix::ActiveModel::from(row).reset_all()).exec_without_returning(&tx).await?;
        labels::replace(&tx, tenant.0, id, Kind::Genre, &self.genres).await?;
        tracks::replace(&tx, tenant.0, id, &tracks).await?;
        import_source::Entity::insert(self.source(id, &arrival.origin)).exec_without_returning(&tx).await?;
        enqueue_analysis(&tx, tenant, id, now).await?;
        let payload = json!({ "account": self.order.dj.0, "size_bytes": arrival.origin.size_bytes });
        service.kernel().events.append(&tx, tenant, "mixes.uploaded", id, &payload, now).await?;
        self.done += 1;
        let saved = async {
            change(&tx, self.id, self.counts()?).await?;
            tx.commit().await?;
            Ok(())
        };
        if let Err(error) = saved.await {
            self.done -= 1;
            return Err(error);
        }
        Ok(Ok(()))
    }

    /// Refuses by name, size and first bytes; gives the media type.
    async fn check(&self, arrival: &Arrival) -> kernel::Result<Result<&'static str, Message>> {
        let limit = self.service.config().max_upload_bytes;
        if arrival.origin.size_bytes == 0 {
            return Ok(Err(UploadRefusal::Empty.message()));
        }
        if let Err(refusal) = file_name::check(&arrival.file_name) {
            return Ok(Err(refusal.message()));
        }
        if arrival.origin.size_bytes > limit {
            return Ok(Err(UploadRefusal::TooLarge { limit: format::bytes(&english(), limit).text }.message()));
        }
        let mut first = Vec::new();
        let read = async { tokio::fs::File::open(&arrival.file).await?.take(SNIFF_BYTES).read_to_end(&mut first).await };
        if let Err(error) = read.await {
            return Ok(Err(ImportRefusal::Unreadable { cause: error.to_string() }.message()));
        }
        Ok(match audio::sniff(&first) {
            Some(Sniffed::Audio(container)) => Ok(container.mime()),
            Some(Sniffed::Unsupported(_)) => Err(UploadRefusal::UnsupportedFormat.message()),
            None => Err(UploadRefusal::NotAudio.message()),
        })
    }

    /// Says whose files are about to be stored, so that they can be found if this process ends now.
    async fn announce(&self, id: Uuid) -> kernel::Result<()> {
        let tx = self.service.kernel().database.write().await?;
        let seen_at = Set(self.service.kernel().now().0);
        change(&tx, self.id, import::ActiveModel { bringing: Set(Some(id)), seen_at, ..Default::default() }).await?;
        tx.commit().await?;
        Ok(())
    }

    fn row(&self, id: Uuid, arrival: &Arrival, mime: &str) -> mix::Model {
        let now = self.service.kernel().now();
        let file_name = file_name::sanitised(&arrival.file_name);
        let mut row = begin::draft(id, self.order.tenant, self.order.dj.0, file_name, arrival.origin.size_bytes, now);
        if let Some(title) = arrival.title.as_ref().filter(|title| !title.trim().is_empty()) {
            row.title = title.chars().take(intake::MAX_TITLE_CHARS).collect();
        }
        row.description = arrival.description.chars().take(MAX_DESCRIPTION_CHARS).collect();
        row.dated = findings::day(Timestamp(arrival.dated_ms));
        // The analysis publishes what is due by then.
        row.publish_at = self.order.publish.then_some(arrival.dated_ms.min(now.0));
        row.intake = step::WAITING.to_owned();
        row.audio_key = Some(keys::audio(self.order.tenant.0, id));
        row.audio_etag = Some(finish::etag(id, arrival.origin.size_bytes));
        row.mime = mime.to_owned();
        row
    }

    async fn cover(&self, id: Uuid, picture: Option<Vec<u8>>) -> kernel::Result<Option<Artwork>> {
        let Some(picture) = picture else { return Ok(None) };
        let made = tokio::task::spawn_blocking(move || intake::readable_cover(id, &picture)).await;
        made.map_err(|error| kernel::Error::Internal(error.into()))
    }

    fn source(&self, mix: Uuid, origin: &Origin) -> import_source::ActiveModel {
        import_source::ActiveModel {
            id: Set(self.service.kernel().ids.next()),
            tenant_id: Set(self.order.tenant.0),
            import_id: Set(self.id),
            dj_id: Set(self.order.dj.0),
            mix_id: Set(mix),
            source_key: Set(origin.key.clone()),
            content: Set(origin.content.clone()),
            size_bytes: Set(i64::try_from(origin.size_bytes).unwrap_or(i64::MAX)),
            modified_at: Set(origin.modified_ms),
            created_at: Set(self.service.kernel().now().0),
        }
    }
}

/// Sizes in reasons are stored as text, and the command line speaks English.
fn english() -> contract::caller::Locale {
    contract::caller::Locale("en".to_owned())
}

/// Whether the file is still the one that was looked at. If not, the copy may be half of one and half of another.
async fn is_unchanged(arrival: &Arrival) -> bool {
    let Ok(about) = tokio::fs::metadata(&arrival.file).await else { return false };
    let modified = about.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
    about.len() == arrival.origin.size_bytes && i64::try_from(modified.as_millis()).unwrap_or(i64::MAX) == arrival.origin.modified_ms
}
