//! `/studio/bots`: what they are, a new one, and those there are.

use super::{
    bot_row::BotRow,
    once::{Once, ShownOnce},
    server_fns::{self, CreateBot},
};
use crate::{
    features::studio::StudioHead,
    form::{FormState, FormSummary, answered, refused, when_done},
    frame::use_viewer,
    i18n::use_i18n,
    remote::{Remote, remote},
    t,
    title::PageTitle,
};
use contract::bots::{Bot, LONGEST_BOT_NAME};
use leptos::{form::ActionForm, prelude::*};
use ui::{Bone, Button, Empty, Field, Glyph, Look, Notice, Skeleton, Tone};

#[component]
pub fn BotsPage() -> impl IntoView {
    let i18n = use_i18n();
    let viewer = use_viewer();
    let changes = RwSignal::new(0_u32);
    let once = RwSignal::new(Once::flashed());
    let changed = Callback::new(move |told: Option<Once>| {
        // What was shown once is gone with the next change.
        once.set(told);
        changes.update(|count| *count += 1);
    });
    let bots = remote(move || (viewer.get().map(|viewer| viewer.account), changes.get()), |_| server_fns::bots());
    let flashed = ["rename-bot", "bot-webhook", "revoke-bot"].map(|form| FormState::new(form, || None).notice());
    let done = flashed.into_iter().flatten().next();
    view! {
        <PageTitle text=t!(i18n, "bots-title") />
        <StudioHead at="/studio/bots" title=t!(i18n, "bots-title") />
        <p class="bots__text">{t!(i18n, "bots-text")}</p>
        {done.map(|id| view! { <Notice tone=Tone::Good><p>{move || i18n.text(&id, &[])}</p></Notice> })}
        <ShownOnce once=once />
        <Remote resource=bots skeleton=move || view! { <Skeleton bone=Bone::Row count=3 label=t!(i18n, "common-loading") /> } let:bots>
            <BotList bots=bots changed=changed />
        </Remote>
    }
}

#[component]
fn BotList(bots: Vec<Bot>, changed: Callback<Option<Once>>) -> impl IntoView {
    let i18n = use_i18n();
    let action = ServerAction::<CreateBot>::new();
    let state = FormState::new("create-bot", move || refused(answered(action))).with_ids(&[("name", "new-bot")]);
    when_done(answered(action), move |made| changed.run(Some(Once::new("bots-token-once", made))));
    let none = bots.is_empty();
    view! {
        <ActionForm action=action attr:class="form bots__new">
            <FormSummary state=state failure=answered(action) />
            <Field
                name="name"
                id="new-bot"
                label=t!(i18n, "bots-name")
                hint=t!(i18n, "bots-name-hint")
                required=true
                maxlength=LONGEST_BOT_NAME as u32
                autocomplete="off"
                value=state.value("name")
                error=state.error("name")
            />
            <Button submit=true look=Look::Primary busy=action.pending()>{t!(i18n, "bots-make")}</Button>
        </ActionForm>
        {none.then(|| view! { <Empty glyph=Glyph::Radio title=t!(i18n, "bots-empty-title") text=t!(i18n, "bots-empty-text") /> })}
        {(!none).then(|| view! {
            <ul class="bots" aria-label=t!(i18n, "bots-title")>{bots.into_iter().map(|bot| view! { <BotRow bot=bot changed=changed /> }).collect_view()}</ul>
        })}
    }
}
