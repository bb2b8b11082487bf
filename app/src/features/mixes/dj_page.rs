//! A DJ's public page.

use super::{MixCard, server_fns};
use crate::{
    i18n::use_i18n,
    remote::{Remote, remote},
    t,
    title::PageTitle,
};
use contract::mixes::DjProfile;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use ui::{Avatar, Bone, Empty, Glyph, Pagination, SectionHead, Skeleton};

/// `/djs/{slug}`
#[component]
pub fn DjPage() -> impl IntoView {
    let i18n = use_i18n();
    let (params, query) = (use_params_map(), use_query_map());
    let key = move || {
        let page = query.with(|query| query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1_u32));
        (params.with(|params| params.get("slug").unwrap_or_default()), page)
    };
    let profile = remote(key, |(slug, page)| server_fns::dj(slug, page));
    view! {
        <Remote resource=profile skeleton=move || view! { <Skeleton bone=Bone::Card count=8 label=t!(i18n, "common-loading") /> } let:profile>
            <DjView profile=profile />
        </Remote>
    }
}

#[component]
fn DjView(profile: DjProfile) -> impl IntoView {
    let i18n = use_i18n();
    let (number, pages) = (profile.mixes.number, profile.mixes.pages);
    let slug = profile.dj.slug.clone();
    let page = move |number: u32| format!("/djs/{slug}?page={number}");
    let total = profile.total;
    view! {
        <PageTitle text=profile.dj.name.clone() />
        <header class="head">
            <div class="cluster"><Avatar name=profile.dj.name.clone() large=true /><h1>{profile.dj.name}</h1></div>
            <div class="prose" inner_html=profile.bio_html></div>
        </header>
        <section class="section" aria-labelledby="mixes">
            <SectionHead title=t!(i18n, "mixes-title") id="mixes">
                <span class="faint num">{move || i18n.text("mixes-count", &[("count", crate::i18n::argument(&total.value)), ("shown", crate::i18n::argument(&total.text))])}</span>
            </SectionHead>
            {if profile.mixes.items.is_empty() {
                view! { <Empty glyph=Glyph::Disc title=t!(i18n, "home-empty-title") text=t!(i18n, "home-empty-text") /> }.into_any()
            } else {
                view! { <div class="grid">{profile.mixes.items.into_iter().map(|mix| view! { <MixCard mix=mix /> }).collect_view()}</div> }.into_any()
            }}
        </section>
        {(pages > 1).then(|| view! {
            <Pagination
                label=t!(i18n, "common-pages")
                prev_href=(number > 1).then(|| page(number - 1))
                next_href=(number < pages).then(|| page(number + 1))
                prev_label=t!(i18n, "common-previous")
                next_label=t!(i18n, "common-next")
                at=t!(i18n, "common-page-of", page = number, pages = pages)
            />
        })}
    }
}
