//! The title of a page, in the window and in search results.

use leptos::prelude::*;
use leptos_meta::Title;

/// Sets the title; the layout puts the brand behind it.
#[component]
pub fn PageTitle(#[prop(into)] text: Signal<String>) -> impl IntoView {
    // The server writes the head after the page, on any thread, where the signals of this page can't be reached.
    #[cfg(feature = "ssr")]
    let text = text.get_untracked();
    #[cfg(not(feature = "ssr"))]
    let text = move || text.get();
    view! { <Title text=text /> }
}
