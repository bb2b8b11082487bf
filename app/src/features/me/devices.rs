//! Where this person is signed in, and how to end it there.

use super::{
    forms::Setting,
    server_fns::{self, RevokeDevice, RevokeOtherDevices},
};
use crate::{
    i18n::use_i18n,
    remote::{Remote, remote},
    t,
};
use contract::accounts::Device;
use leptos::{form::ActionForm, prelude::*};
use ui::{Badge, Bone, Button, Glyph, Icon, Look, Skeleton, Tone};

/// The list, with a button on each but this one.
#[component]
pub fn Devices() -> impl IntoView {
    let i18n = use_i18n();
    let revoke = ServerAction::<RevokeDevice>::new();
    let revoke_others = ServerAction::<RevokeOtherDevices>::new();
    let devices = remote(move || (revoke.version().get(), revoke_others.version().get()), |_| server_fns::devices());
    view! {
        <Setting title=t!(i18n, "me-devices") text=t!(i18n, "me-devices-text")>
            <Remote resource=devices skeleton=move || view! { <Skeleton bone=Bone::Line count=3 label=t!(i18n, "common-loading") /> } let:devices>
                <ul class="rows">{devices.iter().cloned().map(|device| view! { <DeviceRow device=device revoke=revoke /> }).collect_view()}</ul>
                {(devices.len() > 1).then(|| view! {
                    <ActionForm action=revoke_others>
                        <Button submit=true look=Look::Ghost>{t!(i18n, "me-sign-out-others")}</Button>
                    </ActionForm>
                })}
            </Remote>
        </Setting>
    }
}

#[component]
fn DeviceRow(device: Device, revoke: ServerAction<RevokeDevice>) -> impl IntoView {
    let i18n = use_i18n();
    let label = device.label.clone();
    let end = if device.current {
        view! { <Badge tone=Tone::Good>{t!(i18n, "me-this-device")}</Badge> }.into_any()
    } else {
        view! {
            <ActionForm action=revoke>
                <input type="hidden" name="session" value=device.session.to_string() />
                <Button submit=true small=true look=Look::Ghost label=t!(i18n, "me-sign-out-device", device = label)>{t!(i18n, "accounts-sign-out")}</Button>
            </ActionForm>
        }
        .into_any()
    };
    view! {
        <li class="row">
            <span class="row__lead"><Icon glyph=Glyph::Device /></span>
            <div class="row__body">
                <span class="row__title">{device.label}</span>
                <span class="row__note"><time datetime=device.last_seen.iso>{device.last_seen.text}</time></span>
            </div>
            <div class="row__more">{end}</div>
        </li>
    }
}
