//! The round accent button that starts and stops sound. Knows nothing about audio.

use crate::{Glyph, Icon};
use leptos::prelude::*;

/// Play or pause; the label says what a press will do.
#[component]
pub fn PlayButton(
    #[prop(into)] playing: Signal<bool>,
    #[prop(into)] play_label: Signal<String>,
    #[prop(into)] pause_label: Signal<String>,
    #[prop(optional)] small: bool,
    /// More classes, as `mix-card__play`.
    #[prop(optional, into)]
    class: String,
    #[prop(optional, into)] on_press: Option<Callback<()>>,
) -> impl IntoView {
    let size = if small { "play play--small" } else { "play" };
    let class = format!("{size} {class}");
    view! {
        <button
            type="button"
            class=class.trim_end().to_owned()
            aria-label=move || if playing.get() { pause_label.get() } else { play_label.get() }
            data-playing=move || playing.get().then_some("true")
            on:click=move |_| {
                if let Some(on_press) = on_press {
                    on_press.run(());
                }
            }
        >
            <Icon glyph=Signal::derive(move || if playing.get() { Glyph::Pause } else { Glyph::Play }) />
        </button>
    }
}
