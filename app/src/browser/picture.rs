//! Pictures that people choose: shown before they are sent, and sent as the form would.

use contract::outcome::Message;
use gloo_net::http::Request;
use leptos::prelude::document;
use serde::Deserialize;
use wasm_bindgen::JsCast;

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

/// The file chosen in the input of this id, as an address that only this page knows. It stays in memory until it is [`let_go`].
pub fn chosen(id: &str) -> Option<String> {
    let input = document().get_element_by_id(id)?.dyn_into::<web_sys::HtmlInputElement>().ok()?;
    address(&input.files()?.get(0)?)
}

/// An address for bytes in memory.
pub fn address(blob: &web_sys::Blob) -> Option<String> {
    web_sys::Url::create_object_url_with_blob(blob).ok()
}

/// Frees what [`chosen`] or [`address`] keeps.
pub fn let_go(address: &str) {
    // Fails for no address that we made.
    let _ = web_sys::Url::revoke_object_url(address);
}
