//! The server's side of a server function: who asks, what is asked, and how the answer sets cookies and status.

use crate::frame::{Frame, LanguageChoice};
use axum::http::{HeaderName, HeaderValue, StatusCode, header, request::Parts};
use contract::{Services, caller::Caller, failure::Failure};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use phrases::Catalogue;
use std::sync::{Arc, LazyLock};

/// The name of the session cookie.
pub const SESSION_COOKIE: &str = "session";
/// How long a session cookie lives, in seconds: 90 days, renewed by use.
pub const SESSION_COOKIE_SECONDS: u32 = 90 * 24 * 3600;

/// What the server puts beside a request before a page or a server function runs.
#[derive(Clone)]
pub struct Request {
    pub caller: Arc<Caller>,
    pub services: Services,
    pub frame: LazyFrame,
    pub catalogue: Arc<Catalogue>,
    pub assets: Arc<Assets>,
    pub flash: Arc<dyn FlashStore>,
    /// The refused form that sent this reader back, if one did.
    pub flashed: Option<Arc<crate::form::Flash>>,
    /// Whether cookies carry `Secure`.
    pub secure: bool,
}

/// A frame that is made when a page asks for it: sound, pictures and uploads never do.
pub type LazyFrame = Arc<LazyLock<Frame, Box<dyn FnOnce() -> Frame + Send>>>;

/// Addresses of the built files, read once from the build's hash file.
#[derive(Clone, Default)]
pub struct Assets {
    pub stylesheet: String,
    pub script: String,
    pub wasm: String,
    pub split: Option<leptos::WasmSplitManifest>,
}

/// Keeps a refused form for the next page view, for readers without scripts.
pub trait FlashStore: Send + Sync {
    /// Returns the key to put into the cookie.
    fn keep(&self, flash: crate::form::Flash) -> String;
}

/// The caller and the ports: the first line of every server function.
pub fn request() -> (Arc<Caller>, Services) {
    let request = whole_request();
    (request.caller, request.services)
}

/// Everything beside the request.
pub fn whole_request() -> Request {
    expect_context()
}

/// The language choices of a frame.
pub fn language_urls(languages: impl IntoIterator<Item = (contract::caller::Locale, String, String)>) -> Vec<LanguageChoice> {
    languages
        .into_iter()
        .map(|(locale, name, hash)| LanguageChoice { catalogue_url: format!("/i18n/{locale}.{hash}.json"), locale, name })
        .collect()
}

/// Sets the status of the page being rendered.
pub fn set_status(status: u16) {
    if let (Some(response), Ok(status)) = (use_context::<ResponseOptions>(), StatusCode::from_u16(status)) {
        response.set_status(status);
    }
}

/// The status of a failed page.
pub fn set_failure_status(failure: &Failure) {
    set_status(failure.status());
}

/// Signs this browser in.
pub fn set_session(secret: &str) {
    set_cookie(SESSION_COOKIE, secret, SESSION_COOKIE_SECONDS, true);
}

/// Signs this browser out.
pub fn clear_session() {
    set_cookie(SESSION_COOKIE, "", 0, true);
}

/// Sets a first-party cookie for `seconds`; 0 deletes it.
pub fn set_cookie(name: &str, value: &str, seconds: u32, http_only: bool) {
    let secure = if whole_request().secure { "; Secure" } else { "" };
    let hidden = if http_only { "; HttpOnly" } else { "" };
    let cookie = format!("{name}={value}; Path=/; SameSite=Lax; Max-Age={seconds}{hidden}{secure}");
    append_header(header::SET_COOKIE, &cookie);
}

/// Sends a browser without scripts elsewhere; with scripts, the page navigates by itself.
pub fn redirect(path: &str) {
    leptos_axum::redirect(path);
}

/// Whether the form was posted by the browser itself, without scripts.
pub fn is_plain_post() -> bool {
    use_context::<Parts>().is_some_and(|parts| {
        parts.headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok()).is_some_and(|accept| accept.contains("text/html"))
    })
}

fn append_header(name: HeaderName, value: &str) {
    if let (Some(response), Ok(value)) = (use_context::<ResponseOptions>(), HeaderValue::from_str(value)) {
        response.append_header(name, value);
    }
}

/// A year, in seconds: how long choices of this browser are remembered.
const CHOICE_COOKIE_SECONDS: u32 = 365 * 24 * 3600;

/// Remembers the language if the install has it.
///
/// # Errors
/// `NotFound` for a language without strings.
pub fn choose_language(locale: &str) -> Result<contract::caller::Locale, Failure> {
    let frame = whole_request().frame;
    let known = frame.languages.iter().find(|language| language.locale.0 == locale).ok_or(Failure::NotFound)?;
    set_cookie("lang", &known.locale.0, CHOICE_COOKIE_SECONDS, false);
    Ok(known.locale.clone())
}

/// Remembers the theme; anything but `dark` and `light` means the system's.
///
/// # Errors
/// None so far.
pub fn choose_theme(theme: &str) -> Result<(), Failure> {
    match theme {
        "dark" | "light" => set_cookie("theme", theme, CHOICE_COOKIE_SECONDS, false),
        _ => set_cookie("theme", "", 0, false),
    }
    Ok(())
}

/// Signs this browser in when the outcome says so. A plain POST is sent on to the page that fits the role.
pub fn enter<R>(outcome: contract::outcome::Outcome<contract::accounts::SignedIn, R>) -> contract::outcome::Outcome<(), R> {
    use contract::outcome::Outcome;
    match outcome {
        Outcome::Done(signed_in) => {
            set_session(&signed_in.secret);
            if is_plain_post() {
                redirect("/");
            }
            Outcome::Done(())
        }
        Outcome::Refused(reasons) => Outcome::Refused(reasons),
    }
}

/// Signs this browser out; a plain POST lands on the front page.
pub fn leave() {
    clear_session();
    if is_plain_post() {
        redirect("/");
    }
}
