//! What is played in a mix: each track starts the sound there, can be shared as a moment, and shows when it sounds.

use crate::{
    features::player::{Player, clock},
    i18n::{I18n, argument, use_i18n},
    t,
};
use contract::{mixes::MixSummary, tracklists::Track};
use leptos::prelude::*;
use ui::{Glyph, IconButton, SectionHead};

/// Where chapters begin, in percent.
pub fn chapter_marks(tracks: &[Track], duration_ms: u64) -> Vec<f64> {
    let chapters = tracks.iter().filter(|track| !track.together).filter_map(|track| track.at_ms);
    chapters.map(|at_ms| at_ms as f64 * 100.0 / duration_ms.max(1) as f64).collect()
}

/// A track in one line.
pub fn named(track: &Track, i18n: I18n) -> String {
    let title = title(track, i18n);
    if track.artist.is_empty() { title } else { format!("{} – {title}", track.artist) }
}

fn title(track: &Track, i18n: I18n) -> String {
    if track.title.is_empty() { i18n.text("mixes-track-id", &[]) } else { track.title.clone() }
}

/// Shares an address of this site, by the system's sheet or the clipboard.
pub fn share(title: String, path: String, i18n: I18n) {
    leptos::task::spawn_local(async move {
        if crate::browser::share::address(&title, &path).await == crate::browser::share::Shared::Copied
            && let Some(toasts) = ui::Toasts::get()
        {
            toasts.show(i18n.text("mixes-copied", &[]));
        }
    });
}

#[component]
pub fn Tracklist(mix: MixSummary, tracks: Vec<Track>) -> impl IntoView {
    let i18n = use_i18n();
    let player = Player::get();
    let count = tracks.len() as u32;
    let sounding = Memo::new({
        let (slug, tracks) = (mix.slug.clone(), tracks.clone());
        move |_| player.has(&slug).then(|| Track::at(&tracks, player.position_ms.get())).flatten()
    });
    let mix = StoredValue::new(mix);
    let row = move |(index, track): (usize, Track)| {
        let current = move || (sounding.get() == Some(index)).then_some("true");
        let address = track.at_ms.map(|at_ms| mix.with_value(|mix| format!("/mixes/{}?t={}", mix.slug, at_ms / 1000)));
        let when = track.at_ms.zip(address.clone()).map(|(at_ms, address)| {
            let begin = move |press: web_sys::MouseEvent| {
                press.prevent_default();
                player.play_from(mix.get_value(), at_ms);
            };
            view! { <a class="num" href=address on:click=begin>{clock(at_ms)}</a> }
        });
        let share_it = address.map(|address| {
            let (shared, label) = (track.clone(), track.clone());
            let press = Callback::new(move |()| share(format!("{} · {}", named(&shared, i18n), mix.with_value(|mix| mix.title.clone())), address.clone(), i18n));
            view! {
                <IconButton glyph=Glyph::Share label=Signal::derive(move || i18n.text("mixes-share-moment", &[("title", argument(&named(&label, i18n)))])) on_press=press />
            }
        });
        let (artist, label, together) = (track.artist.clone(), track.label.clone(), track.together);
        view! {
            <li class="tracks__row" class:tracks__row--together=together aria-current=current>
                <span class="tracks__when faint">{when}</span>
                <span class="tracks__what">
                    <b>{move || title(&track, i18n)}</b>
                    {(!artist.is_empty()).then(|| view! { " " <span class="faint">{artist}</span> })}
                    {(!label.is_empty()).then(|| view! { " " <span class="tracks__label faint">"[" {label} "]"</span> })}
                </span>
                {share_it}
            </li>
        }
    };
    view! {
        <section class="section" aria-labelledby="tracklist">
            <SectionHead title=t!(i18n, "mixes-tracklist") id="tracklist">
                <span class="faint">{move || i18n.text("mixes-tracks", &[("count", argument(&count))])}</span>
            </SectionHead>
            <ol class="tracks">{tracks.into_iter().enumerate().map(row).collect_view()}</ol>
        </section>
    }
}
