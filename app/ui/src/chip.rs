//! A filter: a link where the address carries it, a button where it doesn't.

use leptos::prelude::*;

/// With `href` a link that says `aria-current` when `on`, without one a toggle button.
#[component]
pub fn Chip(
    #[prop(optional, into)] href: Signal<Option<String>>,
    #[prop(optional, into)] on: Signal<bool>,
    #[prop(optional, into)] on_press: Option<Callback<()>>,
    children: Children,
) -> impl IntoView {
    if href.get_untracked().is_some() {
        let current = move || on.get().then_some("true");
        view! { <a class="chip" href=move || href.get() aria-current=current>{children()}</a> }.into_any()
    } else {
        let press = move |_| {
            if let Some(on_press) = on_press {
                on_press.run(());
            }
        };
        view! {
            <button type="button" class="chip" aria-pressed=move || on.get().to_string() on:click=press>
                {children()}
            </button>
        }
        .into_any()
    }
}
