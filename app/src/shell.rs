//! The document around the app. Server only in effect: the browser never renders it again.

use crate::{form::FlashCarrier, frame::Frame};
use leptos::prelude::*;
#[cfg(feature = "ssr")]
use leptos_meta::MetaTags;
use serde::{Deserialize, Serialize};

/// What the browser starts with, carried in the page.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Start {
    pub frame: Frame,
    pub flash: Option<crate::form::Flash>,
    /// The catalogue's address: fetched while the WASM loads.
    pub catalogue_url: String,
}

/// True once the page answers to hands. What it shows may differ from what the server sent only then.
#[derive(Clone, Default)]
pub struct Hydrated(pub ArcRwSignal<bool>);

/// Puts frame, flash and language into the context, the same way on both sides.
pub fn provide(start: Start, catalogue: std::sync::Arc<phrases::Catalogue>, hydrated: Hydrated) {
    provide_context(hydrated);
    provide_context(RwSignal::new(start.frame));
    provide_context(FlashCarrier(start.flash));
    crate::i18n::I18n::provide(catalogue);
}

/// Loads the script, the WASM and the language at once, then hydrates. Presses on play buttons before that are kept and replayed.
#[cfg(feature = "ssr")]
const BOOT: &str = include_str!("boot.js");

/// The whole document.
#[cfg(feature = "ssr")]
pub fn shell() -> impl IntoView {
    let request = crate::backend::whole_request();
    let frame = (**request.frame).clone();
    let nonce = leptos::nonce::use_nonce().map(|nonce| nonce.to_string()).unwrap_or_default();
    let catalogue_url = frame
        .languages
        .iter()
        .find(|language| language.locale == frame.locale)
        .map(|language| language.catalogue_url.clone())
        .unwrap_or_default();
    let start = Start { frame: frame.clone(), flash: request.flashed.as_deref().cloned(), catalogue_url: catalogue_url.clone() };
    let json = serde_json::to_string(&start).unwrap_or_default().replace('<', "\\u003c");
    let assets = request.assets.clone();
    if let Some(split) = assets.split.clone() {
        provide_context(split);
    }
    provide(start, request.catalogue.clone(), Hydrated::default());
    let brand_style = format!(":root{{--hue:{:.1};--chroma:{:.3}}}", frame.brand.hue, frame.brand.chroma);
    let boot = format!("({BOOT})({:?},{:?})", assets.script, assets.wasm);
    view! {
        <!DOCTYPE html>
        <html data-theme=frame.theme.clone()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
                <meta name="color-scheme" content="dark light" />
                <link rel="preload" href="/fonts/big-shoulders.woff2" r#as="font" r#type="font/woff2" crossorigin="" />
                <link rel="stylesheet" href=assets.stylesheet.clone() />
                <style nonce=nonce.clone()>{brand_style}</style>
                <link rel="icon" href="/icon.svg" r#type="image/svg+xml" />
                <link rel="modulepreload" href=assets.script.clone() crossorigin="" />
                <link rel="preload" href=assets.wasm.clone() r#as="fetch" r#type="application/wasm" crossorigin="" />
                <link rel="preload" href=catalogue_url r#as="fetch" r#type="application/json" crossorigin="" />
                <script id=crate::frame::ELEMENT_ID r#type="application/json" inner_html=json></script>
                <script r#type="module" nonce=nonce inner_html=boot></script>
                <MetaTags />
            </head>
            <body>
                <crate::App />
            </body>
        </html>
    }
}
