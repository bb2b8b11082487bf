//! The full-width player of wide screens.

use super::{
    chapters::{self, Notches, ShareMoment},
    mini::Status,
    queue::QueueMenu,
    seek::{SeekRange, clock},
    state::Player,
    tuning::Tuning,
};
use crate::{features::mixes::cover_urls, i18n::use_i18n, t};
use leptos::prelude::*;
use ui::{Cover, Glyph, IconButton, PlayButton, Wave};

/// What plays, keys and wave, queue and volume.
#[component]
pub fn FullBar() -> impl IntoView {
    let player = Player::get();
    let i18n = use_i18n();
    let current = Memo::new(move |_| player.current());
    chapters::follow(player);
    view! {
        <div class="player" hidden=move || current.with(Option::is_none)>
            <div class="player__what">
                {move || current.get().map(|mix| view! {
                    <Cover urls=Some(cover_urls(&mix.cover)) alt="" seed=mix.slug.clone() sizes="56px" thumb=mix.cover.placeholder.clone() />
                    <div class="player__text">
                        <a href=format!("/mixes/{}", mix.slug)><b>{mix.title.clone()}</b></a>
                        <Status />
                    </div>
                })}
            </div>
            <div class="player__wave">
                <Keys />
                {move || current.get().map(|mix| view! {
                    <Wave id="player" peaks=mix.peaks.bars() bars=200 progress=Signal::derive(move || player.percent())>
                        <Notches />
                        <SeekRange />
                    </Wave>
                })}
                <span class="num faint">{move || clock(player.duration_ms())}</span>
            </div>
            <div class="player__more">
                <ShareMoment />
                <Tuning />
                <QueueMenu />
                <IconButton
                    glyph=Signal::derive(move || if player.muted.get() { Glyph::VolumeOff } else { Glyph::Volume })
                    label=t!(i18n, "player-mute")
                    pressed=player.muted
                    on_press=Callback::new(move |()| player.toggle_mute())
                />
                <input
                    type="range"
                    class="player__volume"
                    min="0"
                    max="100"
                    aria-label=t!(i18n, "player-volume")
                    prop:value=move || player.volume_percent().to_string()
                    on:input:target=move |range| player.set_volume(range.target().value_as_number() / 100.0)
                />
            </div>
        </div>
    }
}

/// Back 15, play, on 30.
#[component]
pub fn Keys(#[prop(optional)] large: bool) -> impl IntoView {
    let player = Player::get();
    let i18n = use_i18n();
    view! {
        <div class="player__keys">
            <IconButton glyph=Glyph::Previous label=t!(i18n, "player-previous") on_press=Callback::new(move |()| player.previous()) />
            <IconButton glyph=Glyph::Back15 label=t!(i18n, "player-back") on_press=Callback::new(move |()| player.skip(-15)) />
            <PlayButton
                playing=player.playing
                small=!large
                play_label=t!(i18n, "player-play")
                pause_label=t!(i18n, "player-pause")
                on_press=Callback::new(move |()| player.toggle())
            />
            <IconButton glyph=Glyph::Forward30 label=t!(i18n, "player-forward") on_press=Callback::new(move |()| player.skip(30)) />
            <IconButton glyph=Glyph::Next label=t!(i18n, "player-next") on_press=Callback::new(move |()| player.next()) />
        </div>
    }
}
