//! Where somebody writes a shout-out.

use super::server_fns::SendShoutOut;
use crate::{
    form::{FormDone, FormState, FormSummary, answered, refused, when_done},
    frame::use_viewer,
    i18n::use_i18n,
    t,
};
use contract::shoutouts::{LONGEST_NAME, LONGEST_SHOUT_OUT};
use leptos::{form::ActionForm, html, prelude::*};
use leptos_router::hooks::use_query_map;
use ui::{Button, Field, Look, TextArea};
use wasm_bindgen::JsCast;

#[component]
pub fn SendForm() -> impl IntoView {
    let i18n = use_i18n();
    let action = ServerAction::<SendShoutOut>::new();
    let state = FormState::new("shout-out", move || refused(answered(action)));
    let form = NodeRef::<html::Div>::new();
    // What was sent is sent: the next one begins with an empty field, under the same name.
    when_done(answered(action), move |()| {
        let field = form.get_untracked().and_then(|form| form.query_selector("[name=text]").ok().flatten());
        if let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlTextAreaElement>().ok()) {
            field.set_value("");
        }
    });
    // Words that were typed elsewhere.
    let begun = use_query_map().with_untracked(|query| query.get("text"));
    let name = use_viewer().with_untracked(|viewer| viewer.as_ref().map(|viewer| viewer.name.clone()));
    let longest = u32::try_from(LONGEST_NAME).ok();
    view! {
        <div class="shout-out-form" node_ref=form>
            <FormDone state=state value=answered(action) id="shoutouts-sent" />
            <ActionForm action=action attr:class="form">
                <FormSummary state=state failure=answered(action) />
                <TextArea name="text" label=t!(i18n, "shoutouts-text") hint=t!(i18n, "shoutouts-text-hint", most = LONGEST_SHOUT_OUT) rows=2 required=true value=state.value("text").or(begun) error=state.error("text") />
                <div class="form__row">
                    <Field name="name" label=t!(i18n, "shoutouts-name") optional_mark=t!(i18n, "shoutouts-optional") maxlength=longest.unwrap_or_default() autocomplete="nickname" value=state.value("name").or(name) error=state.error("name") />
                    <Field name="place" label=t!(i18n, "shoutouts-place") optional_mark=t!(i18n, "shoutouts-optional") maxlength=longest.unwrap_or_default() autocomplete="address-level2" value=state.value("place") error=state.error("place") />
                </div>
                <div class="form__foot"><Button submit=true look=Look::Primary busy=action.pending()>{t!(i18n, "shoutouts-send")}</Button></div>
            </ActionForm>
        </div>
    }
}
