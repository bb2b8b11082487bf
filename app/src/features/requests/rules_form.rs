//! What holds for requests: whether any are taken, how many, and how soon again.

use super::server_fns::SetRules;
use crate::{
    form::{FormDone, FormState, FormSummary, answered, refused},
    i18n::use_i18n,
    t,
};
use contract::requests::RequestRules;
use leptos::{form::ActionForm, prelude::*};
use ui::{Button, Checkbox, Field, Look};

#[component]
pub fn RulesForm(rules: RequestRules) -> impl IntoView {
    let i18n = use_i18n();
    let action = ServerAction::<SetRules>::new();
    let state = FormState::new("request-rules", move || refused(answered(action)));
    let number = |number: u32| Some(number.to_string());
    view! {
        <FormDone state=state value=answered(action) id="requests-rules-saved" />
        <ActionForm action=action attr:class="form">
            <FormSummary state=state failure=answered(action) />
            <Checkbox name="open" label=t!(i18n, "requests-open") checked=rules.open />
            <div class="form__row">
                <Field name="per_person" kind="number" inputmode="numeric" required=true label=t!(i18n, "requests-per-person") value=number(rules.per_person) />
                <Field name="per_hour" kind="number" inputmode="numeric" required=true label=t!(i18n, "requests-per-hour") value=number(rules.per_hour) />
            </div>
            <div class="form__row">
                <Field name="same_track" kind="number" inputmode="numeric" required=true label=t!(i18n, "requests-same-track") value=number(rules.same_track) />
                <Field name="same_artist" kind="number" inputmode="numeric" required=true label=t!(i18n, "requests-same-artist") value=number(rules.same_artist) />
            </div>
            <div class="form__foot"><Button submit=true look=Look::Primary busy=action.pending()>{t!(i18n, "common-save")}</Button></div>
        </ActionForm>
    }
}
