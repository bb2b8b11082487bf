//! Where the links of mails lead. One press more than a GET: mail scanners follow links, and a GET changes nothing.

use super::server_fns::{Confirm, ConfirmEmail};
use crate::{
    form::{FormDone, FormState, FormSummary, answered, refused, when_done},
    frame::refresh_frame,
    i18n::use_i18n,
    t,
    title::PageTitle,
};
use leptos::{form::ActionForm, prelude::*};
use leptos_router::hooks::{use_navigate, use_query_map};
use ui::{Button, Look};

/// `/confirm?token=…`: confirms the address and signs in.
#[component]
pub fn ConfirmPage() -> impl IntoView {
    let i18n = use_i18n();
    let token = token();
    let action = ServerAction::<Confirm>::new();
    let state = FormState::new("confirm", move || refused(answered(action)));
    when_done(answered(action), {
        let navigate = use_navigate();
        move |()| {
            refresh_frame();
            navigate("/", Default::default());
        }
    });
    view! {
        <PageTitle text=t!(i18n, "accounts-confirm-title") />
        <div class="door">
            <header class="door__head">
                <h1>{t!(i18n, "accounts-confirm-title")}</h1>
                <p class="head__text">{t!(i18n, "accounts-confirm-text")}</p>
            </header>
            <ActionForm action=action attr:class="form">
                <FormSummary state=state failure=answered(action) />
                <input type="hidden" name="token" value=token />
                <Button submit=true look=Look::Primary wide=true busy=action.pending()>{t!(i18n, "accounts-confirm")}</Button>
            </ActionForm>
        </div>
    }
}

/// `/confirm-email?token=…`: makes a new address count.
#[component]
pub fn ConfirmEmailPage() -> impl IntoView {
    let i18n = use_i18n();
    let token = token();
    let action = ServerAction::<ConfirmEmail>::new();
    let state = FormState::new("confirm-email", move || refused(answered(action)));
    view! {
        <PageTitle text=t!(i18n, "accounts-confirm-email-title") />
        <div class="door">
            <header class="door__head"><h1>{t!(i18n, "accounts-confirm-email-title")}</h1></header>
            <FormDone state=state value=answered(action) id="accounts-email-changed" />
            <ActionForm action=action attr:class="form">
                <FormSummary state=state failure=answered(action) />
                <input type="hidden" name="token" value=token />
                <Button submit=true look=Look::Primary wide=true busy=action.pending()>{t!(i18n, "accounts-confirm")}</Button>
            </ActionForm>
        </div>
    }
}

fn token() -> String {
    use_query_map().with_untracked(|query| query.get("token").unwrap_or_default())
}
