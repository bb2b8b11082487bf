//! What a moderator put above the room: a line that leads to its message.

use super::talk::Talk;
use crate::{i18n::use_i18n, t};
use contract::{
    caller::Role,
    chat::{Change, Quote},
};
use leptos::prelude::*;
use ui::{Glyph, Icon, IconButton};

#[component]
pub fn Pin(talk: Talk) -> impl IntoView {
    let i18n = use_i18n();
    let moderates = Memo::new(move |_| talk.reader.with(|reader| reader.as_ref().is_some_and(|reader| reader.role >= Role::Moderator)));
    let take_down = Callback::new(move |()| talk.change(Change::Pin { room: talk.room(), message: None }, String::new()));
    move || {
        talk.pinned.get().map(|Quote { message, name, text }| {
            let name = if name.is_empty() { i18n.text("chat-somebody", &[]) } else { name };
            view! {
                <aside class="room__pin" aria-label=t!(i18n, "chat-pinned")>
                    <Icon glyph=Glyph::Flag />
                    <a href=format!("/live?message={message}") class="room__pin-text" on:click=move |press| {
                        press.prevent_default();
                        talk.jump(Some(message), None);
                    }>
                        <b>{name}</b> " " {text}
                    </a>
                    {move || moderates.get().then(|| view! { <IconButton glyph=Glyph::Close label=t!(i18n, "chat-unpin") on_press=take_down /> })}
                </aside>
            }
        })
    }
}
