//! The summary above a refused form: every problem, each a link to its field.

use leptos::{html, prelude::*};

/// One problem. An empty `field` belongs to the form as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The id of the input.
    pub field: String,
    pub message: String,
}

impl FieldError {
    pub fn new(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self { field: field.into(), message: message.into() }
    }
}

/// Nothing while all is well; otherwise an alert that takes the focus, also without scripts.
#[component]
pub fn FormErrors(#[prop(into)] title: Signal<String>, #[prop(into)] errors: Signal<Vec<FieldError>>) -> impl IntoView {
    let summary = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(summary) = summary.get()
            && errors.with(|errors| !errors.is_empty())
        {
            // Focus may fail only on an element that is gone, and then there is nothing to announce.
            let _ = summary.focus();
        }
    });
    let item = |error: FieldError| match error.field.as_str() {
        "" => view! { <li>{error.message}</li> }.into_any(),
        // External, so that the browser follows it: it moves the focus, a router would not.
        field => view! { <li><a href=format!("#{field}") rel="external">{error.message}</a></li> }.into_any(),
    };
    move || {
        let errors = errors.get();
        (!errors.is_empty()).then(|| {
            view! {
                <div class="form-errors" role="alert" tabindex="-1" autofocus node_ref=summary>
                    <p class="form-errors__title">{move || title.get()}</p>
                    <ul class="form-errors__list">{errors.into_iter().map(item).collect_view()}</ul>
                </div>
            }
        })
    }
}
