//! The player: one `<audio>` element that never unmounts, its queue, and what is shown of it.
//! Knows nothing about pages: they hand it mixes.

mod bar;
mod chapters;
mod element;
mod keys;
mod late;
mod memory;
mod mini;
mod quality;
mod queue;
mod report;
mod seek;
mod sheet;
mod source;
mod state;
mod tuning;

use crate::{features::mixes::Moments, i18n::use_i18n, routes::lazy::Page, t};
pub use bar::FullBar;
pub use keys::KeysHelp;
use leptos::{html, prelude::*};
pub use seek::{SeekRange, clock};
pub use sheet::PlayerSheet;
pub use source::{Quality, forms};
pub use state::Player;

/// The element and everything drawn of it. Mounted once, in the layout.
#[component]
pub fn PlayerBar() -> impl IntoView {
    let player = Player::get();
    let i18n = use_i18n();
    let audio: NodeRef<html::Audio> = player.element();
    element::connect(player);
    keys::listen(player);
    memory::connect(player);
    view! {
        <audio
            node_ref=audio
            preload="metadata"
            on:play=move |_| element::started(player)
            on:playing=move |_| element::sounding(player)
            on:pause=move |_| element::paused(player)
            on:waiting=move |_| player.waiting.set(true)
            on:canplay=move |_| player.waiting.set(false)
            on:timeupdate=move |_| element::moved(player)
            on:loadedmetadata=move |_| element::ready(player)
            on:durationchange=move |_| element::ready(player)
            on:ended=move |_| element::ended(player)
            on:error=move |_| element::failed(player)
        ></audio>
        <section class="now-playing" aria-label=t!(i18n, "player-region")>
            <mini::MiniPlayer />
            <late::Late part=Page::PlayerBar wanted=player.loaded() />
        </section>
        <late::Late part=Page::PlayerSheet wanted=player.loaded() />
        <late::Late part=Page::PlayerKeys wanted=player.keys_open />
        <late::Late part=Page::MomentCard wanted=Moments::get().wanted() />
    }
}
