//! The hazard tape between the hero and the rest.

use leptos::prelude::*;

/// Decoration, from edge to edge of the page.
#[component]
pub fn Stripe() -> impl IntoView {
    view! { <div class="stripe" aria-hidden="true"></div> }
}
