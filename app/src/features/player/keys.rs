//! The keyboard: space or K, J and L, arrows, M, `/` to search, `?` to see them all. Silent while somebody types.

use super::{state::Player, tuning::Loop};
use crate::{i18n::use_i18n, t};
use leptos::prelude::*;
use ui::Dialog;
use wasm_bindgen::JsCast;

/// Listens to the whole window.
pub(super) fn listen(player: Player) {
    Effect::new(move |_| {
        let handle = window_event_listener(leptos::ev::keydown, move |press| {
            if !is_for_us(&press) {
                return;
            }
            let known = act(player, &press.key());
            if known {
                press.prevent_default();
            }
        });
        on_cleanup(move || handle.remove());
    });
}

fn act(player: Player, key: &str) -> bool {
    let loaded = player.current_untracked().is_some();
    match key {
        " " | "k" | "K" if loaded => player.toggle(),
        "j" | "J" if loaded => player.skip(-15),
        "l" | "L" if loaded => player.skip(30),
        "ArrowLeft" if loaded => player.skip(-5),
        "ArrowRight" if loaded => player.skip(5),
        "m" | "M" if loaded => player.toggle_mute(),
        "n" | "N" if loaded => player.next(),
        "p" | "P" if loaded => player.previous(),
        "a" | "A" if loaded => player.ab.update(|ab| *ab = ab.begin(player.position_ms.get_untracked())),
        "b" | "B" if loaded => player.ab.update(|ab| *ab = ab.end(player.position_ms.get_untracked())),
        "x" | "X" if loaded => player.ab.set(Loop::default()),
        "/" => go_to_search(),
        "?" => player.keys_open.update(|open| *open = !*open),
        _ => return false,
    }
    true
}

fn is_for_us(press: &web_sys::KeyboardEvent) -> bool {
    if press.ctrl_key() || press.meta_key() || press.alt_key() || press.default_prevented() {
        return false;
    }
    let Some(target) = press.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()) else { return true };
    let tag = target.tag_name().to_ascii_lowercase();
    let typing = matches!(tag.as_str(), "textarea" | "select") || target.get_attribute("contenteditable").is_some();
    let input = tag == "input" && target.get_attribute("type").as_deref() != Some("range");
    let range = tag == "input" && !input && press.key().starts_with("Arrow");
    let pressable = matches!(tag.as_str(), "button" | "a" | "summary") && press.key() == " ";
    !(typing || input || range || pressable)
}

fn go_to_search() {
    let field =
        document().query_selector("input[type=search]").ok().flatten().and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok());
    match field {
        // Focus fails only on an element that is gone.
        Some(field) => drop(field.focus()),
        None => leptos_router::hooks::use_navigate()("/mixes", leptos_router::NavigateOptions::default()),
    }
}

/// The list of keys, opened by `?`.
#[component]
pub fn KeysHelp() -> impl IntoView {
    let player = Player::get();
    let i18n = use_i18n();
    let row = move |keys: &'static str, what: Signal<String>| view! { <tr><td>{what}</td><td><kbd>{keys}</kbd></td></tr> };
    view! {
        <Dialog id="keys" open=player.keys_open title=t!(i18n, "player-keys") close_label=t!(i18n, "common-close")>
            <table class="table">
                <tbody>
                    {row("Space, K", t!(i18n, "player-keys-toggle"))}
                    {row("J", t!(i18n, "player-back"))}
                    {row("L", t!(i18n, "player-forward"))}
                    {row("← →", t!(i18n, "player-keys-arrows"))}
                    {row("M", t!(i18n, "player-mute"))}
                    {row("N, P", t!(i18n, "player-keys-chapters"))}
                    {row("A, B", t!(i18n, "player-keys-loop"))}
                    {row("X", t!(i18n, "player-loop-clear"))}
                    {row("/", t!(i18n, "player-keys-search"))}
                    {row("?", t!(i18n, "player-keys-help"))}
                </tbody>
            </table>
        </Dialog>
    }
}
