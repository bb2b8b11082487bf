//! The strip above the tabs on a phone.

use super::state::Player;
use crate::{
    features::mixes::{cover_urls, named},
    i18n::use_i18n,
    t,
};
use contract::tracklists::Track;
use leptos::prelude::*;
use ui::{Cover, PlayButton};

/// Cover, title and play; a press on the words opens the sheet.
#[component]
pub fn MiniPlayer() -> impl IntoView {
    let player = Player::get();
    let i18n = use_i18n();
    let current = Memo::new(move |_| player.current());
    view! {
        <div class="mini" hidden=move || current.with(Option::is_none) style=move || format!("--progress:{:.2}", player.percent())>
            <i class="mini__line"></i>
            {move || current.get().map(|mix| view! {
                <Cover urls=Some(cover_urls(&mix.cover)) alt="" seed=mix.slug.clone() sizes="44px" thumb=mix.cover.placeholder.clone() />
                <div class="mini__text">
                    <a
                        href=format!("/mixes/{}", mix.slug)
                        on:click=move |press| {
                            press.prevent_default();
                            player.sheet_open.set(true);
                        }
                    >
                        <b>{mix.title.clone()}</b>
                    </a>
                    <Status />
                </div>
            })}
            <PlayButton
                playing=player.playing
                small=true
                play_label=t!(i18n, "player-play")
                pause_label=t!(i18n, "player-pause")
                on_press=Callback::new(move |()| player.toggle())
            />
        </div>
    }
}

/// Time and DJ, or what is wrong.
#[component]
pub fn Status() -> impl IntoView {
    let player = Player::get();
    let i18n = use_i18n();
    view! {
        <span class="faint num">
            {move || {
                if player.failed.get() {
                    i18n.text("player-failed", &[])
                } else if player.waiting.get() && player.playing.get() {
                    i18n.text("player-waiting", &[])
                } else {
                    // The track that sounds, where that is known.
                    let track = player.tracks.with(|tracks| Track::at(tracks, player.position_ms.get()).map(|index| named(&tracks[index], i18n)));
                    let what = track.or_else(|| player.current().map(|mix| mix.dj.name)).unwrap_or_default();
                    format!("{} · {what}", super::seek::clock(player.position_ms.get()))
                }
            }}
        </span>
    }
}
