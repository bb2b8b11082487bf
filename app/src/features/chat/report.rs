//! Asking moderators to look at a message: a reason, and a few words if somebody likes.

use super::{row::Message, talk::Talk};
use crate::{
    features::moderation::server_fns::ReportMessage,
    form::{FormState, FormSummary, answered, refused, when_done},
    i18n::use_i18n,
    t,
};
use contract::moderation::{LONGEST_NOTE, Reason};
use leptos::{form::ActionForm, prelude::*};
use std::sync::Arc;
use ui::{Button, Choice, Look, Select, TextArea};

#[component]
pub fn ReportForm(talk: Talk, message: Arc<Message>, open: RwSignal<bool>) -> impl IntoView {
    let i18n = use_i18n();
    let action = ServerAction::<ReportMessage>::new();
    let state = FormState::new("report", move || refused(answered(action)));
    when_done(answered(action), move |()| {
        open.set(false);
        talk.thanks_for_report();
    });
    let reasons = Reason::ALL
        .map(|reason| Choice::new(reason.name(), Signal::derive(move || i18n.text(&format!("moderation-reason-{}", reason.name()), &[]))));
    view! {
        <FormSummary state=state failure=answered(action) />
        <ActionForm action=action attr:class="form">
            <input type="hidden" name="message" value=message.id.to_string() />
            <Select name="reason" label=t!(i18n, "moderation-reason") choices=reasons.to_vec() />
            <TextArea name="note" label=t!(i18n, "moderation-note") rows=3 maxlength=LONGEST_NOTE as u32 error=state.error("note") />
            <div class="actions actions--end">
                <Button submit=true look=Look::Primary busy=action.pending()>{t!(i18n, "moderation-report")}</Button>
            </div>
        </ActionForm>
    }
}
