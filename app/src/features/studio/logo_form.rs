//! The logo: the one it has, a form for another, a way back to the name. Plain multipart POSTs; with scripts they don't leave the page.

use crate::{
    form::FormState,
    frame::use_frame,
    i18n::{I18n, use_i18n},
    t,
};
use leptos::prelude::*;
use ui::{Button, Look, SectionHead};

const SET: &str = "/studio/brand/logo";
const REMOVE: &str = "/studio/brand/logo/remove";

#[component]
pub fn LogoForm() -> impl IntoView {
    let i18n = use_i18n();
    let frame = use_frame();
    let logo = Memo::new(move |_| frame.with(|frame| frame.brand.logo_url.clone()));
    // What went wrong without scripts stands here first.
    let wrong = RwSignal::new(FormState::new("logo", || None).error("logo").get_untracked());
    view! {
        <section class="panel studio__logo" aria-labelledby="logo-title">
            <SectionHead title=t!(i18n, "studio-logo") id="logo-title" small=true />
            {move || logo.get().map(|src| view! { <img class="logo__picture" src=src alt=t!(i18n, "studio-logo") /> })}
            <form class="form" method="post" action=SET enctype="multipart/form-data" on:submit=send(i18n, SET, wrong)>
                <label class="field">
                    <span class="field__label">{t!(i18n, "studio-cover-choose")}</span>
                    <input type="file" id="logo" name="logo" accept="image/jpeg,image/png,image/webp,image/gif" required aria-describedby="logo-hint logo-wrong" />
                </label>
                <p id="logo-hint" class="field__hint">{t!(i18n, "studio-logo-hint")}</p>
                <p id="logo-wrong" class="field__error" role="alert">{wrong}</p>
                <Button submit=true small=true>{t!(i18n, "studio-logo-send")}</Button>
            </form>
            {move || logo.with(Option::is_some).then(|| view! {
                <form method="post" action=REMOVE enctype="multipart/form-data" on:submit=send(i18n, REMOVE, wrong)>
                    <Button submit=true small=true look=Look::Ghost>{t!(i18n, "studio-logo-remove")}</Button>
                </form>
            })}
        </section>
    }
}

/// Sends the form from where it is, and shows the brand as it is then.
fn send(i18n: I18n, address: &'static str, wrong: RwSignal<Option<String>>) -> impl Fn(web_sys::SubmitEvent) + 'static {
    let frame = use_frame();
    move |submitted: web_sys::SubmitEvent| {
        #[cfg(feature = "ssr")]
        let _ = (i18n, address, wrong, frame, submitted);
        #[cfg(not(feature = "ssr"))]
        {
            submitted.prevent_default();
            let form = event_target::<web_sys::HtmlFormElement>(&submitted);
            let Ok(data) = web_sys::FormData::new_with_form(&form) else { return };
            leptos::task::spawn_local(async move {
                match crate::browser::picture::send(address, data).await {
                    Ok(()) => {
                        wrong.set(None);
                        form.reset();
                        if let Ok(now) = crate::server_fns::load_frame().await {
                            frame.set(now);
                        }
                    }
                    Err(reasons) => wrong.set(Some(reasons.iter().map(|reason| i18n.message(reason)).collect::<Vec<_>>().join(" "))),
                }
            });
        }
    }
}
