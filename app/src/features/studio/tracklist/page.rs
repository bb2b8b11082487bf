//! The page around the list: hear, paste, mark, save.

use super::{
    marks::{Close, Marks},
    paste::Paste,
    rows::Rows,
    state::Editing,
};
use crate::{
    features::{
        player::Player,
        studio::{
            listen::heard,
            server_fns::{self, save_tracklist},
        },
    },
    form::Reply,
    i18n::{argument, use_i18n},
    remote::{Remote, remote},
    t,
    title::PageTitle,
};
use contract::{
    failure::Failure,
    ids::MixId,
    outcome::Message,
    tracklists::{StudioTracklist, Track},
};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::hooks::use_params_map;
use ui::{Bone, Button, Checkbox, Empty, FieldError, FormErrors, Glyph, Look, SectionHead, Skeleton, Toasts};

/// `/studio/mixes/{id}/tracklist`
#[component]
pub fn TracklistPage() -> impl IntoView {
    let i18n = use_i18n();
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")?.parse::<MixId>().ok()));
    let list = remote(
        move || id.get(),
        |id| async move {
            match id {
                Some(id) => server_fns::tracklist(id).await,
                None => Err(Failure::NotFound),
            }
        },
    );
    view! {
        <Remote resource=list skeleton=move || view! { <Skeleton bone=Bone::Line count=10 label=t!(i18n, "common-loading") /> } let:list>
            <Editor list=list />
        </Remote>
    }
}

#[component]
fn Editor(list: StudioTracklist) -> impl IntoView {
    let i18n = use_i18n();
    let player = Player::get();
    let StudioTracklist { mix, tracks, text, audio, wave, beats } = list;
    let (id, title, duration_ms) = (mix.id, mix.title.clone(), mix.duration_ms.value);
    let heard = heard(&mix, audio);
    let (in_head, on_wave) = (heard.clone(), heard.clone());
    let editing = Editing::new(tracks, beats, duration_ms);
    let messages = RwSignal::new(Vec::<Message>::new());
    let saving = RwSignal::new(false);
    let save = Callback::new(move |()| {
        saving.set(true);
        spawn_local(async move {
            let answer = save_tracklist(id, editing.tracks()).await;
            saving.set(false);
            let said = match answer {
                Ok(Reply::Done(_)) => {
                    messages.set(vec![]);
                    editing.changed.set(false);
                    i18n.text("studio-tracks-saved", &[])
                }
                Ok(Reply::Refused(reasons)) => return messages.set(reasons),
                Err(failure) => i18n.failure(&failure),
            };
            if let Some(toasts) = Toasts::get() {
                toasts.show(said);
            }
        });
    });
    warn_before_leaving(editing);
    let tap = Callback::new(move |()| editing.tap(player.position_ms.get_untracked()));
    let slug = mix.slug.clone();
    let loaded = Memo::new(move |_| player.has(&slug));
    let silent = Signal::derive(move || (!loaded.get()).then(|| i18n.text("studio-tap-listen-first", &[])));
    let count = move || editing.rows.with(Vec::len) as u32;
    let errors = Signal::derive(move || {
        messages.with(|all| all.iter().map(|message| FieldError::new("", i18n.message(message))).collect::<Vec<_>>())
    });
    view! {
        <PageTitle text=Signal::derive(move || i18n.text("studio-tracklist-of", &[("title", argument(&title))])) />
        <header class="head">
            <p class="eyebrow"><a href="/studio">{t!(i18n, "nav-studio")}</a> " · " <a href=format!("/studio/mixes/{id}")>{mix.title.clone()}</a></p>
            <h1>{t!(i18n, "studio-tracklist")}</h1>
        </header>
        <section class="section" aria-labelledby="tracks-wave">
            <SectionHead title=t!(i18n, "mixes-wave") id="tracks-wave" small=true>
                {in_head.map(|mix| view! { <crate::features::mixes::PlayMix mix=mix small=true /> })}
            </SectionHead>
            <Marks editing=editing mix=on_wave wave=wave.bars() />
            <Close editing=editing mix=id />
            <div class="cluster">
                <Button glyph=Glyph::Flag reason=silent on_press=tap>{t!(i18n, "studio-tap")}</Button>
                {editing.has_beats().then(|| view! {
                    <Checkbox name="snap" label=t!(i18n, "studio-snap") checked=true on_change=Callback::new(move |on| editing.snap.set(on)) />
                })}
            </div>
        </section>
        <section class="section" aria-labelledby="tracks">
            <SectionHead title=t!(i18n, "studio-tracks") id="tracks" small=true>
                <span class="faint num">{move || i18n.text("studio-tracks-count", &[("count", argument(&count()))])}</span>
            </SectionHead>
            <FormErrors title=t!(i18n, "common-fix-these") errors=errors />
            {move || (count() == 0).then(|| view! { <Empty glyph=Glyph::Queue title=t!(i18n, "studio-tracks-empty") text=t!(i18n, "studio-tracks-empty-text") /> })}
            <Rows editing=editing mix=heard />
            <div class="save-bar">
                <span class="studio__saved">{move || editing.changed.get().then(|| i18n.text("studio-tracks-unsaved", &[]))}</span>
                <div class="cluster">
                    <Button look=Look::Ghost glyph=Glyph::Plus on_press=Callback::new(move |()| editing.add(Track::default()))>{t!(i18n, "studio-track-add")}</Button>
                    <Button look=Look::Primary busy=saving on_press=save>{t!(i18n, "common-save")}</Button>
                </div>
            </div>
        </section>
        <section class="section" aria-labelledby="tracks-paste">
            <SectionHead title=t!(i18n, "studio-tracks-as-text") id="tracks-paste" small=true />
            <Paste editing=editing mix=id text=text />
        </section>
    }
}

/// A tab closed by mistake asks first while something isn't saved.
fn warn_before_leaving(editing: Editing) {
    Effect::new(move |_| {
        let handle = window_event_listener(leptos::ev::beforeunload, move |leaving| {
            if editing.changed.try_get_untracked() == Some(true) {
                leaving.prevent_default();
            }
        });
        on_cleanup(move || handle.remove());
    });
}
