//! Time-outs and bans that hold now, and what they and the rules of a room leave somebody.

use crate::{
    entity::{
        room,
        sanction::{Column, Entity, Model},
    },
    rules,
};
use contract::{
    caller::Viewer,
    chat::{ChatRefusal, MayWrite},
    ids::{AccountId, TenantId},
    moderation::{Standing, member_since},
    shown::Timestamp,
};
use sea_orm::{Condition, entity::prelude::*};

pub(crate) const TIME_OUT: &str = "time-out";
pub(crate) const BAN: &str = "ban";

/// What is neither over nor taken back.
fn holds(now: Timestamp) -> Condition {
    let runs = Condition::any().add(Column::Until.is_null()).add(Column::Until.gt(now.0));
    Condition::all().add(Column::LiftedAt.is_null()).add(runs)
}

/// All that hold against these people, in whatever room.
pub(crate) async fn against(
    db: &impl ConnectionTrait,
    tenants: impl IntoIterator<Item = Uuid>,
    accounts: impl IntoIterator<Item = Uuid>,
    now: Timestamp,
) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(Column::TenantId.is_in(tenants)).filter(Column::AccountId.is_in(accounts)).filter(holds(now)).all(db).await
}

pub(crate) async fn is_banned(db: &impl ConnectionTrait, tenant: TenantId, account: AccountId) -> kernel::Result<bool> {
    let bans = Entity::find().filter(Column::TenantId.eq(tenant.0)).filter(Column::AccountId.eq(account.0));
    Ok(bans.filter(Column::Kind.eq(BAN)).filter(Column::LiftedAt.is_null()).one(db).await?.is_some())
}

/// How somebody stands in a room, given what holds against them and maybe others.
pub(crate) fn standing(sanctions: &[Model], room: &room::Model, viewer: &Viewer) -> Standing {
    let own = || sanctions.iter().filter(|row| row.tenant_id == room.tenant_id && row.account_id == viewer.account.0);
    let time_outs = own().filter(|row| row.kind == TIME_OUT && row.room_id == Some(room.id));
    Standing {
        role: viewer.role,
        confirmed: viewer.confirmed,
        since: member_since(viewer.account),
        banned: own().any(|row| row.kind == BAN),
        timed_out_until: time_outs.filter_map(|row| row.until).max().map(Timestamp),
    }
}

/// What somebody may do in a room as its rules are by now.
pub(crate) fn may_write(sanctions: &[Model], room: &room::Model, viewer: &Viewer, now: Timestamp) -> MayWrite {
    standing(sanctions, room, viewer).may_write(&rules::of(room), now)
}

/// Why somebody who would write here is refused.
pub(crate) fn refusal(may_write: MayWrite, now: Timestamp) -> Option<ChatRefusal> {
    match may_write {
        MayWrite::Yes | MayWrite::SignIn => None,
        MayWrite::No => Some(ChatRefusal::Banned),
        MayWrite::ConfirmAddress => Some(ChatRefusal::ConfirmAddress),
        MayWrite::After(until) => Some(ChatRefusal::TimedOut { minutes: begun(until.0 - now.0, 60_000) }),
        MayWrite::ReadOnly => Some(ChatRefusal::ReadOnly),
        MayWrite::TooNew(from) => Some(ChatRefusal::TooNew { hours: begun(from.0 - now.0, 3_600_000) }),
    }
}

/// How many `unit_ms` a wait takes, the last one begun; at least one.
pub(crate) fn begun(wait_ms: i64, unit_ms: i64) -> u32 {
    u32::try_from((wait_ms.max(1) - 1) / unit_ms + 1).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::begun;

    #[test]
    fn a_begun_minute_counts_as_one() {
        assert_eq!([-5, 0, 1, 60_000, 60_001].map(|wait| begun(wait, 60_000)), [1, 1, 1, 1, 2]);
    }
}
