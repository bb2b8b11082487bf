//! One of several, from the browser's own list.

use crate::field_frame::{FieldFrame, described_by, shown};
use crate::{Glyph, Icon};
use leptos::prelude::*;

/// One entry of a [`Select`].
#[derive(Clone, Debug)]
pub struct Choice {
    pub value: String,
    pub label: Signal<String>,
}

impl Choice {
    pub fn new(value: impl Into<String>, label: impl Into<Signal<String>>) -> Self {
        Self { value: value.into(), label: label.into() }
    }
}

/// A labelled select. `value` names the choice it starts with.
#[component]
pub fn Select(
    #[prop(into)] name: String,
    #[prop(into)] label: Signal<String>,
    choices: Vec<Choice>,
    #[prop(optional, into)] id: Option<String>,
    #[prop(optional, into)] value: Signal<Option<String>>,
    #[prop(optional, into)] hint: Signal<Option<String>>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    #[prop(optional, into)] optional_mark: Signal<Option<String>>,
    #[prop(optional)] autocomplete: Option<&'static str>,
    #[prop(optional)] required: bool,
    #[prop(optional, into)] on_change: Option<Callback<String>>,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| name.clone());
    let own = id.clone();
    let options = choices.into_iter().map(move |choice| {
        let this = choice.value.clone();
        let chosen = move || value.get().is_some_and(|value| value == this);
        view! { <option value=choice.value selected=chosen>{move || choice.label.get()}</option> }
    });
    view! {
        <FieldFrame id=id.clone() label=label optional_mark=optional_mark hint=hint error=error>
            <select
                class="field__input"
                id=id
                name=name
                autocomplete=autocomplete
                required=required
                aria-invalid=move || shown(error).map(|_| "true")
                aria-describedby=move || described_by(&own, hint, error)
                on:change:target=move |chosen| {
                    if let Some(on_change) = on_change {
                        on_change.run(chosen.target().value());
                    }
                }
            >
                {options.collect_view()}
            </select>
            <span class="field__chevron">
                <Icon glyph=Glyph::ChevronDown />
            </span>
        </FieldFrame>
    }
}
