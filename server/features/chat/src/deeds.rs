//! The moderation log: who did what to whom, until when and why. Reads what a turn wrote.

use crate::{
    Service,
    entity::deed::{Column, Entity, Model},
    people, rules, sanctions,
    writer::Job,
};
use contract::{
    caller::{Caller, Role},
    failure::Failure,
    ids::{AccountId, RoomId, TenantId},
    moderation::{Deed, Did, Reason},
    page::Page,
    shown::Timestamp,
};
use kernel::Kernel;
use kernel::format;
use sea_orm::{QueryOrder, entity::prelude::*};
use std::collections::BTreeSet;

const A_PAGE: u64 = 50;
const DELETED: &str = "deleted";
const TIMED_OUT: &str = "timed-out";
const BANNED: &str = "banned";
const LIFTED: &str = "lifted";
const SLOW_MODE: &str = "slow-mode";
const RULED: &str = "ruled";
const DISMISSED: &str = "dismissed";

/// Who does something where, and why.
pub(crate) struct Doer {
    pub tenant: TenantId,
    pub room: RoomId,
    pub by: AccountId,
    /// That of the report it follows from.
    pub reason: Option<Reason>,
}

impl From<&Job> for Doer {
    fn from(job: &Job) -> Self {
        Self { tenant: job.tenant, room: job.room, by: job.viewer.account, reason: job.reason }
    }
}

/// The row of what somebody did.
pub(crate) fn row(kernel: &Kernel, doer: &Doer, on: Option<Uuid>, message: Option<Uuid>, did: Did, now: Timestamp) -> Model {
    let (kind, value) = match did {
        Did::Deleted => (DELETED, None),
        Did::TimedOut { until } => (TIMED_OUT, Some(until.0)),
        Did::Banned => (BANNED, None),
        Did::Lifted => (LIFTED, None),
        Did::SlowMode { seconds } => (SLOW_MODE, Some(i64::from(seconds))),
        Did::Ruled { rules } => (RULED, Some(rules::packed(&rules))),
        Did::Dismissed => (DISMISSED, None),
    };
    Model {
        id: kernel.ids.next(),
        tenant_id: doer.tenant.0,
        room_id: doer.room.0,
        by_id: doer.by.0,
        account_id: on,
        message_id: message,
        kind: kind.to_owned(),
        value,
        reason: doer.reason.map(|reason| reason.name().to_owned()),
        at: now.0,
    }
}

fn did(row: &Model) -> Option<Did> {
    Some(match row.kind.as_str() {
        DELETED => Did::Deleted,
        TIMED_OUT => Did::TimedOut { until: Timestamp(row.value?) },
        BANNED => Did::Banned,
        LIFTED => Did::Lifted,
        SLOW_MODE => Did::SlowMode { seconds: u32::try_from(row.value?).ok()? },
        RULED => Did::Ruled { rules: rules::unpacked(row.value?) },
        DISMISSED => Did::Dismissed,
        _ => return None,
    })
}

pub(crate) async fn list(service: &Service, caller: &Caller, page: u32) -> kernel::Result<Page<Deed>> {
    let viewer = caller.with_role(Role::Moderator).ok_or(Failure::Forbidden)?;
    let (db, now) = (service.kernel.database.read(), service.kernel.now());
    let found = Entity::find().filter(Column::TenantId.eq(caller.tenant.0)).order_by_desc(Column::At).order_by_desc(Column::Id);
    let found = found.paginate(db, A_PAGE);
    let totals = found.num_items_and_pages().await?;
    let pages = Ord::max(u32::try_from(totals.number_of_pages).unwrap_or(u32::MAX), 1);
    let number = page.clamp(1, pages);
    let rows = found.fetch_page(u64::from(number - 1)).await?;
    let accounts: BTreeSet<Uuid> = rows.iter().flat_map(|row| [Some(row.by_id), row.account_id]).flatten().collect();
    let held = sanctions::against(db, [caller.tenant.0], accounts.iter().copied(), now).await?;
    let people = people::of(db, [caller.tenant.0], accounts).await?;
    let author = |account: Uuid| people.get(&(caller.tenant.0, account)).cloned().unwrap_or_else(people::who_left);
    let items = rows.iter().filter_map(|row| {
        let (did, on) = (did(row)?, row.account_id.map(author));
        let lifts = match did {
            // The very one that was imposed then: a later one has a deed of its own.
            Did::TimedOut { .. } => held.iter().any(|held| Some(held.account_id) == row.account_id && held.until == row.value),
            Did::Banned => held.iter().any(|held| Some(held.account_id) == row.account_id && held.until.is_none() && held.at == row.at),
            _ => false,
        };
        let below = on.as_ref().is_some_and(|on| on.role < viewer.role);
        Some(Deed {
            room: RoomId(row.room_id),
            at: format::moment(caller, row.at, now),
            by: author(row.by_id).name,
            on,
            did,
            until: match did {
                Did::TimedOut { until } => Some(format::moment(caller, until.0, now)),
                _ => None,
            },
            reason: row.reason.as_deref().and_then(Reason::parse),
            may_lift: lifts && below,
        })
    });
    Ok(Page { items: items.collect(), number, pages, total: totals.number_of_items })
}
