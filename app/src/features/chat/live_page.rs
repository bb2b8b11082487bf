//! The Live page: so far, the station's room.

use super::{
    actions::Actions, composer::Composer, go_to::GoTo, list::List, people::People, pin::Pin, poll::RoomPoll, poll_form::PollDialog,
    room_rules::RoomControl, server_fns, talk::Talk,
};
use crate::{
    features::{emotes, live::LiveHead},
    i18n::{argument, use_i18n},
    remote::{Remote, remote},
    shell::Hydrated,
    t,
    title::PageTitle,
};
use contract::{chat::Room, emotes::Emote, ids::MessageId};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{Bone, SectionHead, Skeleton};

/// `/live`
#[component]
pub fn LivePage() -> impl IntoView {
    let i18n = use_i18n();
    // Outlives the views below, which are made anew in another language.
    let talk = Talk::new();
    let hydrated = use_context::<Hydrated>().unwrap_or_default();
    let hydrated_too = hydrated.clone();
    let room = remote(
        || (),
        |()| async {
            let emotes = emotes::server_fns::emotes().await?;
            Ok((server_fns::station_room().await?, emotes))
        },
    );
    Effect::new(move |_| {
        if hydrated.0.get() && talk.loaded.get() {
            talk.open();
            talk.mind_the_poll();
            on_cleanup(move || talk.leave());
        }
    });
    // A notification leads to its message.
    let query = use_query_map();
    let wanted = Memo::new(move |_| query.with(|query| query.get("message").and_then(|id| id.parse().ok()).map(MessageId)));
    Effect::new(move |_| {
        if hydrated_too.0.get() && talk.loaded.get() && wanted.get().is_some() {
            talk.jump(wanted.get(), None);
        }
    });
    view! {
        <PageTitle text=t!(i18n, "chat-live") />
        <div class="live">
            <LiveHead at="/live" />
            <Remote resource=room skeleton=move || view! { <Skeleton bone=Bone::Row count=6 label=t!(i18n, "common-loading") /> } let:loaded>
                <RoomView room=loaded.0 emotes=loaded.1 talk=talk />
            </Remote>
        </div>
    }
}

#[component]
fn RoomView(room: Room, emotes: Vec<Emote>, talk: Talk) -> impl IntoView {
    let i18n = use_i18n();
    talk.emotes.set(emotes);
    talk.load(room);
    view! {
        <section class="room" aria-labelledby="room-title">
            <SectionHead title=t!(i18n, "chat-room") id="room-title"><Present talk=talk /> <GoTo talk=talk /> <RoomControl talk=talk /></SectionHead>
            <Pin talk=talk />
            <RoomPoll talk=talk />
            <List talk=talk />
            <Composer talk=talk />
            <Actions talk=talk />
            <PollDialog talk=talk />
        </section>
    }
}

/// How many are here, and who types. Only the line knows.
#[component]
fn Present(talk: Talk) -> impl IntoView {
    let i18n = use_i18n();
    let typing = Memo::new(move |_| {
        let own = talk.reader.with(|reader| reader.as_ref().map(|reader| reader.name.clone()));
        talk.present.with(|present| {
            let names = present.iter().flat_map(|(_, typing)| typing).filter(|name| Some(*name) != own.as_ref());
            names.cloned().collect::<Vec<_>>()
        })
    });
    let typing = move || match typing.get().as_slice() {
        [] => None,
        [name] => Some(i18n.text("chat-typing-one", &[("name", argument(name))])),
        [first, second] => Some(i18n.text("chat-typing-two", &[("first", argument(first)), ("second", argument(second))])),
        [first, second, ..] => Some(i18n.text("chat-typing-more", &[("first", argument(first)), ("second", argument(second))])),
    };
    view! {
        <div class="room__present faint num">
            <People talk=talk />
            {move || typing().map(|text| view! { <span class="room__typing">{text}</span> })}
        </div>
    }
}
