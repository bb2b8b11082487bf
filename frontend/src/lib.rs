//! The browser's entry: takes what the page carried, then hydrates.

use app::shell::{Hydrated, Start, provide};
use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;

/// Called by the boot script with the page's start data and the compiled language. Done when the page answers presses, which for
/// pages of their own file is after that has come.
#[wasm_bindgen]
pub async fn hydrate(start: String, catalogue: String) {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    let (Ok(start), Ok(catalogue)) = (serde_json::from_slice::<Start>(start.as_bytes()), serde_json::from_slice(catalogue.as_bytes()))
    else {
        leptos::logging::error!("the page's start data doesn't parse");
        return;
    };
    #[cfg(target_arch = "wasm32")]
    app::routes::preload(&location().pathname().unwrap_or_default()).await;
    let hydrated = Hydrated::default();
    let page = leptos::mount::hydrate_from_async(leptos::tachys::dom::body(), {
        let hydrated = hydrated.clone();
        move || {
            provide(start, std::sync::Arc::new(catalogue), hydrated);
            view! { <app::App /> }
        }
    });
    page.await.forget();
    hydrated.0.set(true);
}
