//! Pasting a list or a CUE sheet. Without scripts the same form stores what it reads.

use super::state::Editing;
use crate::{
    features::studio::server_fns::{SaveTracklistText, read_pasted},
    form::{FormState, Reply},
    i18n::{argument, use_i18n},
    t,
};
use contract::{ids::MixId, tracklists::Doubt};
use leptos::{prelude::*, server_fn::ServerFn, task::spawn_local};
use ui::{Button, Look, Notice, TextArea, Toasts, Tone};
use wasm_bindgen::JsCast;

#[component]
pub fn Paste(editing: Editing, mix: MixId, text: String) -> impl IntoView {
    let i18n = use_i18n();
    let refused = RwSignal::new(None);
    let state = FormState::new("tracklist", move || refused.get());
    let typed = StoredValue::new(text.clone());
    let doubts = RwSignal::new(None::<Vec<Doubt>>);
    let busy = RwSignal::new(false);
    let read = move || {
        busy.set(true);
        let before = editing.tracks();
        spawn_local(async move {
            let answer = read_pasted(typed.get_value()).await;
            busy.set(false);
            match answer {
                Ok(Reply::Done(list)) => {
                    refused.set(None);
                    let count = list.tracks.len() as u32;
                    editing.load(list.tracks);
                    doubts.set(Some(list.doubts));
                    if let Some(toasts) = Toasts::get() {
                        let text = i18n.text("studio-tracks-read", &[("count", argument(&count))]);
                        toasts.show_with(text, i18n.text("common-undo", &[]), Callback::new(move |()| editing.load(before.clone())));
                    }
                }
                Ok(Reply::Refused(messages)) => refused.set(Some(messages)),
                Err(failure) => {
                    if let Some(toasts) = Toasts::get() {
                        toasts.show(i18n.failure(&failure));
                    }
                }
            }
        });
    };
    // A CUE sheet from the disk: read here, so that its bytes need no way of their own. Rekordbox writes UTF-16, which a browser tells by its mark.
    let choose = move |input: web_sys::HtmlInputElement| {
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        spawn_local(async move {
            let Ok(text) = crate::browser::text_file::read(&file).await else { return };
            typed.set_value(text.clone());
            let area = document().get_element_by_id("text").and_then(|area| area.dyn_into::<web_sys::HtmlTextAreaElement>().ok());
            if let Some(area) = area {
                area.set_value(&text);
            }
            read();
        });
    };
    view! {
        <form
            class="form"
            action=SaveTracklistText::url()
            method="post"
            on:submit=move |press: web_sys::SubmitEvent| {
                press.prevent_default();
                read();
            }
        >
            <input type="hidden" name="mix" value=mix.to_string() />
            <TextArea
                name="text"
                label=t!(i18n, "studio-tracks-paste")
                hint=t!(i18n, "studio-tracks-paste-hint")
                placeholder=t!(i18n, "studio-tracks-paste-example")
                rows=8
                value=Signal::derive(move || state.value("text").or_else(|| Some(text.clone())))
                error=state.error("text")
                on_input=Callback::new(move |text| typed.set_value(text))
            />
            <div class="cluster">
                <Button submit=true look=Look::Plain busy=busy>{t!(i18n, "studio-tracks-read-button")}</Button>
                <label class="button button--ghost studio__file">
                    {move || i18n.text("studio-tracks-file", &[])}
                    <input class="visually-hidden" type="file" accept=".cue,.txt,.csv,.tsv,text/plain" on:change:target=move |input| choose(input.target()) />
                </label>
            </div>
            {move || doubts.get().filter(|doubts| !doubts.is_empty()).map(|doubts| view! { <Doubts doubts=doubts /> })}
        </form>
    }
}

/// What a person should look at, with the line it stands on.
#[component]
fn Doubts(doubts: Vec<Doubt>) -> impl IntoView {
    let i18n = use_i18n();
    let line = move |doubt: Doubt| {
        view! { <li>{move || i18n.text("studio-doubt", &[("line", argument(&doubt.line)), ("what", argument(&i18n.message(&doubt.message)))])}</li> }
    };
    view! {
        <Notice tone=Tone::Plain>
            <p>{t!(i18n, "studio-doubts")}</p>
            <ul class="bullets">{doubts.into_iter().take(20).map(line).collect_view()}</ul>
        </Notice>
    }
}
