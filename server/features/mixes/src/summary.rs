//! Mixes as cards show them. What stands around the rows of a page, labels and DJs, is loaded in one query each.

use crate::{
    Service,
    entity::{dj, label, mix},
    labels::Kind,
    signed,
};
use contract::{
    caller::Caller,
    covers::{CoverSource, Crop},
    ids::MixId,
    mixes::{CoverImage, DjLink, Label, MixMusic, MixSummary, Peaks},
    shown::Timestamp,
};
use kernel::format;
use sea_orm::{QueryOrder, entity::prelude::*};
use std::collections::HashMap;

/// The addresses and colours of a mix's cover.
pub fn cover_image(row: &mix::Model) -> CoverImage {
    CoverImage {
        base: format!("/covers/{}", row.id),
        version: row.cover_version.clone().unwrap_or_default(),
        placeholder: row.cover_placeholder.clone(),
        hue: u16::try_from(row.cover_hue).ok(),
    }
}

/// The picture the cover was cut from, for its DJ.
pub(crate) fn cover_source(row: &mix::Model) -> Option<CoverSource> {
    let part = |stored: Option<i64>| u16::try_from(stored?).ok();
    let crop = part(row.cover_x).zip(part(row.cover_y)).zip(part(row.cover_size)).map(|((x, y), size)| Crop { x, y, size });
    let url = format!("/studio/covers/{}/original.webp?v={}", row.id, row.cover_original.as_ref()?);
    Some(CoverSource { url, crop: crop.unwrap_or_default() })
}

/// All of them, in order.
pub(crate) async fn summaries(service: &Service, caller: &Caller, rows: &[mix::Model]) -> kernel::Result<Vec<MixSummary>> {
    let surroundings = Surroundings::load(service, rows).await?;
    Ok(rows.iter().map(|row| surroundings.summary(service, caller, row)).collect())
}

/// The labels and DJs of the mixes on a page.
pub(crate) struct Surroundings {
    labels: HashMap<Uuid, Vec<label::Model>>,
    djs: HashMap<Uuid, dj::Model>,
}

impl Surroundings {
    pub(crate) async fn load(service: &Service, rows: impl IntoIterator<Item = &mix::Model>) -> kernel::Result<Self> {
        let (mixes, djs): (Vec<Uuid>, Vec<Uuid>) = rows.into_iter().map(|row| (row.id, row.dj_id)).unzip();
        let mut surroundings = Self { labels: HashMap::new(), djs: HashMap::new() };
        if mixes.is_empty() {
            return Ok(surroundings);
        }
        let database = service.kernel().database.read();
        let labels = label::Entity::find().filter(label::Column::MixId.is_in(mixes)).order_by_asc(label::Column::Position).all(database);
        let djs = dj::Entity::find().filter(dj::Column::Id.is_in(djs)).all(database);
        let (labels, djs) = futures::try_join!(labels, djs)?;
        for label in labels {
            surroundings.labels.entry(label.mix_id).or_default().push(label);
        }
        surroundings.djs = djs.into_iter().map(|dj| (dj.id, dj)).collect();
        Ok(surroundings)
    }

    pub(crate) fn summary(&self, service: &Service, caller: &Caller, row: &mix::Model) -> MixSummary {
        MixSummary {
            id: MixId(row.id),
            slug: row.slug.clone(),
            title: row.title.clone(),
            dj: self.djs.get(&row.dj_id).map_or_else(|| DjLink { slug: String::new(), name: String::new() }, dj_link),
            genres: self.labels(row, Kind::Genre),
            duration_ms: format::duration(row.duration_ms.unsigned_abs()),
            published: row.published_at.map(|at| format::date(caller, Timestamp(at))),
            plays: format::count(&caller.locale, row.plays.unsigned_abs()),
            likes: format::count(&caller.locale, row.likes.unsigned_abs()),
            cover: cover_image(row),
            audio: signed::audio_source(service, row),
            music: MixMusic {
                bpm_hundredths: row.bpm_hundredths.and_then(|bpm| u32::try_from(bpm).ok()),
                key: row.camelot.clone(),
                energy: row.energy.and_then(|energy| u8::try_from(energy).ok()),
            },
            explicit: row.explicit,
            by_link: false,
            level_percent: level_percent(row.loudness_lufs),
            peaks: Peaks(row.card_peaks.clone()),
        }
    }

    /// One kind of label of a mix, in the DJ's order.
    pub(crate) fn labels(&self, row: &mix::Model, kind: Kind) -> Vec<Label> {
        let all = self.labels.get(&row.id).into_iter().flatten();
        all.filter(|label| label.kind == kind.name()).map(|label| Label { slug: label.slug.clone(), name: label.name.clone() }).collect()
    }
}

/// How much quieter a mix is played where all are to be as loud. Never louder: that would clip.
fn level_percent(loudness_lufs: Option<f64>) -> u8 {
    /// What streaming services aim at.
    const TARGET_LUFS: f64 = -14.0;
    let over_db = loudness_lufs.map_or(0.0, |lufs| (lufs - TARGET_LUFS).max(0.0));
    (100.0 * 10_f64.powf(-over_db / 20.0)).round() as u8
}

pub(crate) fn dj_link(row: &dj::Model) -> DjLink {
    DjLink { slug: row.slug.clone(), name: row.name.clone() }
}

#[cfg(test)]
mod tests {
    use super::level_percent;

    #[test]
    fn loud_mixes_come_down_and_quiet_ones_stay() {
        assert_eq!([Some(-8.0), Some(-14.0), Some(-23.0), None].map(level_percent), [50, 100, 100, 100]);
    }
}
