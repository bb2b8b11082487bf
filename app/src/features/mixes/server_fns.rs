//! Mixes, as server functions.

use contract::{
    failure::Failure,
    ids::MixId,
    mixes::{DjProfile, Home, MixDetail, MixFilter, MixList},
    tracklists::Track,
};
use leptos::prelude::*;

#[server(endpoint = "home", input = server_fn::codec::GetUrl)]
pub async fn load_home() -> Result<Home, Failure> {
    let (caller, services) = crate::backend::request();
    services.mixes.home(&caller).await
}

/// The list under a filter.
#[server(endpoint = "mixes", input = server_fn::codec::GetUrl)]
pub async fn list(#[server(default)] filter: MixFilter) -> Result<MixList, Failure> {
    let (caller, services) = crate::backend::request();
    services.mixes.list(&caller, filter).await
}

#[server(endpoint = "mix", input = server_fn::codec::GetUrl)]
pub async fn detail(slug: String, #[server(default)] key: Option<String>) -> Result<MixDetail, Failure> {
    let (caller, services) = crate::backend::request();
    services.mixes.detail(&caller, slug, key).await
}

/// The tracks of a mix that is loaded in the player.
#[server(endpoint = "tracks", input = server_fn::codec::GetUrl)]
pub async fn tracks(mix: MixId) -> Result<Vec<Track>, Failure> {
    let (caller, services) = crate::backend::request();
    services.tracklists.tracks(&caller, mix).await
}

#[server(endpoint = "dj", input = server_fn::codec::GetUrl)]
pub async fn dj(slug: String, page: u32) -> Result<DjProfile, Failure> {
    let (caller, services) = crate::backend::request();
    services.mixes.dj(&caller, slug, page).await
}
