//! Words for those who listen to the page instead of looking at it.

use leptos::prelude::*;

/// Not seen, but read.
#[component]
pub fn VisuallyHidden(children: Children) -> impl IntoView {
    view! { <span class="visually-hidden">{children()}</span> }
}
