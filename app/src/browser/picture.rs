//! Sends a picture as the form would.

use contract::outcome::Message;
use gloo_net::http::Request;
use serde::Deserialize;

#[derive(Deserialize)]
struct Refusals {
    refusals: Vec<Message>,
}

/// Posts the form's data; the reasons when it was declined.
pub async fn send(address: &str, form: web_sys::FormData) -> Result<(), Vec<Message>> {
    let unreachable = || vec![Message { id: "common-failure-unreachable".into(), arguments: Vec::new(), field: None }];
    let request = Request::post(address).header("Accept", "application/json").body(form).map_err(|_| unreachable())?;
    let response = request.send().await.map_err(|_| unreachable())?;
    if response.ok() {
        return Ok(());
    }
    Err(response.json::<Refusals>().await.map_or_else(|_| unreachable(), |answer| answer.refusals))
}
