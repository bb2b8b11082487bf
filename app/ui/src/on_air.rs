//! The one red light: a station is sending now. Used for nothing else.

use leptos::prelude::*;

/// The words are "On air" in the reader's language.
#[component]
pub fn OnAir(#[prop(into)] label: Signal<String>) -> impl IntoView {
    view! { <span class="onair">{move || label.get()}</span> }
}
