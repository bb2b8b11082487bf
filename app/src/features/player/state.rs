//! The player's state and its verbs. Every verb works on the one element; signals follow the element's events.

use super::{
    chapters, element,
    report::Report,
    source::Quality,
    tuning::{Loop, Sleep},
};
use contract::{mixes::MixSummary, tracklists::Track};
use leptos::{html, prelude::*};

/// Signals and verbs of the one player. Cheap to copy into every closure.
#[derive(Clone, Copy)]
pub struct Player {
    pub queue: RwSignal<Vec<MixSummary>>,
    /// Index of the current mix in the queue.
    pub at: RwSignal<usize>,
    pub playing: RwSignal<bool>,
    /// The sound waits for bytes.
    pub waiting: RwSignal<bool>,
    /// The sound can't be loaded; says so until the next try.
    pub failed: RwSignal<bool>,
    pub position_ms: RwSignal<u64>,
    /// As the element tells it; 0 before it knows.
    pub measured_ms: RwSignal<u64>,
    /// 0–1.
    pub volume: RwSignal<f64>,
    pub muted: RwSignal<bool>,
    /// The tracks of the current mix, once they are known.
    pub tracks: RwSignal<Vec<Track>>,
    /// In percent; the pitch stays.
    pub speed: RwSignal<u32>,
    pub ab: RwSignal<Loop>,
    pub sleep: RwSignal<Sleep>,
    /// All mixes are as loud as the quiet ones.
    pub level: RwSignal<bool>,
    pub quality: RwSignal<Quality>,
    pub keys_open: RwSignal<bool>,
    pub sheet_open: RwSignal<bool>,
    pub(super) element: NodeRef<html::Audio>,
    /// Where to go once the element has its metadata.
    pub(super) pending_ms: StoredValue<Option<u64>>,
    /// Tries left after a network error.
    pub(super) retries: StoredValue<u8>,
    pub(super) report: StoredValue<Report>,
}

impl Player {
    /// Makes the player; call once, in the layout.
    pub fn provide() -> Self {
        let player = Self {
            queue: RwSignal::new(Vec::new()),
            at: RwSignal::new(0),
            playing: RwSignal::new(false),
            waiting: RwSignal::new(false),
            failed: RwSignal::new(false),
            position_ms: RwSignal::new(0),
            measured_ms: RwSignal::new(0),
            volume: RwSignal::new(1.0),
            muted: RwSignal::new(false),
            tracks: RwSignal::new(Vec::new()),
            speed: RwSignal::new(100),
            ab: RwSignal::new(Loop::default()),
            sleep: RwSignal::new(Sleep::default()),
            level: RwSignal::new(true),
            quality: RwSignal::new(Quality::default()),
            keys_open: RwSignal::new(false),
            sheet_open: RwSignal::new(false),
            element: NodeRef::new(),
            pending_ms: StoredValue::new(None),
            retries: StoredValue::new(element::RETRIES),
            report: StoredValue::new(Report::default()),
        };
        provide_context(player);
        player
    }

    /// The player of this page.
    pub fn get() -> Self {
        expect_context()
    }

    pub(super) fn element(self) -> NodeRef<html::Audio> {
        self.element
    }

    /// The mix that is loaded; tracked.
    pub fn current(self) -> Option<MixSummary> {
        let at = self.at.get();
        self.queue.with(|queue| queue.get(at).cloned())
    }

    /// Whether a mix is loaded.
    pub fn loaded(self) -> Signal<bool> {
        Signal::derive(move || {
            let at = self.at.get();
            self.queue.with(|queue| at < queue.len())
        })
    }

    pub(super) fn current_untracked(self) -> Option<MixSummary> {
        let at = self.at.get_untracked();
        self.queue.with_untracked(|queue| queue.get(at).cloned())
    }

    /// Whether this mix is loaded; tracked.
    pub fn has(self, slug: &str) -> bool {
        let at = self.at.get();
        self.queue.with(|queue| queue.get(at).is_some_and(|mix| mix.slug == slug))
    }

    /// Length of the current mix in ms: measured if known, else as published; tracked.
    pub fn duration_ms(self) -> u64 {
        match self.measured_ms.get() {
            0 => self.current().map_or(0, |mix| mix.duration_ms.value),
            measured => measured,
        }
    }

    /// How much was played, in percent; tracked.
    pub fn percent(self) -> f64 {
        match self.duration_ms() {
            0 => 0.0,
            duration => self.position_ms.get() as f64 * 100.0 / duration as f64,
        }
    }

    /// Plays `mix`, or pauses it if it plays. A mix that isn't in the queue goes right after the current one.
    pub fn toggle_mix(self, mix: MixSummary, from_ms: Option<u64>) {
        if self.current_untracked().is_some_and(|current| current.id == mix.id) {
            if let (Some(ms), false) = (from_ms, self.playing.get_untracked()) {
                self.seek(ms);
            }
            return self.toggle();
        }
        let index = self.queue.with_untracked(|queue| queue.iter().position(|queued| queued.id == mix.id));
        let index = index.unwrap_or_else(|| {
            let next = self.queue.with_untracked(|queue| if queue.is_empty() { 0 } else { self.at.get_untracked() + 1 });
            self.queue.update(|queue| queue.insert(next.min(queue.len()), mix));
            next
        });
        self.go_to(index, from_ms);
    }

    /// Plays `mix` from `ms` on, whatever plays now.
    pub fn play_from(self, mix: MixSummary, ms: u64) {
        if self.current_untracked().is_none_or(|current| current.id != mix.id) {
            return self.toggle_mix(mix, Some(ms));
        }
        self.seek(ms);
        if !self.playing.get_untracked() {
            element::play(self);
        }
    }

    /// Plays the mix at `index` of the queue, from `from_ms`.
    pub fn go_to(self, index: usize, from_ms: Option<u64>) {
        if index >= self.queue.with_untracked(Vec::len) {
            return;
        }
        self.report.update_value(|report| report.leave(self.position_ms.get_untracked()));
        self.at.set(index);
        self.ab.set(Loop::default());
        self.position_ms.set(from_ms.unwrap_or(0));
        self.measured_ms.set(0);
        self.pending_ms.set_value(from_ms);
        element::load(self);
        element::play(self);
    }

    /// Plays or pauses the current mix.
    pub fn toggle(self) {
        if self.playing.get_untracked() {
            element::pause(self);
        } else if self.current_untracked().is_some() {
            element::play(self);
        }
    }

    /// Goes to a moment of the current mix, in ms.
    pub fn seek(self, ms: u64) {
        let most = match self.measured_ms.get_untracked() {
            0 => self.current_untracked().map_or(0, |mix| mix.duration_ms.value),
            measured => measured,
        };
        let ms = ms.min(most);
        self.position_ms.set(ms);
        self.report.update_value(|report| report.jump(ms));
        element::seek(self, ms);
    }

    /// Goes `seconds` on, or back when negative.
    pub fn skip(self, seconds: i64) {
        self.seek(self.position_ms.get_untracked().saturating_add_signed(seconds * 1000));
    }

    /// Where the chapters of the current mix begin; tracked.
    pub fn chapter_starts(self) -> Vec<u64> {
        self.tracks.with(|tracks| tracks.iter().filter(|track| !track.together).filter_map(|track| track.at_ms).collect())
    }

    /// Where the chapter that sounds ends, if another follows; tracked.
    pub fn chapter_end(self) -> Option<u64> {
        chapters::after(&self.chapter_starts(), self.position_ms.get())
    }

    /// The next chapter, or the next mix of the queue after the last one.
    pub fn next(self) {
        match untrack(|| self.chapter_end()) {
            Some(ms) => self.seek(ms),
            None => self.next_mix(),
        }
    }

    /// The next mix of the queue, if there is one.
    pub fn next_mix(self) {
        self.go_to(self.at.get_untracked() + 1, None);
    }

    /// Back to the start of the chapter or the one before; to the mix before when this one has only begun.
    pub fn previous(self) {
        let (at, position_ms) = (self.at.get_untracked(), self.position_ms.get_untracked());
        match chapters::before(&untrack(|| self.chapter_starts()), position_ms) {
            Some(ms) => self.seek(ms),
            None if position_ms > chapters::INTO_CHAPTER_MS || at == 0 => self.seek(0),
            None => self.go_to(at - 1, None),
        }
    }

    /// Gives a mix another place in the queue; what plays goes on.
    pub fn move_mix(self, from: usize, to: usize) {
        let (at, count) = (self.at.get_untracked(), self.queue.with_untracked(Vec::len));
        if from == to || from >= count || to >= count {
            return;
        }
        self.queue.update(|queue| {
            let mix = queue.remove(from);
            queue.insert(to, mix);
        });
        self.at.set(moved_index(at, from, to));
    }

    /// Appends a mix to the queue. False when it stands there already.
    pub fn enqueue(self, mix: MixSummary) -> bool {
        if self.queue.with_untracked(|queue| queue.iter().any(|queued| queued.id == mix.id)) {
            return false;
        }
        let first = self.queue.with_untracked(Vec::is_empty);
        self.queue.update(|queue| queue.push(mix));
        if first {
            element::load(self);
        }
        true
    }

    /// Takes a mix out of the queue; the current one stays.
    pub fn remove(self, index: usize) {
        let at = self.at.get_untracked();
        if index == at || index >= self.queue.with_untracked(Vec::len) {
            return;
        }
        self.queue.update(|queue| {
            queue.remove(index);
        });
        if index < at {
            self.at.set(at - 1);
        }
    }

    /// The volume as sliders and stores have it, 0–100; tracked.
    pub fn volume_percent(self) -> u8 {
        (self.volume.get() * 100.0).round() as u8
    }

    pub fn set_volume(self, volume: f64) {
        self.volume.set(volume.clamp(0.0, 1.0));
        self.muted.set(false);
    }

    pub fn toggle_mute(self) {
        self.muted.update(|muted| *muted = !*muted);
    }
}

/// Where `at` stands after `from` went to `to`.
fn moved_index(at: usize, from: usize, to: usize) -> usize {
    match at {
        at if at == from => to,
        at if from < at && at <= to => at - 1,
        at if to <= at && at < from => at + 1,
        at => at,
    }
}

#[cfg(test)]
mod tests {
    use super::moved_index;

    #[test]
    fn what_plays_is_followed_through_every_move() {
        for (from, to) in (0..5).flat_map(|from| (0..5).map(move |to| (from, to))) {
            let mut queue: Vec<usize> = (0..5).collect();
            let mix = queue.remove(from);
            queue.insert(to, mix);
            for at in 0..5 {
                assert_eq!(queue[moved_index(at, from, to)], at, "{at} after {from} went to {to}");
            }
        }
    }
}
