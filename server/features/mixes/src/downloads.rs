//! Files that listeners may have, where the DJ allows it. `audio_bytes` asks again when one is fetched.

use crate::{
    Service,
    entity::{mix, rendition},
    signed,
};
use contract::{
    caller::Caller,
    mixes::{Download, Rendition},
};
use kernel::format;
use sea_orm::entity::prelude::*;

/// The end of a download's address.
pub(crate) const TAIL: &str = "download";

/// The file as it was uploaded and, where there is one, the MP3.
pub(crate) async fn of(service: &Service, caller: &Caller, row: &mix::Model) -> kernel::Result<Vec<Download>> {
    if !row.downloads || row.audio_key.is_none() {
        return Ok(vec![]);
    }
    let source = signed::audio_source(service, row);
    let size = |bytes: i64| format::bytes(&caller.locale, bytes.unsigned_abs());
    let mut downloads = vec![Download { url: source.below(TAIL), format: row.codec.clone(), size: size(row.size_bytes) }];
    if source.renditions.contains(&Rendition::Mp3) {
        let key = (row.id, Rendition::Mp3.name().to_owned());
        let mp3 = rendition::Entity::find_by_id(key).one(service.kernel().database.read()).await?;
        downloads.extend(mp3.map(|mp3| Download {
            url: source.below(&format!("{}/{TAIL}", Rendition::Mp3.name())),
            format: "MP3".to_owned(),
            size: size(mp3.size_bytes),
        }));
    }
    Ok(downloads)
}
