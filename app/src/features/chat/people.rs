//! Who is here, and whom the reader hides: a dialog behind the count.

use super::{server_fns, talk::Talk};
use crate::{
    i18n::{argument, use_i18n},
    t,
};
use contract::{
    caller::Role,
    chat::{Author, Here, Hiding},
};
use leptos::{prelude::*, task::spawn_local};
use ui::{Avatar, Badge, Button, Dialog, Look, Tone};

/// The count, which opens the dialog. Only the line knows it.
#[component]
pub fn People(talk: Talk) -> impl IntoView {
    let i18n = use_i18n();
    let open = RwSignal::new(false);
    let here = RwSignal::new(None::<Here>);
    let count = Memo::new(move |_| talk.present.with(|present| present.as_ref().map(|(people, _)| *people)));
    let load = move || {
        spawn_local(async move {
            if let Ok(now) = server_fns::who_is_here(talk.room()).await {
                here.try_set(Some(now));
            }
        });
    };
    // Asked for each time it is opened, and when somebody comes or goes meanwhile.
    Effect::new(move |_| {
        count.track();
        if open.get() {
            load();
        }
    });
    let show_again = Callback::new(move |account| {
        talk.hide(account, None);
        here.update(|here| {
            if let Some(here) = here {
                here.hidden.retain(|hidden| hidden.person.account != account);
            }
        });
    });
    let body = move || here.get().filter(|_| open.get()).map(|here| view! { <Company here=here show_again=show_again /> });
    view! {
        {move || count.get().map(|people| view! {
            <button type="button" class="room__count" aria-haspopup="dialog" on:click=move |_| open.set(true)>
                {move || i18n.text("chat-here", &[("people", argument(&people))])}
            </button>
        })}
        <Dialog id="room-people" open=open title=t!(i18n, "chat-people") close_label=t!(i18n, "common-close")>{body}</Dialog>
    }
}

#[component]
fn Company(here: Here, show_again: Callback<contract::ids::AccountId>) -> impl IntoView {
    let i18n = use_i18n();
    let Here { people, others, hidden } = here;
    let others = (others > 0).then(|| {
        let id = if people.is_empty() { "chat-here" } else { "chat-others-here" };
        view! { <p class="faint num">{move || i18n.text(id, &[("people", argument(&others))])}</p> }
    });
    let hidden = (!hidden.is_empty()).then(|| {
        let one = move |hidden: contract::chat::Hidden| {
            let (account, name) = (hidden.person.account, hidden.person.name);
            let how = if hidden.how == Hiding::Blocked { "chat-is-blocked" } else { "chat-is-muted" };
            let label = {
                let name = name.clone();
                Signal::derive(move || Some(i18n.text("chat-show-of", &[("name", argument(&name))])))
            };
            view! {
                <li class="company__one">
                    <Avatar name=name.clone() />
                    <span class="company__name">{name} " " <span class="faint">{move || i18n.text(how, &[])}</span></span>
                    <Button small=true look=Look::Ghost label=label on_press=Callback::new(move |()| show_again.run(account))>{t!(i18n, "chat-show-again")}</Button>
                </li>
            }
        };
        view! {
            <h3>{t!(i18n, "chat-hidden-people")}</h3>
            <ul class="company">{hidden.into_iter().map(one).collect_view()}</ul>
        }
    });
    view! {
        <ul class="company">{people.into_iter().map(|person| view! { <Person person=person /> }).collect_view()}</ul>
        {others}
        {hidden}
    }
}

#[component]
fn Person(person: Author) -> impl IntoView {
    let i18n = use_i18n();
    let role = person.role;
    let badge = (role >= Role::Moderator).then(|| {
        let tone = if role == Role::Moderator { Tone::Plain } else { Tone::Accent };
        view! { " " <Badge tone=tone>{move || i18n.text(&format!("accounts-role-{}", role.name()), &[])}</Badge> }
    });
    view! { <li class="company__one"><Avatar name=person.name.clone() /> <span class="company__name">{person.name} {badge}</span></li> }
}
