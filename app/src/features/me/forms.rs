//! The forms of the page: each stands alone, says what it did, and works without scripts.

use super::server_fns::{ChangeEmail, ChangePassword, DeleteAccount, UpdateProfile};
use crate::{
    form::{FormDone, FormState, FormSummary, answered, refused, when_done},
    frame::{reaches, refresh_frame},
    i18n::use_i18n,
    t,
};
use contract::{accounts::Profile, caller::Role};
use leptos::{form::ActionForm, prelude::*};
use leptos_router::hooks::use_navigate;
use ui::{Button, Field, Look, PasswordField, TextArea};

/// A setting: what it is on one side, its form on the other.
#[component]
pub fn Setting(#[prop(into)] title: Signal<String>, #[prop(into)] text: Signal<String>, children: Children) -> impl IntoView {
    view! {
        <section class="setting">
            <div class="setting__head"><h2>{title}</h2><p>{text}</p></div>
            <div class="stack">{children()}</div>
        </section>
    }
}

/// Name, and for DJs the words on their public page.
#[component]
pub fn ProfileForm(profile: Profile) -> impl IntoView {
    let i18n = use_i18n();
    let action = ServerAction::<UpdateProfile>::new();
    let state = FormState::new("profile", move || refused(answered(action)));
    let dj = reaches(Role::Dj);
    when_done(answered(action), |_| refresh_frame());
    let bio = state.value("bio").unwrap_or(profile.bio);
    let address = format!("/djs/{}", profile.slug);
    view! {
        <Setting title=t!(i18n, "me-profile") text=t!(i18n, "me-profile-text")>
            <FormDone state=state value=answered(action) id="me-saved" />
            <ActionForm action=action attr:class="form">
                <FormSummary state=state failure=answered(action) />
                <Field name="name" label=t!(i18n, "accounts-name") autocomplete="nickname" required=true maxlength=60 value=state.value("name").or(Some(profile.name)) error=state.error("name") />
                {move || dj.get().then(|| view! {
                    <TextArea name="bio" label=t!(i18n, "me-bio") hint=t!(i18n, "me-bio-hint") value=Some(bio.clone()) error=state.error("bio") />
                    <p><a href=address.clone()>{t!(i18n, "me-public-page")}</a></p>
                })}
                <div class="form__foot"><Button submit=true busy=action.pending()>{t!(i18n, "common-save")}</Button></div>
            </ActionForm>
        </Setting>
    }
}

/// A new address counts once its link was followed.
#[component]
pub fn EmailForm(pending: Option<String>) -> impl IntoView {
    let i18n = use_i18n();
    let action = ServerAction::<ChangeEmail>::new();
    let state =
        FormState::new("email", move || refused(answered(action))).with_ids(&[("email", "new-email"), ("current", "email-password")]);
    let waiting = pending.map(|address| view! { <p class="dim">{t!(i18n, "me-email-pending", address = address)}</p> });
    view! {
        <Setting title=t!(i18n, "me-email") text=t!(i18n, "me-email-text")>
            <FormDone state=state value=answered(action) id="me-email-sent" />
            {waiting}
            <ActionForm action=action attr:class="form">
                <FormSummary state=state failure=answered(action) />
                <Field name="email" id="new-email" label=t!(i18n, "me-new-email") kind="email" autocomplete="email" required=true value=state.value("email") error=state.error("email") />
                <PasswordField name="password" id="email-password" label=t!(i18n, "accounts-password") autocomplete="current-password" show_label=t!(i18n, "accounts-show-password") error=state.error("current") />
                <div class="form__foot"><Button submit=true busy=action.pending()>{t!(i18n, "me-change-email")}</Button></div>
            </ActionForm>
        </Setting>
    }
}

/// Ends all other sessions.
#[component]
pub fn PasswordForm() -> impl IntoView {
    let i18n = use_i18n();
    let action = ServerAction::<ChangePassword>::new();
    let state = FormState::new("password", move || refused(answered(action)));
    view! {
        <Setting title=t!(i18n, "accounts-password") text=t!(i18n, "me-password-text")>
            <FormDone state=state value=answered(action) id="me-password-changed" />
            <ActionForm action=action attr:class="form">
                <FormSummary state=state failure=answered(action) />
                <PasswordField name="current" label=t!(i18n, "me-current-password") autocomplete="current-password" show_label=t!(i18n, "accounts-show-password") error=state.error("current") />
                <PasswordField name="password" label=t!(i18n, "accounts-new-password") hint=t!(i18n, "accounts-password-hint") autocomplete="new-password" show_label=t!(i18n, "accounts-show-password") error=state.error("password") />
                <div class="form__foot"><Button submit=true busy=action.pending()>{t!(i18n, "me-change-password")}</Button></div>
            </ActionForm>
        </Setting>
    }
}

/// Leaves for good; asks for the password, because it can't be undone.
#[component]
pub fn DeleteForm() -> impl IntoView {
    let i18n = use_i18n();
    let action = ServerAction::<DeleteAccount>::new();
    let state = FormState::new("delete-account", move || refused(answered(action))).with_ids(&[("current", "delete-password")]);
    when_done(answered(action), {
        let navigate = use_navigate();
        move |()| {
            refresh_frame();
            navigate("/", Default::default());
        }
    });
    view! {
        <Setting title=t!(i18n, "me-delete") text=t!(i18n, "me-delete-text")>
            <ActionForm action=action attr:class="form">
                <FormSummary state=state failure=answered(action) />
                <PasswordField name="current" id="delete-password" label=t!(i18n, "accounts-password") autocomplete="current-password" show_label=t!(i18n, "accounts-show-password") error=state.error("current") />
                <div class="form__foot"><Button submit=true look=Look::Danger busy=action.pending()>{t!(i18n, "me-delete-button")}</Button></div>
            </ActionForm>
        </Setting>
    }
}
