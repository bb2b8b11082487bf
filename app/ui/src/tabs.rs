//! The parts of one page, each with an address of its own. Navigation, not the ARIA tab pattern.

use leptos::prelude::*;

/// One part.
#[derive(Clone, Debug)]
pub struct Tab {
    pub href: String,
    pub label: Signal<String>,
    pub current: Signal<bool>,
}

impl Tab {
    pub fn new(href: impl Into<String>, label: impl Into<Signal<String>>, current: impl Into<Signal<bool>>) -> Self {
        Self { href: href.into(), label: label.into(), current: current.into() }
    }
}

/// A row of links that scrolls sideways on phones.
#[component]
pub fn Tabs(#[prop(into)] label: Signal<String>, tabs: Vec<Tab>) -> impl IntoView {
    let links = tabs.into_iter().map(|tab| {
        view! {
            <a class="tabs__link" href=tab.href aria-current=move || tab.current.get().then_some("page")>
                {move || tab.label.get()}
            </a>
        }
    });
    view! { <nav class="tabs" aria-label=move || label.get()>{links.collect_view()}</nav> }
}
