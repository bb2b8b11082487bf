//! How many people are in a room and who types, and how many listen to the station. Nothing of it is stored; every change is told within [`ROUND`].

use crate::notes::Note;
use contract::{
    caller::Caller,
    ids::{AccountId, RoomId, TenantId},
    realtime::ToTab,
};
use realtime::{Hub, Topic};
use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

/// How often changes are looked for.
const ROUND: Duration = Duration::from_millis(500);
/// Somebody types for this long after their tab last said so; it says so every 3 s.
const TYPES_FOR: Duration = Duration::from_secs(4);
/// Names that are told, and people that are remembered for it.
const MOST_NAMES: usize = 3;
const MOST_TYPING: usize = 50;

/// Who types where, and what the rooms were told last.
#[derive(Debug, Default)]
pub struct Presence(Mutex<HashMap<Topic, Seen>>);

#[derive(Debug, Default)]
struct Seen {
    typing: Vec<(AccountId, String, Instant)>,
    told: (u32, Vec<String>),
}

impl Presence {
    fn rooms(&self) -> MutexGuard<'_, HashMap<Topic, Seen>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A member types. Guests can't write, so they don't type either; nor does anybody in a room that nobody hears.
    pub(super) fn types(&self, hub: &Hub, caller: &Caller, room: RoomId) {
        let (tenant, Some(viewer)) = (caller.tenant, &caller.viewer) else { return };
        self.types_here(tenant, room, viewer.account, viewer.name.clone());
        note(hub, &Note::Types { tenant, room, account: viewer.account, name: viewer.name.clone() });
    }

    /// Somebody types, in this process or another.
    pub fn types_here(&self, tenant: TenantId, room: RoomId, account: AccountId, name: String) {
        let mut rooms = self.rooms();
        let Some(seen) = rooms.get_mut(&Topic::room(tenant, room)) else { return };
        seen.typing.retain(|(other, _, _)| *other != account);
        if seen.typing.len() < MOST_TYPING {
            seen.typing.push((account, name, Instant::now()));
        }
    }

    /// What they typed is said.
    pub(super) fn stops_typing(&self, hub: &Hub, caller: &Caller, room: RoomId) {
        let (tenant, Some(viewer)) = (caller.tenant, &caller.viewer) else { return };
        if self.stops_typing_here(tenant, room, viewer.account) {
            note(hub, &Note::StopsTyping { tenant, room, account: viewer.account });
        }
    }

    /// What somebody typed is said, in this process or another. Whether they were known to type.
    pub fn stops_typing_here(&self, tenant: TenantId, room: RoomId, account: AccountId) -> bool {
        let mut rooms = self.rooms();
        let Some(seen) = rooms.get_mut(&Topic::room(tenant, room)) else { return false };
        let before = seen.typing.len();
        seen.typing.retain(|(other, _, _)| *other != account);
        seen.typing.len() < before
    }

    /// What is to be told of a room now.
    pub(super) fn seen(&self, hub: &Hub, topic: &Topic, room: RoomId) -> ToTab {
        let people = u32::try_from(hub.people(topic)).unwrap_or(u32::MAX);
        let typing = self.rooms().entry(topic.clone()).or_default().names(Instant::now());
        ToTab::Present { room, people, typing }
    }

    /// Tells every room what has changed in it, until the future is dropped.
    pub async fn tell(&self, hub: &Hub) {
        let mut rounds = tokio::time::interval(ROUND);
        loop {
            rounds.tick().await;
            tell_listeners(hub);
            let topics = hub.topics();
            self.rooms().retain(|topic, _| topics.contains(topic));
            for topic in topics {
                let Some(room) = topic.as_room() else { continue };
                let ToTab::Present { people, typing, .. } = self.seen(hub, &topic, room) else { continue };
                let now = (people, typing);
                let changed = self.rooms().get_mut(&topic).is_some_and(|seen| std::mem::replace(&mut seen.told, now.clone()) != now);
                if changed && let Err(error) = hub.publish(&topic, &ToTab::Present { room, people: now.0, typing: now.1 }) {
                    tracing::error!("encoding a message: {error}");
                }
            }
        }
    }
}

/// How many listen to a station.
pub(super) fn listeners(hub: &Hub, tenant: TenantId) -> ToTab {
    ToTab::Listeners { people: u32::try_from(hub.listeners(tenant)).unwrap_or(u32::MAX) }
}

/// Tells those who hear of a station here how many listen, where that has changed.
fn tell_listeners(hub: &Hub) {
    for (tenant, _) in hub.audience_news(Instant::now()) {
        if let Err(error) = hub.publish_here(&Topic::station(tenant), &listeners(hub, tenant)) {
            tracing::error!("encoding a message: {error}");
        }
    }
}

fn note(hub: &Hub, note: &Note) {
    if let Err(error) = hub.note(note) {
        tracing::error!("encoding a note: {error}");
    }
}

impl Seen {
    fn names(&mut self, now: Instant) -> Vec<String> {
        self.typing.retain(|(_, _, since)| now.duration_since(*since) < TYPES_FOR);
        self.typing.iter().take(MOST_NAMES).map(|(_, name, _)| name.clone()).collect()
    }
}
