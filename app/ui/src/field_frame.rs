//! What every field shares: the label above, the hint and the error below, and the ids that tie them to the input.

use crate::{Glyph, Icon};
use leptos::prelude::*;

/// Trims an error to what can be shown: an empty message is none.
pub(crate) fn shown(error: Signal<Option<String>>) -> Option<String> {
    error.get().filter(|text| !text.is_empty())
}

/// The value of `aria-describedby` for an input: its error first, then its hint.
pub(crate) fn described_by(id: &str, hint: Signal<Option<String>>, error: Signal<Option<String>>) -> Option<String> {
    let error = shown(error).map(|_| format!("{id}-error"));
    let hint = shown(hint).map(|_| format!("{id}-hint"));
    match (error, hint) {
        (Some(error), Some(hint)) => Some(format!("{error} {hint}")),
        (error, hint) => error.or(hint),
    }
}

#[component]
pub(crate) fn FieldFrame(
    id: String,
    label: Signal<String>,
    /// The word for "optional", where the field is.
    optional_mark: Signal<Option<String>>,
    hint: Signal<Option<String>>,
    error: Signal<Option<String>>,
    children: Children,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>
                {move || label.get()}
                {move || optional_mark.get().map(|mark| view! { <span class="field__optional">{mark}</span> })}
            </label>
            <div class="field__box">{children()}</div>
            {move || shown(hint).map(|text| view! { <p class="field__hint" id=hint_id.clone()>{text}</p> })}
            <FieldProblem id=id error=error />
        </div>
    }
}

#[component]
pub(crate) fn FieldProblem(id: String, error: Signal<Option<String>>) -> impl IntoView {
    let id = format!("{id}-error");
    move || {
        shown(error).map(|text| {
            view! {
                <p class="field__error" id=id.clone()>
                    <Icon glyph=Glyph::Alert />
                    <span>{text}</span>
                </p>
            }
        })
    }
}
