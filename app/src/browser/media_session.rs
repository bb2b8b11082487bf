//! The Media Session API: lock screen, media keys. Bound by hand: `web-sys` has it behind its unstable flag only.

use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    type MediaSession;

    #[wasm_bindgen(method, setter, js_name = metadata)]
    fn set_metadata(this: &MediaSession, metadata: &MediaMetadata);

    #[wasm_bindgen(method, setter, js_name = playbackState)]
    fn set_playback_state(this: &MediaSession, state: &str);

    #[wasm_bindgen(method, catch, js_name = setActionHandler)]
    fn set_action_handler(this: &MediaSession, action: &str, handler: &js_sys::Function) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = setPositionState)]
    fn set_position_state(this: &MediaSession, state: &JsValue) -> Result<(), JsValue>;

    type MediaMetadata;

    #[wasm_bindgen(constructor, catch)]
    fn new(init: &JsValue) -> Result<MediaMetadata, JsValue>;
}

/// What the system shows.
pub struct NowPlaying<'a> {
    pub title: &'a str,
    pub artist: &'a str,
    pub album: &'a str,
    /// Width in pixels and address of each picture.
    pub artwork: Vec<(u32, String)>,
}

fn session() -> Option<MediaSession> {
    let navigator = web_sys::window()?.navigator();
    let session = js_sys::Reflect::get(&navigator, &"mediaSession".into()).ok()?;
    (!session.is_undefined()).then(|| session.unchecked_into())
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = js_sys::Object::new();
    for (name, value) in fields {
        // A plain object takes every property.
        let _ = js_sys::Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

/// Shows what plays. iOS wants it again whenever the element says `playing`.
pub fn show(now: &NowPlaying<'_>) {
    let Some(session) = session() else { return };
    let artwork: js_sys::Array = now
        .artwork
        .iter()
        .map(|(px, url)| object(&[("src", url.into()), ("sizes", format!("{px}x{px}").into()), ("type", "image/webp".into())]))
        .collect();
    let init =
        object(&[("title", now.title.into()), ("artist", now.artist.into()), ("album", now.album.into()), ("artwork", artwork.into())]);
    if let Ok(metadata) = MediaMetadata::new(&init) {
        session.set_metadata(&metadata);
    }
}

/// Tells the system whether sound runs.
pub fn set_playing(playing: bool) {
    if let Some(session) = session() {
        session.set_playback_state(if playing { "playing" } else { "paused" });
    }
}

/// Tells the system where the sound is, in seconds.
pub fn set_position(position: f64, duration: f64) {
    let Some(session) = session() else { return };
    if duration.is_finite() && duration > 0.0 {
        let state =
            object(&[("duration", duration.into()), ("position", position.clamp(0.0, duration).into()), ("playbackRate", 1.0.into())]);
        // Refused by browsers that don't know the duration yet; the next call comes within seconds.
        let _ = session.set_position_state(&state);
    }
}

/// Answers a media key for as long as the page lives. `seekTime` or `seekOffset`, in seconds, is passed where the action has one.
pub fn on_action(action: &str, answer: impl Fn(Option<f64>) + 'static) {
    let Some(session) = session() else { return };
    let handler = Closure::<dyn Fn(JsValue)>::new(move |details: JsValue| {
        let number = |name: &str| js_sys::Reflect::get(&details, &name.into()).ok().and_then(|value| value.as_f64());
        answer(number("seekTime").or_else(|| number("seekOffset")));
    });
    // Unknown actions are refused, and then that key isn't ours.
    let _ = session.set_action_handler(action, handler.as_ref().unchecked_ref());
    handler.forget();
}
