//! The watched folder: looked at every minute; what nobody has written to for half a minute comes in.

use super::{course::Course, folder, said::Said, who::Who};
use crate::wiring::Install;
use anyhow::Context;
use contract::shown::Timestamp;
use library::{Recording, Scan};
use mixes::imports::Origin;
use std::{collections::HashMap, path::PathBuf, sync::Arc, time::Duration};

const EVERY: Duration = Duration::from_secs(60);
/// A recording that is being written or copied must not come in half.
const SETTLED_MS: i64 = 30_000;

/// Watches the folder of the configuration for as long as the server runs.
pub async fn watch(install: Arc<Install>) {
    let mut watch = Watch::default();
    let mut rounds = tokio::time::interval(EVERY);
    rounds.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    let mut last = String::new();
    loop {
        rounds.tick().await;
        let said = watch.round(&install).await.err().map(|error| format!("{error:#}")).unwrap_or_default();
        // A disk that was taken out is told once, not once a minute.
        if !said.is_empty() && said != last {
            tracing::error!("watching {}: {said}", install.config.library.watch.display());
        }
        last = said;
    }
}

/// What is known between rounds.
#[derive(Debug, Default)]
pub struct Watch {
    seen: HashMap<PathBuf, Seen>,
}

#[derive(Clone, Copy, Debug)]
struct Seen {
    size_bytes: u64,
    modified_ms: i64,
    unchanged_since: i64,
    /// It came in, or can't. What can't is tried again when it has changed.
    is_dealt_with: bool,
}

impl Watch {
    /// One look. Gives how many recordings were dealt with.
    ///
    /// # Errors
    /// What keeps the folder from being read, or anything from coming in.
    pub async fn round(&mut self, install: &Install) -> anyhow::Result<usize> {
        let config = &install.config.library;
        let root = config.watch.clone();
        let scanned = tokio::task::spawn_blocking(move || library::scan(&root)).await?;
        let settled = self.settled(scanned.context("reading the folder")?, install.kernel.now());
        if settled.is_empty() {
            return Ok(0);
        }
        let who = Who::find(install, &config.host, &config.dj).await?;
        let mut wanted = Vec::new();
        for recording in settled {
            let key = Origin::key_of_path(&recording.real);
            match install.mixes.knows_place(who.tenant, &key, recording.size_bytes, recording.modified_ms).await? {
                Some(_) => self.deal_with(&recording),
                None => wanted.push(recording),
            }
        }
        if wanted.is_empty() {
            return Ok(0);
        }
        let mut course = Course::new(install, who, Said::Log);
        course.publish = config.publish;
        course.genres.clone_from(&config.genre);
        folder::bring(&mut course, &config.watch, Scan { recordings: wanted.clone(), left: vec![] }).await?;
        course.end().await?;
        wanted.iter().for_each(|recording| self.deal_with(recording));
        Ok(wanted.len())
    }

    /// What nobody writes to any more and wasn't dealt with.
    fn settled(&mut self, scan: Scan, now: Timestamp) -> Vec<Recording> {
        let mut seen = HashMap::new();
        let mut settled = Vec::new();
        for recording in scan.recordings {
            let (size_bytes, modified_ms) = (recording.size_bytes, recording.modified_ms);
            let known = self.seen.get(&recording.real).filter(|seen| seen.size_bytes == size_bytes && seen.modified_ms == modified_ms);
            // A copy may be given an old date while it is written, or one of the future: only its own past counts then.
            let is_new = Seen { size_bytes, modified_ms, unchanged_since: now.0, is_dealt_with: false };
            let state = known.copied().unwrap_or(is_new);
            seen.insert(recording.real.clone(), state);
            if !state.is_dealt_with && now.0 - state.unchanged_since >= SETTLED_MS {
                settled.push(recording);
            }
        }
        self.seen = seen;
        settled
    }

    fn deal_with(&mut self, recording: &Recording) {
        if let Some(seen) = self.seen.get_mut(&recording.real) {
            seen.is_dealt_with = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scan(size_bytes: u64, modified_ms: i64) -> Scan {
        let path = PathBuf::from("/music/night.mp3");
        Scan { recordings: vec![Recording { real: path.clone(), path, size_bytes, modified_ms }], left: vec![] }
    }

    #[test]
    fn a_recording_is_taken_once_nobody_has_written_to_it_for_half_a_minute() {
        let mut watch = Watch::default();
        let mut look = |size, modified, at| watch.settled(scan(size, modified), Timestamp(at)).len();
        assert_eq!(look(10, 1, 0), 0, "seen for the first time, whatever its date");
        assert_eq!(look(20, 1, 60_000), 0, "it has grown");
        assert_eq!(look(20, 2, 70_000), 0, "it was written to");
        assert_eq!(look(20, 2, 99_999), 0);
        assert_eq!(look(20, 2, 100_000), 1);
        assert_eq!(look(20, 2, 160_000), 1, "it is still to be dealt with");
    }

    #[test]
    fn what_was_dealt_with_is_left_alone_until_it_changes() {
        let mut watch = Watch::default();
        watch.settled(scan(10, 1), Timestamp(0));
        let taken = watch.settled(scan(10, 1), Timestamp(60_000));
        watch.deal_with(&taken[0]);
        assert!(watch.settled(scan(10, 1), Timestamp(120_000)).is_empty());
        assert!(watch.settled(scan(11, 2), Timestamp(180_000)).is_empty());
        assert_eq!(watch.settled(scan(11, 2), Timestamp(240_000)).len(), 1);
    }
}
