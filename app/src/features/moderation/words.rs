//! The list of words that are not welcome in the room. DJs change it, moderators read it.

use super::server_fns::SetWords;
use crate::{
    form::{FormDone, FormState, FormSummary, answered, refused},
    frame::reaches,
    i18n::use_i18n,
    t,
};
use contract::caller::Role;
use leptos::{form::ActionForm, prelude::*};
use ui::{Button, Look, TextArea};

#[component]
pub fn Words(words: String, action: ServerAction<SetWords>) -> impl IntoView {
    let i18n = use_i18n();
    let state = FormState::new("words", move || refused(answered(action)));
    let dj = reaches(Role::Dj);
    let value = state.value("words").unwrap_or(words);
    view! {
        <FormSummary state=state failure=answered(action) />
        <FormDone state=state value=answered(action) id="moderation-words-saved" />
        <ActionForm action=action attr:class="form">
            <TextArea name="words" label=t!(i18n, "moderation-words") hint=t!(i18n, "moderation-words-hint") rows=12 value=Some(value) error=state.error("words") />
            {move || dj.get().then(|| view! { <Button submit=true look=Look::Primary busy=action.pending()>{t!(i18n, "common-save")}</Button> })}
        </ActionForm>
    }
}
