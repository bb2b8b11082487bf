//! One message, and the lines between messages.

use super::{
    row::{Answers, Body, Given, Message},
    spans::{Span, prefix, spans},
    talk::Talk,
    times,
};
use crate::{
    features::emotes::{Part, Picture, parts},
    frame::use_frame,
    i18n::{I18n, argument, use_i18n},
    t,
};
use contract::{
    caller::Role,
    chat::{Author, Change, MayWrite, What},
    moderation::{RoomRules, Writers},
    shown::Timestamp,
};
use leptos::prelude::*;
use std::sync::Arc;
use ui::{Avatar, Badge, Glyph, Icon, IconButton, Tone};

/// A message of more emotes than these is one of many.
const MOST_LARGE: usize = 3;

/// A message of the room.
#[component]
pub fn RowView(talk: Talk, message: Arc<Message>, seq: u64) -> impl IntoView {
    let i18n = use_i18n();
    let body = message.body.clone();
    let deleted = {
        let body = body.clone();
        Memo::new(move |_| body.with(|body| body.deleted))
    };
    let text = move || {
        let Body { text, edited, deleted } = body.get();
        if deleted {
            return view! { <p class="chat-message__text chat-message__text--deleted">{t!(i18n, "chat-deleted")}</p> }.into_any();
        }
        let edited = edited.then(|| view! { " " <span class="chat-message__edited faint">{t!(i18n, "chat-edited")}</span> });
        let class = if only_emotes(talk, &text) { "chat-message__text chat-message__text--large" } else { "chat-message__text" };
        view! { <p class=class>{pieces(talk, &text)} {edited}</p> }.into_any()
    };
    let name = message.author.name.clone();
    let more = {
        let message = message.clone();
        let label = move || i18n.text("chat-more", &[("name", argument(&called(name.clone(), || i18n.text("chat-somebody", &[]))))]);
        let label = Signal::derive(label);
        // What a guest or a banned person could do with it is nothing.
        let can = Memo::new(move |_| !matches!(talk.may_write.get(), MayWrite::SignIn | MayWrite::No) && !deleted.get());
        move || {
            let message = message.clone();
            let choose = Callback::new(move |()| talk.chosen.set(Some(message.clone())));
            can.get()
                .then(|| view! { <span class="chat-message__more"><IconButton glyph=Glyph::More label=label on_press=choose /></span> })
        }
    };
    let id = format!("message-{}", message.id);
    let author = message.author.account;
    // Shown for once, where they stand.
    let looked = RwSignal::new(false);
    let covered = Memo::new(move |_| talk.hides(author) && !looked.get());
    let class = move || if covered.get() { "chat-message chat-message--hidden" } else { "chat-message" };
    let cover = move || {
        covered.get().then(|| {
            view! {
                <p class="chat-message__cover faint">
                    {t!(i18n, "chat-hidden")} " "
                    <button type="button" class="link" on:click=move |_| looked.set(true)>{t!(i18n, "chat-look")}</button>
                </p>
            }
        })
    };
    view! {
        <li class=class id=id data-seq=seq.to_string()>
            {cover}
            <Avatar name=message.author.name.clone() />
            <div class="chat-message__body">
                <Head author=message.author.clone() at=message.sent.at iso=message.sent.iso.clone() text=message.sent.text.clone() />
                {message.answers.as_ref().map(quote)}
                {text}
                <Reactions talk=talk message=message />
            </div>
            {more}
        </li>
    }
}

/// A message on its way.
#[component]
pub fn SendingView(talk: Talk, text: String) -> impl IntoView {
    let i18n = use_i18n();
    let name = talk.reader.with_untracked(|reader| reader.as_ref().map(|reader| reader.name.clone())).unwrap_or_default();
    view! {
        <li class="chat-message chat-message--sending">
            <Avatar name=name.clone() />
            <div class="chat-message__body">
                <p class="chat-message__head"><b class="chat-message__name">{name}</b> <span class="chat-message__time faint">{t!(i18n, "chat-sending")}</span></p>
                <p class="chat-message__text">{text}</p>
            </div>
        </li>
    }
}

/// What a moderator did, told to the room.
#[component]
pub fn Note(note: Arc<What>, seq: u64) -> impl IntoView {
    let i18n = use_i18n();
    let clock = clock();
    let text = move || match &*note {
        What::TimedOut { name, until, .. } => {
            i18n.text("chat-note-timed-out", &[("name", argument(name)), ("time", argument(&clock(*until)))])
        }
        What::Banned { name, .. } => i18n.text("chat-note-banned", &[("name", argument(name))]),
        What::Lifted { name, .. } => i18n.text("chat-note-lifted", &[("name", argument(name))]),
        What::SlowMode { seconds: 0 } => i18n.text("chat-note-slow-off", &[]),
        What::SlowMode { seconds } => i18n.text("chat-slow", &[("seconds", argument(seconds))]),
        What::Ruled { rules } => ruled(i18n, rules),
        _ => String::new(),
    };
    view! { <li class="room__note faint" data-seq=seq.to_string()>{text}</li> }
}

/// The strictest of the rules that hold now.
fn ruled(i18n: I18n, rules: &RoomRules) -> String {
    match rules {
        RoomRules { read_only: true, .. } => i18n.text("moderation-read-only-now", &[]),
        rules if rules.raid_mode() => i18n.text("moderation-note-raid", &[("hours", argument(&rules.account_age_hours))]),
        RoomRules { account_age_hours: hours @ 1.., .. } => i18n.text("moderation-note-age", &[("hours", argument(hours))]),
        RoomRules { slow_mode_seconds: seconds @ 1.., .. } => i18n.text("chat-slow", &[("seconds", argument(seconds))]),
        RoomRules { writers: Writers::Members, .. } => i18n.text("moderation-note-members", &[]),
        RoomRules { writers: Writers::Confirmed, .. } => i18n.text("moderation-note-confirmed", &[]),
    }
}

/// The time of day, in the page's language and the brand's time zone.
pub fn clock() -> impl Fn(Timestamp) -> String + Copy + Send + Sync {
    let i18n = use_i18n();
    let frame = use_frame();
    move |at| frame.with(|frame| times::clock(at, &i18n.locale().0, &frame.brand.time_zone))
}

#[component]
fn Head(author: Author, at: Timestamp, iso: String, text: String) -> impl IntoView {
    let i18n = use_i18n();
    let clock = clock();
    let name = author.name.clone();
    let shown = move || called(name.clone(), || i18n.text("chat-somebody", &[]));
    let role = author.role;
    let badge = (role >= Role::Moderator).then(|| {
        let tone = if role == Role::Moderator { Tone::Plain } else { Tone::Accent };
        view! { " " <Badge tone=tone>{move || i18n.text(&format!("accounts-role-{}", role.name()), &[])}</Badge> }
    });
    let bot = author.bot.then(|| view! { " " <Badge>{t!(i18n, "chat-bot")}</Badge> });
    view! {
        <p class="chat-message__head">
            <b class="chat-message__name">{shown}</b>
            {badge}
            {bot}
            " "
            <time class="chat-message__time faint num" datetime=iso>{move || called(text.clone(), || clock(at))}</time>
        </p>
    }
}

/// `text`, or what stands for none.
fn called(text: String, none: impl Fn() -> String) -> String {
    if text.is_empty() { none() } else { text }
}

fn quote(answers: &Answers) -> impl IntoView + use<> {
    let i18n = use_i18n();
    let text = answers.text.clone();
    let text = move || called(text.get(), || i18n.text("chat-deleted", &[]));
    let name = answers.name.clone();
    let name = move || called(name.clone(), || i18n.text("chat-somebody", &[]));
    view! { <p class="chat-message__quote"><Icon glyph=Glyph::Undo /> <b>{name}</b> <span>{text}</span></p> }
}

/// The text with its links and with the names of those who are called.
fn pieces(talk: Talk, text: &str) -> Vec<AnyView> {
    let own_name = talk.reader.with_untracked(|reader| reader.as_ref().map(|reader| reader.name.clone()));
    let own_name = own_name.as_deref();
    let known = |text: &str| {
        let named = |name: &str| if name.is_empty() { None } else { prefix(text, name) };
        talk.known.with_untracked(|known| known.iter().filter_map(|person| named(&person.name)).max()).max(own_name.and_then(named))
    };
    spans(text, known)
        .into_iter()
        .map(|span| match span {
            Span::Text(text) => written(talk, text),
            Span::Link(url) => {
                view! { <a class="link" href=url.to_owned() rel="nofollow ugc noopener noreferrer" target="_blank">{url.to_owned()}</a> }
                    .into_any()
            }
            Span::Mention(name) => {
                let me = own_name.is_some_and(|own| name[1..].to_lowercase() == own.to_lowercase());
                let class = if me { "chat-message__mention chat-message__mention--me" } else { "chat-message__mention" };
                view! { <span class=class>{name.to_owned()}</span> }.into_any()
            }
        })
        .collect()
}

/// Text, with pictures in place of its emotes.
fn written(talk: Talk, text: &str) -> AnyView {
    let one = |part: Part<'_>| match part {
        Part::Text(text) => text.to_owned().into_any(),
        Part::Emote(written) => emote(talk, written),
    };
    talk_parts(talk, text).into_iter().map(one).collect_view().into_any()
}

fn talk_parts(talk: Talk, text: &str) -> Vec<Part<'_>> {
    talk.emotes.with(|all| parts(text, |name| all.iter().any(|emote| emote.name == name)))
}

/// The picture of an emote, or what stands for it once it is gone; any other text is itself.
pub fn emote(talk: Talk, written: &str) -> AnyView {
    match talk.emote(written) {
        Some(emote) => view! { <Picture emote=emote /> }.into_any(),
        None => written.to_owned().into_any(),
    }
}

/// A message of a few emotes and nothing else shows them larger.
fn only_emotes(talk: Talk, text: &str) -> bool {
    let parts = talk_parts(talk, text);
    let emotes = parts.iter().filter(|part| matches!(part, Part::Emote(_))).count();
    let blank = |part: &Part<'_>| matches!(part, Part::Emote(_)) || matches!(part, Part::Text(text) if text.trim().is_empty());
    (1..=MOST_LARGE).contains(&emotes) && parts.iter().all(blank)
}

/// What was given, each a toggle for those who may write.
#[component]
fn Reactions(talk: Talk, message: Arc<Message>) -> impl IntoView {
    let id = message.id;
    let given = message.reactions.clone();
    let any = {
        let given = given.clone();
        Memo::new(move |_| given.with(|given| !given.is_empty()))
    };
    let can = Memo::new(move |_| talk.may_write.get() == MayWrite::Yes);
    let one = {
        let given = given.clone();
        move |Given { emoji, .. }: Given| {
            // By its name: counts change in place, and the button that was pressed keeps the focus.
            let now = {
                let (given, emoji) = (given.clone(), emoji.clone());
                Memo::new(move |_| {
                    given.with(|given| given.iter().find(|given| given.emoji == emoji).map(|given| (given.count, given.own)))
                })
            };
            let count = move || now.get().map(|(count, _)| count);
            let own = move || now.get().is_some_and(|(_, own)| own);
            let shown = emoji.clone();
            let reacted = move || emote(talk, &shown);
            let press = {
                let emoji = emoji.clone();
                move |_| {
                    let given = !now.get_untracked().is_some_and(|(_, own)| own);
                    talk.change(Change::React { message: id, emoji: emoji.clone(), given }, String::new());
                }
            };
            view! {
                <li>
                    {move || if can.get() {
                        view! {
                            <button type="button" class="reaction" aria-pressed=move || own().to_string() on:click=press.clone()>
                                <span>{reacted.clone()}</span> " " <span class="num">{count}</span>
                            </button>
                        }.into_any()
                    } else {
                        view! { <span class="reaction"><span>{reacted.clone()}</span> " " <span class="num">{count}</span></span> }.into_any()
                    }}
                </li>
            }
        }
    };
    move || {
        let (given, one) = (given.clone(), one.clone());
        any.get().then(|| {
            view! {
                <ul class="chat-message__reactions"><For each=move || given.get() key=|given| given.emoji.clone() children=one /></ul>
            }
        })
    }
}
