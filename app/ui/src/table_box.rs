//! Lets a wide table scroll sideways on its own, by hand and by keys.

use leptos::prelude::*;

/// `label` names what is inside, since what takes the focus needs a name. The child is a `<table class="table">`.
#[component]
pub fn TableBox(#[prop(into)] label: Signal<String>, children: Children) -> impl IntoView {
    view! {
        <div class="table-box" role="region" tabindex="0" aria-label=move || label.get()>
            {children()}
        </div>
    }
}
