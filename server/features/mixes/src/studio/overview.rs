//! What the Studio shows: all mixes of a DJ, and one of them with its form.

use super::{
    access, release, replace,
    shown::{studio_mix, with_minus},
    versions,
};
use crate::{
    Service,
    entity::{dj, mix, upload},
    intake::{step, used_bytes},
    labels::{self, Kind},
    listing::facets,
    private_links, signed,
};
use contract::{
    caller::Caller,
    ids::MixId,
    mixes::Peaks,
    shown::{Shown, Timestamp},
    studio::{Checklist, Recording, SaveMix, StudioMixDetail, StudioOverview, Visibility},
};
use kernel::{format, local_time};
use sea_orm::{Condition, QueryOrder, QuerySelect, entity::prelude::*};
use std::collections::HashMap;

pub(super) async fn overview(service: &Service, caller: &Caller) -> kernel::Result<StudioOverview> {
    let database = service.kernel().database.read();
    let query = access::editable(caller)?.filter(mix::Column::DeletedAt.is_null());
    let rows = query.order_by_desc(mix::Column::CreatedAt).order_by_desc(mix::Column::Id).all(database).await?;
    let uploads = upload::Entity::find().filter(upload::Column::TenantId.eq(caller.tenant.0)).all(database).await?;
    let uploads: HashMap<Uuid, upload::Model> = uploads.into_iter().map(|row| (row.mix_id, row)).collect();
    let djs = dj::Entity::find().filter(dj::Column::TenantId.eq(caller.tenant.0)).all(database).await?;
    let djs: HashMap<Uuid, dj::Model> = djs.into_iter().map(|row| (row.id, row)).collect();
    let locale = &caller.locale;
    let sum = |number: fn(&mix::Model) -> i64| format::count(locale, rows.iter().map(number).sum::<i64>().unsigned_abs());
    Ok(StudioOverview {
        used: format::bytes(locale, used_bytes(database, caller.tenant).await?),
        quota: format::bytes(locale, service.config().quota_bytes),
        max_upload: format::bytes(locale, service.config().max_upload_bytes),
        plays: sum(|row| row.plays),
        likes: sum(|row| row.likes),
        published: sum(|row| i64::from(row.visibility == Visibility::Public.name())),
        mixes: rows.iter().map(|row| studio_mix(caller, row, djs.get(&row.dj_id), uploads.get(&row.id))).collect(),
    })
}

/// What may take the place of this mix's recording.
async fn recordings(service: &Service, caller: &Caller, row: &mix::Model) -> kernel::Result<Vec<Recording>> {
    const SHOWN: usize = 20;
    let drafts = access::editable(caller)?
        .filter(mix::Column::Id.ne(row.id))
        .filter(mix::Column::Visibility.eq(Visibility::Draft.name()))
        .filter(mix::Column::PublishedAt.is_null())
        .order_by_desc(mix::Column::Id)
        .limit(100)
        .all(service.kernel().database.read())
        .await?;
    let named = |row: &mix::Model| Recording {
        mix: MixId(row.id),
        name: format!("{} · {}", row.title, format::duration(row.duration_ms.unsigned_abs()).text),
    };
    Ok(drafts.iter().filter(|row| replace::is_usable(row)).take(SHOWN).map(named).collect())
}

pub(super) async fn mix(service: &Service, caller: &Caller, id: MixId) -> kernel::Result<StudioMixDetail> {
    let database = service.kernel().database.read();
    let row = access::find(database, caller, id).await?;
    let upload = upload::Entity::find().filter(upload::Column::MixId.eq(row.id)).one(database).await?;
    let dj = dj::Entity::find_by_id(row.dj_id).one(database).await?;
    let genres = labels::of_mix(database, row.id, Kind::Genre).await?;
    let moods = labels::of_mix(database, row.id, Kind::Mood).await?;
    let all = Condition::all().add(mix::Column::TenantId.eq(caller.tenant.0)).add(mix::Column::DeletedAt.is_null());
    let series = facets(database, &caller.locale, Kind::Series, all).await?;
    let decibels = |value: f64| {
        let Shown { value, text } = format::decimal(&caller.locale, value, 1);
        Shown { value, text: with_minus(&text) }
    };
    Ok(StudioMixDetail {
        mix: studio_mix(caller, &row, dj.as_ref(), upload.as_ref()),
        form: SaveMix {
            id: id.to_string(),
            title: row.title.clone(),
            slug: row.slug.clone(),
            description: row.description.clone(),
            genres: labels::typed(&genres),
            moods: labels::typed(&moods),
            date: row.dated.clone(),
            visibility: row.visibility.clone(),
            publish_at: row.publish_at.map(|at| local_time::typed(caller, Timestamp(at))).unwrap_or_default(),
            downloads: row.downloads,
            release: release::typed(database, &row).await?,
        },
        versions: versions::of_mix(database, caller, row.id).await?,
        links: private_links::of_mix(service, caller, &row).await?,
        recordings: recordings(service, caller, &row).await?,
        series: series.into_iter().map(|facet| facet.label.name).collect(),
        audio: row.audio_key.is_some().then(|| signed::audio_source(service, &row)),
        wave: Peaks(row.page_peaks.clone()),
        time_zone: caller.time_zone.clone(),
        checklist: Checklist {
            analysed: row.intake == step::READY,
            described: !row.description.trim().is_empty(),
            has_genres: !genres.is_empty(),
            has_tracks: row.track_words.as_ref().is_some_and(|words| !words.is_empty()),
        },
        loudness_lufs: row.loudness_lufs.map(decibels),
        true_peak_dbtp: row.true_peak_dbtp.map(decibels),
    })
}
