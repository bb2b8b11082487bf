//! How the reader wants to hear of each kind: a part of their settings.

use super::server_fns::{self, ChooseNotifications};
use crate::{
    features::me::Setting,
    form::{FormDone, FormState, FormSummary, answered, refused},
    i18n::use_i18n,
    remote::{Remote, remote},
    t,
};
use contract::notifications::Choice;
use leptos::{form::ActionForm, prelude::*};
use ui::{Bone, Button, Checkbox, Skeleton};

#[component]
pub fn NotificationChoices() -> impl IntoView {
    let i18n = use_i18n();
    let action = ServerAction::<ChooseNotifications>::new();
    let state = FormState::new("notifications", move || refused(answered(action)));
    let choices = remote(|| (), |()| server_fns::load_choices());
    view! {
        <div id="notifications">
        <Setting title=t!(i18n, "notifications-title") text=t!(i18n, "notifications-choices-text")>
            <FormDone state=state value=answered(action) id="me-saved" />
            <Remote resource=choices skeleton=move || view! { <Skeleton bone=Bone::Line count=6 label=t!(i18n, "common-loading") /> } let:choices>
                <ActionForm action=action attr:class="form">
                    <FormSummary state=state failure=answered(action) />
                    {choices.into_iter().map(|choice| view! { <OneChoice choice=choice /> }).collect_view()}
                    <div class="form__foot"><Button submit=true busy=action.pending()>{t!(i18n, "common-save")}</Button></div>
                </ActionForm>
            </Remote>
        </Setting>
        </div>
    }
}

#[component]
fn OneChoice(choice: Choice) -> impl IntoView {
    let i18n = use_i18n();
    let Choice { kind, shown, mailed } = choice;
    let name = kind.name();
    view! {
        <fieldset class="notification-choice">
            <legend>{move || i18n.text(&format!("notifications-kind-{name}"), &[])}</legend>
            <Checkbox name="shown[]" id=format!("shown-{name}") value=name label=t!(i18n, "notifications-here") checked=shown />
            <Checkbox name="mailed[]" id=format!("mailed-{name}") value=name label=t!(i18n, "notifications-by-mail") checked=mailed />
        </fieldset>
    }
}
