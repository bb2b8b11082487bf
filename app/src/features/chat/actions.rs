//! What can be done with a message: one sheet for all of them, at the thumb on phones. What can't be taken back is asked about.

use super::{
    composer::{go_to_field, still_open},
    report::ReportForm,
    row::{Message, is_own, outranks},
    talk::{Mode, Talk},
};
use crate::{
    features::emotes::Picture,
    i18n::{argument, use_i18n},
    t,
};
use contract::{
    caller::Role,
    chat::{Change, Hiding, MayWrite, REACTIONS},
    emotes::Emote,
};
use leptos::prelude::*;
use std::sync::Arc;
use ui::{Button, Dialog, Glyph, Icon, Look};

/// What is asked about.
#[derive(Clone, Copy, PartialEq)]
enum Asked {
    Delete,
    Ban,
    Report,
}

/// Time-outs on offer: minutes, Fluent id.
const TIME_OUTS: [(u32, &str); 3] = [(10, "chat-time-out-minutes"), (60, "chat-time-out-hour"), (24 * 60, "chat-time-out-day")];

#[component]
pub fn Actions(talk: Talk) -> impl IntoView {
    let i18n = use_i18n();
    let open = RwSignal::new(false);
    let asked = RwSignal::new(None::<Asked>);
    Effect::new(move |_| {
        if talk.chosen.with(Option::is_some) {
            asked.set(None);
            open.set(true);
        }
    });
    Effect::new(move |_| {
        if !open.get() && talk.chosen.with_untracked(Option::is_some) {
            talk.chosen.set(None);
        }
    });
    let name = move || talk.chosen.with(|chosen| chosen.as_ref().map(|message| message.author.name.clone())).unwrap_or_default();
    let title = Signal::derive(move || i18n.text("chat-actions", &[("name", argument(&name()))]));
    let body = move || {
        let message = talk.chosen.get()?;
        Some(match asked.get() {
            None => view! { <Sheet talk=talk message=message open=open asked=asked /> }.into_any(),
            Some(Asked::Report) => view! { <ReportForm talk=talk message=message open=open /> }.into_any(),
            Some(what) => view! { <Question talk=talk message=message open=open asked=what /> }.into_any(),
        })
    };
    view! { <Dialog id="message-actions" open=open title=title close_label=t!(i18n, "common-close")>{body}</Dialog> }
}

#[component]
fn Sheet(talk: Talk, message: Arc<Message>, open: RwSignal<bool>, asked: RwSignal<Option<Asked>>) -> impl IntoView {
    let i18n = use_i18n();
    let reader = talk.reader.get_untracked();
    let own = is_own(talk.reader_account(), &message.author);
    let moderates = outranks(reader.as_ref(), &message.author);
    let writes = talk.may_write.get_untracked() == MayWrite::Yes;
    let person = format!("/studio/moderation?person={}", message.author.account);
    let edits = own && writes && still_open(message.sent.at.0);
    let answer = {
        let message = message.clone();
        move |_| {
            talk.mode.set(Mode::Answer(message.clone()));
            open.set(false);
            go_to_field();
        }
    };
    let edit = {
        let message = message.clone();
        move |_| {
            talk.mode.set(Mode::Edit(message.id));
            talk.write(message.body.with_untracked(|body| body.text.clone()));
            open.set(false);
            go_to_field();
        }
    };
    let pins = reader.as_ref().is_some_and(|reader| reader.role >= Role::Moderator);
    let pin = {
        let id = message.id;
        move |_| {
            talk.change(Change::Pin { room: talk.room(), message: Some(id) }, String::new());
            open.set(false);
        }
    };
    let time_outs = {
        let author = message.author.clone();
        TIME_OUTS.map(|(minutes, id)| {
            let author = author.clone();
            let press = move |_| {
                talk.change(Change::TimeOut { room: talk.room(), account: author.account, minutes }, author.name.clone());
                open.set(false);
            };
            view! { <button type="button" class="menu__item" on:click=press><Icon glyph=Glyph::Clock />{move || i18n.text(id, &[])}</button> }
        })
    };
    view! {
        {writes.then(|| view! { <Emoji talk=talk message=message.clone() open=open /> })}
        <div class="message-actions">
            {writes.then(|| view! { <button type="button" class="menu__item" on:click=answer><Icon glyph=Glyph::Undo />{t!(i18n, "chat-answer")}</button> })}
            {edits.then(|| view! { <button type="button" class="menu__item" on:click=edit><Icon glyph=Glyph::Edit />{t!(i18n, "chat-edit")}</button> })}
            {(!own && reader.is_some()).then(|| view! {
                <button type="button" class="menu__item" on:click=move |_| asked.set(Some(Asked::Report))><Icon glyph=Glyph::Flag />{t!(i18n, "moderation-report")}</button>
            })}
            {(!own && reader.is_some()).then(|| view! { <HideItems talk=talk message=message.clone() open=open /> })}
            {moderates.then(|| view! { <a class="menu__item" href=person><Icon glyph=Glyph::User />{t!(i18n, "moderation-person")}</a> })}
            {pins.then(|| view! { <button type="button" class="menu__item" on:click=pin><Icon glyph=Glyph::ArrowUp />{t!(i18n, "chat-pin")}</button> })}
            {moderates.then_some(time_outs)}
            {(own || moderates).then(|| view! {
                <button type="button" class="menu__item menu__item--danger" on:click=move |_| asked.set(Some(Asked::Delete))>
                    <Icon glyph=Glyph::Trash />{t!(i18n, "chat-delete")}
                </button>
            })}
            {(moderates && !message.author.bot).then(|| view! {
                <button type="button" class="menu__item menu__item--danger" on:click=move |_| asked.set(Some(Asked::Ban))>
                    <Icon glyph=Glyph::LogOut />{t!(i18n, "chat-ban")}
                </button>
            })}
        </div>
    }
}

/// Keeping somebody at a distance.
#[component]
fn HideItems(talk: Talk, message: Arc<Message>, open: RwSignal<bool>) -> impl IntoView {
    let i18n = use_i18n();
    let (account, name) = (message.author.account, message.author.name.clone());
    if talk.hidden_untracked(account) {
        let press = move |_| {
            talk.hide(account, None);
            open.set(false);
        };
        return view! { <button type="button" class="menu__item" on:click=press><Icon glyph=Glyph::Eye />{t!(i18n, "chat-show-again")}</button> }
            .into_any();
    }
    let one = move |how: Hiding, glyph: Glyph, id: &'static str| {
        let name = name.clone();
        let press = move |_| {
            talk.hide_named(account, how, &name);
            open.set(false);
        };
        view! { <button type="button" class="menu__item" on:click=press><Icon glyph=glyph />{move || i18n.text(id, &[])}</button> }
    };
    view! {
        {one(Hiding::Muted, Glyph::EyeOff, "chat-mute")}
        {one(Hiding::Blocked, Glyph::Lock, "chat-block")}
    }
    .into_any()
}

/// All reactions there are; those the reader gave are pressed.
#[component]
fn Emoji(talk: Talk, message: Arc<Message>, open: RwSignal<bool>) -> impl IntoView {
    let i18n = use_i18n();
    let own = message
        .reactions
        .with_untracked(|given| given.iter().filter(|given| given.own).map(|given| given.emoji.clone()).collect::<Vec<_>>());
    let one = |emoji: &'static str| {
        let given = own.iter().any(|own| own == emoji);
        let id = message.id;
        let press = move |_| {
            talk.change(Change::React { message: id, emoji: emoji.to_owned(), given: !given }, String::new());
            open.set(false);
        };
        let label = move || i18n.text("chat-react", &[("emoji", argument(&emoji))]);
        view! { <button type="button" class="reaction reaction--large" aria-label=label aria-pressed=given.to_string() on:click=press>{emoji}</button> }
    };
    let plain = REACTIONS.map(one);
    let emotes = move || {
        let all = talk.emotes.get();
        (!all.is_empty()).then(|| {
            let own = own.clone();
            let one = |emote: Emote| {
                let written = format!(":{}:", emote.name);
                let (given, id) = (own.contains(&written), message.id);
                let reaction = written.clone();
                let press = move |_| {
                    talk.change(Change::React { message: id, emoji: reaction.clone(), given: !given }, String::new());
                    open.set(false);
                };
                let label = move || i18n.text("chat-react", &[("emoji", argument(&written))]);
                view! { <button type="button" class="reaction reaction--large" aria-label=label aria-pressed=given.to_string() on:click=press><Picture emote=emote /></button> }
            };
            view! { <div class="message-actions__emotes">{all.into_iter().map(one).collect_view()}</div> }
        })
    };
    view! {
        <div class="message-actions__emoji">{plain}</div>
        {emotes}
    }
}

#[component]
fn Question(talk: Talk, message: Arc<Message>, open: RwSignal<bool>, asked: Asked) -> impl IntoView {
    let i18n = use_i18n();
    let (question, yes) = match asked {
        Asked::Delete => ("chat-delete-ask", "chat-delete"),
        Asked::Ban => ("chat-ban-ask", "chat-ban"),
        // Has a form of its own.
        Asked::Report => return ().into_any(),
    };
    let name = message.author.name.clone();
    let question = move || i18n.text(question, &[("name", argument(&name))]);
    let act = Callback::new(move |()| {
        let author = message.author.clone();
        let change = match asked {
            Asked::Delete | Asked::Report => Change::Delete { message: message.id },
            Asked::Ban => Change::Ban { room: talk.room(), account: author.account },
        };
        talk.change(change, author.name);
        open.set(false);
    });
    view! {
        <p>{question}</p>
        <div class="actions actions--end">
            <Button on_press=Callback::new(move |()| open.set(false))>{t!(i18n, "chat-keep")}</Button>
            <Button look=Look::Danger on_press=act>{move || i18n.text(yes, &[])}</Button>
        </div>
    }
    .into_any()
}
