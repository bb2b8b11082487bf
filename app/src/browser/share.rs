//! Sharing an address: the system's sheet where there is one, else the clipboard.

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    BySheet,
    Copied,
    Not,
}

/// Shares `path` of this site.
#[cfg(feature = "ssr")]
pub async fn address(_title: &str, _path: &str) -> Shared {
    Shared::Not
}

/// Shares `path` of this site.
#[cfg(not(feature = "ssr"))]
pub async fn address(title: &str, path: &str) -> Shared {
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::JsFuture;
    let Some(window) = web_sys::window() else { return Shared::Not };
    let Ok(origin) = window.location().origin() else { return Shared::Not };
    let url = format!("{origin}{path}");
    let navigator = window.navigator();
    if let Ok(share) = js_sys::Reflect::get(&navigator, &"share".into())
        && let Some(share) = share.dyn_ref::<js_sys::Function>()
    {
        let what = js_sys::Object::new();
        // A plain object takes every property.
        let _ = js_sys::Reflect::set(&what, &"title".into(), &title.into());
        let _ = js_sys::Reflect::set(&what, &"url".into(), &JsValue::from_str(&url));
        if let Ok(promise) = share.call1(&navigator, &what)
            && JsFuture::from(js_sys::Promise::from(promise)).await.is_ok()
        {
            return Shared::BySheet;
        }
        return Shared::Not;
    }
    match JsFuture::from(navigator.clipboard().write_text(&url)).await {
        Ok(_) => Shared::Copied,
        Err(_) => Shared::Not,
    }
}
