//! Listening, as server functions.

use contract::{
    failure::Failure,
    ids::MixId,
    listening::{HistoryEntry, Library, LikeState},
};
use leptos::prelude::*;

/// Begins a play; the ticket goes into every report of it.
#[server(endpoint = "begin-play")]
pub async fn begin_play(mix: MixId) -> Result<String, Failure> {
    let (caller, services) = crate::backend::request();
    Ok(services.listening.begin(&caller, mix).await?.0)
}

/// Reports what was heard. Flat arguments, so that a beacon can send it while the page goes away.
#[server(endpoint = "heard")]
pub async fn heard(mix: MixId, ticket: String, position_ms: u64, heard_ms: u64) -> Result<bool, Failure> {
    use contract::listening::{Heard, PlayTicket};
    let (caller, services) = crate::backend::request();
    services.listening.heard(&caller, Heard { mix, ticket: PlayTicket(ticket), position_ms, heard_ms }).await
}

/// What this person heard last, on whatever device.
#[server(endpoint = "last-heard", input = server_fn::codec::GetUrl)]
pub async fn last_heard() -> Result<Option<HistoryEntry>, Failure> {
    let (caller, services) = crate::backend::request();
    services.listening.last(&caller).await
}

/// Where this person stopped in a mix.
#[server(endpoint = "position", input = server_fn::codec::GetUrl)]
pub async fn position(mix: MixId) -> Result<Option<u64>, Failure> {
    let (caller, services) = crate::backend::request();
    services.listening.position(&caller, mix).await
}

/// Likes a mix or takes it back; a plain form comes back to its page.
#[server(endpoint = "like")]
pub async fn set_like(mix: MixId, liked: bool) -> Result<LikeState, Failure> {
    let (caller, services) = crate::backend::request();
    services.listening.set_like(&caller, mix, liked).await
}

/// Likes and history.
#[server(endpoint = "library", input = server_fn::codec::GetUrl)]
pub async fn load_library(page: u32) -> Result<Library, Failure> {
    let (caller, services) = crate::backend::request();
    services.listening.library(&caller, page).await
}

/// Forgets what this person heard.
#[server(endpoint = "forget-history")]
pub async fn forget_history() -> Result<(), Failure> {
    let (caller, services) = crate::backend::request();
    services.listening.forget_history(&caller).await
}
