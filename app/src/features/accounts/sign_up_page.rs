//! Making an account.

use super::server_fns::SignUp;
use crate::{
    form::{FormDone, FormState, FormSummary, answered, refused},
    i18n::use_i18n,
    t,
    title::PageTitle,
};
use leptos::{form::ActionForm, prelude::*};
use ui::{Button, Field, Look, PasswordField};

/// `/sign-up`
#[component]
pub fn SignUpPage() -> impl IntoView {
    let i18n = use_i18n();
    let action = ServerAction::<SignUp>::new();
    let state = FormState::new("sign-up", move || refused(answered(action)));
    view! {
        <PageTitle text=t!(i18n, "accounts-sign-up") />
        <div class="door">
            <header class="door__head">
                <h1>{t!(i18n, "accounts-sign-up")}</h1>
                <p class="head__text">{t!(i18n, "accounts-sign-up-why")}</p>
            </header>
            <FormDone state=state value=answered(action) id="accounts-check-mail" />
            <ActionForm action=action attr:class="form">
                <FormSummary state=state failure=answered(action) />
                <Field name="name" label=t!(i18n, "accounts-name") autocomplete="nickname" required=true maxlength=60 value=state.value("name") error=state.error("name") />
                <Field name="email" label=t!(i18n, "accounts-email") kind="email" autocomplete="email" required=true maxlength=191 value=state.value("email") error=state.error("email") />
                <PasswordField
                    name="password"
                    label=t!(i18n, "accounts-password")
                    hint=t!(i18n, "accounts-password-hint")
                    autocomplete="new-password"
                    show_label=t!(i18n, "accounts-show-password")
                    error=state.error("password")
                />
                <Button submit=true look=Look::Primary wide=true busy=action.pending()>{t!(i18n, "accounts-sign-up")}</Button>
            </ActionForm>
            <p class="door__foot">{t!(i18n, "accounts-have-one")} " " <a href="/sign-in">{t!(i18n, "accounts-sign-in")}</a></p>
        </div>
    }
}
