//! How far work under way has come. The figure in words stands beside it, by whoever shows it.

use leptos::prelude::*;

/// A bar from 0 to 100; `None` while nobody knows how long it takes.
#[component]
pub fn Progress(#[prop(into)] label: Signal<String>, #[prop(into)] value: Signal<Option<f64>>) -> impl IntoView {
    let percent = move || value.get().map(|value| value.clamp(0.0, 100.0));
    view! {
        <div
            class="meter"
            role="progressbar"
            aria-label=move || label.get()
            aria-valuemin="0"
            aria-valuemax="100"
            aria-valuenow=move || percent().map(|percent| percent.round().to_string())
        >
            <span class="meter__done" style=move || format!("--progress:{:.1}", percent().unwrap_or(100.0))></span>
        </div>
    }
}
