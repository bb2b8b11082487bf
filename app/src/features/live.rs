//! What the pages about the station have in common: the head with the ways between them.

use crate::{i18n::use_i18n, t};
use leptos::prelude::*;
use ui::{Tab, Tabs};

/// Title and the parts of Live. `at` is the address of the part that is shown.
#[component]
pub fn LiveHead(at: &'static str) -> impl IntoView {
    let i18n = use_i18n();
    let tab = move |href: &'static str, label: Signal<String>| Tab::new(href, label, Signal::stored(at == href));
    let tabs = vec![
        tab("/live", t!(i18n, "chat-room")),
        tab("/live/requests", t!(i18n, "requests-title")),
        tab("/live/shout-outs", t!(i18n, "shoutouts-title")),
    ];
    view! {
        <header class="head live__head">
            <h1>{t!(i18n, "chat-live")}</h1>
            <Tabs label=t!(i18n, "chat-live") tabs=tabs />
        </header>
    }
}
