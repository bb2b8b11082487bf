//! A forgotten password.

use super::server_fns::RequestReset;
use crate::{
    form::{FormDone, FormState, FormSummary, answered, refused},
    i18n::use_i18n,
    t,
    title::PageTitle,
};
use leptos::{form::ActionForm, prelude::*};
use ui::{Button, Field, Look};

/// `/forgot`
#[component]
pub fn ForgotPage() -> impl IntoView {
    let i18n = use_i18n();
    let action = ServerAction::<RequestReset>::new();
    let state = FormState::new("forgot", move || refused(answered(action)));
    view! {
        <PageTitle text=t!(i18n, "accounts-forgot-title") />
        <div class="door">
            <header class="door__head">
                <h1>{t!(i18n, "accounts-forgot-title")}</h1>
                <p class="head__text">{t!(i18n, "accounts-forgot-text")}</p>
            </header>
            <FormDone state=state value=answered(action) id="accounts-reset-sent" />
            <ActionForm action=action attr:class="form">
                <FormSummary state=state failure=answered(action) />
                <Field name="email" label=t!(i18n, "accounts-email") kind="email" autocomplete="email" required=true value=state.value("email") error=state.error("email") />
                <Button submit=true look=Look::Primary wide=true busy=action.pending()>{t!(i18n, "accounts-send-link")}</Button>
            </ActionForm>
            <p class="door__foot"><a href="/sign-in">{t!(i18n, "accounts-sign-in")}</a></p>
        </div>
    }
}
