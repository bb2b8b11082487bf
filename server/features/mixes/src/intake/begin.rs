//! The start of an upload: who may, whether it fits, and the draft that stands for it from then on.

use super::{file_name, reply::Stop, step};
use crate::{
    Service, djs,
    entity::{mix, upload},
    search_text, slugs,
};
use contract::{
    caller::{Caller, Role},
    failure::Failure,
    ids::TenantId,
    shown::Timestamp,
    studio::{UploadRefusal, Visibility},
};
use kernel::format;
use sea_orm::{
    DbBackend, PaginatorTrait, QuerySelect,
    entity::prelude::*,
    sea_query::{Alias, ExprTrait},
};

/// An upload that nobody touches is swept after this long.
pub(crate) const EXPIRY_MS: i64 = 7 * 24 * 60 * 60 * 1000;
const MAX_RUNNING: u64 = 8;

/// Makes the upload and its draft.
pub(crate) async fn begin(service: &Service, caller: &Caller, file_name: String, size_bytes: u64) -> Result<upload::Model, Stop> {
    let viewer = caller.viewer.as_ref().ok_or(Failure::SignInRequired)?;
    caller.with_role(Role::Dj).ok_or(Failure::Forbidden)?;
    check_file(service, caller, &file_name, size_bytes)?;
    let kernel = service.kernel();
    let now = kernel.now();
    let tx = kernel.database.write().await?;
    let running = upload::Entity::find()
        .filter(upload::Column::AccountId.eq(viewer.account.0))
        .filter(upload::Column::ExpiresAt.gt(now.0))
        .count(&tx)
        .await?;
    if running >= MAX_RUNNING {
        return Err(UploadRefusal::TooManyAtOnce.into());
    }
    let left = service.config().quota_bytes.saturating_sub(used_bytes(&tx, caller.tenant).await?);
    if size_bytes > left {
        return Err(UploadRefusal::QuotaExceeded { left: format::bytes(&caller.locale, left).text }.into());
    }
    let dj = djs::ensure(&tx, caller.tenant, viewer.account, &viewer.name).await?;
    let mut mix = draft(kernel.ids.next(), caller.tenant, dj.id, file_name, size_bytes, now);
    mix.slug = slugs::derive(&tx, caller.tenant.0, mix.id, &mix.title).await?;
    mix.search_text = search_text::fold(&format!("{} {}", mix.title, dj.name));
    let row = upload::Model {
        // The mix's own, so that a finished upload can still be answered for.
        id: mix.id,
        tenant_id: caller.tenant.0,
        account_id: viewer.account.0,
        mix_id: mix.id,
        size_bytes: mix.size_bytes,
        received_bytes: 0,
        unchecked_from: None,
        expires_at: now.plus_ms(EXPIRY_MS).0,
        created_at: now.0,
    };
    mix::Entity::insert(mix::ActiveModel::from(mix).reset_all()).exec_without_returning(&tx).await?;
    upload::Entity::insert(upload::ActiveModel::from(row.clone()).reset_all()).exec_without_returning(&tx).await?;
    tx.commit().await?;
    Ok(row)
}

fn check_file(service: &Service, caller: &Caller, file_name: &str, size_bytes: u64) -> Result<(), UploadRefusal> {
    let limit = service.config().max_upload_bytes;
    if size_bytes == 0 {
        return Err(UploadRefusal::Empty);
    }
    file_name::check(file_name)?;
    if size_bytes > limit {
        return Err(UploadRefusal::TooLarge { limit: format::bytes(&caller.locale, limit).text });
    }
    Ok(())
}

/// What the tenant's mixes take up, with what running uploads will.
pub(crate) async fn used_bytes(database: &impl ConnectionTrait, tenant: TenantId) -> Result<u64, DbErr> {
    // A sum of BIGINT is NUMERIC on PostgreSQL and DECIMAL on MySQL.
    let integer = if database.get_database_backend() == DbBackend::MySql { "SIGNED" } else { "BIGINT" };
    let sum: Option<Option<i64>> = mix::Entity::find()
        .select_only()
        .column_as(mix::Column::SizeBytes.sum().cast_as(Alias::new(integer)), "used")
        .filter(mix::Column::TenantId.eq(tenant.0))
        .into_tuple()
        .one(database)
        .await?;
    Ok(sum.flatten().unwrap_or_default().unsigned_abs())
}

/// A mix of which nothing is known but its file's name and size. Its slug is still to be found.
pub(crate) fn draft(id: Uuid, tenant: TenantId, dj: Uuid, file_name: String, size_bytes: u64, now: Timestamp) -> mix::Model {
    mix::Model {
        id,
        tenant_id: tenant.0,
        dj_id: dj,
        slug: String::new(),
        title: file_name::title(&file_name),
        file_name,
        description: String::new(),
        visibility: Visibility::Draft.name().to_owned(),
        intake: step::UPLOADING.to_owned(),
        intake_percent: 0,
        intake_error: None,
        dated: String::new(),
        published_at: None,
        publish_at: None,
        deleted_at: None,
        size_bytes: i64::try_from(size_bytes).unwrap_or(i64::MAX),
        audio_key: None,
        audio_etag: None,
        mime: String::new(),
        codec: String::new(),
        bitrate_kbps: None,
        duration_ms: 0,
        sample_rate_hz: None,
        channels: None,
        loudness_lufs: None,
        true_peak_dbtp: None,
        card_peaks: String::new(),
        page_peaks: String::new(),
        cover_version: None,
        cover_placeholder: String::new(),
        cover_hue: 0,
        plays: 0,
        likes: 0,
        tag_words: String::new(),
        search_text: String::new(),
        track_words: None,
        bpm_hundredths: None,
        camelot: None,
        energy: None,
        music_version: None,
        explicit: false,
        location: None,
        episode: None,
        credits: None,
        created_at: now.0,
        updated_at: now.0,
        renditions: None,
        downloads: false,
        cover_original: None,
        cover_x: None,
        cover_y: None,
        cover_size: None,
    }
}
