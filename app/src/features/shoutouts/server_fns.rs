//! Shout-outs, as server functions. What changes while a page is open comes over the socket.

use crate::form::Reply;
use contract::{
    failure::Failure,
    ids::ShoutOutId,
    shoutouts::{ShoutOut, ShoutOuts},
};
use leptos::prelude::*;

#[server(endpoint = "shout-outs", input = server_fn::codec::GetUrl)]
pub async fn load_shout_outs() -> Result<ShoutOuts, Failure> {
    let (caller, services) = crate::backend::request();
    services.shout_outs.shout_outs(&caller).await
}

#[server(endpoint = "send-shout-out")]
pub async fn send_shout_out(text: String, #[server(default)] name: String, #[server(default)] place: String) -> Result<Reply<()>, Failure> {
    use contract::shoutouts::SendShoutOut;
    let (caller, services) = crate::backend::request();
    let sent = SendShoutOut { text, name, place };
    let outcome = services.shout_outs.send(&caller, sent.clone()).await?;
    let values = [("text", sent.text.as_str()), ("name", &sent.name), ("place", &sent.place)];
    Ok(crate::form::reply("shout-out", &values, Some("shoutouts-sent"), outcome))
}

/// What a moderator makes of one: `shown`, `read` or `hidden`, which are the values of the form's buttons.
#[server(endpoint = "judge-shout-out")]
pub async fn judge(shout_out: ShoutOutId, next: String) -> Result<Reply<ShoutOut>, Failure> {
    use contract::shoutouts::ShoutOutState;
    let (caller, services) = crate::backend::request();
    let next = ShoutOutState::parse(&next).ok_or(Failure::NotFound)?;
    let outcome = services.shout_outs.judge(&caller, shout_out, next).await?;
    Ok(crate::form::reply("shout-out", &[], None, outcome))
}
