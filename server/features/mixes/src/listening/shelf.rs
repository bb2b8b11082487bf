//! The Library: what a person liked and heard, as far as they may still hear it.

use super::{person, positions::FINISHED_PERCENT};
use crate::{
    Service,
    entity::{like, mix, position},
    listing::paging::{PER_PAGE, Paging, count},
    summary::Surroundings,
    visible,
};
use contract::{
    caller::Caller,
    listening::{HistoryEntry, Library},
    mixes::MixSummary,
    page::Page,
    shown::Timestamp,
};
use kernel::format;
use sea_orm::{ExprTrait, JoinType, QueryOrder, QuerySelect, Select, entity::prelude::*};

pub(super) async fn library(service: &Service, caller: &Caller, page: u32) -> kernel::Result<Library> {
    let account = person(caller)?.account.0;
    let (likes, history) = futures::try_join!(likes(service, caller, account, page), history(service, caller, account, page))?;
    Ok(Library { likes, history })
}

/// The mix this person heard last; nothing for visitors.
pub(super) async fn last(service: &Service, caller: &Caller) -> kernel::Result<Option<HistoryEntry>> {
    let Some(viewer) = &caller.viewer else { return Ok(None) };
    Ok(entries(service, caller, heard(caller, viewer.account.0).limit(1)).await?.pop())
}

/// The mixes this person began and didn't end, the last one first; nothing for visitors.
pub(crate) async fn unfinished(service: &Service, caller: &Caller, most: u64) -> kernel::Result<Vec<HistoryEntry>> {
    let Some(viewer) = &caller.viewer else { return Ok(vec![]) };
    let reached = Expr::col((position::Entity, position::Column::PositionMs)).mul(100);
    let begun = heard(caller, viewer.account.0)
        .filter(position::Column::PositionMs.gt(0))
        .filter(reached.lte(Expr::col((mix::Entity, mix::Column::DurationMs)).mul(FINISHED_PERCENT)));
    entries(service, caller, begun.limit(most)).await
}

async fn likes(service: &Service, caller: &Caller, account: Uuid, page: u32) -> kernel::Result<Page<MixSummary>> {
    let database = service.kernel().database.read();
    let to_mix = like::Entity::belongs_to(mix::Entity).from(like::Column::MixId).to(mix::Column::Id).into();
    let liked = like::Entity::find()
        .join(JoinType::InnerJoin, to_mix)
        .filter(like::Column::AccountId.eq(account))
        .filter(visible::hearable(caller));
    let paging = Paging::new(page, count(liked.clone(), database).await?);
    let rows = liked
        .select_also(mix::Entity)
        .order_by_desc(like::Column::LikedAt)
        .order_by_desc(like::Column::MixId)
        .offset(paging.offset())
        .limit(PER_PAGE)
        .all(database)
        .await?;
    let rows: Vec<mix::Model> = rows.into_iter().filter_map(|(_, row)| row).collect();
    Ok(paging.page(crate::summary::summaries(service, caller, &rows).await?))
}

async fn history(service: &Service, caller: &Caller, account: Uuid, page: u32) -> kernel::Result<Page<HistoryEntry>> {
    let heard = heard(caller, account);
    let paging = Paging::new(page, count(heard.clone(), service.kernel().database.read()).await?);
    Ok(paging.page(entries(service, caller, heard.offset(paging.offset()).limit(PER_PAGE)).await?))
}

fn heard(caller: &Caller, account: Uuid) -> Select<position::Entity> {
    let to_mix = position::Entity::belongs_to(mix::Entity).from(position::Column::MixId).to(mix::Column::Id).into();
    position::Entity::find()
        .join(JoinType::InnerJoin, to_mix)
        .filter(position::Column::AccountId.eq(account))
        .filter(visible::hearable(caller))
}

async fn entries(service: &Service, caller: &Caller, heard: Select<position::Entity>) -> kernel::Result<Vec<HistoryEntry>> {
    let rows = heard
        .select_also(mix::Entity)
        .order_by_desc(position::Column::HeardAt)
        .order_by_desc(position::Column::MixId)
        .all(service.kernel().database.read())
        .await?;
    let rows: Vec<(position::Model, mix::Model)> = rows.into_iter().filter_map(|(heard, row)| row.map(|row| (heard, row))).collect();
    let surroundings = Surroundings::load(service, rows.iter().map(|(_, row)| row)).await?;
    let entry = |(heard, row): &(position::Model, mix::Model)| HistoryEntry {
        mix: surroundings.summary(service, caller, row),
        heard: format::date_time(caller, Timestamp(heard.heard_at)),
        position_ms: heard.position_ms.unsigned_abs(),
        percent: percent(heard.position_ms, row.duration_ms),
    };
    Ok(rows.iter().map(entry).collect())
}

fn percent(position_ms: i64, duration_ms: i64) -> u8 {
    let percent = Ord::max(position_ms, 0).saturating_mul(100).checked_div(duration_ms).unwrap_or_default();
    u8::try_from(percent.clamp(0, 100)).unwrap_or_default()
}
