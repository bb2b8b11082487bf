//! A new password, by the link of a mail.

use super::server_fns::ResetPassword;
use crate::{
    form::{FormState, FormSummary, answered, refused, when_done},
    frame::refresh_frame,
    i18n::use_i18n,
    t,
    title::PageTitle,
};
use leptos::{form::ActionForm, prelude::*};
use leptos_router::hooks::{use_navigate, use_query_map};
use ui::{Button, Look, PasswordField};

/// `/reset?token=…`
#[component]
pub fn ResetPage() -> impl IntoView {
    let i18n = use_i18n();
    let query = use_query_map();
    let token = query.with_untracked(|query| query.get("token").unwrap_or_default());
    let action = ServerAction::<ResetPassword>::new();
    let state = FormState::new("reset", move || refused(answered(action)));
    when_done(answered(action), {
        let navigate = use_navigate();
        move |()| {
            refresh_frame();
            navigate("/me", Default::default());
        }
    });
    view! {
        <PageTitle text=t!(i18n, "accounts-reset-title") />
        <div class="door">
            <header class="door__head"><h1>{t!(i18n, "accounts-reset-title")}</h1></header>
            <ActionForm action=action attr:class="form">
                <FormSummary state=state failure=answered(action) />
                <input type="hidden" name="token" value=token />
                <PasswordField
                    name="password"
                    label=t!(i18n, "accounts-new-password")
                    hint=t!(i18n, "accounts-password-hint")
                    autocomplete="new-password"
                    show_label=t!(i18n, "accounts-show-password")
                    error=state.error("password")
                />
                <Button submit=true look=Look::Primary wide=true busy=action.pending()>{t!(i18n, "accounts-set-password")}</Button>
            </ActionForm>
        </div>
    }
}
