//! Line icons on a 24 × 24 grid. Decorative always: the words beside an icon, or the label of its button, say what it means.

mod paths;

use leptos::prelude::*;

/// An icon: its class, and the shapes on the grid without stroke or fill of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyph {
    class: &'static str,
    outline: &'static str,
}

impl Glyph {
    const fn line(outline: &'static str) -> Self {
        Self { class: "icon", outline }
    }

    const fn play(outline: &'static str) -> Self {
        Self { class: "icon icon--play", outline }
    }

    const fn solid(outline: &'static str) -> Self {
        Self { class: "icon icon--solid", outline }
    }

    /// Points along the line of reading, so it turns round in right-to-left languages.
    const fn turning(outline: &'static str) -> Self {
        Self { class: "icon icon--turns", outline }
    }
}

/// One icon, hidden from assistive technology. The glyph may change, as in play and pause.
#[component]
pub fn Icon(#[prop(into)] glyph: Signal<Glyph>) -> impl IntoView {
    view! {
        <svg
            class=move || glyph.get().class
            viewBox="0 0 24 24"
            aria-hidden="true"
            inner_html=move || glyph.get().outline
        ></svg>
    }
}
