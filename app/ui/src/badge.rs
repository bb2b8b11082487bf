//! A word that marks something: draft, new, DJ. Never a button.

use leptos::prelude::*;

/// What a mark or a message feels like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    #[default]
    Plain,
    Accent,
    Good,
    Danger,
}

/// A small mark beside a name or title.
#[component]
pub fn Badge(#[prop(optional)] tone: Tone, children: Children) -> impl IntoView {
    let class = match tone {
        Tone::Plain => "badge",
        Tone::Accent => "badge badge--accent",
        Tone::Good => "badge badge--good",
        Tone::Danger => "badge badge--danger",
    };
    view! { <span class=class>{children()}</span> }
}
