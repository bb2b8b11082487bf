//! The page itself.

use super::{
    devices::Devices,
    forms::{DeleteForm, EmailForm, PasswordForm, ProfileForm},
    server_fns,
};
use crate::{
    features::{accounts::server_fns::SignOut, notifications::NotificationChoices},
    form::when_done_plain,
    frame::{refresh_frame, use_viewer},
    i18n::use_i18n,
    remote::{Remote, remote},
    t,
    title::PageTitle,
};
use contract::accounts::Profile;
use leptos::{form::ActionForm, prelude::*};
use leptos_router::hooks::use_navigate;
use ui::{Avatar, Badge, Bone, Button, Glyph, Look, Notice, Skeleton, Tone};

/// `/me`
#[component]
pub fn MePage() -> impl IntoView {
    let i18n = use_i18n();
    let profile = remote(|| (), |()| server_fns::load_profile());
    view! {
        <PageTitle text=t!(i18n, "nav-me") />
        <Remote resource=profile skeleton=move || view! { <Skeleton bone=Bone::Line count=8 label=t!(i18n, "common-loading") /> } let:profile>
            <MeView profile=profile />
        </Remote>
    }
}

#[component]
fn MeView(profile: Profile) -> impl IntoView {
    let i18n = use_i18n();
    let viewer = use_viewer();
    let sign_out = ServerAction::<SignOut>::new();
    when_done_plain(sign_out, {
        let navigate = use_navigate();
        move || {
            refresh_frame();
            navigate("/", Default::default());
        }
    });
    let role = profile.role.name();
    let unconfirmed = move || viewer.with(|viewer| viewer.as_ref().is_some_and(|viewer| !viewer.confirmed));
    view! {
        <header class="head">
            <div class="head__row">
                <div class="me__who">
                    <Avatar name=profile.name.clone() large=true />
                    <div>
                        <h1>{profile.name.clone()}</h1>
                        <p class="dim">{profile.email.clone()} " " <Badge>{move || i18n.text(&format!("accounts-role-{role}"), &[])}</Badge></p>
                    </div>
                </div>
                <ActionForm action=sign_out>
                    <Button submit=true look=Look::Ghost glyph=Glyph::LogOut>{t!(i18n, "accounts-sign-out")}</Button>
                </ActionForm>
            </div>
            {move || unconfirmed().then(|| view! { <Notice tone=Tone::Accent><p>{t!(i18n, "me-unconfirmed")}</p></Notice> })}
        </header>
        <div class="settings">
            <ProfileForm profile=profile.clone() />
            <EmailForm pending=profile.pending_email.clone() />
            <PasswordForm />
            <NotificationChoices />
            <Devices />
            <DeleteForm />
        </div>
    }
}
