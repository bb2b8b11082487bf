//! Fetches the compiled messages of a language.

use phrases::Catalogue;

/// `None` when the network fails; the old language stays.
#[cfg(not(feature = "ssr"))]
pub async fn fetch(url: &str) -> Option<Catalogue> {
    gloo_net::http::Request::get(url).send().await.ok()?.json().await.ok()
}

/// The server has its languages at hand and fetches none.
#[cfg(feature = "ssr")]
pub async fn fetch(_url: &str) -> Option<Catalogue> {
    None
}
