//! The frame around every page: rail and tabs, masthead, player, toasts. Never unmounts, and never suspends.

mod brand_mark;
mod choices;
mod nav;

use crate::{
    features::{
        notifications::Unread,
        player::{Player, PlayerBar},
    },
    frame::use_frame,
    i18n::use_i18n,
    t,
};
use leptos::prelude::*;
use leptos_meta::{Html, Title};
use ui::{ToastRegion, Toasts};

/// Frame and page.
#[component]
pub fn Layout(children: Children) -> impl IntoView {
    let i18n = use_i18n();
    let frame = use_frame();
    Player::provide();
    crate::features::mixes::Moments::provide();
    crate::features::studio::Uploads::provide();
    Unread::provide();
    let toasts = Toasts::provide();
    // See `PageTitle`: this one is read where only shared signals can be reached.
    let named = ArcRwSignal::from(frame);
    view! {
        <Html attr:lang=move || i18n.locale().0 />
        <Title formatter=move |page: String| {
            let brand = named.with_untracked(|frame| frame.brand.name.clone());
            if page.is_empty() || page == brand { brand } else { format!("{page} – {brand}") }
        } />
        <a class="skip" href="#main">{t!(i18n, "common-skip")}</a>
        <div class="frame">
            <nav::Rail />
            <header class="masthead">
                <brand_mark::BrandMark />
                <nav::MastheadLinks />
            </header>
            <main class="page" id="main" tabindex="-1">
                {children()}
                <choices::Foot />
            </main>
            <footer class="bar">
                <PlayerBar />
                <nav::TabBar />
            </footer>
        </div>
        <ToastRegion toasts=toasts close_label=t!(i18n, "common-close") />
    }
}
