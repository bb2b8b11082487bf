//! Nothing here yet, and what to do about it.

use crate::{Glyph, Icon};
use leptos::prelude::*;

/// The children are the way on: a button or a link.
#[component]
pub fn Empty(
    glyph: Glyph,
    #[prop(into)] title: Signal<String>,
    #[prop(into)] text: Signal<String>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <span class="empty__icon">
                <Icon glyph=glyph />
            </span>
            <p class="empty__title">{move || title.get()}</p>
            <p class="empty__text">{move || text.get()}</p>
            {children.map(|children| view! { <div class="empty__do">{children()}</div> })}
        </div>
    }
}
