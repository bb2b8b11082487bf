//! One mix on the bench: its words, its cover, whether it is out.

use super::{
    cover_form::CoverForm,
    listen::heard,
    live::{Live, live},
    private_links::PrivateLinks,
    release_fields::ReleaseFields,
    replace_form::ReplaceForm,
    server_fns::{self, SaveMix},
    studio_mix_row::Facts,
    versions::Versions,
};
use crate::{
    features::{mixes::PlayMix, player::clock},
    form::{FormDone, FormState, FormSummary, answered, refused, when_done},
    i18n::{argument, use_i18n},
    remote::{Remote, remote},
    t,
    title::PageTitle,
};
use contract::{
    failure::Failure,
    ids::MixId,
    studio::{Checklist, Intake, StudioMixDetail, Visibility},
};
use leptos::{form::ActionForm, prelude::*};
use leptos_router::hooks::use_params_map;
use ui::{Bone, Button, Checkbox, Field, Glyph, Icon, Look, SectionHead, Skeleton, TextArea, Wave};

/// `/studio/mixes/{id}`
#[component]
pub fn EditMixPage() -> impl IntoView {
    let i18n = use_i18n();
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")?.parse::<MixId>().ok()));
    let mix = remote(
        move || id.get(),
        |id| async move {
            match id {
                Some(id) => server_fns::mix(id).await,
                None => Err(Failure::NotFound),
            }
        },
    );
    view! {
        <Remote resource=mix skeleton=move || view! { <Skeleton bone=Bone::Line count=10 label=t!(i18n, "common-loading") /> } let:mix>
            <Editor mix=mix />
        </Remote>
    }
}

fn is_busy(detail: &StudioMixDetail) -> bool {
    matches!(detail.mix.intake, Intake::Waiting | Intake::Analysing { .. })
}

/// The page's parts change one by one as the analysis goes on; fields that were typed in keep what was typed.
#[component]
fn Editor(mix: StudioMixDetail) -> impl IntoView {
    let i18n = use_i18n();
    let save = ServerAction::<SaveMix>::new();
    let answer = answered(save);
    let state = FormState::new("mix", move || refused(answer));
    let id = mix.mix.id;
    let Live { data, look_again } = live(mix, is_busy, move || server_fns::mix(id));
    when_done(answer, move |saved| data.set(saved));
    let row = Memo::new(move |_| data.with(|detail| detail.mix.clone()));
    let ready = Memo::new(move |_| row.with(|row| row.intake == Intake::Ready));
    let public = move || row.with(|row| row.visibility == Visibility::Public);
    let page = Memo::new(move |_| {
        row.with(|row| (row.intake == Intake::Ready && row.visibility != Visibility::Draft).then(|| format!("/mixes/{}", row.slug)))
    });
    let time_zone = data.with_untracked(|detail| detail.time_zone.clone());
    let zone = Signal::derive(move || i18n.text("studio-publish-at-hint", &[("zone", argument(&time_zone))]));
    let scheduled = move || {
        let at = row.with(|row| row.publish_at.as_ref().map(|at| at.text.clone()))?;
        Some(view! { <ui::Badge tone=ui::Tone::Accent>{i18n.text("studio-scheduled", &[("when", argument(&at))])}</ui::Badge> " " })
    };
    let reason = Signal::derive(move || (!ready.get()).then(|| i18n.text("mixes-refused-not-ready", &[])));
    let value = move |field: &'static str, stored: fn(&contract::studio::SaveMix) -> &str| {
        Signal::derive(move || state.value(field).or_else(|| Some(data.with(|detail| stored(&detail.form).to_owned()))))
    };
    // A box that isn't ticked isn't sent, so what else came back tells whether anything did.
    let downloads = Signal::derive(move || match state.value("title") {
        Some(_) => state.value("downloads").is_some(),
        None => data.with(|detail| detail.form.downloads),
    });
    let listen = Memo::new(move |_| data.with(|detail| ready.get().then(|| (detail.audio.clone(), detail.wave.bars()))));
    view! {
        <PageTitle text=Signal::derive(move || row.with(|row| row.title.clone())) />
        <header class="head">
            <p class="eyebrow"><a href="/studio">{t!(i18n, "nav-studio")}</a></p>
            <h1>{move || row.with(|row| row.title.clone())}</h1>
            <div class="cluster">
                <Facts mix=Signal::derive(move || Some(row.get())) />
                <Show when=move || ready.get()><a class="link" href=format!("/studio/mixes/{id}/tracklist")>{t!(i18n, "studio-tracklist")}</a></Show>
                {move || page.get().map(|page| view! { <a class="link" href=page>{t!(i18n, "studio-see-page")}</a> })}
            </div>
        </header>
        {move || listen.get().map(|(audio, wave)| view! { <Listen mix=row.get_untracked() audio=audio wave=wave /> })}
        <FormDone state=state value=answer id="studio-saved" />
        <div class="studio__editor">
            <ActionForm action=save attr:class="form form--wide">
                <FormSummary state=state failure=answer />
                <input type="hidden" name="id" value=id.to_string() />
                <Field name="title" label=t!(i18n, "studio-title") required=true maxlength=191 value=value("title", |form| &form.title) error=state.error("title") />
                <Field name="slug" label=t!(i18n, "studio-slug") hint=t!(i18n, "studio-slug-hint") value=value("slug", |form| &form.slug) error=state.error("slug") />
                <TextArea name="description" label=t!(i18n, "studio-description") hint=t!(i18n, "studio-description-hint") rows=8 value=value("description", |form| &form.description) error=state.error("description") />
                <div class="form__row">
                    <Field name="genres" label=t!(i18n, "mixes-genres") hint=t!(i18n, "studio-labels-hint") value=value("genres", |form| &form.genres) error=state.error("genres") />
                    <Field name="moods" label=t!(i18n, "studio-moods") hint=t!(i18n, "studio-labels-hint") value=value("moods", |form| &form.moods) error=state.error("moods") />
                    <Field name="date" label=t!(i18n, "studio-date") kind="date" value=value("date", |form| &form.date) error=state.error("date") />
                </div>
                <Versions data=data />
                <ReleaseFields state=state data=data />
                <Show when=move || !public()>
                    <Field name="publish_at" kind="datetime-local" label=t!(i18n, "studio-publish-at") hint=zone value=value("publish_at", |form| &form.publish_at) error=state.error("publish_at") />
                </Show>
                <Checkbox name="downloads" label=t!(i18n, "studio-downloads") hint=t!(i18n, "studio-downloads-hint") checked=downloads />
                <div class="save-bar">
                    <span class="studio__saved">{scheduled} {move || i18n.text("studio-changed", &[("when", argument(&row.with(|row| row.changed.text.clone())))])}</span>
                    <div class="cluster">
                        <Button submit=true look=Look::Ghost name="visibility" value=Some("draft".to_owned())>{t!(i18n, "studio-save-draft")}</Button>
                        <Show when=move || ready.get()>
                            <Button submit=true look=Look::Ghost name="visibility" value=Some("unlisted".to_owned())>{t!(i18n, "studio-save-unlisted")}</Button>
                        </Show>
                        <Button submit=true look=Look::Primary name="visibility" value=Some("public".to_owned()) reason=reason busy=save.pending()>
                            {move || i18n.text(if public() { "common-save" } else { "studio-publish" }, &[])}
                        </Button>
                    </div>
                </div>
            </ActionForm>
            <aside class="panels">
                <CoverForm mix=row changed=look_again />
                <Show when=move || ready.get() && !public()><PrivateLinks data=data changed=look_again /></Show>
                <Show when=move || ready.get()><ReplaceForm data=data /></Show>
                <Before checklist=Signal::derive(move || data.with(|detail| detail.checklist.clone())) />
            </aside>
        </div>
    }
}

/// What is there and what is missing before a mix goes out. Nothing of it but the analysis keeps a DJ from publishing.
#[component]
fn Before(checklist: Signal<Checklist>) -> impl IntoView {
    let i18n = use_i18n();
    let point = move |text: Signal<String>, done: fn(&Checklist) -> bool| {
        let done = Memo::new(move |_| checklist.with(done));
        let glyph = Signal::derive(move || if done.get() { Glyph::Check } else { Glyph::Alert });
        let state = move || i18n.text(if done.get() { "studio-check-there" } else { "studio-check-missing" }, &[]);
        view! {
            <li class="checks__point" class:checks__point--done=done>
                <Icon glyph=glyph />
                <span>{move || text.get()} <span class="visually-hidden">": " {state}</span></span>
            </li>
        }
    };
    view! {
        <section class="panel" aria-labelledby="checks-title">
            <SectionHead title=t!(i18n, "studio-checks") id="checks-title" small=true />
            <ul class="checks">
                {point(t!(i18n, "studio-check-analysed"), |list| list.analysed)}
                {point(t!(i18n, "studio-check-described"), |list| list.described)}
                {point(t!(i18n, "studio-check-genres"), |list| list.has_genres)}
                {point(t!(i18n, "studio-check-tracks"), |list| list.has_tracks)}
            </ul>
        </section>
    }
}

/// The wave with a play button, to hear what goes out.
#[component]
fn Listen(mix: contract::studio::StudioMix, audio: Option<contract::mixes::AudioSource>, wave: Vec<u8>) -> impl IntoView {
    let i18n = use_i18n();
    let Some(summary) = heard(&mix, audio) else { return ().into_any() };
    view! {
        <section class="section" aria-label=t!(i18n, "mixes-wave")>
            <SectionHead title=t!(i18n, "studio-listen") small=true><span class="num faint">{clock(mix.duration_ms.value)}</span></SectionHead>
            <div class="between">
                <PlayMix mix=summary small=true />
                <div class="mix__wave"><Wave id="edit" peaks=wave bars=280 /></div>
            </div>
        </section>
    }
    .into_any()
}
