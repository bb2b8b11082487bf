//! Tracklists: what was played in a mix and when, as listeners see it and as its DJ works on it.

use crate::{
    caller::Caller,
    failure::Failure,
    ids::MixId,
    mixes::{AudioSource, Peaks},
    outcome::{Message, Outcome},
    refusals,
    studio::StudioMix,
};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};

/// A track of a mix. A name that isn't known is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Track {
    /// Where it starts, in ms; a track without is listed, but no chapter.
    pub at_ms: Option<u64>,
    pub artist: String,
    pub title: String,
    /// The record label.
    pub label: String,
    /// Something of it is an "ID".
    pub unknown: bool,
    /// Played with the one before ("w/ …").
    pub together: bool,
}

impl Track {
    /// Puts tracks in the order they are played: by time, those without one staying behind the track they follow.
    pub fn sort(tracks: &mut Vec<Track>) {
        let mut reached = 0;
        let mut keyed: Vec<(u64, Track)> = std::mem::take(tracks)
            .into_iter()
            .map(|track| {
                reached = track.at_ms.unwrap_or(reached);
                (reached, track)
            })
            .collect();
        // Stable: what has one time keeps its order.
        keyed.sort_by_key(|(at_ms, _)| *at_ms);
        *tracks = keyed.into_iter().map(|(_, track)| track).collect();
    }

    /// The chapter that sounds at `ms`: the index of the last track that started by then.
    pub fn at(tracks: &[Track], ms: u64) -> Option<usize> {
        tracks.iter().rposition(|track| !track.together && track.at_ms.is_some_and(|at_ms| at_ms <= ms))
    }
}

/// A stretch of even beats.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Beats {
    /// The first beat, in ms.
    pub start_ms: f64,
    /// From beat to beat, in ms; positive.
    pub beat_ms: f64,
    pub count: u32,
}

impl Beats {
    /// The beat next to `ms` of several stretches in order; `ms` itself where there are none.
    pub fn nearest(stretches: &[Beats], ms: u64) -> u64 {
        let near = |stretch: &Beats| {
            let last = f64::from(stretch.count.saturating_sub(1));
            let index = ((ms as f64 - stretch.start_ms) / stretch.beat_ms).round().clamp(0.0, last);
            stretch.start_ms + index * stretch.beat_ms
        };
        let nearest = stretches.iter().map(near).min_by(|a, b| (a - ms as f64).abs().total_cmp(&(b - ms as f64).abs()));
        nearest.map_or(ms, |beat| beat.max(0.0).round() as u64)
    }
}

/// The tracklist page of the Studio.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StudioTracklist {
    pub mix: StudioMix,
    pub tracks: Vec<Track>,
    /// The same as a text that can be edited and read again.
    pub text: String,
    pub audio: Option<AudioSource>,
    /// 280 bars.
    pub wave: Peaks,
    /// What edges snap to; empty where there is no beat.
    pub beats: Vec<Beats>,
}

/// What was read out of a text or a CUE sheet. Nothing is stored yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReadTracklist {
    pub tracks: Vec<Track>,
    pub doubts: Vec<Doubt>,
}

/// Something a person should look at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Doubt {
    /// Line of the text, from 1.
    pub line: u32,
    pub message: Message,
}

refusals! {
    /// Why a tracklist was declined.
    pub enum TracklistRefusal {
        TooManyTracks { limit: u32 } => "studio-refused-too-many-tracks" on "text",
        TextTooLong { limit: u32 } => "studio-refused-text-too-long" on "text",
        /// `row` counts from 1.
        PastTheEnd { row: u32 } => "studio-refused-past-the-end" on "text",
        NameTooLong { row: u32 } => "studio-refused-name-too-long" on "text",
        Nameless { row: u32 } => "studio-refused-nameless" on "text",
    }
}

type Answer<T> = Result<Outcome<T, TracklistRefusal>, Failure>;

/// Listeners read the tracks of what they may hear; DJs change those of their own mixes, admins all of the tenant's.
#[async_trait]
pub trait Tracklists: Send + Sync {
    /// The tracks of a mix that the caller may hear, in order.
    async fn tracks(&self, caller: &Caller, mix: MixId) -> Result<Vec<Track>, Failure>;
    async fn edit(&self, caller: &Caller, mix: MixId) -> Result<StudioTracklist, Failure>;
    /// Reads a pasted list or a CUE sheet, and stores nothing.
    async fn read(&self, caller: &Caller, text: String) -> Answer<ReadTracklist>;
    /// Makes `tracks` the mix's tracklist; an empty one takes it away.
    async fn save(&self, caller: &Caller, mix: MixId, tracks: Vec<Track>) -> Answer<StudioTracklist>;
    /// A part of the wave: [`CLOSE_BARS`] bars from `from_ms` to `to_ms`.
    async fn close_wave(&self, caller: &Caller, mix: MixId, from_ms: u64, to_ms: u64) -> Result<Peaks, Failure>;
}

/// Bars of [`Tracklists::close_wave`].
pub const CLOSE_BARS: usize = 240;

#[cfg(test)]
mod tests {
    use super::*;

    fn track(at_ms: Option<u64>, title: &str) -> Track {
        Track { at_ms, title: title.into(), ..Track::default() }
    }

    #[test]
    fn tracks_without_a_time_follow_the_one_they_stood_behind() {
        let mut tracks = vec![track(None, "first"), track(Some(9), "late"), track(None, "after late"), track(Some(5), "early")];
        Track::sort(&mut tracks);
        let titles: Vec<&str> = tracks.iter().map(|track| track.title.as_str()).collect();
        assert_eq!(titles, ["first", "early", "late", "after late"]);
    }

    #[test]
    fn the_chapter_is_the_last_that_started() {
        let mut tracks = vec![track(Some(1_000), "a"), track(Some(5_000), "b"), track(None, "c"), track(Some(5_000), "with b")];
        tracks[3].together = true;
        assert_eq!([0, 1_000, 4_999, 5_000, 99_000].map(|ms| Track::at(&tracks, ms)), [None, Some(0), Some(0), Some(1), Some(1)]);
    }

    #[test]
    fn the_nearest_beat_may_lie_in_the_next_stretch() {
        let stretches = [Beats { start_ms: 100.0, beat_ms: 500.0, count: 4 }, Beats { start_ms: 2_050.0, beat_ms: 400.0, count: 10 }];
        assert_eq!([0, 340, 360, 1_900, 2_240, 90_000].map(|ms| Beats::nearest(&stretches, ms)), [100, 100, 600, 2_050, 2_050, 5_650]);
        assert_eq!(Beats::nearest(&[], 77), 77);
    }
}
