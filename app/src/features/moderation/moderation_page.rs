//! `/studio/moderation`: the queue of reports, the log (`?tab=log`), words, settings, and one person (`?person=…`).

use super::{
    card::Card,
    log::Log,
    queue::Queue,
    server_fns::{self, DecideReport, Sanction, SetSettings, SetWords},
    settings::Settings,
    words::Words,
};
use crate::{
    features::studio::StudioHead,
    form::{FormDone, FormState, FormSummary, answered, refused},
    frame::reaches,
    i18n::use_i18n,
    remote::{Remote, remote},
    t,
    title::PageTitle,
};
use contract::{caller::Role, failure::Failure, ids::AccountId};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{Bone, Skeleton, Tab, Tabs};

/// Which part of the page.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Queue,
    Log(u32),
    Words,
    Settings,
    Person(Option<AccountId>),
}

#[component]
pub fn ModerationPage() -> impl IntoView {
    let i18n = use_i18n();
    let query = use_query_map();
    let part = Memo::new(move |_| {
        query.with(|query| match (query.get("person"), query.get("tab").as_deref()) {
            (Some(person), _) => Part::Person(person.parse().ok().map(AccountId)),
            (None, Some("log")) => Part::Log(query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1)),
            (None, Some("words")) => Part::Words,
            (None, Some("settings")) => Part::Settings,
            _ => Part::Queue,
        })
    });
    let (decide, sanction) = (ServerAction::<DecideReport>::new(), ServerAction::<Sanction>::new());
    let (set_words, set_settings) = (ServerAction::<SetWords>::new(), ServerAction::<SetSettings>::new());
    let decided = FormState::new("decide", move || refused(answered(decide)));
    let sanctioned = FormState::new("sanction", move || refused(answered(sanction)));
    let done = move || (decide.version().get(), sanction.version().get());
    let skeleton = move || view! { <Skeleton bone=Bone::Row count=4 label=t!(i18n, "common-loading") /> };
    let body = move || match part.get() {
        Part::Queue => {
            let queue = remote(done, |_| server_fns::reports());
            view! { <Remote resource=queue skeleton=skeleton let:queue><Queue queue=queue action=decide /></Remote> }.into_any()
        }
        Part::Log(page) => {
            let deeds = remote(move || (page, done()), |(page, _)| server_fns::deeds(page));
            view! { <Remote resource=deeds skeleton=skeleton let:deeds><Log deeds=deeds action=sanction /></Remote> }.into_any()
        }
        Part::Words => {
            let words = remote(|| (), |()| server_fns::words());
            view! { <Remote resource=words skeleton=skeleton let:words><Words words=words action=set_words /></Remote> }.into_any()
        }
        Part::Settings => {
            let settings = remote(|| (), |()| server_fns::settings());
            view! { <Remote resource=settings skeleton=skeleton let:settings><Settings settings=settings action=set_settings /></Remote> }
                .into_any()
        }
        Part::Person(account) => {
            let card = remote(
                move || (account, done()),
                |(account, _)| async move {
                    match account {
                        Some(account) => server_fns::card(account).await,
                        None => Err(Failure::NotFound),
                    }
                },
            );
            view! { <Remote resource=card skeleton=skeleton let:card><Card card=card action=sanction /></Remote> }.into_any()
        }
    };
    let tab = move |href: &'static str, label, is_it: fn(Part) -> bool| Tab::new(href, label, Signal::derive(move || is_it(part.get())));
    let admin = reaches(Role::Admin);
    let tabs = move || {
        let mut tabs = vec![
            tab("/studio/moderation", t!(i18n, "moderation-reports"), |part| part == Part::Queue),
            tab("/studio/moderation?tab=log", t!(i18n, "moderation-log"), |part| matches!(part, Part::Log(_))),
            tab("/studio/moderation?tab=words", t!(i18n, "moderation-words"), |part| part == Part::Words),
        ];
        if admin.get() {
            tabs.push(tab("/studio/moderation?tab=settings", t!(i18n, "moderation-settings"), |part| part == Part::Settings));
        }
        tabs
    };
    view! {
        <PageTitle text=t!(i18n, "moderation-title") />
        <StudioHead at="/studio/moderation" title=t!(i18n, "moderation-title") />
        {move || view! { <Tabs label=t!(i18n, "moderation-title") tabs=tabs() /> }}
        <FormSummary state=decided failure=answered(decide) />
        <FormSummary state=sanctioned failure=answered(sanction) />
        <FormDone state=decided value=answered(decide) id="moderation-done" />
        <FormDone state=sanctioned value=answered(sanction) id="moderation-done" />
        {body}
    }
}
