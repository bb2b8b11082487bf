//! Every address of the site on one screen.

pub(crate) mod lazy;

use crate::{features::home, layout::Layout, remote::NotFound};
use lazy::Page;
#[cfg(target_arch = "wasm32")]
pub use lazy::preload;
use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::{
    SsrMode,
    components::{Route, Router, Routes},
    path,
};

/// The app: frame, player and pages.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    view! {
        <Router>
            <Layout>
                <Routes fallback=NotFound transition=true>
                    <Route path=path!("/") view=home::HomePage ssr=SsrMode::Async />
                    <Route path=path!("/live") view=Page::Live ssr=SsrMode::Async />
                    <Route path=path!("/live/requests") view=Page::Requests ssr=SsrMode::Async />
                    <Route path=path!("/live/shout-outs") view=Page::ShoutOuts ssr=SsrMode::Async />
                    <Route path=path!("/mixes") view=Page::Mixes ssr=SsrMode::Async />
                    <Route path=path!("/mixes/:slug") view=Page::Mix ssr=SsrMode::Async />
                    <Route path=path!("/djs/:slug") view=Page::Dj ssr=SsrMode::Async />
                    <Route path=path!("/library") view=Page::Library ssr=SsrMode::Async />
                    <Route path=path!("/sign-up") view=Page::SignUp ssr=SsrMode::Async />
                    <Route path=path!("/sign-in") view=Page::SignIn ssr=SsrMode::Async />
                    <Route path=path!("/confirm") view=Page::Confirm ssr=SsrMode::Async />
                    <Route path=path!("/confirm-email") view=Page::ConfirmEmail ssr=SsrMode::Async />
                    <Route path=path!("/forgot") view=Page::Forgot ssr=SsrMode::Async />
                    <Route path=path!("/reset") view=Page::Reset ssr=SsrMode::Async />
                    <Route path=path!("/me") view=Page::Me ssr=SsrMode::Async />
                    <Route path=path!("/notifications") view=Page::Notifications ssr=SsrMode::Async />
                    <Route path=path!("/studio") view=Page::Studio ssr=SsrMode::Async />
                    <Route path=path!("/studio/mixes/:id") view=Page::EditMix ssr=SsrMode::Async />
                    <Route path=path!("/studio/mixes/:id/tracklist") view=Page::Tracklist ssr=SsrMode::Async />
                    <Route path=path!("/studio/duplicates") view=Page::Duplicates ssr=SsrMode::Async />
                    <Route path=path!("/studio/imports") view=Page::Imports ssr=SsrMode::Async />
                    <Route path=path!("/studio/moderation") view=Page::Moderation ssr=SsrMode::Async />
                    <Route path=path!("/studio/people") view=Page::People ssr=SsrMode::Async />
                    <Route path=path!("/studio/requests") view=Page::Console ssr=SsrMode::Async />
                    <Route path=path!("/studio/bots") view=Page::Bots ssr=SsrMode::Async />
                    <Route path=path!("/studio/emotes") view=Page::Emotes ssr=SsrMode::Async />
                    <Route path=path!("/studio/brand") view=Page::Brand ssr=SsrMode::Async />
                </Routes>
            </Layout>
        </Router>
    }
}
