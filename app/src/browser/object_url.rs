//! Bytes in memory as an address that only this page knows: a picture that was chosen and not sent yet, or one that was drawn here.

use leptos::prelude::document;
use wasm_bindgen::JsCast;

/// The file chosen in the input of this id, as an address that only this page knows. It stays in memory until it is [`let_go`].
pub fn chosen(id: &str) -> Option<String> {
    let input = document().get_element_by_id(id)?.dyn_into::<web_sys::HtmlInputElement>().ok()?;
    let file = input.files()?.get(0)?;
    address(&file)
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
