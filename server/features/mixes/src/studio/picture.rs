//! A cover that the DJ chose: another picture, or another square of the one that is kept.

use super::access;
use crate::{
    Service,
    entity::mix,
    intake::{self, Artwork, StoredCover},
    keys, summary,
};
use contract::{caller::Caller, covers::Crop, failure::Failure, ids::MixId, mixes::CoverImage, outcome::Outcome, studio::MixRefusal};
use images::{ImageError, Original};
use sea_orm::entity::prelude::*;
use serde_json::json;

type Answer = kernel::Result<Outcome<CoverImage, MixRefusal>>;

pub(super) async fn set_cover(service: &Service, caller: &Caller, id: MixId, picture: Vec<u8>, crop: Crop) -> Answer {
    access::dj(caller)?;
    access::find(service.kernel().database.read(), caller, id).await?;
    match made(id, move || Artwork::cut(&picture, crop)).await? {
        Ok(artwork) => {
            let stored = intake::store_cover(service, caller.tenant.0, id.0, artwork).await?;
            replace(service, caller, id, stored, None).await
        }
        Err(reason) => Ok(Outcome::refused(reason)),
    }
}

pub(super) async fn crop_cover(service: &Service, caller: &Caller, id: MixId, crop: Crop) -> Answer {
    let Some((name, picture)) = original(service, caller, id).await? else { return Ok(Outcome::refused(MixRefusal::CropOfNothing)) };
    match made(id, move || Original::open(&picture)?.cover(intake::square(crop))).await? {
        Ok(cover) => {
            let mut stored = intake::store_cover_sizes(service, caller.tenant.0, id.0, cover).await?;
            stored.original = Some((name.clone(), crop));
            replace(service, caller, id, stored, Some(name)).await
        }
        Err(reason) => Ok(Outcome::refused(reason)),
    }
}

/// The picture that is kept.
pub(super) async fn source(service: &Service, caller: &Caller, id: MixId) -> kernel::Result<Vec<u8>> {
    let (_, picture) = original(service, caller, id).await?.ok_or(Failure::NotFound)?;
    Ok(picture.into())
}

async fn original(service: &Service, caller: &Caller, id: MixId) -> kernel::Result<Option<(String, bytes::Bytes)>> {
    let row = access::find(service.kernel().database.read(), caller, id).await?;
    let Some(name) = row.cover_original else { return Ok(None) };
    match service.storage().get(&keys::cover_original(row.tenant_id, row.id, &name)).await {
        Ok(picture) => Ok(Some((name, picture))),
        // Replaced this moment.
        Err(storage::Error::NotFound(_)) => Ok(None),
        Err(error) => Err(kernel::Error::Internal(error.into())),
    }
}

/// Works on a thread of its own; the sender's mistakes are refusals, ours are errors.
async fn made<T: Send + 'static>(
    id: MixId,
    work: impl FnOnce() -> Result<T, ImageError> + Send + 'static,
) -> kernel::Result<Result<T, MixRefusal>> {
    // A decoder that panics has met a damaged file.
    match tokio::task::spawn_blocking(work).await.unwrap_or(Err(ImageError::Damaged)) {
        Ok(made) => Ok(Ok(made)),
        Err(ImageError::NotEncoded(reason)) => Err(kernel::Error::Internal(anyhow::anyhow!("encoding the cover of {id}: {reason}"))),
        Err(error) => Ok(Err(refusal(&error))),
    }
}

/// Lets the row point at what is stored, then throws away what it pointed at. `of` is the picture that must still be the mix's.
async fn replace(service: &Service, caller: &Caller, id: MixId, stored: StoredCover, of: Option<String>) -> Answer {
    let kernel = service.kernel();
    let now = kernel.now();
    let tx = kernel.database.write().await?;
    let mut row = access::find_to_change(&tx, caller, id).await?;
    if of.is_some() && of != row.cover_original {
        return Ok(Outcome::refused(MixRefusal::CropOfNothing));
    }
    let old = (row.cover_version.clone(), row.cover_original.clone());
    stored.write_to(&mut row);
    row.updated_at = now.0;
    mix::Entity::update_many().set(mix::ActiveModel::from(row.clone()).reset_all()).filter(mix::Column::Id.eq(row.id)).exec(&tx).await?;
    let payload = json!({ "slug": row.slug, "title": row.title, "dj": row.dj_id, "visibility": row.visibility });
    kernel.events.append(&tx, caller.tenant, "mixes.changed", row.id, &payload, now).await?;
    tx.commit().await?;
    service.forget_bytes(caller.tenant, row.id).await;
    throw_away(service, &row, old).await?;
    Ok(Outcome::Done(summary::cover_image(&row)))
}

async fn throw_away(service: &Service, row: &mix::Model, (version, original): (Option<String>, Option<String>)) -> kernel::Result<()> {
    let (tenant, mix) = (row.tenant_id, row.id);
    if let Some(old) = version.filter(|old| Some(old) != row.cover_version.as_ref()) {
        let folder = keys::cover_version(tenant, mix, &old);
        service.storage().delete_prefix(&folder).await.map_err(|error| kernel::Error::Internal(error.into()))?;
    }
    if let Some(old) = original.filter(|old| Some(old) != row.cover_original.as_ref()) {
        let key = keys::cover_original(tenant, mix, &old);
        service.storage().delete(&key).await.map_err(|error| kernel::Error::Internal(error.into()))?;
    }
    Ok(())
}

fn refusal(error: &ImageError) -> MixRefusal {
    match error {
        ImageError::NotAnImage | ImageError::UnsupportedFormat => MixRefusal::CoverNotImage,
        ImageError::TooLarge { .. } | ImageError::TooManyBytes { .. } => MixRefusal::CoverTooLarge,
        ImageError::SquareOutside => MixRefusal::CropOutside,
        ImageError::SquareTooSmall => MixRefusal::CropTooSmall,
        ImageError::Damaged | ImageError::NotEncoded(_) => MixRefusal::CoverDamaged,
    }
}
