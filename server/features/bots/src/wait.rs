//! What happened since, at once or as soon as something does: the database is asked when there are news, not over and over.

use crate::{
    Service,
    entity::bot::Model,
    payload::{self, Event},
    shown,
};
use contract::{
    failure::Failure,
    ids::{BotId, TenantId},
};
use realtime::{Listener, Topic};
use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

/// Calls of one bot that wait at once, in this process.
const MOST_WAITING: usize = 2;

/// What a bot asks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked {
    /// `None` is from now on.
    pub after: Option<u64>,
    pub limit: u64,
    pub wait: Duration,
}

#[derive(Debug)]
pub(crate) struct Page {
    pub events: Vec<Event>,
    /// Ask for what comes after this.
    pub next: u64,
    pub has_more: bool,
}

/// Who waits: how many calls, and how they are told that their bot is no more.
#[derive(Default)]
pub(crate) struct Waiting(Mutex<HashMap<BotId, (usize, CancellationToken)>>);

/// A call that waits; its place is free again once it is dropped.
struct Place<'a> {
    all: &'a Waiting,
    bot: BotId,
    ended: CancellationToken,
}

impl Waiting {
    fn all(&self) -> MutexGuard<'_, HashMap<BotId, (usize, CancellationToken)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn enter(&self, bot: BotId) -> Option<Place<'_>> {
        let mut all = self.all();
        let (count, ended) = all.entry(bot).or_default();
        if *count >= MOST_WAITING {
            return None;
        }
        *count += 1;
        let ended = ended.clone();
        Some(Place { all: self, bot, ended })
    }

    pub(crate) fn count(&self) -> usize {
        self.all().values().map(|(count, _)| count).sum()
    }

    /// Ends what a bot waits for.
    pub(crate) fn forget(&self, bot: BotId) {
        if let Some((_, ended)) = self.all().get(&bot) {
            ended.cancel();
        }
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        let mut all = self.all.all();
        if let Some((count, _)) = all.get_mut(&self.bot) {
            *count -= 1;
            if *count == 0 {
                all.remove(&self.bot);
            }
        }
    }
}

pub(crate) async fn messages(service: &Service, bot: &Model, asked: Asked, stopping: &CancellationToken) -> kernel::Result<Page> {
    let (tenant, id) = (TenantId(bot.tenant_id), BotId(bot.id));
    let (room, end) = service.room.station(tenant).await?;
    let mut after = asked.after.unwrap_or(end);
    let deadline = Instant::now() + asked.wait;
    let mut waits: Option<(Place<'_>, Listener)> = None;
    loop {
        let told = service.room.log(tenant, room, after, asked.limit).await?;
        let events: Vec<Event> = told.logged.into_iter().filter_map(payload::event).collect();
        after = told.next;
        if !events.is_empty() || (asked.wait.is_zero() && !told.has_more) {
            return Ok(Page { events, next: told.next, has_more: told.has_more });
        }
        if told.has_more {
            continue;
        }
        let Some((place, listener)) = &mut waits else {
            let place = service.waiting.enter(id).ok_or(Failure::TooManyRequests { seconds: 1 })?;
            // Listened to before the log is read once more: what comes between the two is not missed.
            waits = Some((place, service.hub.listen(Topic::room(tenant, room))));
            continue;
        };
        let ended = place.ended.clone();
        let is_over = tokio::select! {
            heard = news(listener) => {
                if !heard {
                    *listener = service.hub.listen(Topic::room(tenant, room));
                }
                false
            }
            () = tokio::time::sleep_until(deadline) => true,
            () = stopping.cancelled() => true,
            () = ended.cancelled() => true,
        };
        // The token may have been revoked while the call waited.
        shown::find(service.kernel.database.read(), tenant, id).await?;
        if is_over {
            return Ok(Page { events: Vec::new(), next: after, has_more: false });
        }
    }
}

/// Ends as the log has something new, or may have; false once the listener was too slow. Who is there and who types is no news.
pub(crate) async fn news(listener: &mut Listener) -> bool {
    while let Some(text) = listener.next().await {
        if !text.starts_with(b"{\"present\"") {
            return true;
        }
    }
    false
}
