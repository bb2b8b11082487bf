//! One person as moderators see them.

use super::server_fns;
use crate::{
    i18n::{argument, use_i18n},
    t,
};
use contract::{
    chat::ChatMessage,
    moderation::{PersonCard, Sanction},
};
use leptos::{form::ActionForm, prelude::*};
use ui::{Avatar, Badge, Button, Look, SectionHead, Tone};

#[component]
pub fn Card(card: PersonCard, action: ServerAction<server_fns::Sanction>) -> impl IntoView {
    let i18n = use_i18n();
    let PersonCard { room, author, since, messages, reports, open_reports, sanctions, below_you } = card;
    let holds = sanctions.iter().any(|sanction| sanction.holds);
    let (role, bot) = (author.role, author.bot);
    let act = move |value: &'static str, look: Look, id: &'static str| {
        view! { <Button submit=true small=true look=look name="what" value=Some(value.to_owned())>{move || i18n.text(id, &[])}</Button> }
    };
    view! {
        <section class="person-card" aria-labelledby="person-name">
            <div class="person-card__head">
                <Avatar name=author.name.clone() />
                <div>
                    <h2 id="person-name">{author.name.clone()} " " <Badge>{move || if bot { i18n.text("chat-bot", &[]) } else { i18n.text(&format!("accounts-role-{}", role.name()), &[]) }}</Badge></h2>
                    <p class="faint">{move || i18n.text("moderation-since", &[("when", argument(&since.text))])}</p>
                    <p class="faint">{move || i18n.text("moderation-reports-of", &[("count", argument(&reports)), ("open", argument(&open_reports))])}</p>
                </div>
            </div>
            {below_you.then(|| view! {
                <ActionForm action=action attr:class="cluster">
                    <input type="hidden" name="room" value=room.to_string() />
                    <input type="hidden" name="account" value=author.account.to_string() />
                    {act("time-out", Look::Plain, "chat-time-out-hour")}
                    {(!bot).then(|| act("ban", Look::Danger, "chat-ban"))}
                    {holds.then(|| act("lift", Look::Primary, "moderation-lift"))}
                </ActionForm>
            })}
            <SectionHead title=t!(i18n, "moderation-sanctions") small=true sub=true />
            {sanctions.is_empty().then(|| view! { <p class="faint">{t!(i18n, "moderation-no-sanctions")}</p> })}
            <ul class="report__why">{sanctions.into_iter().map(held).collect_view()}</ul>
            <SectionHead title=t!(i18n, "moderation-messages") small=true sub=true />
            <ol class="report__context">{messages.into_iter().map(line).collect_view()}</ol>
        </section>
    }
}

fn held(sanction: Sanction) -> impl IntoView {
    let i18n = use_i18n();
    let Sanction { ban, at, until, by, holds } = sanction;
    let until = until.map(|until| until.text).unwrap_or_default();
    let text = move || {
        let id = if ban { "moderation-was-banned" } else { "moderation-was-timed-out" };
        i18n.text(id, &[("when", argument(&at.text)), ("by", argument(&by)), ("until", argument(&until))])
    };
    view! { <li>{text} {holds.then(|| view! { " " <Badge tone=Tone::Danger>{t!(i18n, "moderation-holds")}</Badge> })}</li> }
}

fn line(message: ChatMessage) -> impl IntoView {
    let i18n = use_i18n();
    let ChatMessage { text, sent, deleted, .. } = message;
    let text = move || if deleted { i18n.text("chat-deleted", &[]) } else { text.clone() };
    view! { <li class="report__line"><time class="faint num" datetime=sent.iso>{sent.text}</time> " " {text}</li> }
}
