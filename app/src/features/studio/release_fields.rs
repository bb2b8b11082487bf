//! What a mix is released with: series, episode, guests, credits, place, explicit words. Part of the edit form.

use crate::{form::FormState, i18n::use_i18n, t};
use contract::studio::{Release, StudioMixDetail};
use leptos::prelude::*;
use ui::{Checkbox, Field, TextArea};

#[component]
pub fn ReleaseFields(state: FormState, data: RwSignal<StudioMixDetail>) -> impl IntoView {
    let i18n = use_i18n();
    let value = move |field: &'static str, stored: fn(&Release) -> &str| {
        Signal::derive(move || state.value(field).or_else(|| Some(data.with(|detail| stored(&detail.form.release).to_owned()))))
    };
    let names = data.with_untracked(|detail| detail.series.clone());
    let error = |field| state.error(field);
    let wrong = ["series", "episode", "guests", "credits", "location"].map(error);
    // Open where there is something to see.
    let filled = data.with_untracked(|detail| detail.form.release != Release::default());
    let open = move || filled || wrong.iter().any(|error| error.with(Option::is_some));
    let explicit = Signal::derive(move || data.with(|detail| detail.form.release.explicit));
    view! {
        <details class="form__more" open=open>
            <summary>{t!(i18n, "studio-release")}</summary>
            <div class="form">
                <div class="form__row">
                    <Field name="release[series]" id="series" label=t!(i18n, "studio-series") hint=t!(i18n, "studio-series-hint") choices=names value=value("series", |release| &release.series) error=error("series") />
                    <Field name="release[episode]" id="episode" label=t!(i18n, "studio-episode") inputmode="numeric" value=value("episode", |release| &release.episode) error=error("episode") />
                </div>
                <Field name="release[guests]" id="guests" label=t!(i18n, "mixes-guests") hint=t!(i18n, "studio-guests-hint") value=value("guests", |release| &release.guests) error=error("guests") />
                <TextArea name="release[credits]" id="credits" label=t!(i18n, "studio-credits") hint=t!(i18n, "studio-credits-hint") rows=3 value=value("credits", |release| &release.credits) error=error("credits") />
                <Field name="release[location]" id="location" label=t!(i18n, "studio-location") value=value("location", |release| &release.location) error=error("location") />
                <Checkbox name="release[explicit]" id="explicit" label=t!(i18n, "studio-explicit") hint=t!(i18n, "studio-explicit-hint") checked=explicit />
            </div>
        </details>
    }
}
