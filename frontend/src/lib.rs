//! The browser's entry: takes what the page carried, then hydrates.

use app::shell::{Start, provide};
use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;

/// Called by the boot script with the page's start data and the compiled language.
#[wasm_bindgen]
pub fn hydrate(start: &str, catalogue: &str) {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    let (Ok(start), Ok(catalogue)) = (serde_json::from_str::<Start>(start), serde_json::from_str(catalogue)) else {
        leptos::logging::error!("the page's start data doesn't parse");
        return;
    };
    leptos::mount::hydrate_body(move || {
        provide(start, std::sync::Arc::new(catalogue));
        view! { <app::App /> }
    });
}
