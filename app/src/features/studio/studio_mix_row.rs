//! A mix in the Studio's list: where it stands, what is known of it, delete with a way back.

use super::server_fns::{delete_mix, undo_delete_mix};
use crate::{
    features::mixes::cover_urls,
    form::Reply,
    i18n::{argument, use_i18n},
    t,
};
use contract::studio::{Intake, StudioMix, Visibility};
use leptos::{prelude::*, task::spawn_local};
use ui::{Badge, Cover, Glyph, Icon, IconButton, LinkButton, Progress, Toasts, Tone, Wave};

/// The mix without how far its analysis is: what a row is drawn again for.
fn at_rest(mut mix: StudioMix) -> StudioMix {
    if let Intake::Analysing { percent } = &mut mix.intake {
        *percent = 0;
    }
    mix
}

/// `mix` is `None` for the moment between its deletion and the row's end.
#[component]
pub fn StudioMixRow(
    mix: Memo<Option<StudioMix>>,
    changed: Callback<()>,
    /// Whether it can be chosen for a change to many.
    #[prop(default = true)]
    tick: bool,
) -> impl IntoView {
    let resting = Memo::new(move |_| mix.get().map(at_rest));
    view! { <li class="row row--folds">{move || resting.get().map(|resting| view! { <Row resting=resting mix=mix changed=changed tick=tick /> })}</li> }
}

#[component]
fn Row(resting: StudioMix, mix: Memo<Option<StudioMix>>, changed: Callback<()>, tick: bool) -> impl IntoView {
    let i18n = use_i18n();
    let StudioMix { id, slug, title, visibility, publish_at, intake, cover, peaks, .. } = resting;
    let tick = tick.then(|| {
        let title = title.clone();
        let label = move || i18n.text("studio-tick", &[("title", argument(&title))]);
        view! {
            <label class="row__tick">
                <input type="checkbox" form=super::bulk::FORM name="mixes[]" value=id.to_string() aria-label=label />
            </label>
        }
    });
    let failed = move |failure| {
        if let Some(toasts) = Toasts::get() {
            toasts.show(i18n.failure(&failure));
        }
    };
    let delete = Callback::new(move |()| {
        spawn_local(async move {
            let undo = match delete_mix(id).await {
                Ok(Reply::Done(undo)) => undo,
                Ok(Reply::Refused(_)) => return changed.run(()),
                Err(failure) => return failed(failure),
            };
            changed.run(());
            let take_back = Callback::new(move |()| {
                spawn_local(async move {
                    // Too late is said by the list, which then lacks the mix.
                    if let Err(failure) = undo_delete_mix(id).await {
                        failed(failure);
                    }
                    changed.run(());
                });
            });
            if let Some(toasts) = Toasts::get() {
                let text = i18n.text("studio-deleted-title", &[("title", argument(&undo.title))]);
                toasts.show_with(text, i18n.text("common-undo", &[]), take_back);
            }
        });
    });
    let lead = match cover {
        Some(cover) => view! { <Cover urls=Some(cover_urls(&cover)) alt="" seed=slug sizes="64px" thumb=cover.placeholder /> }.into_any(),
        None => view! { <Icon glyph=Glyph::Disc /> }.into_any(),
    };
    let address = format!("/studio/mixes/{id}");
    let ready = intake == Intake::Ready;
    let wave = ready.then(|| view! { <div class="row__wave"><Wave id=format!("studio-{id}") peaks=peaks.bars() bars=64 /></div> });
    view! {
        <span class="row__lead">{lead}</span>
        <div class="row__body">
            <span class="row__title"><a href=address.clone()>{title.clone()}</a> " " <Status visibility=visibility publish_at=publish_at.map(|at| at.text) ready=ready /></span>
            <Facts mix=mix />
            {wave}
        </div>
        <div class="row__more">
            {tick}
            <LinkButton href=address small=true>{t!(i18n, "studio-edit")}</LinkButton>
            <IconButton glyph=Glyph::Trash label=t!(i18n, "studio-delete", title = title) on_press=delete />
        </div>
    }
}

#[component]
fn Status(visibility: Visibility, publish_at: Option<String>, ready: bool) -> impl IntoView {
    let i18n = use_i18n();
    if let Some(when) = publish_at {
        return view! { <Badge tone=Tone::Accent>{move || i18n.text("studio-scheduled", &[("when", argument(&when))])}</Badge> }.into_any();
    }
    let tone = if visibility == Visibility::Public { Tone::Good } else { Tone::Plain };
    let name = visibility.name();
    ready.then(|| view! { <Badge tone=tone>{move || i18n.text(&format!("studio-visibility-{name}"), &[])}</Badge> }).into_any()
}

/// What is known of the file, or how far it is, or what is wrong with it.
#[component]
pub fn Facts(#[prop(into)] mix: Signal<Option<StudioMix>>) -> impl IntoView {
    let i18n = use_i18n();
    let percent = Memo::new(move |_| match mix.with(|mix| mix.as_ref().map(|mix| mix.intake.clone())) {
        Some(Intake::Analysing { percent }) => f64::from(percent),
        _ => 0.0,
    });
    let resting = Memo::new(move |_| mix.get().map(at_rest));
    move || {
        let mix = resting.get()?;
        Some(match mix.intake {
            Intake::Uploading { received_bytes, size_bytes, .. } => {
                let percent = (received_bytes * 100).checked_div(size_bytes).unwrap_or(0);
                view! { <span class="row__note num">{t!(i18n, "studio-interrupted", percent = percent, name = mix.file_name)}</span> }
                    .into_any()
            }
            Intake::Waiting => view! { <span class="row__note" role="status">{t!(i18n, "studio-waiting")}</span> }.into_any(),
            Intake::Analysing { .. } => view! {
                <span class="row__note num">{move || i18n.text("studio-analysing", &[("percent", argument(&percent.get()))])}</span>
                <Progress label=t!(i18n, "studio-analysis") value=Signal::derive(move || Some(percent.get())) />
            }
            .into_any(),
            Intake::Failed { reason } => {
                view! { <span class="row__note bad" role="status">{move || i18n.message(&reason)}</span> }.into_any()
            }
            Intake::Ready => view! { <span class="row__note num">{mix.facts.join(" · ")}</span> }.into_any(),
        })
    }
}
