//! The Studio's front: drop files, see them come in, open a mix.

use super::{
    server_fns,
    studio_mix_row::StudioMixRow,
    upload_row::UploadRow,
    uploads::{Transfer, Uploads},
};
use crate::{
    frame::reaches,
    i18n::use_i18n,
    remote::{Remote, remote},
    t,
};
use contract::{
    caller::Role,
    studio::{Intake, StudioOverview},
};
use leptos::prelude::*;
use leptos_meta::Title;
use std::time::Duration;
use ui::{Bone, Empty, Glyph, Icon, Meter, SectionHead, Skeleton, Tab, Tabs};

/// While something is analysed the list looks again this often.
const LOOK_AGAIN: Duration = Duration::from_millis(1_000);

/// `/studio`
#[component]
pub fn StudioPage() -> impl IntoView {
    let i18n = use_i18n();
    let uploads = Uploads::get();
    let round = RwSignal::new(0_u32);
    let overview = remote(move || (round.get(), uploads.finished.get()), |_| server_fns::overview());
    let changed = Callback::new(move |()| round.update(|round| *round += 1));
    view! {
        <Title text=t!(i18n, "nav-studio") />
        <StudioHead at="/studio" title=t!(i18n, "nav-studio") />
        <Remote resource=overview skeleton=move || view! { <Skeleton bone=Bone::Row count=4 label=t!(i18n, "common-loading") /> } let:overview>
            <StudioView overview=overview changed=changed />
        </Remote>
    }
}

/// Title and the ways to the Studio's other pages.
#[component]
pub fn StudioHead(at: &'static str, #[prop(into)] title: Signal<String>) -> impl IntoView {
    let i18n = use_i18n();
    let admin = reaches(Role::Admin);
    let tab = move |href: &'static str, label: Signal<String>| Tab::new(href, label, Signal::stored(at == href));
    view! {
        <header class="head">
            <p class="eyebrow">{t!(i18n, "nav-studio")}</p>
            <h1>{title}</h1>
            {move || admin.get().then(|| view! {
                <Tabs
                    label=t!(i18n, "nav-studio")
                    tabs=vec![
                        tab("/studio", t!(i18n, "nav-mixes")),
                        tab("/studio/people", t!(i18n, "studio-people")),
                        tab("/studio/brand", t!(i18n, "studio-brand")),
                    ]
                />
            })}
        </header>
    }
}

#[component]
fn StudioView(overview: StudioOverview, changed: Callback<()>) -> impl IntoView {
    let i18n = use_i18n();
    let working = overview.mixes.iter().any(|mix| matches!(mix.intake, Intake::Waiting | Intake::Analysing { .. }));
    if working {
        Effect::new(move |_| {
            let handle = set_timeout_with_handle(move || changed.run(()), LOOK_AGAIN);
            on_cleanup(move || {
                if let Ok(handle) = handle {
                    handle.clear();
                }
            });
        });
    }
    let share = if overview.quota.value == 0 { 0.0 } else { overview.used.value as f64 * 100.0 / overview.quota.value as f64 };
    let (used, quota) = (overview.used.text.clone(), overview.quota.text.clone());
    let kpi = |label: Signal<String>, value: String| view! { <div class="kpi"><dt class="kpi__label">{label}</dt><dd class="kpi__value num">{value}</dd></div> };
    view! {
        <dl class="kpis">
            {kpi(t!(i18n, "studio-plays"), overview.plays.text)}
            {kpi(t!(i18n, "studio-likes"), overview.likes.text)}
            {kpi(t!(i18n, "studio-published"), overview.published.text)}
        </dl>
        <DropZone limit=overview.max_upload.text />
        <Meter label=t!(i18n, "studio-storage") value=share text=t!(i18n, "studio-storage-of", used = used, quota = quota) />
        <section class="section" aria-labelledby="studio-mixes">
            <SectionHead title=t!(i18n, "nav-mixes") id="studio-mixes" />
            {if overview.mixes.is_empty() {
                view! { <Empty glyph=Glyph::Disc title=t!(i18n, "studio-empty-title") text=t!(i18n, "studio-empty-text") /> }.into_any()
            } else {
                view! {
                    <div class="rows-box"><ul class="rows">
                        {overview.mixes.into_iter().map(|mix| view! { <StudioMixRow mix=mix changed=changed /> }).collect_view()}
                    </ul></div>
                }.into_any()
            }}
        </section>
    }
}

/// Takes files by picker or drop, several at once.
#[component]
fn DropZone(limit: String) -> impl IntoView {
    let i18n = use_i18n();
    let uploads = Uploads::get();
    let over = RwSignal::new(false);
    let drop = move |dropped: web_sys::DragEvent| {
        dropped.prevent_default();
        over.set(false);
        if let Some(files) = dropped.data_transfer().and_then(|data| data.files()) {
            uploads.add(&files);
        }
    };
    let pick = move |picked: web_sys::Event| {
        let input = event_target::<web_sys::HtmlInputElement>(&picked);
        if let Some(files) = input.files() {
            uploads.add(&files);
        }
        // So that choosing the same file again is a change too.
        input.set_value("");
    };
    let rows = move || {
        uploads
            .running
            .get()
            .into_iter()
            .filter(|upload| upload.state.get() != Transfer::Done)
            .map(|upload| view! { <UploadRow upload=upload /> })
            .collect_view()
    };
    view! {
        <section class="panel" aria-label=t!(i18n, "studio-new-mix")>
            <SectionHead title=t!(i18n, "studio-new-mix") small=true />
            <label
                class="drop"
                class:drop--over=over
                on:dragover=move |dragged: web_sys::DragEvent| {
                    dragged.prevent_default();
                    over.set(true);
                }
                on:dragleave=move |_| over.set(false)
                on:drop=drop
            >
                <Icon glyph=Glyph::Upload />
                <span class="drop__title">{t!(i18n, "studio-drop")}</span>
                <span class="faint">{t!(i18n, "studio-drop-formats", limit = limit)}</span>
                <input class="drop__input" type="file" multiple accept="audio/*,.mp3,.m4a,.aac,.flac,.wav,.aif,.aiff,.ogg,.opus" aria-label=t!(i18n, "studio-drop") on:change=pick />
            </label>
            <noscript inner_html=move || format!("<p>{}</p>", i18n.text("studio-upload-scripts", &[]))></noscript>
            <div class="rows-box"><ul class="rows">{rows}</ul></div>
        </section>
    }
}
