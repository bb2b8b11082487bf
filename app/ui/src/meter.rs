//! How full something is. For work under way see `Progress`.

use leptos::prelude::*;

/// A bar from 0 to 100 with its words: what it measures and how much.
#[component]
pub fn Meter(
    #[prop(into)] label: Signal<String>,
    /// Percent full.
    #[prop(into)]
    value: Signal<f64>,
    /// The figure in words, as "2.1 of 5 GB".
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let percent = move || value.get().clamp(0.0, 100.0);
    view! {
        <div class="meter-line">
            <div class="meter-line__head">
                <span>{move || label.get()}</span>
                <span class="faint num">{move || text.get()}</span>
            </div>
            <div
                class="meter"
                role="meter"
                aria-label=move || label.get()
                aria-valuemin="0"
                aria-valuemax="100"
                aria-valuenow=move || percent().round().to_string()
                aria-valuetext=move || text.get()
            >
                <span class="meter__done" style=move || format!("--progress:{:.1}", percent())></span>
            </div>
        </div>
    }
}
