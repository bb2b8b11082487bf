//! Server functions that belong to no feature.

use crate::frame::Frame;
use contract::{caller::Locale, failure::Failure};
use leptos::prelude::*;

/// The frame as it is now: after signing in or out, and in another language.
#[server(endpoint = "frame", input = server_fn::codec::GetUrl)]
pub async fn load_frame() -> Result<Frame, Failure> {
    Ok((**crate::backend::whole_request().frame).clone())
}

/// Chooses the language of this browser.
#[server(endpoint = "language")]
pub async fn choose_language(locale: String) -> Result<Locale, Failure> {
    crate::backend::choose_language(&locale)
}

/// Chooses `dark`, `light` or, when empty, the system's theme for this browser.
#[server(endpoint = "theme")]
pub async fn choose_theme(theme: String) -> Result<(), Failure> {
    crate::backend::choose_theme(&theme)
}
