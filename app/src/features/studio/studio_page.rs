//! The Studio's front: drop files, see them come in, open a mix.

use super::{
    bulk::Bulk,
    drop_zone::DropZone,
    live::{Live, live},
    server_fns,
    studio_mix_row::StudioMixRow,
    uploads::Uploads,
};
use crate::{
    frame::reaches,
    i18n::{argument, use_i18n},
    remote::{Remote, remote},
    t,
    title::PageTitle,
};
use contract::{
    caller::Role,
    studio::{Intake, StudioMix, StudioOverview},
};
use leptos::prelude::*;
use ui::{Bone, Empty, Glyph, Meter, SectionHead, Skeleton, Tab, Tabs};

/// `/studio`
#[component]
pub fn StudioPage() -> impl IntoView {
    let i18n = use_i18n();
    let overview = remote(|| (), |()| server_fns::overview());
    let dj = reaches(Role::Dj);
    view! {
        <PageTitle text=t!(i18n, "nav-studio") />
        <StudioHead at="/studio" title=t!(i18n, "nav-studio") />
        <Show when=move || dj.get()><DropZone overview=overview /></Show>
        <Remote resource=overview skeleton=move || view! { <Skeleton bone=Bone::Row count=4 label=t!(i18n, "common-loading") /> } let:overview>
            <StudioView overview=overview />
        </Remote>
    }
}

/// Title and the ways to the Studio's other pages.
#[component]
pub fn StudioHead(at: &'static str, #[prop(into)] title: Signal<String>) -> impl IntoView {
    let i18n = use_i18n();
    let (moderator, dj, admin) = (reaches(Role::Moderator), reaches(Role::Dj), reaches(Role::Admin));
    let tab = move |href: &'static str, label: Signal<String>| Tab::new(href, label, Signal::stored(at == href));
    view! {
        <header class="head">
            <p class="eyebrow">{t!(i18n, "nav-studio")}</p>
            <h1>{title}</h1>
            {move || moderator.get().then(|| {
                let mut tabs = Vec::new();
                if dj.get() {
                    tabs.extend([
                        tab("/studio", t!(i18n, "nav-mixes")),
                        tab("/studio/imports", t!(i18n, "studio-imports")),
                        tab("/studio/requests", t!(i18n, "requests-title")),
                        tab("/studio/emotes", t!(i18n, "emotes-title")),
                    ]);
                }
                tabs.push(tab("/studio/moderation", t!(i18n, "moderation-title")));
                if admin.get() {
                    tabs.extend([
                        tab("/studio/people", t!(i18n, "studio-people")),
                        tab("/studio/bots", t!(i18n, "bots-title")),
                        tab("/studio/brand", t!(i18n, "studio-brand")),
                    ]);
                }
                view! { <Tabs label=t!(i18n, "nav-studio") tabs=tabs /> }
            })}
        </header>
    }
}

/// Files come in while the rest looks again.
fn is_busy(overview: &StudioOverview) -> bool {
    overview.mixes.iter().any(|mix| matches!(mix.intake, Intake::Waiting | Intake::Analysing { .. }))
}

#[component]
fn StudioView(overview: StudioOverview) -> impl IntoView {
    let i18n = use_i18n();
    let uploads = Uploads::get();
    let Live { data, look_again } = live(overview, is_busy, server_fns::overview);
    Effect::new(move |seen: Option<u32>| {
        let finished = uploads.finished.get();
        if seen.is_some_and(|seen| seen != finished) {
            look_again.run(());
        }
        finished
    });
    let read = move |part: fn(&StudioOverview) -> &str| move || data.with(|overview| part(overview).to_owned());
    let share = Signal::derive(move || {
        data.with(|overview| if overview.quota.value == 0 { 0.0 } else { overview.used.value as f64 * 100.0 / overview.quota.value as f64 })
    });
    let storage = Signal::derive(move || {
        let (used, quota) = data.with(|overview| (overview.used.text.clone(), overview.quota.text.clone()));
        i18n.text("studio-storage-of", &[("used", argument(&used)), ("quota", argument(&quota))])
    });
    // What this tab is sending stands above, with its progress.
    let listed = move || {
        let sending: Vec<_> = uploads.running.get().iter().filter_map(|upload| upload.mix.get()).collect();
        let shown = |mix: &&StudioMix| !(matches!(mix.intake, Intake::Uploading { .. }) && sending.contains(&mix.id));
        data.with(|overview| overview.mixes.iter().filter(shown).map(|mix| mix.id).collect::<Vec<_>>())
    };
    let row = move |id| {
        let mix = Memo::new(move |_| data.with(|overview| overview.mixes.iter().find(|mix| mix.id == id).cloned()));
        view! { <StudioMixRow mix=mix changed=look_again /> }
    };
    let empty = Memo::new(move |_| data.with(|overview| overview.mixes.is_empty()));
    let kpi = |label: Signal<String>, value| view! { <div class="kpi"><dt class="kpi__label">{label}</dt><dd class="kpi__value num">{value}</dd></div> };
    view! {
        <dl class="kpis">
            {kpi(t!(i18n, "studio-plays"), read(|overview| &overview.plays.text))}
            {kpi(t!(i18n, "studio-likes"), read(|overview| &overview.likes.text))}
            {kpi(t!(i18n, "studio-published"), read(|overview| &overview.published.text))}
        </dl>
        <Meter label=t!(i18n, "studio-storage") value=share text=storage />
        <section class="section" aria-labelledby="studio-mixes">
            <SectionHead title=t!(i18n, "nav-mixes") id="studio-mixes">
                <Show when=move || !empty.get()><span class="cluster"><a class="faint" href="/studio/duplicates">{t!(i18n, "studio-duplicates")}</a> <a class="faint" href="/studio/mixes.csv" rel="external" download="mixes.csv">{t!(i18n, "studio-csv")}</a></span></Show>
            </SectionHead>
            {move || empty.get().then(|| view! { <Empty glyph=Glyph::Disc title=t!(i18n, "studio-empty-title") text=t!(i18n, "studio-empty-text") /> })}
            <Show when=move || !empty.get()><Bulk changed=look_again /></Show>
            <div class="rows-box"><ul class="rows"><For each=listed key=|id| *id children=row /></ul></div>
        </section>
    }
}
