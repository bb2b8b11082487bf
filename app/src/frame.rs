//! What stands around every page: brand, person, language. Rendered into the page as JSON, so that the browser starts with what the
//! server knew and asks for nothing.

use contract::{
    caller::{Locale, Role, Viewer},
    tenants::Brand,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// The id of the script element that carries the frame.
pub const ELEMENT_ID: &str = "frame";

/// Everything the layout needs, known before the first page renders.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Frame {
    pub brand: Brand,
    pub viewer: Option<Viewer>,
    pub locale: Locale,
    pub languages: Vec<LanguageChoice>,
    /// `dark` or `light` when the reader chose one, else the system's.
    pub theme: Option<String>,
    /// Scheme and host of this site.
    pub base_url: String,
    /// Whether mail ends in the development inbox.
    pub development_inbox: bool,
}

/// A language on offer, with the address of its compiled messages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LanguageChoice {
    pub locale: Locale,
    /// In the language itself, such as `Português`.
    pub name: String,
    pub catalogue_url: String,
}

/// The frame as a signal: signing in or out changes it without a reload.
pub fn use_frame() -> RwSignal<Frame> {
    expect_context()
}

/// The signed-in person, if any.
pub fn use_viewer() -> Memo<Option<Viewer>> {
    let frame = use_frame();
    Memo::new(move |_| frame.with(|frame| frame.viewer.clone()))
}

/// Whether the viewer's role is at least `role`.
pub fn reaches(role: Role) -> Signal<bool> {
    let frame = use_frame();
    Signal::derive(move || frame.with(|frame| frame.viewer.as_ref().is_some_and(|viewer| viewer.role >= role)))
}

/// Asks the server for the frame again: after signing in or out.
pub fn refresh_frame() {
    let frame = use_context::<RwSignal<Frame>>();
    leptos::task::spawn_local(async move {
        if let (Some(frame), Ok(now)) = (frame, crate::server_fns::load_frame().await) {
            frame.set(now);
        }
    });
}
