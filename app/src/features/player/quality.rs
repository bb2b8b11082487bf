//! The choice between the best sound and the smallest, in the listening options.

use super::{source::Quality, state::Player};
use crate::{i18n::use_i18n, t};
use leptos::prelude::*;
use ui::{Choice, Select};

const ALL: [(Quality, &str, &str); 3] = [
    (Quality::Automatic, "automatic", "player-quality-automatic"),
    (Quality::Best, "best", "player-quality-best"),
    (Quality::Small, "small", "player-quality-small"),
];

#[component]
pub fn QualityChoice(id: &'static str) -> impl IntoView {
    let player = Player::get();
    let i18n = use_i18n();
    let choices = ALL.map(|(_, value, text)| Choice::new(value, Signal::derive(move || i18n.text(text, &[]))));
    let value = move || {
        let chosen = player.quality.get();
        ALL.iter().find(|(quality, ..)| *quality == chosen).map(|(_, value, _)| (*value).to_owned())
    };
    let choose = move |chosen: String| {
        if let Some((quality, ..)) = ALL.iter().find(|(_, value, _)| *value == chosen) {
            player.quality.set(*quality);
        }
    };
    view! {
        <Select
            name="quality"
            id=format!("{id}-quality")
            label=t!(i18n, "player-quality")
            hint=t!(i18n, "player-quality-hint")
            choices=choices.to_vec()
            value=Signal::derive(value)
            on_change=Callback::new(choose)
        />
    }
}
