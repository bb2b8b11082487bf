//! A message that belongs to the page and stays: a saved change, a warning, a thing to know.

use crate::{Glyph, Icon, Tone};
use leptos::prelude::*;

/// Announced politely when it appears; the children are its words.
#[component]
pub fn Notice(#[prop(optional)] tone: Tone, children: Children) -> impl IntoView {
    let (class, glyph) = match tone {
        Tone::Plain => ("notice", Glyph::Info),
        Tone::Accent => ("notice notice--accent", Glyph::Info),
        Tone::Good => ("notice notice--good", Glyph::Check),
        Tone::Danger => ("notice notice--danger", Glyph::Alert),
    };
    view! {
        <div class=class role="status">
            <Icon glyph=glyph />
            <div>{children()}</div>
        </div>
    }
}
