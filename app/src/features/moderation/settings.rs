//! For how long messages are kept, whether rude words are noticed, and all of them to take along. For admins.

use super::server_fns::SetSettings;
use crate::{
    form::{FormDone, FormState, FormSummary, answered, refused},
    i18n::use_i18n,
    t,
};
use contract::moderation::RoomSettings;
use leptos::{form::ActionForm, prelude::*};
use ui::{Button, Checkbox, Field, Look, SectionHead};

#[component]
pub fn Settings(settings: RoomSettings, action: ServerAction<SetSettings>) -> impl IntoView {
    let i18n = use_i18n();
    let state = FormState::new("kept", move || refused(answered(action)));
    let value = state.value("days").unwrap_or_else(|| settings.kept_days.to_string());
    view! {
        <section class="section" aria-labelledby="kept">
            <SectionHead title=t!(i18n, "moderation-kept") id="kept" />
            <FormSummary state=state failure=answered(action) />
            <FormDone state=state value=answered(action) id="moderation-kept-saved" />
            <ActionForm action=action attr:class="form">
                <Field name="days" kind="number" inputmode="numeric" required=true label=t!(i18n, "moderation-kept-days") hint=t!(i18n, "moderation-kept-hint") value=Some(value) error=state.error("days") />
                <Checkbox name="notices" label=t!(i18n, "moderation-notices") hint=Signal::derive(move || Some(i18n.text("moderation-notices-hint", &[]))) checked=settings.notices />
                <Button submit=true look=Look::Primary busy=action.pending()>{t!(i18n, "common-save")}</Button>
            </ActionForm>
        </section>
        <section class="section" aria-labelledby="export">
            <SectionHead title=t!(i18n, "moderation-export") id="export" />
            <p>{t!(i18n, "moderation-export-text")}</p>
            <p class="cluster">
                <a class="link" href="/studio/messages.csv" rel="external" download="messages.csv">{t!(i18n, "moderation-export-csv")}</a>
                <a class="link" href="/studio/messages.jsonl" rel="external" download="messages.jsonl">{t!(i18n, "moderation-export-json")}</a>
            </p>
        </section>
    }
}
