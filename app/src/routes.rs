//! Every address of the site on one screen.

mod lazy;

use crate::{features::home, layout::Layout, remote::NotFound};
#[cfg(target_arch = "wasm32")]
pub use lazy::preload;
use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::{
    Lazy, SsrMode,
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
                    <Route path=path!("/mixes") view={Lazy::<lazy::MixesRoute>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/mixes/:slug") view={Lazy::<lazy::MixRoute>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/djs/:slug") view={Lazy::<lazy::DjRoute>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/library") view={Lazy::<lazy::LibraryRoute>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/sign-up") view={Lazy::<lazy::SignUpRoute>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/sign-in") view={Lazy::<lazy::SignInRoute>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/confirm") view={Lazy::<lazy::ConfirmRoute>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/confirm-email") view={Lazy::<lazy::ConfirmEmailRoute>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/forgot") view={Lazy::<lazy::ForgotRoute>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/reset") view={Lazy::<lazy::ResetRoute>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/me") view={Lazy::<lazy::MeRoute>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/studio") view={Lazy::<lazy::StudioRoute>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/studio/mixes/:id") view={Lazy::<lazy::EditMixRoute>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/studio/people") view={Lazy::<lazy::PeopleRoute>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/studio/brand") view={Lazy::<lazy::BrandRoute>::new()} ssr=SsrMode::Async />
                </Routes>
            </Layout>
        </Router>
    }
}
