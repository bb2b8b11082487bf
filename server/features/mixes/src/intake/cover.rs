//! A cover into storage: four files under a version that names their content, so that they can be cached for ever, and beside them
//! the picture they were cut from.

use crate::{Service, entity::mix, keys};
use bytes::Bytes;
use contract::covers::{Crop, WHOLE};
use images::{Cover, ImageError, Original, Square};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// A cover, and where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Artwork {
    cover: Cover,
    /// The picture as a file, and the square of it; none for one that we drew.
    original: Option<(Vec<u8>, Crop)>,
}

impl Artwork {
    /// A square of a picture that somebody sent. Takes a second or two of a blocking thread.
    ///
    /// # Errors
    /// What is wrong with the picture, or with the square.
    pub(crate) fn cut(bytes: &[u8], crop: Crop) -> Result<Self, ImageError> {
        let original = Original::open(bytes)?;
        Ok(Self { cover: original.cover(square(crop))?, original: Some((original.webp()?, crop)) })
    }

    /// One that we drew.
    pub(crate) fn drawn(cover: Cover) -> Self {
        Self { cover, original: None }
    }
}

pub(crate) fn square(crop: Crop) -> Square {
    let share = |part: u16| f64::from(part) / f64::from(WHOLE);
    Square { x: share(crop.x), y: share(crop.y), size: share(crop.size) }
}

/// What the `mixes` row keeps of a cover.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct StoredCover {
    pub(crate) version: String,
    /// A data address.
    pub(crate) placeholder: String,
    /// Below 0 for none.
    pub(crate) hue: i32,
    pub(crate) original: Option<(String, Crop)>,
}

impl StoredCover {
    pub(crate) fn write_to(self, row: &mut mix::Model) {
        row.cover_version = Some(self.version);
        row.cover_placeholder = self.placeholder;
        row.cover_hue = self.hue;
        let (name, crop) = self.original.unzip();
        row.cover_original = name;
        row.cover_x = crop.map(|crop| crop.x.into());
        row.cover_y = crop.map(|crop| crop.y.into());
        row.cover_size = crop.map(|crop| crop.size.into());
    }
}

/// Stores all sizes and the picture. The row that points at them must be written afterwards.
pub(crate) async fn store(service: &Service, tenant: Uuid, mix: Uuid, artwork: Artwork) -> kernel::Result<StoredCover> {
    let mut stored = store_sizes(service, tenant, mix, artwork.cover).await?;
    if let Some((picture, crop)) = artwork.original {
        let name = name_of(&picture);
        put(service, &keys::cover_original(tenant, mix, &name), picture.into()).await?;
        stored.original = Some((name, crop));
    }
    Ok(stored)
}

/// The sizes alone, of a picture that is stored already.
pub(crate) async fn store_sizes(service: &Service, tenant: Uuid, mix: Uuid, cover: Cover) -> kernel::Result<StoredCover> {
    let version = name_of(&cover.sizes[3].1);
    let placeholder = images::thumbhash_png_data_url(&cover.thumbhash);
    // 360° is 0°.
    let hue = cover.dominant.tint().map_or(-1, |hue| hue.round().rem_euclid(360.0) as i32);
    for (px, file) in cover.sizes {
        put(service, &keys::cover(tenant, mix, &version, px), file.into()).await?;
    }
    Ok(StoredCover { version, placeholder, hue, original: None })
}

async fn put(service: &Service, key: &str, file: Bytes) -> kernel::Result<()> {
    service.storage().put(key, file).await.map_err(|error| kernel::Error::Internal(error.into()))
}

fn name_of(file: &[u8]) -> String {
    Sha256::digest(file).iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}
