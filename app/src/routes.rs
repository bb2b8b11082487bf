//! Every address of the site on one screen.

use crate::{
    features::{accounts, home, library, me, mixes, studio},
    layout::Layout,
    remote::NotFound,
};
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
                    <Route path=path!("/mixes") view=mixes::MixesPage ssr=SsrMode::Async />
                    <Route path=path!("/mixes/:slug") view=mixes::MixPage ssr=SsrMode::Async />
                    <Route path=path!("/djs/:slug") view=mixes::DjPage ssr=SsrMode::Async />
                    <Route path=path!("/library") view=library::LibraryPage ssr=SsrMode::Async />
                    <Route path=path!("/sign-up") view=accounts::SignUpPage ssr=SsrMode::Async />
                    <Route path=path!("/sign-in") view=accounts::SignInPage ssr=SsrMode::Async />
                    <Route path=path!("/confirm") view=accounts::ConfirmPage ssr=SsrMode::Async />
                    <Route path=path!("/confirm-email") view=accounts::ConfirmEmailPage ssr=SsrMode::Async />
                    <Route path=path!("/forgot") view=accounts::ForgotPage ssr=SsrMode::Async />
                    <Route path=path!("/reset") view=accounts::ResetPage ssr=SsrMode::Async />
                    <Route path=path!("/me") view=me::MePage ssr=SsrMode::Async />
                    <Route path=path!("/studio") view=studio::StudioPage ssr=SsrMode::Async />
                    <Route path=path!("/studio/mixes/:id") view=studio::EditMixPage ssr=SsrMode::Async />
                    <Route path=path!("/studio/people") view=studio::PeoplePage ssr=SsrMode::Async />
                    <Route path=path!("/studio/brand") view=studio::BrandPage ssr=SsrMode::Async />
                </Routes>
            </Layout>
        </Router>
    }
}
