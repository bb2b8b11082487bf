//! The round button that plays a mix here and now.

use crate::{features::player::Player, i18n::use_i18n, t};
use contract::mixes::MixSummary;
use leptos::prelude::*;
use ui::PlayButton;

/// Plays or pauses `mix`, from `from_ms` if it isn't loaded yet. A press before hydration is kept by the boot script (`data-early`).
#[component]
pub fn PlayMix(
    mix: MixSummary,
    #[prop(optional)] small: bool,
    #[prop(default = None, into)] from_ms: Option<u64>,
    #[prop(optional, into)] class: String,
) -> impl IntoView {
    let i18n = use_i18n();
    let player = Player::get();
    let title = mix.title.clone();
    let slug = mix.slug.clone();
    let playing = Memo::new(move |_| player.playing.get() && player.has(&slug));
    let mix = StoredValue::new(mix);
    view! {
        <span class="play-slot" data-early="">
            <PlayButton
                playing=playing
                small=small
                class=class
                play_label=t!(i18n, "mixes-play", title = title)
                pause_label=t!(i18n, "player-pause")
                on_press=Callback::new(move |()| player.toggle_mix(mix.get_value(), from_ms))
            />
        </span>
    }
}
