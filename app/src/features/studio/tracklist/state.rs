//! A tracklist under the hands of its DJ: rows that keep their place while they are typed in, and one chosen row.

use crate::moment;
use contract::tracklists::{Beats, Track};
use leptos::prelude::*;

/// A row of the list. `key` stays its own however the list is sorted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Row {
    pub key: u32,
    pub track: RwSignal<Track>,
}

/// The list, not saved yet. Cheap to copy into every closure.
#[derive(Clone, Copy)]
pub struct Editing {
    pub rows: RwSignal<Vec<Row>>,
    pub chosen: RwSignal<Option<u32>>,
    /// Moves go from beat to beat.
    pub snap: RwSignal<bool>,
    /// Something differs from what is stored.
    pub changed: RwSignal<bool>,
    pub duration_ms: u64,
    beats: StoredValue<Vec<Beats>>,
    /// Of the page: rows come and go, and what they leave behind must not go with them.
    owner: StoredValue<Owner>,
    next_key: StoredValue<u32>,
}

impl Editing {
    pub fn new(tracks: Vec<Track>, beats: Vec<Beats>, duration_ms: u64) -> Self {
        let editing = Self {
            rows: RwSignal::new(vec![]),
            chosen: RwSignal::new(None),
            snap: RwSignal::new(!beats.is_empty()),
            changed: RwSignal::new(false),
            duration_ms,
            beats: StoredValue::new(beats),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
            next_key: StoredValue::new(0),
        };
        editing.load(tracks);
        editing.changed.set(false);
        editing
    }

    fn row(self, track: Track) -> Row {
        let key = self.next_key.get_value();
        self.next_key.set_value(key + 1);
        Row { key, track: self.lasting(|| RwSignal::new(track)) }
    }

    /// Makes something that lives as long as the page.
    pub fn lasting<T>(self, make: impl FnOnce() -> T) -> T {
        self.owner.with_value(|owner| owner.with(make))
    }

    /// Takes `tracks` in place of what is there.
    pub fn load(self, tracks: Vec<Track>) {
        let rows = tracks.into_iter().map(|track| self.row(track)).collect();
        self.chosen.set(None);
        self.rows.set(rows);
        self.changed.set(true);
    }

    /// As it would be saved.
    pub fn tracks(self) -> Vec<Track> {
        self.rows.with_untracked(|rows| rows.iter().map(|row| row.track.get_untracked()).collect())
    }

    /// The chosen row; tracked.
    pub fn chosen_row(self) -> Option<Row> {
        let key = self.chosen.get()?;
        self.rows.with(|rows| rows.iter().find(|row| row.key == key).copied())
    }

    pub fn has_beats(self) -> bool {
        self.beats.with_value(|beats| !beats.is_empty())
    }

    /// Beats between two moments, in ms; for drawing.
    pub fn beats_between(self, from_ms: u64, to_ms: u64) -> Vec<u64> {
        let inside = |stretch: &Beats| {
            let (start_ms, beat_ms) = (stretch.start_ms, stretch.beat_ms.max(1.0));
            let first = ((from_ms as f64 - start_ms) / beat_ms).ceil().max(0.0) as u32;
            (first..stretch.count)
                .map(move |index| (start_ms + f64::from(index) * beat_ms) as u64)
                .take_while(move |ms| *ms < to_ms)
                .collect::<Vec<_>>()
        };
        self.beats.with_value(|beats| beats.iter().flat_map(inside).take(200).collect())
    }

    /// Where a hand that moves to `ms` ends up: on the nearest beat when it snaps, always inside the mix.
    pub fn settle(self, ms: u64) -> u64 {
        let ms = if self.snap.get_untracked() { self.beats.with_value(|beats| Beats::nearest(beats, ms)) } else { ms };
        ms.min(self.duration_ms.saturating_sub(1))
    }

    /// The beat after or before `ms`.
    pub fn next_beat(self, ms: u64, forward: bool) -> u64 {
        let step = self.beats.with_value(|beats| {
            let here = beats.iter().rev().find(|stretch| stretch.start_ms <= ms as f64).or(beats.first());
            here.map_or(1_000.0, |stretch| stretch.beat_ms)
        });
        let sign = if forward { 1.0 } else { -1.0 };
        let to = (ms as f64 + sign * step).max(0.0) as u64;
        self.beats.with_value(|beats| Beats::nearest(beats, to)).min(self.duration_ms.saturating_sub(1))
    }

    pub fn set_time(self, row: Row, at_ms: Option<u64>) {
        row.track.update(|track| track.at_ms = at_ms);
        self.changed.set(true);
    }

    /// Puts the rows in the order they are played.
    pub fn sort(self) {
        let mut reached = 0;
        let mut keyed: Vec<(u64, Row)> = self.rows.with_untracked(|rows| {
            rows.iter()
                .map(|row| {
                    reached = row.track.with_untracked(|track| track.at_ms).unwrap_or(reached);
                    (reached, *row)
                })
                .collect()
        });
        keyed.sort_by_key(|(at_ms, _)| *at_ms);
        let sorted: Vec<Row> = keyed.into_iter().map(|(_, row)| row).collect();
        if self.rows.with_untracked(|rows| *rows != sorted) {
            self.rows.set(sorted);
        }
    }

    /// Adds a track at `at_ms` and chooses it.
    pub fn add(self, track: Track) {
        let row = self.row(track);
        self.rows.update(|rows| rows.push(row));
        self.changed.set(true);
        self.chosen.set(Some(row.key));
        self.sort();
    }

    /// A tap while listening: the next track without a time starts here; when all have one, something unknown does.
    pub fn tap(self, ms: u64) {
        let ms = self.settle(ms);
        let waiting = self.rows.with_untracked(|rows| {
            rows.iter().find(|row| row.track.with_untracked(|track| track.at_ms.is_none() && !track.together)).copied()
        });
        match waiting {
            Some(row) => {
                self.set_time(row, Some(ms));
                self.chosen.set(Some(row.key));
            }
            None => self.add(Track { at_ms: Some(ms), unknown: true, ..Track::default() }),
        }
    }

    /// Takes a row out; what it was, and where, to put it back.
    pub fn remove(self, key: u32) -> Option<(usize, Row)> {
        let index = self.rows.with_untracked(|rows| rows.iter().position(|row| row.key == key))?;
        let row = self.rows.try_update(|rows| rows.remove(index))?;
        if self.chosen.get_untracked() == Some(key) {
            self.chosen.set(None);
        }
        self.changed.set(true);
        Some((index, row))
    }

    pub fn put_back(self, index: usize, row: Row) {
        self.rows.update(|rows| rows.insert(index.min(rows.len()), row));
        self.changed.set(true);
    }
}

/// What stands in a row's field for its time.
pub fn typed_time(track: &Track) -> String {
    track.at_ms.map(moment::exact).unwrap_or_default()
}

/// The name of a track, for labels and flags.
pub fn name(track: &Track, unknown: &str) -> String {
    let names: Vec<&str> = [track.artist.as_str(), &track.title].into_iter().filter(|name| !name.is_empty()).collect();
    if names.is_empty() { unknown.to_owned() } else { names.join(" – ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn editing(times: &[Option<u64>]) -> Editing {
        let tracks = times.iter().map(|at_ms| Track { at_ms: *at_ms, title: "t".into(), ..Track::default() }).collect();
        Editing::new(tracks, vec![Beats { start_ms: 0.0, beat_ms: 500.0, count: 400 }], 100_000)
    }

    fn times(editing: Editing) -> Vec<Option<u64>> {
        editing.tracks().iter().map(|track| track.at_ms).collect()
    }

    #[test]
    fn a_tap_gives_its_moment_to_the_first_track_that_waits_for_one() {
        let owner = Owner::new();
        owner.with(|| {
            let editing = editing(&[Some(0), None, None]);
            editing.tap(20_240);
            assert_eq!(times(editing), [Some(0), Some(20_000), None]);
            editing.tap(40_000);
            editing.tap(10_000);
            assert_eq!(times(editing), [Some(0), Some(10_000), Some(20_000), Some(40_000)]);
            assert!(editing.tracks()[1].unknown);
        });
    }

    #[test]
    fn a_track_taken_out_comes_back_to_its_place() {
        let owner = Owner::new();
        owner.with(|| {
            let editing = editing(&[Some(0), Some(5), Some(9)]);
            let key = editing.rows.with_untracked(|rows| rows[1].key);
            let (index, row) = editing.remove(key).unwrap();
            assert_eq!(times(editing), [Some(0), Some(9)]);
            editing.put_back(index, row);
            assert_eq!(times(editing), [Some(0), Some(5), Some(9)]);
        });
    }

    #[test]
    fn hands_land_on_beats_and_inside_the_mix() {
        let owner = Owner::new();
        owner.with(|| {
            let editing = editing(&[]);
            assert_eq!([editing.settle(740), editing.settle(760)], [500, 1_000]);
            assert_eq!(editing.settle(1_000_000), 99_999);
            assert_eq!([editing.next_beat(500, true), editing.next_beat(500, false), editing.next_beat(0, false)], [1_000, 0, 0]);
            editing.snap.set(false);
            assert_eq!(editing.settle(740), 740);
            assert_eq!(editing.beats_between(900, 2_100), [1_000, 1_500, 2_000]);
        });
    }
}
