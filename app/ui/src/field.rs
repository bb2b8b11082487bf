//! One line of input. Uncontrolled: the browser keeps what is typed, so nothing is lost when hydration comes late.

use crate::field_frame::{FieldFrame, described_by, shown};
use leptos::prelude::*;

/// A labelled input. `value` is what it starts with (or what a refused form gives back); `id` is the name unless two forms
/// of a page share it.
#[component]
pub fn Field(
    #[prop(into)] name: String,
    #[prop(into)] label: Signal<String>,
    /// The `type` of the input: `text`, `email`, `search`, `number`, `date`, `url` …
    #[prop(default = "text")]
    kind: &'static str,
    #[prop(optional, into)] id: Option<String>,
    #[prop(optional, into)] value: Signal<Option<String>>,
    #[prop(optional, into)] hint: Signal<Option<String>>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    /// The word for "optional", shown beside the label.
    #[prop(optional, into)]
    optional_mark: Signal<Option<String>>,
    #[prop(optional, into)] placeholder: Signal<Option<String>>,
    #[prop(optional)] autocomplete: Option<&'static str>,
    #[prop(optional)] inputmode: Option<&'static str>,
    #[prop(optional)] maxlength: Option<u32>,
    #[prop(optional)] required: bool,
    #[prop(optional)] readonly: bool,
    #[prop(optional)] autofocus: bool,
    #[prop(optional, into)] on_input: Option<Callback<String>>,
    /// Known answers; others may be typed.
    #[prop(optional)]
    choices: Vec<String>,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| name.clone());
    let own = id.clone();
    let list = (!choices.is_empty()).then(|| format!("{id}-choices"));
    let known = list.clone().map(|list| {
        let choices = choices.into_iter().map(|choice| view! { <option value=choice></option> });
        view! { <datalist id=list>{choices.collect_view()}</datalist> }
    });
    view! {
        <FieldFrame id=id.clone() label=label optional_mark=optional_mark hint=hint error=error>
            <input
                class="field__input"
                id=id
                name=name
                type=kind
                value=move || value.get()
                placeholder=move || placeholder.get()
                autocomplete=autocomplete
                inputmode=inputmode
                maxlength=maxlength.map(|most| most.to_string())
                required=required
                readonly=readonly
                autofocus=autofocus
                list=list
                aria-invalid=move || shown(error).map(|_| "true")
                aria-describedby=move || described_by(&own, hint, error)
                on:input:target=move |typed| {
                    if let Some(on_input) = on_input {
                        on_input.run(typed.target().value());
                    }
                }
            />
            {known}
        </FieldFrame>
    }
}
