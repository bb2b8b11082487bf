//! Who listens to a station, in all processes: everybody who took sound lately, counted once.

use super::{Hub, lock};
use crate::{Topic, people::People};
use contract::ids::TenantId;
use std::{
    collections::{HashMap, HashSet},
    time::{Duration, Instant},
};

/// Somebody listens for this long after they last took ten seconds of sound: two and a half times that.
const LISTENS_FOR: Duration = Duration::from_secs(25);
/// How often a station's listeners are told how many they are, at most.
const TOLD_EVERY: Duration = Duration::from_secs(5);

/// What must be taken for somebody to be a listener, and the longest that anything taken counts ahead: files to keep come faster than
/// they are heard.
const LISTENS_AFTER: Duration = Duration::from_secs(10);
const LONGEST_AHEAD: Duration = Duration::from_secs(600);

const KIND: &str = "listeners";

#[derive(Debug, Default)]
pub(super) struct Audience {
    people: People,
    until: HashMap<u64, Instant>,
    taking: HashMap<u64, Taking>,
    /// What was told last, and when.
    told: Option<(usize, Instant)>,
}

/// What somebody takes in pieces, over plain HTTP.
#[derive(Debug)]
struct Taking {
    took: Duration,
    /// When all of it has been heard.
    heard_by: Instant,
}

impl Audience {
    fn stays(&mut self, person: u64, until: Instant) {
        match self.until.get_mut(&person) {
            Some(known) => *known = until.max(*known),
            None => {
                self.until.insert(person, until);
                self.people.come(person);
            }
        }
    }

    fn takes(&mut self, person: u64, took: Duration, now: Instant) {
        let taking = self.taking.entry(person).or_insert(Taking { took: Duration::ZERO, heard_by: now });
        taking.took = taking.took.saturating_add(took);
        taking.heard_by = taking.heard_by.max(now).checked_add(took).unwrap_or(now + LONGEST_AHEAD).min(now + LONGEST_AHEAD);
        if taking.took >= LISTENS_AFTER {
            let until = taking.heard_by;
            self.stays(person, until);
        }
    }

    fn forget_who_left(&mut self, now: Instant) {
        let Self { people, until, taking, .. } = self;
        // A pause between two pieces begins nothing anew.
        taking.retain(|_, taking| taking.heard_by + LISTENS_FOR > now);
        until.retain(|person, until| {
            let stays = *until > now;
            if !stays {
                people.go(*person);
            }
            stays
        });
    }

    /// What is to be told now.
    fn news(&mut self, now: Instant) -> Option<usize> {
        let count = self.people.count();
        let due = match self.told {
            None => count > 0,
            Some((told, at)) => told != count && now.saturating_duration_since(at) >= TOLD_EVERY,
        };
        due.then(|| self.told = Some((count, now))).map(|()| count)
    }
}

fn topic(tenant: TenantId) -> Topic {
    Topic::new(tenant, KIND, tenant)
}

impl Hub {
    /// Somebody, told apart by `person`, took ten seconds of the station's sound by `now`.
    pub fn listens(&self, tenant: TenantId, person: u64, now: Instant) {
        lock(&self.inner.audiences).entry(tenant).or_default().stays(person, now + LISTENS_FOR);
    }

    /// Somebody was sent sound that lasts for `took`, by `now`. Who took ten seconds listens until all of it has been heard.
    pub fn takes(&self, tenant: TenantId, person: u64, took: Duration, now: Instant) {
        lock(&self.inner.audiences).entry(tenant).or_default().takes(person, took, now);
    }

    /// How many listen to a station, in all processes.
    pub fn listeners(&self, tenant: TenantId) -> usize {
        lock(&self.inner.audiences).get(&tenant).map_or(0, |audience| audience.people.count())
    }

    /// Forgets who stopped by `now`; gives how many listen to each station for which that is to be told.
    pub fn audience_news(&self, now: Instant) -> Vec<(TenantId, usize)> {
        let heard: HashSet<TenantId> =
            self.topics().into_iter().filter(|topic| *topic == Topic::station(topic.tenant)).map(|topic| topic.tenant).collect();
        let mut audiences = lock(&self.inner.audiences);
        // Whoever hears of a station here is told of those who listen through other processes.
        for tenant in &heard {
            audiences.entry(*tenant).or_default();
        }
        audiences.values_mut().for_each(|audience| audience.forget_who_left(now));
        audiences.retain(|tenant, audience| heard.contains(tenant) || !audience.until.is_empty() || !audience.taking.is_empty());
        audiences.iter_mut().filter_map(|(tenant, audience)| Some((*tenant, audience.news(now)?))).collect()
    }

    /// Who listens here, of the stations where that has changed since `known`, which is brought up to date.
    pub(super) fn audiences_since(&self, known: &mut HashMap<Topic, u64>) -> Vec<(Topic, Vec<u64>)> {
        let audiences = lock(&self.inner.audiences);
        known.retain(|topic, _| !topic.name.starts_with(KIND) || audiences.contains_key(&topic.tenant));
        let mut changed = Vec::new();
        for (tenant, audience) in audiences.iter() {
            let (topic, version) = (topic(*tenant), audience.people.version());
            if known.insert(topic.clone(), version) != Some(version) {
                changed.push((topic, audience.people.here().collect()));
            }
        }
        changed
    }

    /// Who listens elsewhere; false if the topic is about something else.
    pub(super) fn set_audience_elsewhere(&self, of: &Topic, people: &HashSet<u64>) -> bool {
        if *of != topic(of.tenant) {
            return false;
        }
        if let Some(audience) = lock(&self.inner.audiences).get_mut(&of.tenant) {
            audience.people.set_elsewhere(people.clone());
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn somebody_listens_until_they_take_no_more() {
        let (hub, tenant, start) = (Hub::default(), TenantId(Uuid::from_u128(1)), Instant::now());
        let at = |seconds| start + Duration::from_secs(seconds);
        hub.listens(tenant, 7, start);
        hub.listens(tenant, 8, start);
        hub.listens(tenant, 7, at(10));
        assert_eq!(hub.listeners(tenant), 2, "each once");
        assert_eq!(hub.listeners(TenantId(Uuid::from_u128(2))), 0);
        assert_eq!(hub.audience_news(at(10)), [(tenant, 2)]);
        assert_eq!(hub.audience_news(at(26)), [(tenant, 1)]);
        assert_eq!(hub.listeners(tenant), 1);
        assert_eq!(hub.audience_news(at(36)), [], "nobody is left, and nobody hears of it");
        assert_eq!(hub.listeners(tenant), 0);
    }

    #[test]
    fn who_takes_pieces_listens_from_ten_seconds_on_until_they_are_heard() {
        let (hub, tenant, start) = (Hub::default(), TenantId(Uuid::from_u128(1)), Instant::now());
        let at = |seconds| start + Duration::from_secs(seconds);
        let takes = |person, seconds, when| hub.takes(tenant, person, Duration::from_secs(seconds), at(when));
        let listeners = |when| {
            hub.audience_news(at(when));
            hub.listeners(tenant)
        };
        takes(7, 6, 0);
        assert_eq!(listeners(1), 0, "a probe is no audience");
        takes(7, 6, 5);
        assert_eq!((listeners(6), listeners(11), listeners(13)), (1, 1, 0), "twelve seconds were taken");
        takes(8, 3600, 20);
        assert_eq!((listeners(619), listeners(621)), (1, 0), "a file to keep counts for ten minutes");
        takes(9, 9, 700);
        assert_eq!(listeners(740), 0);
        takes(9, 9, 740);
        assert_eq!(listeners(741), 0, "long after, it begins anew");
        takes(7, 30, 800);
        hub.listens(tenant, 7, at(800));
        assert_eq!((listeners(801), listeners(829), listeners(831)), (1, 1, 0), "both ways, one listener");
    }

    #[test]
    fn the_count_is_told_at_most_every_five_seconds() {
        let (hub, tenant, start) = (Hub::default(), TenantId(Uuid::from_u128(1)), Instant::now());
        let mut told = 0;
        for tenth in 0..200_u64 {
            let now = start + Duration::from_millis(tenth * 100);
            hub.listens(tenant, tenth, now);
            told += hub.audience_news(now).len();
        }
        assert_eq!(told, 4, "in twenty seconds");
    }
}
