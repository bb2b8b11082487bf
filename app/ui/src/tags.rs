//! Short facts in one line: genre, tempo, length.

use leptos::prelude::*;

/// Facts separated by dots that are not read aloud; figures keep their columns.
#[component]
pub fn Tags(#[prop(into)] tags: Signal<Vec<String>>) -> impl IntoView {
    let one = |tag| view! { <span class="tag num">{tag}</span> };
    view! { <p class="tags">{move || tags.get().into_iter().map(one).collect_view()}</p> }
}
