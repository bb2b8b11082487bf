//! Where a moderator asks: a question, its answers one a line, and for how long.

use super::{server_fns::StartPoll, talk::Talk};
use crate::{
    form::{FormState, FormSummary, answered, refused, when_done},
    i18n::{argument, use_i18n},
    t,
};
use contract::polls::{LONGEST_OPTION, LONGEST_QUESTION, MINUTES, MOST_OPTIONS};
use leptos::{form::ActionForm, prelude::*};
use ui::{Button, Choice, Dialog, Field, Look, Select, TextArea};

#[component]
pub fn PollDialog(talk: Talk) -> impl IntoView {
    let i18n = use_i18n();
    // Made anew each time, so that it begins empty, or with the question that a command brought.
    let body = move || talk.asking.get().then(|| view! { <PollForm talk=talk /> });
    view! { <Dialog id="new-poll" open=talk.asking title=t!(i18n, "polls-new") close_label=t!(i18n, "common-close")>{body}</Dialog> }
}

#[component]
fn PollForm(talk: Talk) -> impl IntoView {
    let i18n = use_i18n();
    let action = ServerAction::<StartPoll>::new();
    let state = FormState::new("new-poll", move || refused(answered(action)));
    when_done(answered(action), move |poll| {
        talk.asking.set(false);
        talk.learn_poll(poll);
    });
    let minutes = move |minutes: u32| {
        let label = Signal::derive(move || i18n.text("polls-minutes", &[("minutes", argument(&minutes))]));
        Choice::new(minutes.to_string(), label)
    };
    let question = talk.question.try_update(std::mem::take).unwrap_or_default();
    view! {
        <FormSummary state=state failure=answered(action) />
        <ActionForm action=action attr:class="form">
            <input type="hidden" name="room" value=talk.room().to_string() />
            <Field
                name="question"
                label=t!(i18n, "polls-question")
                required=true
                maxlength=LONGEST_QUESTION as u32
                value=Some(question)
                error=state.error("question")
            />
            <TextArea
                name="options"
                label=t!(i18n, "polls-options")
                hint=t!(i18n, "polls-options-hint", most = MOST_OPTIONS, length = LONGEST_OPTION)
                rows=3
                required=true
                error=state.error("options")
            />
            <Select name="minutes" label=t!(i18n, "polls-for") choices=MINUTES.map(minutes).to_vec() value=Some("5".to_owned()) />
            <div class="actions actions--end"><Button submit=true look=Look::Primary busy=action.pending()>{t!(i18n, "polls-ask")}</Button></div>
        </ActionForm>
    }
}
