//! The seekable wave: a range input over the drawn bars, so that hands, keys and screen readers can all use it.

use super::state::Player;
use crate::{features::mixes::named, i18n::use_i18n, t};
use contract::tracklists::Track;
use leptos::prelude::*;

/// `h:mm:ss` or `m:ss`, as clocks are read in every language the product speaks.
pub fn clock(ms: u64) -> String {
    let seconds = ms / 1000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// Lies over a wave of the current mix. Shows the time under the pointer.
#[component]
pub fn SeekRange() -> impl IntoView {
    let player = Player::get();
    let i18n = use_i18n();
    let hover = RwSignal::new(None::<(f64, u64)>);
    let point = move |at: web_sys::PointerEvent| {
        let Some(width) = event_target::<web_sys::Element>(&at).get_bounding_client_rect().width().into() else { return };
        let share = (f64::from(at.offset_x()) / f64::max(width, 1.0)).clamp(0.0, 1.0);
        hover.set(Some((share * 100.0, (share * player.duration_ms() as f64) as u64)));
    };
    view! {
        <input
            type="range"
            class="wave__seek"
            min="0"
            max=move || (player.duration_ms() / 1000).to_string()
            step="1"
            prop:value=move || (player.position_ms.get() / 1000).to_string()
            value="0"
            aria-label=t!(i18n, "player-seek")
            aria-valuetext=move || {
                i18n.text("player-position", &[
                    ("at", clock(player.position_ms.get()).into_text()),
                    ("of", clock(player.duration_ms()).into_text()),
                ])
            }
            on:input:target=move |range| {
                if let Ok(seconds) = range.target().value().parse::<u64>() {
                    player.seek(seconds * 1000);
                }
            }
            on:pointermove=point
            on:pointerleave=move |_| hover.set(None)
        />
        {move || hover.get().map(|(at, ms)| view! {
            <span class="wave__time num" style=format!("--at:{at:.2}") aria-hidden="true">
                {clock(ms)}
                {player.tracks.with(|tracks| Track::at(tracks, ms).map(|index| named(&tracks[index], i18n))).map(|name| view! { <b class="wave__chapter">{name}</b> })}
            </span>
        })}
    }
}

trait IntoText {
    fn into_text(self) -> contract::outcome::Argument;
}

impl IntoText for String {
    fn into_text(self) -> contract::outcome::Argument {
        contract::outcome::Argument::Text(self)
    }
}

#[cfg(test)]
mod tests {
    use super::clock;

    #[test]
    fn clocks_show_hours_only_when_there_are_some() {
        assert_eq!([clock(0), clock(65_999), clock(3_760_000)], ["0:00", "1:05", "1:02:40"]);
    }
}
