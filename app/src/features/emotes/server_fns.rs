//! Emotes, as server functions. Pictures come in by a form of their own.

use crate::form::Reply;
use contract::{emotes::Emote, failure::Failure, ids::EmoteId};
use leptos::prelude::*;

#[server(endpoint = "emotes", input = server_fn::codec::GetUrl)]
pub async fn emotes() -> Result<Vec<Emote>, Failure> {
    let (caller, services) = crate::backend::request();
    services.emotes.emotes(&caller).await
}

#[server(endpoint = "rename-emote")]
pub async fn rename_emote(emote: EmoteId, #[server(default)] name: String) -> Result<Reply<()>, Failure> {
    let (caller, services) = crate::backend::request();
    let outcome = services.emotes.rename_emote(&caller, emote, name.clone()).await?;
    Ok(crate::form::reply("rename-emote", &[("emote", &emote.to_string()), ("name", &name)], Some("studio-saved"), outcome))
}

#[server(endpoint = "remove-emote")]
pub async fn remove_emote(emote: EmoteId) -> Result<(), Failure> {
    let (caller, services) = crate::backend::request();
    services.emotes.remove_emote(&caller, emote).await
}
