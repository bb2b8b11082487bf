//! To the page before and the page after, as links with addresses.

use crate::{LinkButton, Look};
use leptos::prelude::*;

/// An end without a page shows no link. `at` says where we are, as "Page 2 of 9".
#[component]
pub fn Pagination(
    #[prop(into)] label: Signal<String>,
    #[prop(optional, into)] prev_href: Signal<Option<String>>,
    #[prop(optional, into)] next_href: Signal<Option<String>>,
    #[prop(into)] prev_label: Signal<String>,
    #[prop(into)] next_label: Signal<String>,
    #[prop(optional, into)] at: Signal<Option<String>>,
) -> impl IntoView {
    let link = |href: String, rel: &'static str, words: Signal<String>| {
        view! { <LinkButton href=href look=Look::Ghost attr:rel=rel>{move || words.get()}</LinkButton> }
    };
    let prev = move || prev_href.get().map(|href| link(href, "prev", prev_label));
    let next = move || next_href.get().map(|href| link(href, "next", next_label));
    view! {
        <nav class="pagination" aria-label=move || label.get()>
            <span class="pagination__prev">{prev}</span>
            <span class="pagination__at num">{move || at.get()}</span>
            <span class="pagination__next">{next}</span>
        </nav>
    }
}
