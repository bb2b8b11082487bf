//! A cover that the DJ chose.

use super::access;
use crate::{Service, entity::mix, intake, keys, summary};
use contract::{caller::Caller, ids::MixId, mixes::CoverImage, outcome::Outcome, studio::MixRefusal};
use images::ImageError;
use sea_orm::{ActiveValue::Set, entity::prelude::*};
use serde_json::json;

pub(super) async fn set_cover(
    service: &Service,
    caller: &Caller,
    id: MixId,
    picture: Vec<u8>,
) -> kernel::Result<Outcome<CoverImage, MixRefusal>> {
    access::dj(caller)?;
    let kernel = service.kernel();
    access::find(kernel.database.read(), caller, id).await?;
    // A decoder that panics has met a damaged file.
    let made = tokio::task::spawn_blocking(move || images::cover(&picture)).await.unwrap_or(Err(ImageError::Damaged));
    let cover = match made {
        Ok(cover) => intake::store_cover(service, caller.tenant.0, id.0, cover).await?,
        Err(ImageError::NotEncoded(reason)) => {
            return Err(kernel::Error::Internal(anyhow::anyhow!("encoding the cover of {id}: {reason}")));
        }
        Err(error) => return Ok(Outcome::refused(refusal(&error))),
    };
    let now = kernel.now();
    let tx = kernel.database.write().await?;
    let mut row = access::find_to_change(&tx, caller, id).await?;
    let old = row.cover_version.replace(cover.version.clone());
    let change = mix::ActiveModel {
        cover_version: Set(row.cover_version.clone()),
        cover_placeholder: Set(cover.placeholder.clone()),
        cover_hue: Set(cover.hue),
        updated_at: Set(now.0),
        ..Default::default()
    };
    mix::Entity::update_many().set(change).filter(mix::Column::Id.eq(row.id)).exec(&tx).await?;
    let payload = json!({ "slug": row.slug, "title": row.title, "dj": row.dj_id, "visibility": row.visibility });
    kernel.events.append(&tx, caller.tenant, "mixes.changed", row.id, &payload, now).await?;
    tx.commit().await?;
    service.forget_bytes(caller.tenant, row.id).await;
    if let Some(old) = old.filter(|old| *old != cover.version) {
        let folder = keys::cover_version(row.tenant_id, row.id, &old);
        service.storage().delete_prefix(&folder).await.map_err(|error| kernel::Error::Internal(error.into()))?;
    }
    row.cover_placeholder = cover.placeholder;
    row.cover_hue = cover.hue;
    Ok(Outcome::Done(summary::cover_image(&row)))
}

fn refusal(error: &ImageError) -> MixRefusal {
    match error {
        ImageError::NotAnImage | ImageError::UnsupportedFormat => MixRefusal::CoverNotImage,
        ImageError::TooLarge { .. } | ImageError::TooManyBytes { .. } => MixRefusal::CoverTooLarge,
        ImageError::Damaged | ImageError::NotEncoded(_) => MixRefusal::CoverDamaged,
    }
}
