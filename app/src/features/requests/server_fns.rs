//! Track requests, as server functions. What changes while a page is open comes over the socket.

use crate::form::Reply;
use contract::{
    failure::Failure,
    ids::{MixId, TrackRequestId},
    requests::{Requests, Song, TrackRequest, Vote},
};
use leptos::prelude::*;

#[server(endpoint = "requests", input = server_fn::codec::GetUrl)]
pub async fn load_requests() -> Result<Requests, Failure> {
    let (caller, services) = crate::backend::request();
    services.requests.requests(&caller).await
}

/// Tracks to ask for; none for no words.
#[server(endpoint = "songs", input = server_fn::codec::GetUrl)]
pub async fn songs(words: String) -> Result<Vec<Song>, Failure> {
    let (caller, services) = crate::backend::request();
    services.requests.songs(&caller, &words).await
}

#[server(endpoint = "wish")]
pub async fn wish(mix: MixId, position: u32, #[server(default)] dedication: String) -> Result<Reply<TrackRequest>, Failure> {
    use contract::requests::Wish;
    let (caller, services) = crate::backend::request();
    let outcome = services.requests.wish(&caller, Wish { mix, position, dedication: dedication.clone() }).await?;
    Ok(crate::form::reply("wish", &[("dedication", &dedication)], Some("requests-asked"), outcome))
}

#[server(endpoint = "vote")]
pub async fn vote_for(request: TrackRequestId, up: bool) -> Result<Reply<Vote>, Failure> {
    let (caller, services) = crate::backend::request();
    let outcome = services.requests.vote(&caller, request, up).await?;
    Ok(crate::form::reply("wish", &[], None, outcome))
}

#[server(endpoint = "withdraw-request")]
pub async fn withdraw(request: TrackRequestId) -> Result<Reply<TrackRequest>, Failure> {
    let (caller, services) = crate::backend::request();
    let outcome = services.requests.withdraw(&caller, request).await?;
    Ok(crate::form::reply("wish", &[], Some("requests-withdrawn"), outcome))
}

/// What the DJ does with a request: `accept`, `put-back`, `play`, `refuse` or `move`, which are the values of the form's buttons.
#[server(endpoint = "decide-request")]
pub async fn decide(
    request: TrackRequestId,
    what: String,
    #[server(default)] reason: String,
    #[server(default)] place: u32,
) -> Result<Reply<TrackRequest>, Failure> {
    use contract::requests::Decision;
    let (caller, services) = crate::backend::request();
    let decision = match what.as_str() {
        "accept" => Decision::Accept,
        "put-back" => Decision::PutBack,
        "play" => Decision::Play,
        "refuse" => Decision::Refuse { reason },
        "move" => Decision::Move { place },
        _ => return Err(Failure::NotFound),
    };
    let outcome = services.requests.decide(&caller, request, decision).await?;
    Ok(crate::form::reply("console", &[], None, outcome))
}

#[server(endpoint = "request-rules")]
pub async fn set_rules(
    #[server(default)] open: bool,
    per_person: u32,
    per_hour: u32,
    same_track: u32,
    same_artist: u32,
) -> Result<Reply<()>, Failure> {
    use contract::requests::RequestRules;
    let (caller, services) = crate::backend::request();
    let outcome = services.requests.set_rules(&caller, RequestRules { open, per_person, per_hour, same_track, same_artist }).await?;
    Ok(crate::form::reply("request-rules", &[], Some("requests-rules-saved"), outcome))
}
