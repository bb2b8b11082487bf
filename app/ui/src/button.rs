//! The button. It never refuses in silence: what can't be pressed now says why.

use crate::{Glyph, Icon};
use leptos::prelude::*;

/// How loud a button is. One `Primary` a view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    #[default]
    Plain,
    Primary,
    Ghost,
    Danger,
}

impl Look {
    pub(crate) fn class(self, small: bool, wide: bool) -> String {
        let look = match self {
            Self::Plain => "button",
            Self::Primary => "button button--primary",
            Self::Ghost => "button button--ghost",
            Self::Danger => "button button--danger",
        };
        let small = if small { " button--small" } else { "" };
        let wide = if wide { " button--wide" } else { "" };
        format!("{look}{small}{wide}")
    }
}

/// A button, `type="button"` unless `submit`. With a `reason` it stays focusable but does nothing, and the reason stands
/// beside it; while `busy` it shows a spinner and takes no second press.
#[component]
pub fn Button(
    #[prop(optional)] look: Look,
    #[prop(optional)] small: bool,
    #[prop(optional)] wide: bool,
    #[prop(optional)] submit: bool,
    #[prop(optional, into)] glyph: Option<Glyph>,
    /// Name and value sent with the form this button submits.
    #[prop(optional, into)]
    name: Option<String>,
    #[prop(optional, into)] value: Signal<Option<String>>,
    /// Accessible name, where the words on the button are not enough.
    #[prop(optional, into)]
    label: Signal<Option<String>>,
    #[prop(optional, into)] reason: Signal<Option<String>>,
    #[prop(optional, into)] busy: Signal<bool>,
    #[prop(optional, into)] pressed: Option<Signal<bool>>,
    #[prop(optional, into)] on_press: Option<Callback<()>>,
    children: Children,
) -> impl IntoView {
    view! {
        <button
            type=if submit { "submit" } else { "button" }
            class=look.class(small, wide)
            name=name
            value=move || value.get()
            aria-label=move || label.get()
            aria-pressed=move || pressed.map(|on| on.get().to_string())
            aria-disabled=move || reason.get().map(|_| "true")
            aria-description=move || reason.get()
            aria-busy=move || busy.get().then_some("true")
            on:click=move |press| {
                if busy.get_untracked() || reason.get_untracked().is_some() {
                    press.prevent_default();
                } else if let Some(on_press) = on_press {
                    on_press.run(());
                }
            }
        >
            {move || busy.get().then(|| view! { <span class="button__spinner" aria-hidden="true"></span> })}
            {glyph.map(|glyph| view! { <Icon glyph=glyph /> })}
            {children()}
        </button>
        {move || reason.get().map(|why| view! { <span class="button__reason" aria-hidden="true">{why}</span> })}
    }
}
