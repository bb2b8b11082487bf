//! Something went wrong on our side, and the way to try again.

use crate::{Glyph, Icon, LinkButton, Look};
use leptos::prelude::*;

/// `retry_href` is the address of the same page, so trying again works without scripts; with `on_retry` it is a button.
#[component]
pub fn ErrorState(
    #[prop(into)] title: Signal<String>,
    #[prop(into)] text: Signal<String>,
    #[prop(into)] retry_label: Signal<String>,
    #[prop(optional, into)] retry_href: Signal<Option<String>>,
    #[prop(optional, into)] on_retry: Option<Callback<()>>,
) -> impl IntoView {
    let words = move || retry_label.get();
    let retry = match on_retry {
        // Not `Button`: every page can fail, and few can be busy or refuse with a reason.
        Some(on_retry) => {
            let press = move |_| on_retry.run(());
            view! { <button type="button" class=Look::Ghost.class(false, false) on:click=press>{words}</button> }.into_any()
        }
        None => {
            let href = Signal::derive(move || retry_href.get().unwrap_or_default());
            view! { <LinkButton href=href look=Look::Ghost>{words}</LinkButton> }.into_any()
        }
    };
    view! {
        <div class="empty" role="alert">
            <span class="empty__icon">
                <Icon glyph=Glyph::Alert />
            </span>
            <p class="empty__title">{move || title.get()}</p>
            <p class="empty__text">{move || text.get()}</p>
            <div class="empty__do">{retry}</div>
        </div>
    }
}
