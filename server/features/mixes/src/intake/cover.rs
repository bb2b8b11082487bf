//! A cover into storage: four files under a version that names their content, so that they can be cached for ever.

use crate::{Service, keys};
use images::Cover;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// What the `mixes` row keeps of a cover.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct StoredCover {
    pub(crate) version: String,
    /// A data address.
    pub(crate) placeholder: String,
    pub(crate) hue: i32,
}

/// Stores all sizes. The row that points at them must be written afterwards.
pub(crate) async fn store(service: &Service, tenant: Uuid, mix: Uuid, cover: Cover) -> kernel::Result<StoredCover> {
    let digest = Sha256::digest(&cover.sizes[3].1);
    let version: String = digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    let stored = StoredCover {
        placeholder: images::thumbhash_png_data_url(&cover.thumbhash),
        // 360° is 0°.
        hue: cover.dominant.hue.round().rem_euclid(360.0) as i32,
        version,
    };
    for (px, file) in cover.sizes {
        let key = keys::cover(tenant, mix, &stored.version, px);
        service.storage().put(&key, file.into()).await.map_err(|error| kernel::Error::Internal(error.into()))?;
    }
    Ok(stored)
}
