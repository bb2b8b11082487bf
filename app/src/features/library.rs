//! The listener's own shelf: what they liked and what they heard.

use crate::{
    features::{
        listening::server_fns,
        mixes::{MixCard, PlayMix, cover_urls},
        player::clock,
    },
    i18n::use_i18n,
    remote::{Remote, remote},
    t,
    title::PageTitle,
};
use contract::listening::{HistoryEntry, Library};
use leptos::{form::ActionForm, prelude::*};
use leptos_router::hooks::use_query_map;
use ui::{Bone, Button, Cover, Empty, Glyph, LinkButton, Look, Pagination, SectionHead, Skeleton};

/// `/library`
#[component]
pub fn LibraryPage() -> impl IntoView {
    let i18n = use_i18n();
    let query = use_query_map();
    let forget = ServerAction::<server_fns::ForgetHistory>::new();
    let page = move || query.with(|query| query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1_u32));
    let library = remote(move || (page(), forget.version().get()), |(page, _)| server_fns::load_library(page));
    view! {
        <PageTitle text=t!(i18n, "nav-library") />
        <header class="head"><h1>{t!(i18n, "nav-library")}</h1></header>
        <Remote resource=library skeleton=move || view! { <Skeleton bone=Bone::Card count=4 label=t!(i18n, "common-loading") /> } let:library>
            <LibraryView library=library forget=forget />
        </Remote>
    }
}

#[component]
fn LibraryView(library: Library, forget: ServerAction<server_fns::ForgetHistory>) -> impl IntoView {
    let i18n = use_i18n();
    let likes = library.likes;
    let history = library.history;
    let (number, pages) = (likes.number, likes.pages.max(history.pages));
    let heard_something = !history.items.is_empty();
    view! {
        <section class="section" aria-labelledby="likes">
            <SectionHead title=t!(i18n, "listening-likes") id="likes" />
            {if likes.items.is_empty() {
                view! {
                    <Empty glyph=Glyph::Heart title=t!(i18n, "listening-no-likes") text=t!(i18n, "listening-no-likes-text")>
                        <LinkButton href="/mixes">{t!(i18n, "nav-mixes")}</LinkButton>
                    </Empty>
                }.into_any()
            } else {
                view! { <div class="grid">{likes.items.into_iter().map(|mix| view! { <MixCard mix=mix /> }).collect_view()}</div> }.into_any()
            }}
        </section>
        <section class="section" aria-labelledby="history">
            <SectionHead title=t!(i18n, "listening-history") id="history">
                {heard_something.then(|| view! {
                    <ActionForm action=forget>
                        <Button submit=true small=true look=Look::Ghost>{t!(i18n, "listening-forget")}</Button>
                    </ActionForm>
                })}
            </SectionHead>
            {if !heard_something {
                view! { <p class="dim">{t!(i18n, "listening-no-history")}</p> }.into_any()
            } else {
                view! { <ul class="rows">{history.items.into_iter().map(|entry| view! { <HistoryRow entry=entry /> }).collect_view()}</ul> }.into_any()
            }}
        </section>
        {(pages > 1).then(|| view! {
            <Pagination
                label=t!(i18n, "common-pages")
                prev_href=(number > 1).then(|| format!("/library?page={}", number - 1))
                next_href=(number < pages).then(|| format!("/library?page={}", number + 1))
                prev_label=t!(i18n, "common-previous")
                next_label=t!(i18n, "common-next")
                at=t!(i18n, "common-page-of", page = number, pages = pages)
            />
        })}
    }
}

#[component]
fn HistoryRow(entry: HistoryEntry) -> impl IntoView {
    let mix = entry.mix;
    view! {
        <li class="row">
            <span class="row__lead">
                <Cover urls=Some(cover_urls(&mix.cover)) alt="" seed=mix.slug.clone() sizes="64px" thumb=mix.cover.placeholder.clone() />
            </span>
            <div class="row__body">
                <span class="row__title"><a href=format!("/mixes/{}", mix.slug)>{mix.title.clone()}</a></span>
                <span class="row__note num">
                    <time datetime=entry.heard.iso>{entry.heard.text}</time>
                    {format!(" · {} / {}", clock(entry.position_ms), mix.duration_ms.text)}
                </span>
            </div>
            <div class="row__more"><PlayMix mix=mix.clone() small=true from_ms=entry.position_ms /></div>
        </li>
    }
}
