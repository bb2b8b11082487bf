//! The brand at the head of every page: its logo, or its name where it has none. Leads home.

use crate::frame::use_frame;
use leptos::prelude::*;

#[component]
pub fn BrandMark() -> impl IntoView {
    let frame = use_frame();
    let brand = Memo::new(move |_| frame.with(|frame| (frame.brand.name.clone(), frame.brand.logo_url.clone())));
    let mark = move || match brand.get() {
        (name, Some(logo)) => view! { <img class="logo__picture" src=logo alt=name /> }.into_any(),
        (name, None) => name.into_any(),
    };
    view! { <a class="logo" href="/">{mark}</a> }
}
