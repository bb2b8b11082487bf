//! Several lines of input. Uncontrolled, like `Field`.

use crate::field_frame::{FieldFrame, described_by, shown};
use leptos::prelude::*;

/// A labelled textarea that grows with its text where the browser can.
#[component]
pub fn TextArea(
    #[prop(into)] name: String,
    #[prop(into)] label: Signal<String>,
    #[prop(optional, into)] id: Option<String>,
    #[prop(optional, into)] value: Signal<Option<String>>,
    #[prop(optional, into)] hint: Signal<Option<String>>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    #[prop(optional, into)] optional_mark: Signal<Option<String>>,
    #[prop(optional, into)] placeholder: Signal<Option<String>>,
    #[prop(default = 4)] rows: u32,
    #[prop(optional)] maxlength: Option<u32>,
    #[prop(optional)] required: bool,
    #[prop(optional, into)] on_input: Option<Callback<String>>,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| name.clone());
    let own = id.clone();
    view! {
        <FieldFrame id=id.clone() label=label optional_mark=optional_mark hint=hint error=error>
            <textarea
                class="field__input"
                id=id
                name=name
                rows=rows.to_string()
                maxlength=maxlength.map(|most| most.to_string())
                placeholder=move || placeholder.get()
                required=required
                aria-invalid=move || shown(error).map(|_| "true")
                aria-describedby=move || described_by(&own, hint, error)
                // A text child would be hydrated with marker comments, which a textarea shows as text.
                inner_html=move || escape(&value.get().unwrap_or_default())
                on:input:target=move |typed| {
                    if let Some(on_input) = on_input {
                        on_input.run(typed.target().value());
                    }
                }
            ></textarea>
        </FieldFrame>
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn text_cannot_leave_its_textarea() {
        assert_eq!(escape("</textarea><b>&"), "&lt;/textarea>&lt;b>&amp;");
    }
}
