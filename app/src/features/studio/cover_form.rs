//! The cover: the one it has, and a form for another. A plain multipart POST to the cover's route; with scripts it doesn't leave the page.

use crate::{features::mixes::cover_urls, form::FormState, i18n::use_i18n, t};
use contract::studio::StudioMix;
use leptos::prelude::*;
use ui::{Button, Cover, SectionHead};

#[component]
pub fn CoverForm(mix: Memo<StudioMix>, changed: Callback<()>) -> impl IntoView {
    let i18n = use_i18n();
    let action = format!("/studio/covers/{}", mix.with_untracked(|mix| mix.id));
    // What went wrong without scripts stands here first.
    let wrong = RwSignal::new(FormState::new("cover", || None).error("cover").get_untracked());
    let cover = Memo::new(move |_| mix.with(|mix| mix.cover.clone()));
    let picture = move || {
        let cover = cover.get()?;
        let seed = mix.with_untracked(|mix| mix.slug.clone());
        Some(view! { <Cover urls=Some(cover_urls(&cover)) alt=t!(i18n, "studio-cover") seed=seed sizes="240px" thumb=cover.placeholder /> })
    };
    #[cfg(feature = "ssr")]
    let send = move |_: web_sys::SubmitEvent| {
        let _ = (changed, wrong);
    };
    #[cfg(not(feature = "ssr"))]
    let send = {
        let action = action.clone();
        move |submitted: web_sys::SubmitEvent| {
            submitted.prevent_default();
            let form = event_target::<web_sys::HtmlFormElement>(&submitted);
            let (Ok(data), action) = (web_sys::FormData::new_with_form(&form), action.clone()) else { return };
            leptos::task::spawn_local(async move {
                match crate::browser::cover::send(&action, data).await {
                    Ok(()) => {
                        wrong.set(None);
                        changed.run(());
                    }
                    Err(reasons) => wrong.set(Some(reasons.iter().map(|reason| i18n.message(reason)).collect::<Vec<_>>().join(" "))),
                }
            });
        }
    };
    view! {
        <section class="panel studio__cover" aria-labelledby="cover-title">
            <SectionHead title=t!(i18n, "studio-cover") id="cover-title" small=true />
            {picture}
            <form class="form" method="post" action=action enctype="multipart/form-data" on:submit=send>
                <label class="field">
                    <span class="field__label">{t!(i18n, "studio-cover-choose")}</span>
                    <input type="file" id="cover" name="cover" accept="image/jpeg,image/png,image/webp,image/gif" required aria-describedby="cover-wrong" />
                </label>
                <p id="cover-wrong" class="field__error" role="alert">{wrong}</p>
                <Button submit=true small=true>{t!(i18n, "studio-cover-send")}</Button>
            </form>
        </section>
    }
}
