//! Buttons and links of one icon. Their label is not seen but always there.

use crate::{Glyph, Icon};
use leptos::prelude::*;

/// A round button of 44 px. `pressed` makes it a toggle; the label then stays the same in both states.
#[component]
pub fn IconButton(
    #[prop(into)] glyph: Signal<Glyph>,
    #[prop(into)] label: Signal<String>,
    #[prop(optional, into)] pressed: Option<Signal<bool>>,
    #[prop(optional, into)] reason: Signal<Option<String>>,
    #[prop(optional)] submit: bool,
    #[prop(optional, into)] name: Option<String>,
    #[prop(optional, into)] value: Signal<Option<String>>,
    #[prop(optional, into)] on_press: Option<Callback<()>>,
) -> impl IntoView {
    view! {
        <button
            type=if submit { "submit" } else { "button" }
            class="icon-button"
            name=name
            value=move || value.get()
            aria-label=move || label.get()
            title=move || reason.get().or_else(|| Some(label.get()))
            aria-pressed=move || pressed.map(|on| on.get().to_string())
            aria-disabled=move || reason.get().map(|_| "true")
            on:click=move |press| {
                if reason.get_untracked().is_some() {
                    press.prevent_default();
                } else if let Some(on_press) = on_press {
                    on_press.run(());
                }
            }
        >
            <Icon glyph=glyph />
        </button>
    }
}

/// The same as a link.
#[component]
pub fn IconLink(
    #[prop(into)] href: Signal<String>,
    #[prop(into)] glyph: Signal<Glyph>,
    #[prop(into)] label: Signal<String>,
) -> impl IntoView {
    view! {
        <a href=move || href.get() class="icon-button" aria-label=move || label.get() title=move || label.get()>
            <Icon glyph=glyph />
        </a>
    }
}
