//! Sharing an address or a picture: the system's sheet where there is one, else the clipboard.

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

/// Whether the system's sheet takes this file.
pub fn takes(file: &web_sys::File) -> bool {
    use wasm_bindgen::JsCast;
    let Some(navigator) = web_sys::window().map(|window| window.navigator()) else { return false };
    let Ok(can) = js_sys::Reflect::get(&navigator, &"canShare".into()) else { return false };
    let what = with_file(file);
    can.dyn_ref::<js_sys::Function>().and_then(|can| can.call1(&navigator, &what).ok()).is_some_and(|answer| answer.is_truthy())
}

/// Shares a picture with the address it belongs to, from a press of a button: browsers ask for one.
pub async fn picture(file: &web_sys::File, title: &str, url: &str) -> Shared {
    use wasm_bindgen::JsCast;
    let Some(navigator) = web_sys::window().map(|window| window.navigator()) else { return Shared::Not };
    let what = with_file(file);
    // A plain object takes every property.
    let _ = js_sys::Reflect::set(&what, &"title".into(), &title.into());
    let _ = js_sys::Reflect::set(&what, &"text".into(), &url.into());
    let share = js_sys::Reflect::get(&navigator, &"share".into()).ok().and_then(|share| share.dyn_into::<js_sys::Function>().ok());
    let Some(Ok(promise)) = share.map(|share| share.call1(&navigator, &what)) else { return Shared::Not };
    match wasm_bindgen_futures::JsFuture::from(js_sys::Promise::from(promise)).await {
        Ok(_) => Shared::BySheet,
        Err(_) => Shared::Not,
    }
}

fn with_file(file: &web_sys::File) -> js_sys::Object {
    let what = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&what, &"files".into(), &js_sys::Array::of1(file));
    what
}

/// Puts an address into the clipboard.
pub async fn copy(url: &str) -> Shared {
    let Some(window) = web_sys::window() else { return Shared::Not };
    match wasm_bindgen_futures::JsFuture::from(window.navigator().clipboard().write_text(url)).await {
        Ok(_) => Shared::Copied,
        Err(_) => Shared::Not,
    }
}
