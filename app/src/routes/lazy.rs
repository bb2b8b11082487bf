//! Pages whose code comes in files of their own, so that a visit pays for what it shows.
//!
//! The server names the file of the page it renders, and the browser fetches it beside the rest. Home is no such page: most visits begin
//! there. Three files, not one a page: what pages share would come in dozens of pieces.

use crate::features::{accounts, library, me, mixes, studio};
use leptos::prelude::*;
use leptos_router::LazyRoute;

/// Looking around.
#[lazy]
fn around(page: u8) -> AnyView {
    match page {
        0 => mixes::MixesPage().into_any(),
        1 => mixes::MixPage().into_any(),
        _ => mixes::DjPage().into_any(),
    }
}

/// A reader's own account, and the ways into it.
#[lazy]
fn own(page: u8) -> AnyView {
    match page {
        0 => library::LibraryPage().into_any(),
        1 => me::MePage().into_any(),
        2 => accounts::SignUpPage().into_any(),
        3 => accounts::SignInPage().into_any(),
        4 => accounts::ConfirmPage().into_any(),
        5 => accounts::ConfirmEmailPage().into_any(),
        6 => accounts::ForgotPage().into_any(),
        _ => accounts::ResetPage().into_any(),
    }
}

/// The DJ's side.
#[lazy]
fn backstage(page: u8) -> AnyView {
    match page {
        0 => studio::StudioPage().into_any(),
        1 => studio::EditMixPage().into_any(),
        2 => studio::PeoplePage().into_any(),
        _ => studio::BrandPage().into_any(),
    }
}

/// Fetches the file of the page at `path`, so that hydration never waits half-way: what runs meanwhile could change what isn't hydrated yet.
#[cfg(target_arch = "wasm32")]
pub async fn preload(path: &str) {
    match path.split('/').nth(1).unwrap_or_default() {
        "mixes" | "djs" => __preload_around().await,
        "studio" => __preload_backstage().await,
        "" => {}
        _ => __preload_own().await,
    }
}

macro_rules! routes {
    ($($route:ident = $file:ident($page:literal), preloaded by $preload:ident;)*) => { $(
        pub struct $route;

        impl LazyRoute for $route {
            fn data() -> Self {
                Self
            }

            async fn view(_this: Self) -> AnyView {
                $file($page).await
            }

            async fn preload() {
                #[cfg(target_arch = "wasm32")]
                $preload().await;
            }
        }
    )* };
}

routes! {
    MixesRoute = around(0), preloaded by __preload_around;
    MixRoute = around(1), preloaded by __preload_around;
    DjRoute = around(2), preloaded by __preload_around;
    LibraryRoute = own(0), preloaded by __preload_own;
    MeRoute = own(1), preloaded by __preload_own;
    SignUpRoute = own(2), preloaded by __preload_own;
    SignInRoute = own(3), preloaded by __preload_own;
    ConfirmRoute = own(4), preloaded by __preload_own;
    ConfirmEmailRoute = own(5), preloaded by __preload_own;
    ForgotRoute = own(6), preloaded by __preload_own;
    ResetRoute = own(7), preloaded by __preload_own;
    StudioRoute = backstage(0), preloaded by __preload_backstage;
    EditMixRoute = backstage(1), preloaded by __preload_backstage;
    PeopleRoute = backstage(2), preloaded by __preload_backstage;
    BrandRoute = backstage(3), preloaded by __preload_backstage;
}
