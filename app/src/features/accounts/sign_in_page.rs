//! Signing in.

use super::server_fns::SignIn;
use crate::{
    form::{FormState, FormSummary, answered, refused, when_done},
    frame::refresh_frame,
    i18n::use_i18n,
    t,
    title::PageTitle,
};
use leptos::{form::ActionForm, prelude::*};
use leptos_router::hooks::use_navigate;
use ui::{Button, Field, Look, PasswordField};

/// `/sign-in`
#[component]
pub fn SignInPage() -> impl IntoView {
    let i18n = use_i18n();
    let action = ServerAction::<SignIn>::new();
    let state = FormState::new("sign-in", move || refused(answered(action)));
    when_done(answered(action), {
        let navigate = use_navigate();
        move |()| {
            refresh_frame();
            navigate("/", Default::default());
        }
    });
    view! {
        <PageTitle text=t!(i18n, "accounts-sign-in") />
        <div class="door">
            <header class="door__head"><h1>{t!(i18n, "accounts-sign-in")}</h1></header>
            <ActionForm action=action attr:class="form">
                <FormSummary state=state failure=answered(action) />
                <Field name="email" label=t!(i18n, "accounts-email") kind="email" autocomplete="username" required=true value=state.value("email") error=state.error("email") />
                <PasswordField
                    name="password"
                    label=t!(i18n, "accounts-password")
                    autocomplete="current-password"
                    show_label=t!(i18n, "accounts-show-password")
                    error=state.error("password")
                />
                <Button submit=true look=Look::Primary wide=true busy=action.pending()>{t!(i18n, "accounts-sign-in")}</Button>
            </ActionForm>
            <p class="door__foot"><a href="/forgot">{t!(i18n, "accounts-forgot")}</a></p>
            <p class="door__foot">{t!(i18n, "accounts-new-here")} " " <a href="/sign-up">{t!(i18n, "accounts-sign-up")}</a></p>
        </div>
    }
}
