//! `/notifications`: the reader's own, the newest first.

use super::{
    Unread,
    server_fns::{self, ReadNotifications},
};
use crate::{
    i18n::use_i18n,
    remote::{Remote, remote},
    shell::Hydrated,
    t,
    title::PageTitle,
};
use contract::notifications::{Notification, NotificationKind, Notifications};
use leptos::{form::ActionForm, prelude::*, task::spawn_local};
use leptos_router::hooks::use_query_map;
use ui::{Bone, Button, Empty, Glyph, Icon, Look, Pagination, Skeleton};

#[component]
pub fn NotificationsPage() -> impl IntoView {
    let i18n = use_i18n();
    let query = use_query_map();
    let number = Memo::new(move |_| query.with(|query| query.get("page").and_then(|page| page.parse::<u32>().ok()).unwrap_or(1)));
    let unread = Unread::get();
    let read_all = ServerAction::<ReadNotifications>::new();
    let list = remote(move || (number.get(), read_all.version().get()), |(page, _)| server_fns::load_notifications(page));
    // What comes while the page is open is put into it.
    Effect::new(move |_| {
        if unread.now.get().is_some_and(|count| count > 0) {
            list.refetch();
        }
    });
    view! {
        <PageTitle text=t!(i18n, "notifications-title") />
        <header class="head">
            <div class="head__row">
                <h1>{t!(i18n, "notifications-title")}</h1>
                <a class="link" href="/me#notifications">{t!(i18n, "notifications-settings")}</a>
            </div>
        </header>
        <Remote resource=list skeleton=move || view! { <Skeleton bone=Bone::Row count=6 label=t!(i18n, "common-loading") /> } let:list>
            <ListView list=list read_all=read_all />
        </Remote>
    }
}

#[component]
fn ListView(list: Notifications, read_all: ServerAction<ReadNotifications>) -> impl IntoView {
    let i18n = use_i18n();
    let hydrated = use_context::<Hydrated>().unwrap_or_default();
    let unread = Unread::get();
    let Notifications { page, unread: left } = list;
    // Seen is read; the dots stay until the next visit.
    let newest = page.items.first().filter(|_| left > 0).map(|newest| newest.id);
    Effect::new(move |_| {
        if hydrated.0.get()
            && let Some(newest) = newest
            && !document().hidden()
        {
            spawn_local(async move {
                if let Ok(left) = server_fns::read_notifications(Some(newest)).await {
                    unread.now.try_set(Some(left));
                }
            });
        }
    });
    if page.items.is_empty() {
        return view! { <Empty glyph=Glyph::Bell title=t!(i18n, "notifications-empty") text=t!(i18n, "notifications-empty-text") /> }
            .into_any();
    }
    let (number, pages) = (page.number, page.pages);
    let at = |number: u32| format!("/notifications?page={number}");
    view! {
        {(left > 0).then(|| view! {
            <ActionForm action=read_all>
                <Button submit=true small=true look=Look::Ghost glyph=Glyph::Check>{t!(i18n, "notifications-read-all")}</Button>
            </ActionForm>
        })}
        <ul class="rows notifications">{page.items.into_iter().map(|one| view! { <OneNotification one=one /> }).collect_view()}</ul>
        {(pages > 1).then(|| view! {
            <Pagination
                label=t!(i18n, "common-pages")
                prev_href=(number > 1).then(|| at(number - 1))
                next_href=(number < pages).then(|| at(number + 1))
                prev_label=t!(i18n, "common-previous")
                next_label=t!(i18n, "common-next")
                at=t!(i18n, "common-page-of", page = number, pages = pages)
            />
        })}
    }
    .into_any()
}

#[component]
fn OneNotification(one: Notification) -> impl IntoView {
    let i18n = use_i18n();
    let Notification { kind, text, quote, path, at, read, .. } = one;
    let glyph = match kind {
        NotificationKind::Answer => Glyph::Undo,
        NotificationKind::Mention => Glyph::Message,
        NotificationKind::Request => Glyph::Music,
        NotificationKind::Sanction => Glyph::Alert,
        NotificationKind::Report => Glyph::Flag,
        NotificationKind::Job => Glyph::Settings,
    };
    let class = if read { "row notification" } else { "row notification notification--new" };
    view! {
        <li class=class>
            <span class="row__lead"><Icon glyph=glyph /></span>
            <div class="row__body">
                <span class="row__title">
                    {(!read).then(|| view! { <span class="notification__new">{t!(i18n, "notifications-new")}</span> " " })}
                    <a href=path>{move || i18n.message(&text)}</a>
                </span>
                {(!quote.is_empty()).then(|| view! { <q class="notification__quote">{quote}</q> })}
                <span class="row__note"><time datetime=at.iso>{at.text}</time></span>
            </div>
        </li>
    }
}
