//! A few more things to do, behind one button. A details element, so it opens without scripts.

use crate::{Glyph, Icon};
use leptos::wasm_bindgen::JsCast;
use leptos::{ev, html, prelude::*, web_sys};

/// The children are links and buttons of the class `menu__item`. Once hydrated, Escape and a press anywhere close it.
#[component]
pub fn Menu(
    #[prop(into)] label: Signal<String>,
    #[prop(default = Glyph::More)] glyph: Glyph,
    /// Opens upwards, for the foot of the screen.
    #[prop(optional)]
    up: bool,
    children: Children,
) -> impl IntoView {
    let menu = NodeRef::<html::Details>::new();
    let close = move || {
        if let Some(menu) = menu.get_untracked() {
            menu.set_open(false);
        }
    };
    Effect::new(move |_| {
        let press = window_event_listener(ev::click, move |press| {
            let on_button = press.target().and_then(|target| {
                let summary = menu.get_untracked()?.query_selector("summary").ok()??;
                Some(summary.contains(target.dyn_ref::<web_sys::Node>()))
            });
            if on_button != Some(true) {
                close();
            }
        });
        on_cleanup(move || press.remove());
    });
    view! {
        <details
            class=if up { "menu menu--up" } else { "menu" }
            node_ref=menu
            on:keydown=move |key| {
                if key.key() == "Escape" {
                    close();
                }
            }
        >
            <summary class="icon-button" aria-label=move || label.get()>
                <Icon glyph=glyph />
            </summary>
            <div class="menu__list">{children()}</div>
        </details>
    }
}
