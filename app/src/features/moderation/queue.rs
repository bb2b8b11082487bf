//! What was reported and waits for a decision, each in its context.

use super::server_fns::DecideReport;
use crate::{
    i18n::{argument, use_i18n},
    t,
};
use contract::{
    chat::ChatMessage,
    moderation::{Report, ReportQueue, Reported},
};
use leptos::{form::ActionForm, prelude::*};
use ui::{Badge, Button, Empty, Glyph, Look};

#[component]
pub fn Queue(queue: ReportQueue, action: ServerAction<DecideReport>) -> impl IntoView {
    let i18n = use_i18n();
    if queue.items.is_empty() {
        return view! { <Empty glyph=Glyph::Check title=t!(i18n, "moderation-empty") text=t!(i18n, "moderation-empty-text") /> }.into_any();
    }
    let open = queue.open;
    view! {
        <p class="faint">{move || i18n.text("moderation-open", &[("count", argument(&open))])}</p>
        <ul class="reports">{queue.items.into_iter().map(|item| view! { <Item item=item action=action /> }).collect_view()}</ul>
    }
    .into_any()
}

#[component]
fn Item(item: Reported, action: ServerAction<DecideReport>) -> impl IntoView {
    let i18n = use_i18n();
    let Reported { message, author, said, sent, deleted, before, after, reports, below_you } = item;
    let person = format!("/studio/moderation?person={}", author.account);
    let (name, bot) = (author.name.clone(), author.bot);
    let name = move || if name.is_empty() { i18n.text("chat-somebody", &[]) } else { name.clone() };
    let decision = move |value: &'static str, look: Look, id: &'static str| {
        view! { <Button submit=true small=true look=look name="decision" value=Some(value.to_owned())>{move || i18n.text(id, &[])}</Button> }
    };
    view! {
        <li class="report">
            <ol class="report__context">
                {before.into_iter().map(line).collect_view()}
                <li class="report__message">
                    <p><a class="link" href=person><b>{name}</b></a> {bot.then(|| view! { " " <Badge>{t!(i18n, "chat-bot")}</Badge> })} " " <time class="faint num" datetime=sent.iso>{sent.text}</time>
                    {deleted.then(|| view! { " " <Badge>{t!(i18n, "moderation-gone")}</Badge> })}</p>
                    <p class="chat-message__text">{said}</p>
                </li>
                {after.into_iter().map(line).collect_view()}
            </ol>
            <ul class="report__why">{reports.into_iter().map(why).collect_view()}</ul>
            <ActionForm action=action attr:class="cluster">
                <input type="hidden" name="message" value=message.to_string() />
                {decision("dismiss", Look::Plain, "moderation-dismiss")}
                {(below_you && !deleted).then(|| decision("delete", Look::Plain, "chat-delete"))}
                {below_you.then(|| view! {
                    {decision("time-out", Look::Plain, "chat-time-out-hour")}
                    {(!bot).then(|| decision("ban", Look::Danger, "chat-ban"))}
                })}
            </ActionForm>
        </li>
    }
}

/// A message around the reported one.
fn line(message: ChatMessage) -> impl IntoView {
    let i18n = use_i18n();
    let ChatMessage { author, text, deleted, .. } = message;
    let text = move || if deleted { i18n.text("chat-deleted", &[]) } else { text.clone() };
    let name = move || if author.name.is_empty() { i18n.text("chat-somebody", &[]) } else { author.name.clone() };
    view! { <li class="report__line faint"><b>{name}</b> " " {text}</li> }
}

fn why(report: Report) -> impl IntoView {
    let i18n = use_i18n();
    let Report { by, reason, note, at } = report;
    let text = move || {
        let reason = i18n.text(&format!("moderation-reason-{}", reason.name()), &[]);
        if by.is_empty() {
            return i18n.text("moderation-noticed", &[("reason", argument(&reason)), ("when", argument(&at.text))]);
        }
        i18n.text("moderation-reported-by", &[("name", argument(&by)), ("reason", argument(&reason)), ("when", argument(&at.text))])
    };
    view! { <li><p>{text}</p> {(!note.is_empty()).then(|| view! { <p class="report__note">{note}</p> })}</li> }
}
