//! The Studio's list as a table for spreadsheets (RFC 4180), at `/studio/mixes.csv`.

use super::access;
use crate::{
    Service,
    audio_bytes::refusal,
    entity::{dj, mix},
};
use axum::{
    Extension, Router,
    extract::State,
    http::header,
    response::{IntoResponse, Response},
    routing::get,
};
use contract::{caller::Caller, shown::Timestamp};
use kernel::{OrFail, csv, format};
use sea_orm::{QueryOrder, entity::prelude::*};
use std::{collections::HashMap, sync::Arc};

/// Names for programs, the same in every language.
const HEAD: [&str; 16] = [
    "title",
    "address",
    "dj",
    "visibility",
    "date",
    "published",
    "publish_at",
    "duration_ms",
    "bpm",
    "key",
    "loudness_lufs",
    "plays",
    "likes",
    "episode",
    "location",
    "explicit",
];

pub(crate) fn routes() -> Router<Service> {
    Router::new().route("/studio/mixes.csv", get(list))
}

async fn list(State(service): State<Service>, Extension(caller): Extension<Arc<Caller>>) -> Response {
    match table(&service, &caller).await.or_fail(&caller) {
        Ok(table) => {
            let kind = (header::CONTENT_TYPE, "text/csv; charset=utf-8");
            let name = (header::CONTENT_DISPOSITION, "attachment; filename=\"mixes.csv\"");
            ([kind, name, (header::CACHE_CONTROL, "private, no-store")], table).into_response()
        }
        Err(failure) => refusal(&failure),
    }
}

/// The mixes that the caller may edit, the newest first.
async fn table(service: &Service, caller: &Caller) -> kernel::Result<String> {
    let database = service.kernel().database.read();
    let query = access::editable(caller)?.filter(mix::Column::DeletedAt.is_null());
    let rows = query.order_by_desc(mix::Column::CreatedAt).order_by_desc(mix::Column::Id).all(database).await?;
    let djs = dj::Entity::find().filter(dj::Column::TenantId.eq(caller.tenant.0)).all(database).await?;
    let djs: HashMap<Uuid, String> = djs.into_iter().map(|dj| (dj.id, dj.name)).collect();
    let iso = |at: Option<i64>| at.map(|at| format::date_time(caller, Timestamp(at)).iso).unwrap_or_default();
    let mut table = csv::MARK.to_string() + &csv::line(HEAD);
    for row in rows {
        let fields = [
            row.title,
            format!("{}/mixes/{}", caller.origin.base_url, row.slug),
            djs.get(&row.dj_id).cloned().unwrap_or_default(),
            row.visibility,
            row.dated,
            iso(row.published_at),
            iso(row.publish_at),
            row.duration_ms.to_string(),
            row.bpm_hundredths.map(|bpm| format!("{}.{:02}", bpm / 100, bpm % 100)).unwrap_or_default(),
            row.camelot.unwrap_or_default(),
            row.loudness_lufs.map(|lufs| format!("{lufs:.1}")).unwrap_or_default(),
            row.plays.to_string(),
            row.likes.to_string(),
            row.episode.map(|number| number.to_string()).unwrap_or_default(),
            row.location.unwrap_or_default(),
            row.explicit.to_string(),
        ];
        table.push_str(&csv::line(fields.iter().map(String::as_str)));
    }
    Ok(table)
}
