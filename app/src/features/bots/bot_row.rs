//! One bot: what it is called, where it is told, and how its token is changed and ended. What can't be taken back is asked about, in
//! a part that folds out without scripts too.

use super::{
    once::Once,
    server_fns::{RenameBot, RenewToken, RevokeBot, SetWebhook},
};
use crate::{
    form::{Answered, FormState, FormSummary, answered, refused, when_done},
    i18n::{argument, use_i18n},
    t,
};
use contract::{
    bots::{Bot, LONGEST_BOT_NAME, LONGEST_WEBHOOK, Webhook, WebhookFailure, WebhookState},
    ids::BotId,
};
use leptos::{form::ActionForm, prelude::*};
use ui::{Avatar, Badge, Button, Field, Look, Notice, Tone};

#[component]
pub fn BotRow(bot: Bot, changed: Callback<Option<Once>>) -> impl IntoView {
    let i18n = use_i18n();
    let Bot { id, name, created, webhook } = bot;
    let url = webhook.as_ref().map(|webhook| webhook.url.clone());
    view! {
        <li class="bot" aria-labelledby=format!("bot-{id}")>
            <div class="bot__head">
                <Avatar name=name.clone() />
                <div>
                    <h2 id=format!("bot-{id}") class="bot__name">{name.clone()} " " <Badge>{t!(i18n, "chat-bot")}</Badge></h2>
                    <p class="faint">{move || i18n.text("bots-made", &[("when", argument(&created.text))])}</p>
                </div>
            </div>
            {webhook.map(trouble)}
            <WebhookForm bot=id url=url changed=changed />
            <details class="form__more">
                <summary>{t!(i18n, "bots-rename")}</summary>
                <RenameForm bot=id name=name.clone() changed=changed />
            </details>
            <details class="form__more">
                <summary>{t!(i18n, "bots-renew")}</summary>
                <RenewForm bot=id changed=changed />
            </details>
            <details class="form__more">
                <summary>{t!(i18n, "bots-revoke")}</summary>
                <RevokeForm bot=id name=name changed=changed />
            </details>
        </li>
    }
}

/// Since when it fails, and why.
fn trouble(webhook: Webhook) -> impl IntoView {
    let i18n = use_i18n();
    let (id, since, why) = match webhook.state {
        WebhookState::Fine => return ().into_any(),
        WebhookState::Failing { since, why } => ("bots-failing", since.text, why),
        WebhookState::Off { since, why } => ("bots-off", since.text, why),
    };
    let why = move || match why {
        WebhookFailure::Status(status) => i18n.text("bots-why-status", &[("status", argument(&status.to_string()))]),
        WebhookFailure::Slow => i18n.text("bots-why-slow", &[]),
        WebhookFailure::Private => i18n.text("bots-why-private", &[]),
        WebhookFailure::Unreachable => i18n.text("bots-why-unreachable", &[]),
    };
    let since = move || i18n.text(id, &[("when", argument(&since))]);
    view! { <Notice tone=Tone::Danger><p>{since}</p><p>{why}</p></Notice> }.into_any()
}

/// Why a form couldn't be sent; what is wrong with its field stands beside the field.
fn unsent<T: Clone + Send + Sync + 'static>(answer: Answered<T>) -> impl IntoView {
    view! { <FormSummary state=FormState::new("nothing", || None) failure=answer /> }
}

/// A form that each bot has: what a plain POST left belongs to one of them.
#[derive(Clone, Copy)]
struct Own {
    state: FormState,
    own: bool,
}

impl Own {
    fn new<T: Clone + Send + Sync + 'static>(form: &'static str, bot: BotId, answer: Answered<T>) -> Self {
        let state = FormState::new(form, move || refused(answer));
        let own = state.value("bot").is_none_or(|flashed| flashed == bot.to_string());
        Self { state, own }
    }

    fn value(self, field: &str) -> Option<String> {
        self.state.value(field).filter(|_| self.own)
    }

    fn error(self, field: &'static str) -> Signal<Option<String>> {
        let error = self.state.error(field);
        Signal::derive(move || if self.own { error.get() } else { None })
    }
}

#[component]
fn WebhookForm(bot: BotId, url: Option<String>, changed: Callback<Option<Once>>) -> impl IntoView {
    let i18n = use_i18n();
    let action = ServerAction::<SetWebhook>::new();
    let own = Own::new("bot-webhook", bot, answered(action));
    when_done(answered(action), move |secret| changed.run(secret.map(|secret| Once::new("bots-secret-once", secret))));
    view! {
        {unsent(answered(action))}
        <ActionForm action=action attr:class="form">
            <input type="hidden" name="bot" value=bot.to_string() />
            <Field
                name="url"
                kind="url"
                id=format!("webhook-{bot}")
                label=t!(i18n, "bots-webhook")
                hint=t!(i18n, "bots-webhook-hint")
                maxlength=LONGEST_WEBHOOK as u32
                autocomplete="off"
                value=own.value("url").or(url)
                error=own.error("url")
            />
            <Button submit=true small=true busy=action.pending()>{t!(i18n, "bots-webhook-save")}</Button>
        </ActionForm>
    }
}

#[component]
fn RenameForm(bot: BotId, name: String, changed: Callback<Option<Once>>) -> impl IntoView {
    let i18n = use_i18n();
    let action = ServerAction::<RenameBot>::new();
    let own = Own::new("rename-bot", bot, answered(action));
    when_done(answered(action), move |()| changed.run(None));
    view! {
        {unsent(answered(action))}
        <ActionForm action=action attr:class="form">
            <input type="hidden" name="bot" value=bot.to_string() />
            <Field
                name="name"
                id=format!("name-{bot}")
                label=t!(i18n, "bots-name")
                required=true
                maxlength=LONGEST_BOT_NAME as u32
                autocomplete="off"
                value=own.value("name").or(Some(name))
                error=own.error("name")
            />
            <Button submit=true small=true busy=action.pending()>{t!(i18n, "common-save")}</Button>
        </ActionForm>
    }
}

#[component]
fn RenewForm(bot: BotId, changed: Callback<Option<Once>>) -> impl IntoView {
    let i18n = use_i18n();
    let action = ServerAction::<RenewToken>::new();
    when_done(answered(action), move |secret| changed.run(Some(Once::new("bots-token-once", secret))));
    view! {
        {unsent(answered(action))}
        <ActionForm action=action attr:class="form">
            <input type="hidden" name="bot" value=bot.to_string() />
            <p>{t!(i18n, "bots-renew-ask")}</p>
            <Button submit=true small=true busy=action.pending()>{t!(i18n, "bots-renew-yes")}</Button>
        </ActionForm>
    }
}

#[component]
fn RevokeForm(bot: BotId, name: String, changed: Callback<Option<Once>>) -> impl IntoView {
    let i18n = use_i18n();
    let action = ServerAction::<RevokeBot>::new();
    when_done(answered(action), move |()| changed.run(None));
    let called = name.clone();
    view! {
        {unsent(answered(action))}
        <ActionForm action=action attr:class="form">
            <input type="hidden" name="bot" value=bot.to_string() />
            <p>{move || i18n.text("bots-revoke-ask", &[("name", argument(&called))])}</p>
            <Button submit=true small=true look=Look::Danger busy=action.pending()>{t!(i18n, "bots-revoke-yes", name = name)}</Button>
        </ActionForm>
    }
}
