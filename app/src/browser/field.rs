//! Filling a field that the browser keeps, as if somebody had typed.

/// Puts `text` into the field with this id and takes the reader there.
#[cfg(feature = "ssr")]
pub fn fill(_id: &str, _text: &str) {}

/// Puts `text` into the field with this id and takes the reader there.
#[cfg(not(feature = "ssr"))]
pub fn fill(id: &str, text: &str) {
    use wasm_bindgen::JsCast;
    let found = web_sys::window().and_then(|window| window.document()).and_then(|document| document.get_element_by_id(id));
    if let Some(area) = found.and_then(|element| element.dyn_into::<web_sys::HtmlTextAreaElement>().ok()) {
        area.set_value(text);
        // A field that can't take the focus has taken the text all the same.
        let _ = area.focus();
    }
}
