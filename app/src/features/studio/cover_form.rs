//! The cover: the one it has, a form for another with the square of it, and a form for another square of the same picture.
//! Plain multipart POSTs; with scripts they don't leave the page.

use super::crop_frame::CropFrame;
use crate::{
    browser::object_url,
    features::mixes::cover_urls,
    form::FormState,
    i18n::{I18n, use_i18n},
    t,
};
use contract::{
    covers::{CoverSource, Crop},
    studio::StudioMix,
};
use leptos::prelude::*;
use ui::{Button, Cover, SectionHead};

#[component]
pub fn CoverForm(mix: Memo<StudioMix>, changed: Callback<()>) -> impl IntoView {
    let i18n = use_i18n();
    let action = format!("/studio/covers/{}", mix.with_untracked(|mix| mix.id));
    // What went wrong without scripts stands here first.
    let wrong = RwSignal::new(FormState::new("cover", || None).error("cover").get_untracked());
    let cover = Memo::new(move |_| mix.with(|mix| mix.cover.clone()));
    let source = Memo::new(move |_| mix.with(|mix| mix.cover_source.clone()));
    // The file that was chosen, as an address of this page.
    let chosen = RwSignal::new(None::<String>);
    let crop = RwSignal::new(Crop::default());
    let sending = Sending { i18n, wrong, busy: RwSignal::new(false), chosen, changed };
    let picture = move || {
        let cover = cover.get()?;
        let seed = mix.with_untracked(|mix| mix.slug.clone());
        Some(view! { <Cover urls=Some(cover_urls(&cover)) alt=t!(i18n, "studio-cover") seed=seed sizes="240px" thumb=cover.placeholder /> })
    };
    let choose = move |_: web_sys::Event| {
        wrong.set(None);
        crop.set(Crop::default());
        sending.show(object_url::chosen("cover"));
    };
    on_cleanup(move || sending.show(None));
    let again = {
        let action = format!("{action}/crop");
        move || source.get().map(|source| view! { <CropAgain source=source action=action.clone() sending=sending /> })
    };
    view! {
        <section class="panel studio__cover" aria-labelledby="cover-title">
            <SectionHead title=t!(i18n, "studio-cover") id="cover-title" small=true />
            {picture}
            {again}
            <form class="form" method="post" action=action.clone() enctype="multipart/form-data" on:submit=move |submitted| sending.send(&submitted)>
                <label class="field">
                    <span class="field__label">{t!(i18n, "studio-cover-choose")}</span>
                    <input type="file" id="cover" name="cover" accept="image/jpeg,image/png,image/webp,image/gif" required aria-describedby="cover-wrong" on:change=choose />
                </label>
                {move || chosen.get().map(|src| view! { <CropFrame id="cover-crop" src=src crop=crop eager=true /> })}
                <p id="cover-wrong" class="field__error" role="alert">{wrong}</p>
                <Button submit=true small=true busy=sending.busy>{t!(i18n, "studio-cover-send")}</Button>
            </form>
        </section>
    }
}

/// Another square of the picture that is kept.
#[component]
fn CropAgain(source: CoverSource, action: String, sending: Sending) -> impl IntoView {
    let i18n = sending.i18n;
    let crop = RwSignal::new(source.crop);
    view! {
        <details class="studio__again">
            <summary>{t!(i18n, "studio-crop-again")}</summary>
            <form class="form" method="post" action=action enctype="multipart/form-data" on:submit=move |submitted| sending.send(&submitted)>
                <CropFrame id="again-crop" src=source.url crop=crop />
                <Button submit=true small=true busy=sending.busy>{t!(i18n, "studio-crop-send")}</Button>
            </form>
        </details>
    }
}

/// What both forms do when they are sent.
#[derive(Clone, Copy)]
struct Sending {
    i18n: I18n,
    wrong: RwSignal<Option<String>>,
    busy: RwSignal<bool>,
    chosen: RwSignal<Option<String>>,
    changed: Callback<()>,
}

impl Sending {
    /// Shows a chosen file, or none; the one before is let go of.
    fn show(self, address: Option<String>) {
        if let Some(old) = self.chosen.try_get_untracked().flatten() {
            object_url::let_go(&old);
        }
        // Gone with its page.
        let _ = self.chosen.try_set(address);
    }

    fn send(self, submitted: &web_sys::SubmitEvent) {
        #[cfg(feature = "ssr")]
        let _ = (submitted, self.wrong, self.busy, self.changed);
        #[cfg(not(feature = "ssr"))]
        {
            submitted.prevent_default();
            let form = event_target::<web_sys::HtmlFormElement>(submitted);
            let Ok(data) = web_sys::FormData::new_with_form(&form) else { return };
            self.busy.set(true);
            leptos::task::spawn_local(async move {
                let answer = crate::browser::picture::send(&form.action(), data).await;
                // The page may be gone by now.
                let _ = self.busy.try_set(false);
                match answer {
                    Ok(()) => {
                        let _ = self.wrong.try_set(None);
                        self.show(None);
                        form.reset();
                        self.changed.run(());
                    }
                    Err(reasons) => {
                        let said = reasons.iter().map(|reason| self.i18n.message(reason)).collect::<Vec<_>>().join(" ");
                        let _ = self.wrong.try_set(Some(said));
                    }
                }
            });
        }
    }
}
