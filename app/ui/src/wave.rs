//! The waveform, drawn once on the server. Progress moves a clip over a second use of the same path, so bars are never
//! drawn again. Knows nothing about playing: a range input given as child makes it seekable.

use crate::wave_path::{HEIGHT, STEP, resample, wave_path};
use leptos::prelude::*;

/// A wave as wide as its place and as high as the style says (`.wave` takes the height of its parent's class).
/// `id` must be unique on the page. Positions and progress are percent.
#[component]
pub fn Wave(
    #[prop(into)] id: String,
    peaks: Vec<u8>,
    /// At most so many bars: 300 for a page, 60 for a card.
    #[prop(default = 300)]
    bars: usize,
    /// How much was heard. Without it there is no second layer.
    #[prop(optional, into)]
    progress: Option<Signal<f64>>,
    /// Notches where tracks begin.
    #[prop(optional)]
    chapters: Vec<f64>,
    /// Dots where somebody said something.
    #[prop(optional)]
    comments: Vec<f64>,
    /// A range input of the class `wave__seek`.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let peaks = resample(&peaks, bars);
    let view_box = format!("0 0 {} {HEIGHT}", peaks.len() * STEP);
    let id = format!("wave-{id}");
    let href = format!("#{id}");
    let clip = move || progress.map(|progress| format!("--progress:{:.2}", progress.get().clamp(0.0, 100.0)));
    let mark = |class: &'static str| move |at: f64| view! { <i class=class style=format!("--at:{at:.2}")></i> };
    view! {
        <div class="wave" style=clip>
            <svg class="wave__bars" viewBox=view_box.clone() preserveAspectRatio="none" aria-hidden="true">
                <path id=id d=wave_path(&peaks) />
            </svg>
            {progress.map(|_| view! {
                <svg class="wave__done" viewBox=view_box preserveAspectRatio="none" aria-hidden="true">
                    <use href=href />
                </svg>
            })}
            {chapters.into_iter().map(mark("wave__notch")).collect_view()}
            {comments.into_iter().map(mark("wave__comment")).collect_view()}
            {children.map(|children| children())}
        </div>
    }
}
