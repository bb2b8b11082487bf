//! To a moment of the past: a dialog for whoever knows when it was.

use super::talk::Talk;
use crate::{i18n::use_i18n, t};
use leptos::{html, prelude::*};
use ui::{Button, Dialog, Glyph, IconButton, Look};

#[component]
pub fn GoTo(talk: Talk) -> impl IntoView {
    let i18n = use_i18n();
    let open = RwSignal::new(false);
    let field = NodeRef::<html::Input>::new();
    let go = move |submitted: web_sys::SubmitEvent| {
        submitted.prevent_default();
        let moment = field.get_untracked().map(|field| field.value()).filter(|moment| !moment.is_empty());
        if moment.is_some() {
            open.set(false);
            talk.jump(None, moment);
        }
    };
    view! {
        <span class="room__go-to"><IconButton glyph=Glyph::Clock label=t!(i18n, "chat-go-to") on_press=Callback::new(move |()| open.set(true)) /></span>
        <Dialog id="room-go-to" open=open title=t!(i18n, "chat-go-to") close_label=t!(i18n, "common-close")>
            <form class="form" on:submit=go>
                <label class="visually-hidden" for="room-moment">{t!(i18n, "chat-go-to")}</label>
                <input class="field__input" type="datetime-local" id="room-moment" node_ref=field />
                <div class="actions actions--end"><Button submit=true look=Look::Primary>{t!(i18n, "chat-go")}</Button></div>
            </form>
        </Dialog>
    }
}
