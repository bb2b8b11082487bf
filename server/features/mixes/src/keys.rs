//! Where the files of a mix lie in storage. The only place that spells their keys.

use uuid::Uuid;

/// All files of a mix.
pub fn folder(tenant: Uuid, mix: Uuid) -> String {
    format!("{tenant}/mixes/{mix}")
}

/// The file as it was uploaded; also what is served.
pub fn audio(tenant: Uuid, mix: Uuid) -> String {
    format!("{}/audio/original", folder(tenant, mix))
}

/// A recording that took the place of another, named after the draft it came from.
pub fn replaced_audio(tenant: Uuid, mix: Uuid, from: Uuid) -> String {
    format!("{}/audio/{from}", folder(tenant, mix))
}

/// The same sound in another form; `kind` is a `contract::mixes::Rendition::name`.
pub fn rendition(tenant: Uuid, mix: Uuid, kind: &str) -> String {
    format!("{}/audio/{kind}", folder(tenant, mix))
}

/// The waveform in full, as `audio::Waveform::to_bytes` writes it.
pub fn waveform(tenant: Uuid, mix: Uuid) -> String {
    format!("{}/waveform", folder(tenant, mix))
}

/// What the sound is as music, `audio::Music` as JSON.
pub fn music(tenant: Uuid, mix: Uuid) -> String {
    format!("{}/music.json", folder(tenant, mix))
}

/// One version of the cover: `CoverImage::SIZES` as `{px}.webp`.
pub fn cover_version(tenant: Uuid, mix: Uuid, version: &str) -> String {
    format!("{}/cover/{version}", folder(tenant, mix))
}

/// One size of one version of the cover.
pub fn cover(tenant: Uuid, mix: Uuid, version: &str, px: u32) -> String {
    format!("{}/{px}.webp", cover_version(tenant, mix, version))
}

/// The picture that the cover is a square of, WebP as well.
pub fn cover_original(tenant: Uuid, mix: Uuid, original: &str) -> String {
    format!("{}/picture/{original}.webp", folder(tenant, mix))
}
