//! Finding a track and asking for it.

use super::{
    queue::Queue,
    server_fns::{self, Wish},
};
use crate::{
    form::{FormDone, FormState, FormSummary, answered, refused, when_done},
    i18n::{argument, use_i18n},
    remote::{Remote, remote},
    t,
};
use contract::requests::{LONGEST_DEDICATION, Song};
use leptos::{form::ActionForm, prelude::*};
use leptos_router::{components::Form, hooks::use_query_map};
use ui::{Bone, Button, Empty, Glyph, Icon, LinkButton, Look, Notice, Skeleton};

/// The search and what it found; nothing where the station takes no requests.
#[component]
pub fn Ask(queue: Queue, open: bool) -> impl IntoView {
    let i18n = use_i18n();
    let query = use_query_map();
    let words = Memo::new(move |_| query.with(|query| query.get("q").unwrap_or_default()));
    let action = ServerAction::<Wish>::new();
    let state = FormState::new("wish", move || refused(answered(action)));
    when_done(answered(action), move |request| queue.asked(&request));
    let songs = remote(move || words.get(), server_fns::songs);
    if !open {
        return view! { <Notice><p>{t!(i18n, "requests-refused-closed")}</p></Notice> }.into_any();
    }
    view! {
        <div class="ask">
            <Form method="GET" action="/live/requests">
                <div class="mixes__search">
                    <Icon glyph=Glyph::Search />
                    <input class="field__input" type="search" name="q" value=words.get_untracked() maxlength="100" placeholder=t!(i18n, "requests-search-hint") aria-label=t!(i18n, "requests-search") />
                    <Button submit=true>{t!(i18n, "requests-search")}</Button>
                </div>
            </Form>
            <FormSummary state=state failure=answered(action) />
            <FormDone state=state value=answered(action) id="requests-asked" />
            {move || (!words.with(String::is_empty)).then(|| view! {
                <Remote resource=songs skeleton=move || view! { <Skeleton bone=Bone::Row count=3 label=t!(i18n, "common-loading") /> } let:songs>
                    <Found songs=songs queue=queue action=action />
                </Remote>
            })}
        </div>
    }
    .into_any()
}

#[component]
fn Found(songs: Vec<Song>, queue: Queue, action: ServerAction<Wish>) -> impl IntoView {
    let i18n = use_i18n();
    if songs.is_empty() {
        return view! { <Empty glyph=Glyph::Search title=t!(i18n, "requests-nothing-found") text=t!(i18n, "requests-nothing-found-text") /> }
            .into_any();
    }
    let rows = songs.into_iter().map(|song| view! { <SongRow song=song queue=queue action=action /> }).collect_view();
    view! {
        <section aria-label=t!(i18n, "requests-found")>
            <div class="rows-box"><ul class="rows">{rows}</ul></div>
        </section>
    }
    .into_any()
}

#[component]
fn SongRow(song: Song, queue: Queue, action: ServerAction<Wish>) -> impl IntoView {
    let i18n = use_i18n();
    let Song { mix, position, artist, title, heard_in } = song;
    let label = {
        let title = title.clone();
        Signal::derive(move || Some(i18n.text("requests-ask-for", &[("title", argument(&title))])))
    };
    let heard_in = move || i18n.text("requests-heard-in", &[("mix", argument(&heard_in))]);
    let ask = if queue.reader.is_some() {
        view! {
            <ActionForm action=action attr:class="ask__form">
                <input type="hidden" name="mix" value=mix.to_string() />
                <input type="hidden" name="position" value=position.to_string() />
                <details class="ask__dedication">
                    <summary>{t!(i18n, "requests-dedicate")}</summary>
                    <input class="field__input" name="dedication" maxlength=LONGEST_DEDICATION.to_string() autocomplete="off" placeholder=t!(i18n, "requests-dedication-hint") aria-label=t!(i18n, "requests-dedication") />
                </details>
                <Button submit=true small=true label=label>{t!(i18n, "requests-ask")}</Button>
            </ActionForm>
        }
        .into_any()
    } else {
        view! { <LinkButton href="/sign-in" look=Look::Ghost>{t!(i18n, "requests-sign-in")}</LinkButton> }.into_any()
    };
    view! {
        <li class="row row--folds">
            <span class="row__lead"><Icon glyph=Glyph::Music /></span>
            <div class="row__body">
                <span class="row__title">{title}</span>
                <span class="row__note">{artist}</span>
                <span class="row__note">{heard_in}</span>
            </div>
            <div class="row__more">{ask}</div>
        </li>
    }
}
