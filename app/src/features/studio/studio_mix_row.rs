//! A mix in the Studio's list: where it stands, what is known of it, delete with a way back.

use super::server_fns::{delete_mix, undo_delete_mix};
use crate::{features::mixes::cover_urls, form::Reply, i18n::use_i18n, t};
use contract::studio::{Intake, StudioMix, Visibility};
use leptos::{prelude::*, task::spawn_local};
use ui::{Badge, Cover, Glyph, Icon, IconButton, LinkButton, Progress, Toasts, Tone, Wave};

#[component]
pub fn StudioMixRow(mix: StudioMix, changed: Callback<()>) -> impl IntoView {
    let i18n = use_i18n();
    let id = mix.id;
    let title = mix.title.clone();
    let delete = Callback::new(move |()| {
        spawn_local(async move {
            let Ok(Reply::Done(undo)) = delete_mix(id).await else { return };
            changed.run(());
            let take_back = Callback::new(move |()| {
                spawn_local(async move {
                    // Too late is said by the list, which then lacks the mix.
                    let _ = undo_delete_mix(id).await;
                    changed.run(());
                });
            });
            if let Some(toasts) = Toasts::get() {
                let text = i18n.text("studio-deleted-title", &[("title", crate::i18n::argument(&undo.title))]);
                toasts.show_with(text, i18n.text("common-undo", &[]), take_back);
            }
        });
    });
    let lead = match &mix.cover {
        Some(cover) => {
            view! { <Cover urls=Some(cover_urls(cover)) alt="" seed=mix.slug.clone() sizes="64px" thumb=cover.placeholder.clone() /> }
                .into_any()
        }
        None => view! { <Icon glyph=Glyph::Disc /> }.into_any(),
    };
    let address = format!("/studio/mixes/{id}");
    let ready = mix.intake == Intake::Ready;
    let wave = ready.then(|| view! { <div class="row__wave"><Wave id=format!("studio-{id}") peaks=mix.peaks.bars() bars=64 /></div> });
    view! {
        <li class="row row--folds">
            <span class="row__lead">{lead}</span>
            <div class="row__body">
                <span class="row__title"><a href=address.clone()>{mix.title.clone()}</a> " " <Status visibility=mix.visibility ready=ready /></span>
                <Facts mix=mix.clone() />
                {wave}
            </div>
            <div class="row__more">
                <LinkButton href=address small=true>{t!(i18n, "studio-edit")}</LinkButton>
                <IconButton glyph=Glyph::Trash label=t!(i18n, "studio-delete", title = title) on_press=delete />
            </div>
        </li>
    }
}

#[component]
fn Status(visibility: Visibility, ready: bool) -> impl IntoView {
    let i18n = use_i18n();
    let tone = if visibility == Visibility::Public { Tone::Good } else { Tone::Plain };
    let name = visibility.name();
    ready.then(|| view! { <Badge tone=tone>{move || i18n.text(&format!("studio-visibility-{name}"), &[])}</Badge> })
}

/// What is known of the file, or how far it is, or what is wrong with it.
#[component]
pub fn Facts(mix: StudioMix) -> impl IntoView {
    let i18n = use_i18n();
    match mix.intake {
        Intake::Uploading { received_bytes, size_bytes, .. } => {
            let percent = (received_bytes * 100).checked_div(size_bytes).unwrap_or(0);
            view! { <span class="row__note num">{t!(i18n, "studio-interrupted", percent = percent, name = mix.file_name)}</span> }
                .into_any()
        }
        Intake::Waiting => view! { <span class="row__note" role="status">{t!(i18n, "studio-waiting")}</span> }.into_any(),
        Intake::Analysing { percent } => view! {
            <span class="row__note num" role="status">{t!(i18n, "studio-analysing", percent = percent)}</span>
            <Progress label=t!(i18n, "studio-analysis") value=Signal::stored(Some(f64::from(percent))) />
        }
        .into_any(),
        Intake::Failed { reason } => view! { <span class="row__note bad" role="status">{move || i18n.message(&reason)}</span> }.into_any(),
        Intake::Ready => view! { <span class="row__note num">{mix.facts.join(" · ")}</span> }.into_any(),
    }
}
