//! The waves of the tracklist: the whole mix with a flag for each track, and the chosen one's surroundings drawn close.

use super::state::{Editing, Row, name};
use crate::{
    features::{
        player::{Player, clock},
        studio::server_fns,
    },
    i18n::{argument, use_i18n},
    moment,
};
use contract::{
    ids::MixId,
    mixes::{MixSummary, Peaks},
};
use leptos::{html, prelude::*, task::spawn_local};
use ui::Wave;

/// The close wave shows so much before and after the chosen start.
const AROUND_MS: u64 = 12_000;
/// A press of an arrow key.
const NUDGE_MS: u64 = 100;

/// The whole mix. A flag is dragged by hand; a press beside the flags plays from there.
#[component]
pub fn Marks(editing: Editing, mix: Option<MixSummary>, wave: Vec<u8>) -> impl IntoView {
    let i18n = use_i18n();
    let player = Player::get();
    let strip = NodeRef::<html::Div>::new();
    let moment_at = move |client_x: i32| {
        let share = strip.get_untracked().map_or(0.0, |strip| {
            let place = strip.get_bounding_client_rect();
            ((f64::from(client_x) - place.left()) / place.width().max(1.0)).clamp(0.0, 1.0)
        });
        (share * editing.duration_ms as f64) as u64
    };
    let mix = StoredValue::new(mix);
    let loaded = Memo::new(move |_| mix.with_value(|mix| mix.as_ref().is_some_and(|mix| player.has(&mix.slug))));
    let progress = Signal::derive(move || if loaded.get() { player.percent() } else { 0.0 });
    let play = move |press: web_sys::MouseEvent| {
        if let Some(mix) = mix.get_value() {
            player.play_from(mix, moment_at(press.client_x()));
        }
    };
    let flag = move |row: Row| {
        let at = move || row.track.with(|track| track.at_ms);
        let dragged = StoredValue::new(false);
        let percent = move |ms: u64| ms as f64 * 100.0 / editing.duration_ms.max(1) as f64;
        view! {
            <i
                class="mark"
                class:mark--chosen=move || editing.chosen.get() == Some(row.key)
                hidden=move || at().is_none()
                style=move || at().map(|ms| format!("--at:{:.3}", percent(ms)))
                title=move || row.track.with(|track| name(track, &i18n.text("studio-track-unknown", &[])))
                on:pointerdown=move |press| {
                    press.prevent_default();
                    editing.chosen.set(Some(row.key));
                    dragged.set_value(false);
                    // Fails only for a pointer that is gone.
                    let _ = event_target::<web_sys::Element>(&press).set_pointer_capture(press.pointer_id());
                }
                on:pointermove=move |press| {
                    if event_target::<web_sys::Element>(&press).has_pointer_capture(press.pointer_id()) {
                        dragged.set_value(true);
                        editing.set_time(row, Some(editing.settle(moment_at(press.client_x()))));
                    }
                }
                on:pointerup=move |_| if dragged.get_value() { editing.sort() }
                on:click=move |press| press.stop_propagation()
            ></i>
        }
    };
    view! {
        <div class="marks" node_ref=strip on:click=play>
            <Wave id="tracklist" peaks=wave bars=280 progress=progress />
            <div class="marks__flags" aria-hidden="true">
                <For each=move || editing.rows.get() key=|row| row.key let:row>{flag(row)}</For>
            </div>
        </div>
        <div class="between num faint"><span>"0:00"</span><span>{clock(editing.duration_ms)}</span></div>
    }
}

/// The surroundings of the chosen start, with the beats: dragged finely, or moved by the arrow keys.
#[component]
pub fn Close(editing: Editing, mix: MixId) -> impl IntoView {
    let i18n = use_i18n();
    // Where the window lies: it follows the choice, and a move once the hand lets go.
    let centre = RwSignal::new(None::<u64>);
    let place = move || {
        let at_ms = editing.chosen_row().and_then(|row| row.track.with_untracked(|track| track.at_ms));
        centre.set(at_ms);
    };
    Effect::new(move |_| {
        editing.chosen.track();
        place();
    });
    let window = Memo::new(move |_| {
        // A pasted time may lie after the end.
        let from = centre.get()?.min(editing.duration_ms).saturating_sub(AROUND_MS);
        Some((from, (from + 2 * AROUND_MS).min(editing.duration_ms)))
    });
    let bars = RwSignal::new(Vec::<u8>::new());
    Effect::new(move |_| {
        let Some((from_ms, to_ms)) = window.get() else { return };
        spawn_local(async move {
            // Without the picture the moment can still be moved.
            if let Ok(Peaks(peaks)) = server_fns::close_wave(mix, from_ms, to_ms).await
                && window.try_get_untracked().flatten() == Some((from_ms, to_ms))
            {
                bars.set(Peaks(peaks).bars());
            }
        });
    });
    let view = move |row: Row, (from_ms, to_ms): (u64, u64)| {
        let at_ms = move || row.track.with(|track| track.at_ms.unwrap_or(from_ms));
        let percent = move |ms: u64| (ms.saturating_sub(from_ms)) as f64 * 100.0 / to_ms.saturating_sub(from_ms).max(1) as f64;
        let shown = move || row.track.with(|track| name(track, &i18n.text("studio-track-unknown", &[])));
        let key = move |press: web_sys::KeyboardEvent| {
            let at_ms = at_ms();
            let to = match (press.key().as_str(), press.shift_key()) {
                ("ArrowLeft" | "ArrowDown", false) => at_ms.saturating_sub(NUDGE_MS),
                ("ArrowRight" | "ArrowUp", false) => (at_ms + NUDGE_MS).min(editing.duration_ms.saturating_sub(1)),
                ("ArrowLeft" | "ArrowDown", true) => editing.next_beat(at_ms, false),
                ("ArrowRight" | "ArrowUp", true) => editing.next_beat(at_ms, true),
                _ => return,
            };
            press.prevent_default();
            press.stop_propagation();
            editing.set_time(row, Some(to));
            if !(from_ms..to_ms).contains(&to) {
                centre.set(Some(to));
            }
        };
        let beats = editing.beats_between(from_ms, to_ms);
        view! {
            <div class="close">
                <div class="between">
                    <b class="close__name">{shown}</b>
                    <span class="num">{move || moment::exact(at_ms())}</span>
                </div>
                <div class="close__wave">
                    {move || view! { <Wave id="close" peaks=bars.get() bars=240 /> }}
                    {beats.into_iter().map(|ms| view! { <i class="close__beat" style=format!("--at:{:.3}", percent(ms))></i> }).collect_view()}
                    <i class="close__at" style=move || format!("--at:{:.3}", percent(at_ms()))></i>
                    <input
                        class="wave__seek"
                        type="range"
                        min=from_ms.to_string()
                        max=to_ms.to_string()
                        step="10"
                        aria-label=move || i18n.text("studio-track-move", &[("title", argument(&shown()))])
                        aria-valuetext=move || moment::exact(at_ms())
                        prop:value=move || at_ms().to_string()
                        on:input:target=move |range| {
                            let to = range.target().value_as_number();
                            editing.set_time(row, Some(editing.settle(to.max(0.0) as u64)));
                        }
                        on:change=move |_| {
                            editing.sort();
                            place();
                        }
                        on:keydown=key
                        on:blur=move |_| editing.sort()
                    />
                </div>
                <p class="faint close__hint">{move || i18n.text(if editing.has_beats() { "studio-track-keys-beats" } else { "studio-track-keys" }, &[])}</p>
            </div>
        }
    };
    move || editing.chosen_row().zip(window.get()).map(|(row, window)| view(row, window))
}
