//! Nothing here yet, and what to do about it.

use crate::{Glyph, Icon};
use leptos::prelude::*;

/// The children are the way on: a button or a link. Where nothing else is on the page, its title is the page's (`page`).
#[component]
pub fn Empty(
    glyph: Glyph,
    #[prop(into)] title: Signal<String>,
    #[prop(into)] text: Signal<String>,
    #[prop(optional)] page: bool,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let title = if page {
        view! { <h1 class="empty__title">{move || title.get()}</h1> }.into_any()
    } else {
        view! { <p class="empty__title">{move || title.get()}</p> }.into_any()
    };
    view! {
        <div class="empty">
            <span class="empty__icon">
                <Icon glyph=glyph />
            </span>
            {title}
            <p class="empty__text">{move || text.get()}</p>
            {children.map(|children| view! { <div class="empty__do">{children()}</div> })}
        </div>
    }
}
