//! The small line above a title.

use leptos::prelude::*;

/// A paragraph, so the order of headings stays whole.
#[component]
pub fn Eyebrow(children: Children) -> impl IntoView {
    view! { <p class="eyebrow">{children()}</p> }
}
