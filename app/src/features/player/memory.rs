//! The player across reloads and devices: queue and position in this browser, the last mix of a signed-in listener from the server.

use super::{source::Quality, state::Player};
use crate::{browser::storage, shell::Hydrated};
use contract::mixes::MixSummary;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

const QUEUE: &str = "player-queue";
const PLACE: &str = "player-place";
const SOUND: &str = "player-sound";
/// At most so many mixes are remembered.
const QUEUE_LIMIT: usize = 100;

#[derive(Serialize, Deserialize)]
struct Place {
    at: usize,
    position_ms: u64,
    /// `Date.now()` when it was written.
    saved_ms: i64,
}

/// Whole numbers, here and above: what writes fractions as JSON is 10 kB of tables.
#[derive(Serialize, Deserialize)]
struct Sound {
    percent: u8,
    muted: bool,
    #[serde(default = "yes")]
    level: bool,
    #[serde(default)]
    quality: Quality,
}

fn yes() -> bool {
    true
}

/// Brings back what was played, and keeps remembering it.
pub(super) fn connect(player: Player) {
    let restored = StoredValue::new(false);
    let Hydrated(hydrated) = expect_context();
    Effect::new(move |_| {
        if !hydrated.get() {
            return;
        }
        restore(player);
        restored.set_value(true);
        #[cfg(not(feature = "ssr"))]
        on_page_hide(player);
    });
    Effect::new(move |_| {
        let queue: Vec<MixSummary> = player.queue.with(|queue| queue.iter().take(QUEUE_LIMIT).cloned().collect());
        if restored.get_value() {
            storage::write(QUEUE, &queue);
        }
    });
    Effect::new(move |_| {
        // Every full second is enough for a reload, and little enough for a phone's storage.
        let (at, second) = (player.at.get(), player.position_ms.get() / 1000);
        if restored.get_value() && player.queue.with_untracked(|queue| !queue.is_empty()) {
            remember_place(player, at, second * 1000);
        }
    });
    Effect::new(move |_| {
        let (percent, muted) = (player.volume_percent(), player.muted.get());
        let sound = Sound { percent, muted, level: player.level.get(), quality: player.quality.get() };
        if restored.get_value() {
            storage::write(SOUND, &sound);
        }
    });
}

fn remember_place(_player: Player, at: usize, position_ms: u64) {
    storage::write(PLACE, &Place { at, position_ms, saved_ms: js_sys::Date::now() as i64 });
}

fn restore(player: Player) {
    if let Some(sound) = storage::read::<Sound>(SOUND) {
        player.volume.set(f64::from(sound.percent.min(100)) / 100.0);
        player.muted.set(sound.muted);
        player.level.set(sound.level);
        player.quality.set(sound.quality);
    }
    let queue = storage::read::<Vec<MixSummary>>(QUEUE).unwrap_or_default();
    let place = storage::read::<Place>(PLACE);
    let saved_ms = place.as_ref().filter(|_| !queue.is_empty()).map_or(0, |place| place.saved_ms);
    if let (Some(place), false) = (place, queue.is_empty()) {
        let at = place.at.min(queue.len() - 1);
        player.queue.set(queue);
        player.at.set(at);
        player.position_ms.set(place.position_ms);
        player.pending_ms.set_value(Some(place.position_ms));
    }
    from_other_device(player, saved_ms);
}

/// A signed-in listener goes on where they stopped elsewhere, if that was later than here.
fn from_other_device(player: Player, saved_ms: i64) {
    use crate::{features::listening::server_fns, frame::use_viewer};
    if use_viewer().get_untracked().is_none() {
        return;
    }
    leptos::task::spawn_local(async move {
        let Ok(Some(last)) = server_fns::last_heard().await else { return };
        // Reports reach the server up to 10 s after they were true here.
        let newer = last.heard.at.0 > saved_ms + 15_000;
        if !newer || player.playing.get_untracked() {
            return;
        }
        let index = player.queue.with_untracked(|queue| queue.iter().position(|mix| mix.id == last.mix.id));
        let index = index.unwrap_or_else(|| {
            player.queue.update(|queue| queue.insert(0, last.mix));
            0
        });
        player.at.set(index);
        player.position_ms.set(last.position_ms);
        player.pending_ms.set_value(Some(last.position_ms));
    });
}

/// Phones end pages without a word: this event is the last sure one.
#[cfg(not(feature = "ssr"))]
fn on_page_hide(player: Player) {
    let handle = window_event_listener_untyped("pagehide", move |_| {
        remember_place(player, player.at.get_untracked(), player.position_ms.get_untracked());
        super::report::send_beacon(player);
    });
    on_cleanup(move || handle.remove());
}
