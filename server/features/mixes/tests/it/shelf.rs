//! Mixes that are in already, without the work of an upload.

use crate::house::House;
use contract::{
    caller::{Caller, Role},
    ids::MixId,
};
use kernel::{Ids, slug::slugify};
use mixes::{
    entity::{dj, label, mix},
    keys,
    labels::{self, Kind},
    search_text::fold,
};
use sea_orm::entity::prelude::*;
use testing::NOON;

/// A public mix of the house's DJ with these genres, changed by `change`.
pub async fn shelve(house: &House, title: &str, genres: &str, change: impl FnOnce(&mut mix::Model)) -> mix::Model {
    let mut row = public(house, title);
    row.search_text = fold(&format!("{title} {genres}"));
    change(&mut row);
    let tx = house.bench.kernel.database.write().await.unwrap();
    if dj::Entity::find_by_id(row.dj_id).one(&tx).await.unwrap().is_none() {
        let id = row.dj_id;
        let slug = if house.dj.viewer.as_ref().is_some_and(|dj| dj.account.0 == id) { "danny".to_owned() } else { format!("dj-{id}") };
        let dj = dj::Model { id, tenant_id: row.tenant_id, slug, name: "Danny".into(), bio: "Plays **dub**.".into() };
        dj::Entity::insert(dj::ActiveModel::from(dj).reset_all()).exec_without_returning(&tx).await.unwrap();
    }
    mix::Entity::insert(mix::ActiveModel::from(row.clone()).reset_all()).exec_without_returning(&tx).await.unwrap();
    tx.commit().await.unwrap();
    tag(house, &row, Kind::Genre, genres).await;
    row
}

/// Labels for a mix that has none of the kind.
pub async fn tag(house: &House, row: &mix::Model, kind: Kind, typed: &str) {
    let tx = house.bench.kernel.database.write().await.unwrap();
    for (position, name) in (0..).zip(labels::parse(typed, kind).unwrap()) {
        let label =
            label::Model { mix_id: row.id, kind: kind.name().into(), slug: name.slug, tenant_id: row.tenant_id, name: name.name, position };
        label::Entity::insert(label::ActiveModel::from(label).reset_all()).exec_without_returning(&tx).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// Puts `sound` under the mix, as an upload would.
pub async fn give_sound(house: &House, row: &mix::Model, sound: &[u8]) {
    house.service.storage().put(&keys::audio(row.tenant_id, row.id), sound.to_vec().into()).await.unwrap();
    rewrite(house, row.id, |row| row.size_bytes = sound.len() as i64).await;
}

/// Changes the row behind the service's back, and lets the byte routes know.
pub async fn rewrite(house: &House, id: Uuid, change: impl FnOnce(&mut mix::Model)) {
    let tx = house.bench.kernel.database.write().await.unwrap();
    let mut row = mix::Entity::find_by_id(id).one(&tx).await.unwrap().unwrap();
    change(&mut row);
    let row = mix::ActiveModel::from(row).reset_all();
    mix::Entity::update_many().set(row).filter(mix::Column::Id.eq(id)).exec(&tx).await.unwrap();
    tx.commit().await.unwrap();
    house.service.forget_bytes(house.tenant, id).await;
}

pub async fn row(house: &House, id: Uuid) -> mix::Model {
    mix::Entity::find_by_id(id).one(house.bench.kernel.database.read()).await.unwrap().unwrap()
}

/// Someone new in the house's tenant.
pub fn fan(house: &House) -> Caller {
    testing::person(house.tenant, Role::Fan)
}

pub fn id(row: &mix::Model) -> MixId {
    MixId(row.id)
}

fn public(house: &House, title: &str) -> mix::Model {
    let id = Ids.next();
    mix::Model {
        id,
        tenant_id: house.tenant.0,
        dj_id: house.dj.viewer.as_ref().unwrap().account.0,
        slug: slugify(title),
        title: title.into(),
        file_name: "mix.mp3".into(),
        description: String::new(),
        visibility: "public".into(),
        intake: "ready".into(),
        intake_percent: 100,
        intake_error: None,
        dated: "2026-11-22".into(),
        published_at: Some(NOON.0),
        publish_at: None,
        deleted_at: None,
        size_bytes: 1000,
        audio_key: Some(keys::audio(house.tenant.0, id)),
        audio_etag: Some(format!("{}-3e8", id.simple())),
        mime: "audio/mpeg".into(),
        codec: "MP3".into(),
        bitrate_kbps: Some(320),
        duration_ms: 3_600_000,
        sample_rate_hz: Some(44_100),
        channels: Some(2),
        loudness_lufs: Some(-14.2),
        true_peak_dbtp: Some(-1.0),
        card_peaks: "A".repeat(64),
        page_peaks: "A".repeat(280),
        cover_version: Some("0123456789ab".into()),
        cover_placeholder: "data:image/png;base64,".into(),
        cover_hue: 200,
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
        created_at: NOON.0,
        updated_at: NOON.0,
        renditions: None,
        downloads: false,
        cover_original: None,
        cover_x: None,
        cover_y: None,
        cover_size: None,
    }
}
