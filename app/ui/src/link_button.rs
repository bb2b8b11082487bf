//! A link that looks like a button: it goes somewhere, it changes nothing.

use crate::{Glyph, Icon, Look};
use leptos::prelude::*;

/// A link in the clothes of [`crate::Button`].
#[component]
pub fn LinkButton(
    #[prop(into)] href: Signal<String>,
    #[prop(optional)] look: Look,
    #[prop(optional)] small: bool,
    #[prop(optional)] wide: bool,
    #[prop(optional, into)] glyph: Option<Glyph>,
    #[prop(optional, into)] label: Signal<Option<String>>,
    children: Children,
) -> impl IntoView {
    view! {
        <a href=move || href.get() class=look.class(small, wide) aria-label=move || label.get()>
            {glyph.map(|glyph| view! { <Icon glyph=glyph /> })}
            {children()}
        </a>
    }
}
