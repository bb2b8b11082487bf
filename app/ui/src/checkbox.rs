//! Yes or no. Unticked it sends nothing, so the receiving end defaults to no.

use crate::field_frame::{FieldProblem, described_by, shown};
use leptos::prelude::*;

/// A checkbox whose whole line is the target.
#[component]
pub fn Checkbox(
    #[prop(into)] name: String,
    #[prop(into)] label: Signal<String>,
    #[prop(optional, into)] id: Option<String>,
    #[prop(optional, into)] checked: Signal<bool>,
    /// What is sent when it is ticked.
    #[prop(default = "true")]
    value: &'static str,
    #[prop(optional, into)] hint: Signal<Option<String>>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    #[prop(optional)] required: bool,
    #[prop(optional, into)] on_change: Option<Callback<bool>>,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| name.clone());
    let own = id.clone();
    let hint_id = format!("{id}-hint");
    view! {
        <label class="choice" for=id.clone()>
            <input
                class="choice__input"
                type="checkbox"
                id=id.clone()
                name=name
                value=value
                checked=move || checked.get()
                required=required
                aria-invalid=move || shown(error).map(|_| "true")
                aria-describedby=move || described_by(&own, hint, error)
                on:change:target=move |changed| {
                    if let Some(on_change) = on_change {
                        on_change.run(changed.target().checked());
                    }
                }
            />
            <span class="choice__text">
                <span>{move || label.get()}</span>
                {move || shown(hint).map(|text| view! { <span class="field__hint" id=hint_id.clone()>{text}</span> })}
            </span>
        </label>
        <FieldProblem id=id error=error />
    }
}
