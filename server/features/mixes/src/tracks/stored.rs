//! Tracks as rows.

use crate::entity::track;
use contract::tracklists::Track;
use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*};

/// The tracks of a mix, in order.
pub(crate) async fn of_mix(database: &impl ConnectionTrait, mix: Uuid) -> Result<Vec<Track>, DbErr> {
    let rows = track::Entity::find().filter(track::Column::MixId.eq(mix)).order_by_asc(track::Column::Position).all(database).await?;
    let shown = |row: track::Model| Track {
        at_ms: row.at_ms.map(i64::unsigned_abs),
        artist: row.artist,
        title: row.title,
        label: row.label,
        unknown: row.is_unknown,
        together: row.together,
    };
    Ok(rows.into_iter().map(shown).collect())
}

/// Makes `tracks` the mix's only ones.
pub(crate) async fn replace(tx: &impl ConnectionTrait, tenant: Uuid, mix: Uuid, tracks: &[Track]) -> Result<(), DbErr> {
    track::Entity::delete_many().filter(track::Column::MixId.eq(mix)).exec(tx).await?;
    let rows: Vec<track::ActiveModel> = (0_i32..)
        .zip(tracks)
        .map(|(position, track)| track::ActiveModel {
            mix_id: Set(mix),
            position: Set(position),
            tenant_id: Set(tenant),
            at_ms: Set(track.at_ms.and_then(|ms| i64::try_from(ms).ok())),
            artist: Set(track.artist.clone()),
            title: Set(track.title.clone()),
            label: Set(track.label.clone()),
            is_unknown: Set(track.unknown),
            together: Set(track.together),
        })
        .collect();
    // In parts: SQLite takes 32,766 variables a statement, and a list may have 500 tracks of nine.
    for part in rows.chunks(100) {
        track::Entity::insert_many(part.to_vec()).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Takes the times from tracks that start after the end of the mix: a sheet beside a file may be another recording's.
pub(crate) async fn keep_within(tx: &impl ConnectionTrait, mix: Uuid, duration_ms: i64) -> Result<(), DbErr> {
    let past = track::Entity::update_many().filter(track::Column::MixId.eq(mix)).filter(track::Column::AtMs.gte(duration_ms.max(1)));
    past.col_expr(track::Column::AtMs, Expr::value(Option::<i64>::None)).exec(tx).await.map(|_| ())
}
