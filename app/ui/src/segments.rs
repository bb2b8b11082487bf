//! One of two to four, side by side: radios that look like one control.

use crate::{Glyph, Icon};
use leptos::prelude::*;

/// One part of [`Segments`].
#[derive(Clone, Debug)]
pub struct Segment {
    pub value: String,
    pub label: Signal<String>,
    pub glyph: Option<Glyph>,
}

impl Segment {
    pub fn new(value: impl Into<String>, label: impl Into<Signal<String>>, glyph: Option<Glyph>) -> Self {
        Self { value: value.into(), label: label.into(), glyph }
    }
}

/// A radio group in one line. The legend is the name of the group for assistive technology and stands above it.
#[component]
pub fn Segments(
    #[prop(into)] name: String,
    #[prop(into)] legend: Signal<String>,
    segments: Vec<Segment>,
    #[prop(into)] value: Signal<String>,
    #[prop(optional, into)] on_change: Option<Callback<String>>,
) -> impl IntoView {
    let parts = segments.into_iter().map(move |segment| {
        let this = segment.value.clone();
        view! {
            <label class="segments__one">
                <input
                    type="radio"
                    name=name.clone()
                    value=segment.value
                    checked=move || value.with(|value| *value == this)
                    on:change:target=move |chosen| {
                        if let Some(on_change) = on_change {
                            on_change.run(chosen.target().value());
                        }
                    }
                />
                {segment.glyph.map(|glyph| view! { <Icon glyph=glyph /> })}
                <span>{move || segment.label.get()}</span>
            </label>
        }
    });
    view! {
        <fieldset class="field">
            <legend class="field__label">{move || legend.get()}</legend>
            <div class="segments">{parts.collect_view()}</div>
        </fieldset>
    }
}
