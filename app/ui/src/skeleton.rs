//! Holds the place of what is still coming, at its size.

use leptos::prelude::*;

/// The shape of what is coming.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bone {
    Line,
    Row,
    /// A mix card: cover, wave, title.
    Card,
}

/// `count` bones, announced once as `label` ("Loading mixes"). Cards come in their grid.
#[component]
pub fn Skeleton(bone: Bone, #[prop(default = 1)] count: usize, #[prop(into)] label: Signal<String>) -> impl IntoView {
    let bones = (0..count).map(|_| match bone {
        Bone::Line => view! { <span class="skeleton skeleton--line"></span> }.into_any(),
        Bone::Row => view! { <span class="skeleton skeleton--row"></span> }.into_any(),
        Bone::Card => view! {
            <span class="mix-card">
                <span class="skeleton skeleton--cover"></span>
                <span class="skeleton skeleton--wave"></span>
                <span class="skeleton skeleton--title"></span>
            </span>
        }
        .into_any(),
    });
    let class = if bone == Bone::Card { "grid" } else { "stack stack--tight" };
    view! {
        <div role="status">
            <span class="visually-hidden">{move || label.get()}</span>
            <div class=class aria-hidden="true">{bones.collect_view()}</div>
        </div>
    }
}
