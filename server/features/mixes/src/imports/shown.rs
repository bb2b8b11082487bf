//! Imports as the Studio shows them. What the analysis makes of the mixes is asked of the mixes, so that it is never out of date.

use super::{recover::SILENCE_MS, row};
use crate::{
    Service,
    entity::{dj, import, import_source, mix},
    intake::step,
    studio::access,
};
use contract::{
    caller::{Caller, Role},
    ids::{ImportId, MixId},
    imports::{Import, ImportFailure, ImportState},
    outcome::{Message, Refusal},
    shown::Timestamp,
    studio::UploadRefusal,
};
use kernel::format;
use sea_orm::{JoinType, QueryOrder, QuerySelect, entity::prelude::*};
use std::collections::HashMap;

/// Imports on the page; older ones are of no use to anybody.
const MOST_SHOWN: u64 = 20;

/// A mix of an import that isn't ready (yet).
type Unready = (Uuid, Uuid, String, String, Option<String>);

pub(super) async fn recent(service: &Service, caller: &Caller) -> kernel::Result<Vec<Import>> {
    let viewer = access::dj(caller)?;
    let database = service.kernel().database.read();
    let mut query = import::Entity::find().filter(import::Column::TenantId.eq(caller.tenant.0));
    if viewer.role < Role::Admin {
        query = query.filter(import::Column::DjId.eq(viewer.account.0));
    }
    let newest = query.order_by_desc(import::Column::StartedAt).order_by_desc(import::Column::Id).limit(MOST_SHOWN);
    let rows = newest.all(database).await?;
    let djs = dj::Entity::find().filter(dj::Column::TenantId.eq(caller.tenant.0)).all(database).await?;
    let djs: HashMap<Uuid, String> = djs.into_iter().map(|row| (row.id, row.name)).collect();
    let unready = unready(database, caller, rows.iter().map(|row| row.id).collect()).await?;
    let now = service.kernel().now();
    Ok(rows.iter().map(|row| shown(caller, row, &djs, &unready, now)).collect())
}

async fn unready(database: &impl ConnectionTrait, caller: &Caller, imports: Vec<Uuid>) -> Result<Vec<Unready>, DbErr> {
    let to_mix = import_source::Entity::belongs_to(mix::Entity).from(import_source::Column::MixId).to(mix::Column::Id).into();
    import_source::Entity::find()
        .select_only()
        .column(import_source::Column::ImportId)
        .column(mix::Column::Id)
        .column(mix::Column::FileName)
        .column(mix::Column::Intake)
        .column(mix::Column::IntakeError)
        .join(JoinType::InnerJoin, to_mix)
        .filter(import_source::Column::TenantId.eq(caller.tenant.0))
        .filter(import_source::Column::ImportId.is_in(imports))
        .filter(mix::Column::Intake.ne(step::READY))
        .filter(mix::Column::DeletedAt.is_null())
        .order_by_asc(mix::Column::Id)
        .distinct()
        .into_tuple()
        .all(database)
        .await
}

fn shown(caller: &Caller, row: &import::Model, djs: &HashMap<Uuid, String>, unready: &[Unready], now: Timestamp) -> Import {
    let own = || unready.iter().filter(|unready| unready.0 == row.id);
    let refused = own().filter(|unready| unready.3 == step::FAILED);
    let refusals = refused.clone().count() as u64;
    let count = |number: i64| format::count(&caller.locale, number.unsigned_abs());
    let mut failures: Vec<ImportFailure> =
        row::failures(row).into_iter().map(|failed| ImportFailure { name: failed.name, reason: failed.reason, mix: None }).collect();
    failures.extend(refused.take(row::MOST_FAILURES).map(|(_, mix, name, _, error)| ImportFailure {
        name: name.clone(),
        reason: reason(error.as_deref()),
        mix: Some(MixId(*mix)),
    }));
    Import {
        id: ImportId(row.id),
        source: row.source.clone(),
        dj: djs.get(&row.dj_id).cloned().unwrap_or_default(),
        state: state(row, now),
        total: count(row.total),
        seen: count((row.done + row.skipped + row.failed).min(row.total)),
        done: format::count(&caller.locale, row.done.unsigned_abs().saturating_sub(refusals)),
        skipped: count(row.skipped),
        failed: format::count(&caller.locale, row.failed.unsigned_abs() + refusals),
        waiting: format::count(&caller.locale, own().count() as u64 - refusals),
        failures,
        started: format::date_time(caller, Timestamp(row.started_at)),
    }
}

/// A silent import is called broken before anybody has come to end it.
fn state(row: &import::Model, now: Timestamp) -> ImportState {
    match ImportState::parse(&row.state) {
        Some(ImportState::Running) if row.seen_at < now.0 - SILENCE_MS => ImportState::Broken,
        state => state.unwrap_or(ImportState::Broken),
    }
}

fn reason(stored: Option<&str>) -> Message {
    stored.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_else(|| UploadRefusal::AnalysisFailed.message())
}
