//! What is shown once: a token, or the secret of a webhook.

use crate::{
    browser::share::{self, Shared},
    form::FormState,
    i18n::{argument, use_i18n},
    t,
};
use contract::bots::BotSecret;
use leptos::prelude::*;
use ui::{Button, Field, Glyph, Toasts};

/// A secret, and what it is.
#[derive(Clone, PartialEq)]
pub struct Once {
    /// The message that says so: `bots-token-once` or `bots-secret-once`.
    pub notice: String,
    pub name: String,
    pub secret: String,
}

impl Once {
    pub fn new(notice: &str, told: BotSecret) -> Self {
        Self { notice: notice.to_owned(), name: told.name, secret: told.secret }
    }

    /// What a plain POST left for this view of the page.
    pub fn flashed() -> Option<Self> {
        let state = FormState::new("bot-secret", || None);
        Some(Self { notice: state.notice()?, name: state.value("name")?, secret: state.value("secret")? })
    }
}

#[component]
pub fn ShownOnce(once: RwSignal<Option<Once>>) -> impl IntoView {
    move || once.get().map(|once| view! { <Panel once=once /> })
}

#[component]
fn Panel(once: Once) -> impl IntoView {
    let i18n = use_i18n();
    let toasts = Toasts::get();
    let Once { notice, name, secret } = once;
    let text = move || i18n.text(&notice, &[("name", argument(&name))]);
    let copied = secret.clone();
    let copy = Callback::new(move |()| {
        let secret = copied.clone();
        leptos::task::spawn_local(async move {
            if share::copy(&secret).await == Shared::Copied
                && let Some(toasts) = toasts
            {
                toasts.show(i18n.text("bots-copied", &[]));
            }
        });
    });
    view! {
        <div class="panel bot-once" role="status">
            <p>{text}</p>
            <div class="bot-once__secret">
                <Field name="secret" id="bot-secret" label=t!(i18n, "bots-secret") value=Some(secret) readonly=true />
                <Button on_press=copy glyph=Glyph::Copy>{t!(i18n, "bots-copy")}</Button>
            </div>
        </div>
    }
}
