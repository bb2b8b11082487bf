//! How fast one person may write, counted in the log so that all processes share it.

use crate::{
    entity::{log, message},
    journal::{EDITED, POSTED, REACTED},
    people::Who,
    sanctions::begun,
};
use contract::shown::Timestamp;
use sea_orm::{QuerySelect, entity::prelude::*};
use std::collections::HashMap;

/// At most `most` in any `WINDOW_MS`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limit {
    most: usize,
    kinds: &'static [&'static str],
}

const WINDOW_MS: i64 = 10_000;
/// A burst of short lines is how people talk; more is a flood.
pub(crate) const MESSAGES: Limit = Limit { most: 10, kinds: &[POSTED] };
/// Reactions and edits: each is told to the whole room.
pub(crate) const TOUCHES: Limit = Limit { most: 30, kinds: &[EDITED, REACTED] };
/// Slow mode's longest wait.
pub(crate) const SLOWEST_S: u32 = 3600;

/// When people did something lately, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Lately(HashMap<Who, Vec<i64>>);

impl Lately {
    pub async fn of(db: &impl ConnectionTrait, limit: Limit, tenants: &[Uuid], accounts: &[Uuid], now: Timestamp) -> Result<Self, DbErr> {
        let rows: Vec<(Uuid, Uuid, i64)> = log::Entity::find()
            .select_only()
            .columns([log::Column::TenantId, log::Column::ById, log::Column::At])
            .filter(log::Column::TenantId.is_in(tenants.iter().copied()))
            .filter(log::Column::ById.is_in(accounts.iter().copied()))
            .filter(log::Column::At.gt(now.0 - WINDOW_MS))
            .filter(log::Column::Kind.is_in(limit.kinds.iter().copied()))
            .into_tuple()
            .all(db)
            .await?;
        let mut lately = Self::default();
        for (tenant, account, at) in rows {
            lately.0.entry((tenant, account)).or_default().push(at);
        }
        lately.0.values_mut().for_each(|times| times.sort_unstable());
        Ok(lately)
    }

    pub fn add(&mut self, who: Who, now: Timestamp) {
        self.0.entry(who).or_default().push(now.0);
    }

    /// The seconds until the next one is fine; `None` when it is fine now.
    pub fn wait(&self, limit: Limit, who: Who, now: Timestamp) -> Option<u32> {
        let times = self.0.get(&who)?;
        // The one that must grow old before there is a place again.
        let oldest = times[times.len().checked_sub(limit.most)?];
        Some(begun(oldest + WINDOW_MS - now.0, 1000))
    }
}

/// When people last wrote in rooms with slow mode, by room and author.
pub(crate) async fn last_in(
    db: &impl ConnectionTrait,
    slow_rooms: Vec<Uuid>,
    tenants: &[Uuid],
    authors: &[Uuid],
    now: Timestamp,
) -> Result<HashMap<(Uuid, Uuid), i64>, DbErr> {
    if slow_rooms.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(Uuid, Uuid, i64)> = message::Entity::find()
        .select_only()
        .columns([message::Column::RoomId, message::Column::AuthorId])
        .column_as(message::Column::SentAt.max(), "last")
        .filter(message::Column::TenantId.is_in(tenants.iter().copied()))
        .filter(message::Column::AuthorId.is_in(authors.iter().copied()))
        .filter(message::Column::SentAt.gt(now.0 - i64::from(SLOWEST_S) * 1000))
        .filter(message::Column::RoomId.is_in(slow_rooms))
        .group_by(message::Column::RoomId)
        .group_by(message::Column::AuthorId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(room, author, last)| ((room, author), last)).collect())
}
