//! The `<audio>` element: commands to it and its events. One element for the life of the page: iOS lets a second one start only
//! from a gesture, and stops a Web Audio graph in the background.

use super::{
    report,
    source::{self, Quality},
    state::Player,
    tuning::Sleep,
};
use contract::mixes::AudioSource;
use leptos::{html, prelude::*, task::spawn_local};
use std::time::Duration;

/// Tries after a network error before the player gives up.
pub(super) const RETRIES: u8 = 4;

fn element(player: Player) -> Option<web_sys::HtmlAudioElement> {
    player.element.get_untracked()
}

/// Keeps volume and system display in step with the signals.
pub(super) fn connect(player: Player) {
    let audio: NodeRef<html::Audio> = player.element;
    Effect::new(move |_| {
        let level = player.current().filter(|_| player.level.get()).map_or(100, |mix| mix.level_percent);
        let (volume, muted) = (player.volume.get() * f64::from(level) / 100.0, player.muted.get());
        if let Some(audio) = audio.get() {
            // iOS has the buttons of the device only, and refuses silently.
            audio.set_volume(volume);
            audio.set_muted(muted);
        }
    });
    Effect::new(move |_| {
        let speed = f64::from(player.speed.get()) / 100.0;
        if let Some(audio) = audio.get() {
            // The default is what the next file starts with. Browsers keep the pitch of both.
            audio.set_default_playback_rate(speed);
            audio.set_playback_rate(speed);
        }
    });
    Effect::new(move |before: Option<Quality>| {
        let quality = player.quality.get();
        if before.is_some_and(|before| before != quality) {
            change_form(player);
        }
        quality
    });
    #[cfg(not(feature = "ssr"))]
    Effect::new(move |_| answer_media_keys(player));
}

/// Points the element at the current mix.
pub(super) fn load(player: Player) {
    player.failed.set(false);
    player.retries.set_value(RETRIES);
    if let (Some(audio), Some(mix)) = (element(player), player.current_untracked()) {
        audio.set_src(&address(player, &audio, &mix.audio));
    }
}

/// The address of the form that suits listener, network and browser.
fn address(player: Player, audio: &web_sys::HtmlAudioElement, source: &AudioSource) -> String {
    let plays = |mime: &str| !audio.can_play_type(mime).is_empty();
    source::by_player(&source::pick(source, player.quality.get_untracked(), source::network_is_slow(), plays))
}

/// Goes on in another form of the same sound, where it is.
fn change_form(player: Player) {
    let (Some(audio), Some(mix)) = (element(player), player.current_untracked()) else { return };
    let Some(loaded) = audio.get_attribute("src") else { return };
    let wanted = address(player, &audio, &mix.audio);
    if wanted == loaded {
        return;
    }
    let goes_on = player.playing.get_untracked();
    player.pending_ms.set_value(Some(player.position_ms.get_untracked()));
    player.retries.set_value(RETRIES);
    audio.set_src(&wanted);
    if goes_on {
        play(player);
    }
}

/// Starts the sound. A refusal (no gesture yet, no network) leaves it paused.
pub(super) fn play(player: Player) {
    let Some(audio) = element(player) else { return };
    if audio.src().is_empty() {
        load(player);
    }
    player.failed.set(false);
    let Ok(promise) = audio.play() else { return };
    spawn_local(async move {
        if wasm_bindgen_futures::JsFuture::from(promise).await.is_err() && element(player).is_none_or(|audio| audio.paused()) {
            player.playing.set(false);
        }
    });
}

pub(super) fn pause(player: Player) {
    if let Some(audio) = element(player) {
        // A failing pause has nothing to stop.
        let _ = audio.pause();
    }
}

/// Goes to `ms`, now or as soon as the element knows its length.
pub(super) fn seek(player: Player, ms: u64) {
    match element(player) {
        Some(audio) if audio.ready_state() >= 1 => audio.set_current_time(ms as f64 / 1000.0),
        _ => player.pending_ms.set_value(Some(ms)),
    }
}

pub(super) fn started(player: Player) {
    player.playing.set(true);
    report::begin(player);
}

pub(super) fn sounding(player: Player) {
    player.waiting.set(false);
    player.failed.set(false);
    player.retries.set_value(RETRIES);
    show_now_playing(player);
}

pub(super) fn paused(player: Player) {
    player.playing.set(false);
    report::send(player);
    #[cfg(not(feature = "ssr"))]
    crate::browser::media_session::set_playing(false);
}

pub(super) fn moved(player: Player) {
    let Some(audio) = element(player) else { return };
    let at = (audio.current_time() * 1000.0).max(0.0) as u64;
    if player.pending_ms.get_value().is_none() {
        player.position_ms.set(at);
        report::moved(player, at, !audio.paused());
        go_round(player, at);
        fall_asleep(player, at);
    }
}

/// Back to A when B is reached. Time updates are a quarter of a second apart, so the last bit is waited for.
fn go_round(player: Player, at_ms: u64) {
    const SOON_MS: u64 = 300;
    let Some((from_ms, to_ms)) = player.ab.get_untracked().whole() else { return };
    let left_ms = to_ms.saturating_sub(at_ms) * 100 / u64::from(player.speed.get_untracked().max(1));
    if left_ms == 0 {
        player.seek(from_ms);
    } else if left_ms < SOON_MS && player.playing.get_untracked() {
        let again = move || {
            if player.ab.get_untracked().whole() == Some((from_ms, to_ms)) && player.position_ms.get_untracked() >= at_ms {
                player.seek(from_ms);
            }
        };
        set_timeout(again, Duration::from_millis(left_ms));
    }
}

fn fall_asleep(player: Player, at_ms: u64) {
    let due = match player.sleep.get_untracked() {
        Sleep::At { until, .. } => js_sys::Date::now() >= until,
        Sleep::Reaching(end_ms) => at_ms >= end_ms,
        Sleep::Never | Sleep::EndOfMix => false,
    };
    if due {
        player.sleep.set(Sleep::Never);
        pause(player);
    }
}

pub(super) fn ready(player: Player) {
    let Some(audio) = element(player) else { return };
    let duration = audio.duration();
    if duration.is_finite() && duration > 0.0 {
        player.measured_ms.set((duration * 1000.0) as u64);
    }
    if let Some(ms) = player.pending_ms.get_value() {
        player.pending_ms.set_value(None);
        audio.set_current_time(ms as f64 / 1000.0);
    }
}

pub(super) fn ended(player: Player) {
    report::send(player);
    player.playing.set(false);
    let sleeps = player.sleep.get_untracked() != Sleep::Never && !matches!(player.sleep.get_untracked(), Sleep::At { .. });
    if sleeps {
        player.sleep.set(Sleep::Never);
    }
    if !sleeps && player.at.get_untracked() + 1 < player.queue.with_untracked(Vec::len) {
        player.next_mix();
    } else {
        player.position_ms.set(0);
        seek(player, 0);
    }
}

/// A lost network is the usual cause: tries again where it stopped, waiting longer each time, then says so.
pub(super) fn failed(player: Player) {
    let left = player.retries.get_value();
    let Some(tries_left) = left.checked_sub(1) else {
        player.failed.set(true);
        player.waiting.set(false);
        player.playing.set(false);
        return;
    };
    player.retries.set_value(tries_left);
    player.waiting.set(true);
    let wait = Duration::from_millis(500 << (RETRIES - left).min(5));
    set_timeout(
        move || {
            let (Some(audio), true) = (element(player), player.current_untracked().is_some()) else { return };
            let wanted = player.playing.get_untracked();
            player.pending_ms.set_value(Some(player.position_ms.get_untracked()));
            audio.load();
            if wanted {
                play(player);
            }
        },
        wait,
    );
}

#[cfg(feature = "ssr")]
fn show_now_playing(_player: Player) {}

#[cfg(not(feature = "ssr"))]
fn show_now_playing(player: Player) {
    use crate::{browser::media_session, frame::use_frame};
    use contract::mixes::CoverImage;
    let Some(mix) = player.current_untracked() else { return };
    let album = use_context::<RwSignal<crate::frame::Frame>>().map(|_| use_frame().with_untracked(|frame| frame.brand.name.clone()));
    let artwork = CoverImage::SIZES.iter().map(|px| (*px, mix.cover.url(*px))).collect();
    media_session::show(&media_session::NowPlaying {
        title: &mix.title,
        artist: &mix.dj.name,
        album: album.as_deref().unwrap_or_default(),
        artwork,
    });
    media_session::set_playing(true);
    media_session::set_position(player.position_ms.get_untracked() as f64 / 1000.0, player.duration_ms() as f64 / 1000.0);
}

#[cfg(not(feature = "ssr"))]
fn answer_media_keys(player: Player) {
    use crate::browser::media_session::on_action;
    on_action("play", move |_| play(player));
    on_action("pause", move |_| pause(player));
    on_action("nexttrack", move |_| player.next());
    on_action("previoustrack", move |_| player.previous());
    on_action("seekbackward", move |by| player.skip(-(by.unwrap_or(15.0) as i64)));
    on_action("seekforward", move |by| player.skip(by.unwrap_or(30.0) as i64));
    on_action("seekto", move |to| {
        if let Some(seconds) = to {
            player.seek((seconds * 1000.0) as u64);
        }
    });
}
