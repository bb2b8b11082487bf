//! Parts of the player that come in the file of the pages: a visit that plays nothing needs none of them.

use crate::routes::lazy::Page;
use leptos::{prelude::*, reactive::computed::ScopedFuture, task::spawn_local};
use leptos_router::ChooseView;
use std::sync::{Arc, Mutex};

/// The part, from the moment it is first wanted. It stays after that: the next time it is there at once.
#[component]
pub fn Late(part: Page, #[prop(into)] wanted: Signal<bool>) -> impl IntoView {
    let here = RwSignal::new(false);
    let made = Arc::new(Mutex::new(None));
    let making = made.clone();
    // What the part makes lives as long as this component, not as long as a run of the effect.
    let owner = Owner::current().unwrap_or_default();
    Effect::new(move |asked: Option<bool>| {
        let asked = asked.unwrap_or_default();
        if asked || !wanted.get() {
            return asked;
        }
        let making = making.clone();
        let coming = async move {
            let part = part.choose().await;
            if let Ok(mut making) = making.lock() {
                *making = Some(part);
            }
            here.set(true);
        };
        spawn_local(owner.with(|| ScopedFuture::new_untracked(coming)));
        true
    });
    move || if here.get() { made.lock().ok().and_then(|mut made| made.take()) } else { None }
}
