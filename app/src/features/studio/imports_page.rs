//! Folders and feeds on their way in: how far each is, and what could not come in and why. Begins nothing.

use super::{
    live::{Live, live_at},
    server_fns,
    studio_page::StudioHead,
};
use crate::{
    i18n::{argument, use_i18n},
    remote::{Remote, remote},
    t,
    title::PageTitle,
};
use contract::imports::{Import, ImportFailure, ImportState};
use leptos::prelude::*;
use std::time::Duration;
use ui::{Badge, Bone, Empty, Glyph, Icon, Progress, Skeleton, Tone};

/// `/studio/imports`
#[component]
pub fn ImportsPage() -> impl IntoView {
    let i18n = use_i18n();
    let imports = remote(|| (), |()| server_fns::recent_imports());
    view! {
        <PageTitle text=t!(i18n, "studio-imports") />
        <StudioHead at="/studio/imports" title=t!(i18n, "studio-imports") />
        <Remote resource=imports skeleton=move || view! { <Skeleton bone=Bone::Row count=4 label=t!(i18n, "common-loading") /> } let:imports>
            <ImportsList imports=imports />
        </Remote>
    }
}

/// Closely while something moves; now and then otherwise, as imports begin elsewhere.
fn pace(imports: &[Import]) -> Option<Duration> {
    let moves = imports.iter().any(|import| import.state == ImportState::Running || import.waiting.value > 0);
    Some(Duration::from_secs(if moves { 1 } else { 3 }))
}

#[component]
fn ImportsList(imports: Vec<Import>) -> impl IntoView {
    let i18n = use_i18n();
    let Live { data, .. } = live_at(imports, |imports| pace(imports), server_fns::recent_imports);
    let empty = Memo::new(move |_| data.with(Vec::is_empty));
    let ids = move || data.with(|imports| imports.iter().map(|import| import.id).collect::<Vec<_>>());
    let row = move |id| {
        let import = Memo::new(move |_| data.with(|imports| imports.iter().find(|import| import.id == id).cloned()));
        view! { <li class="row row--folds">{move || import.with(Option::is_some).then(|| view! { <ImportRow import=import /> })}</li> }
    };
    view! {
        {move || empty.get().then(|| view! { <Empty glyph=Glyph::Upload title=t!(i18n, "studio-imports-empty") text=t!(i18n, "studio-imports-empty-text") /> })}
        <div class="rows-box"><ul class="rows"><For each=ids key=|id| *id children=row /></ul></div>
        {move || (!empty.get()).then(|| view! { <p class="faint">{t!(i18n, "studio-imports-hint")}</p> })}
    }
}

#[component]
fn ImportRow(import: Memo<Option<Import>>) -> impl IntoView {
    let i18n = use_i18n();
    let part = move |part: fn(&Import) -> String| Memo::new(move |_| import.with(|import| import.as_ref().map(part).unwrap_or_default()));
    let source = part(|import| import.source.clone());
    let about = part(|import| format!("{} · {}", import.dj, import.started.text));
    let state = Memo::new(move |_| import.with(|import| import.as_ref().map_or(ImportState::Ended, |import| import.state)));
    let percent = Signal::derive(move || {
        let share =
            |import: &Import| if import.total.value == 0 { 100.0 } else { import.seen.value as f64 * 100.0 / import.total.value as f64 };
        Some(import.with(|import| import.as_ref().map(share).unwrap_or_default()))
    });
    let failures = Memo::new(move |_| import.with(|import| import.as_ref().map(|import| import.failures.clone()).unwrap_or_default()));
    let progress = Signal::derive(move || i18n.text("studio-import-progress", &[("source", argument(&source.get()))]));
    view! {
        <span class="row__lead"><Icon glyph=Glyph::Upload /></span>
        <div class="row__body">
            <span class="row__title">{move || source.get()} " " {move || view! { <StateBadge state=state.get() /> }}</span>
            <span class="row__note">{move || about.get()}</span>
            <Counts import=import />
            <Progress label=progress value=percent />
            {move || {
                let failures = failures.get();
                (!failures.is_empty()).then(|| view! { <ul class="import__failures">{failures.into_iter().map(|failure| view! { <FailureLine failure=failure /> }).collect_view()}</ul> })
            }}
        </div>
    }
}

#[component]
fn StateBadge(state: ImportState) -> impl IntoView {
    let i18n = use_i18n();
    let tone = match state {
        ImportState::Running => Tone::Accent,
        ImportState::Ended => Tone::Good,
        ImportState::Broken => Tone::Danger,
    };
    view! { <Badge tone=tone>{move || i18n.text(&format!("studio-import-state-{}", state.name()), &[])}</Badge> }
}

/// The figures, each with its words; those that are none are left out.
#[component]
fn Counts(import: Memo<Option<Import>>) -> impl IntoView {
    let i18n = use_i18n();
    let text = move || {
        let import = import.get()?;
        let mut said =
            vec![i18n.text("studio-import-of", &[("seen", argument(&import.seen.text)), ("total", argument(&import.total.text))])];
        let parts = [
            ("studio-import-done", import.done.value),
            ("studio-import-waiting", import.waiting.value),
            ("studio-import-skipped", import.skipped.value),
            ("studio-import-failed", import.failed.value),
        ];
        said.extend(parts.into_iter().filter(|(_, count)| *count > 0).map(|(id, count)| i18n.text(id, &[("count", argument(&count))])));
        Some(said.join(" · "))
    };
    view! { <span class="row__note num" role="status">{text}</span> }
}

#[component]
fn FailureLine(failure: ImportFailure) -> impl IntoView {
    let i18n = use_i18n();
    let ImportFailure { name, reason, mix } = failure;
    let name = match mix {
        Some(mix) => view! { <a href=format!("/studio/mixes/{mix}")>{name}</a> }.into_any(),
        None => view! { <span>{name}</span> }.into_any(),
    };
    view! { <li><b>{name}</b> " " <span class="bad">{move || i18n.message(&reason)}</span></li> }
}
