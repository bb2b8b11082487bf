//! `/studio/emotes`: a new one, and those there are. A plain multipart POST; with scripts it doesn't leave the page.

use super::{emote_row::EmoteRow, server_fns};
use crate::{
    browser::object_url,
    features::studio::StudioHead,
    form::FormState,
    frame::use_viewer,
    i18n::use_i18n,
    remote::{Remote, remote},
    t,
    title::PageTitle,
};
use contract::{
    emotes::{Emote, LARGEST_EMOTE_KIB, LONGEST_EMOTE, MOST_EMOTES, SHORTEST_EMOTE, is_emote_name},
    outcome::Message,
};
use leptos::{html, prelude::*};
use ui::{Bone, Button, Empty, Field, Glyph, Look, Notice, Skeleton, Tone};

const ADD: &str = "/studio/emotes/add";

#[component]
pub fn EmotesPage() -> impl IntoView {
    let i18n = use_i18n();
    let viewer = use_viewer();
    let changes = RwSignal::new(0_u32);
    let changed = Callback::new(move |()| changes.update(|count| *count += 1));
    let emotes = remote(move || (viewer.get().map(|viewer| viewer.account), changes.get()), |_| server_fns::emotes());
    let done = ["emotes", "rename-emote"].into_iter().find_map(|form| FormState::new(form, || None).notice());
    view! {
        <PageTitle text=t!(i18n, "emotes-title") />
        <StudioHead at="/studio/emotes" title=t!(i18n, "emotes-title") />
        <p class="emotes__text">{t!(i18n, "emotes-text")}</p>
        {done.map(|id| view! { <Notice tone=Tone::Good><p>{move || i18n.text(&id, &[])}</p></Notice> })}
        <AddForm changed=changed />
        <Remote resource=emotes skeleton=move || view! { <Skeleton bone=Bone::Row count=3 label=t!(i18n, "common-loading") /> } let:emotes>
            <EmoteGrid emotes=emotes changed=changed />
        </Remote>
    }
}

#[component]
fn EmoteGrid(emotes: Vec<Emote>, changed: Callback<()>) -> impl IntoView {
    let i18n = use_i18n();
    if emotes.is_empty() {
        return view! { <Empty glyph=Glyph::Image title=t!(i18n, "emotes-empty") text=t!(i18n, "emotes-empty-text") /> }.into_any();
    }
    view! {
        <ul class="emotes" aria-label=t!(i18n, "emotes-title")>
            {emotes.into_iter().map(|emote| view! { <EmoteRow emote=emote changed=changed /> }).collect_view()}
        </ul>
    }
    .into_any()
}

#[component]
fn AddForm(changed: Callback<()>) -> impl IntoView {
    let i18n = use_i18n();
    // What went wrong with scripts; without them it waits in the flash.
    let wrong = RwSignal::new(None::<Vec<Message>>);
    let state = FormState::new("add-emote", move || wrong.get());
    let busy = RwSignal::new(false);
    let chosen = RwSignal::new(None::<String>);
    let form = NodeRef::<html::Form>::new();
    let name = NodeRef::<html::Div>::new();
    let show = move |now: Option<String>| {
        if let Some(before) = chosen.try_update(|chosen| std::mem::replace(chosen, now)).flatten() {
            object_url::let_go(&before);
        }
    };
    on_cleanup(move || show(None));
    let choose = move |picked: web_sys::Event| {
        wrong.set(Some(Vec::new()));
        show(object_url::chosen("picture"));
        suggest_name(&picked, name);
    };
    let send = move |submitted: web_sys::SubmitEvent| {
        #[cfg(feature = "ssr")]
        let _ = (submitted, form, changed, busy);
        #[cfg(not(feature = "ssr"))]
        {
            submitted.prevent_default();
            let Some(form) = form.get_untracked() else { return };
            let Ok(data) = web_sys::FormData::new_with_form(&form) else { return };
            busy.set(true);
            leptos::task::spawn_local(async move {
                let sent = crate::browser::picture::send(ADD, data).await;
                if busy.try_set(false).is_some() {
                    return;
                }
                match sent {
                    Ok(()) => {
                        wrong.set(Some(Vec::new()));
                        show(None);
                        form.reset();
                        changed.run(());
                    }
                    Err(reasons) => wrong.set(Some(reasons)),
                }
            });
        }
    };
    let error = state.error("picture");
    view! {
        <form class="form emotes__add" method="post" action=ADD enctype="multipart/form-data" node_ref=form on:submit=send>
            <label class="field">
                <span class="field__label">{t!(i18n, "emotes-picture")}</span>
                <input type="file" id="picture" name="picture" accept="image/png,image/webp,image/gif,image/jpeg" required aria-describedby="picture-hint picture-wrong" on:change=choose />
            </label>
            <p id="picture-hint" class="field__hint">{t!(i18n, "emotes-picture-hint", kib = LARGEST_EMOTE_KIB, most = MOST_EMOTES)}</p>
            <p id="picture-wrong" class="field__error" role="alert">{move || error.get()}</p>
            {move || chosen.get().map(|src| view! { <p class="emotes__shown"><img class="emote" src=src alt=t!(i18n, "emotes-preview") /></p> })}
            <div node_ref=name>
                <Field
                    name="name"
                    id="emote-name"
                    label=t!(i18n, "emotes-name")
                    hint=t!(i18n, "emotes-name-hint", least = SHORTEST_EMOTE, most = LONGEST_EMOTE)
                    required=true
                    maxlength=LONGEST_EMOTE as u32
                    autocomplete="off"
                    value=state.value("name")
                    error=state.error("name")
                />
            </div>
            <div class="form__foot"><Button submit=true look=Look::Primary busy=busy>{t!(i18n, "emotes-add")}</Button></div>
        </form>
    }
}

/// Fills an empty name with that of the file, as far as it is one.
fn suggest_name(picked: &web_sys::Event, name: NodeRef<html::Div>) {
    use wasm_bindgen::JsCast;
    let file = event_target::<web_sys::HtmlInputElement>(picked).files().and_then(|files| files.get(0));
    let field = name.get_untracked().and_then(|name| name.query_selector("input").ok().flatten());
    let (Some(file), Some(field)) = (file, field.and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok())) else { return };
    let suggested = as_name(&file.name());
    if field.value().is_empty() && is_emote_name(&suggested) {
        field.set_value(&suggested);
    }
}

/// A file's name in the letters of an emote's.
fn as_name(file: &str) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem).to_lowercase();
    let plain: String = stem.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    plain.trim_matches('_').chars().take(LONGEST_EMOTE).collect()
}

#[cfg(test)]
mod tests {
    use super::as_name;

    #[test]
    fn a_file_suggests_a_name() {
        assert_eq!(as_name("Dub Siren (2).PNG"), "dub_siren__2");
        assert_eq!(as_name("808.webp"), "808");
        assert_eq!(as_name("ñ.gif"), "");
    }
}
