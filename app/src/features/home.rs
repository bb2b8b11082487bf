//! The front door: the newest mix large, the latest beside each other, what is played most.

use crate::{
    features::{
        mixes::{MixCard, PlayMix, cover_urls, server_fns},
        player::Player,
    },
    frame::use_frame,
    i18n::use_i18n,
    remote::{Remote, remote},
    t,
    title::PageTitle,
};
use contract::mixes::{Home, MixSummary};
use leptos::prelude::*;
use leptos_meta::Meta;
use ui::{Bone, Chip, Cover, Empty, Glyph, SectionHead, Skeleton, Stripe, Tags};

/// `/`
#[component]
pub fn HomePage() -> impl IntoView {
    let i18n = use_i18n();
    let frame = use_frame();
    let home = remote(|| (), |()| server_fns::load_home());
    view! {
        <PageTitle text=Signal::derive(move || frame.with(|frame| frame.brand.name.clone())) />
        <Meta name="description" content=move || frame.with(|frame| frame.brand.tagline.clone()) />
        <Remote resource=home skeleton=move || view! { <Skeleton bone=Bone::Card count=8 label=t!(i18n, "common-loading") /> } let:home>
            <HomeView home=home />
        </Remote>
    }
}

#[component]
fn HomeView(home: Home) -> impl IntoView {
    let i18n = use_i18n();
    let Some(hero) = home.hero else {
        return view! {
            <h1 class="visually-hidden">{move || use_frame().with(|frame| frame.brand.name.clone())}</h1>
            <Empty glyph=Glyph::Disc title=t!(i18n, "home-empty-title") text=t!(i18n, "home-empty-text") />
        }
        .into_any();
    };
    let total = home.total;
    let cards = |mixes: Vec<MixSummary>| mixes.into_iter().map(|mix| view! { <MixCard mix=mix /> }).collect_view();
    let chip = |facet: contract::mixes::Facet| {
        let name = facet.label.name;
        view! { <Chip href=format!("/mixes?genre={}", facet.label.slug)>{name}</Chip> }
    };
    view! {
        <HomeHero mix=hero />
        <Stripe />
        {(!home.unfinished.is_empty()).then(|| view! {
            <section class="section" aria-labelledby="unfinished">
                <SectionHead title=t!(i18n, "home-unfinished") id="unfinished" />
                <div class="grid">{home.unfinished.into_iter().map(|entry| view! { <MixCard mix=entry.mix from_ms=entry.position_ms /> }).collect_view()}</div>
            </section>
        })}
        <section class="section" aria-labelledby="latest">
            <SectionHead title=t!(i18n, "home-latest") id="latest">
                <a class="faint" href="/mixes">{move || i18n.text("home-all", &[("count", crate::i18n::argument(&total.value)), ("shown", crate::i18n::argument(&total.text))])}</a>
            </SectionHead>
            <nav class="chips" aria-label=t!(i18n, "mixes-genres")>
                <Chip href="/mixes" on=true>{t!(i18n, "mixes-everything")}</Chip>
                {home.genres.into_iter().map(chip).collect_view()}
            </nav>
            <div class="grid">{cards(home.latest)}</div>
        </section>
        {(!home.most_played.is_empty()).then(|| view! {
            <section class="section" aria-labelledby="most-played">
                <SectionHead title=t!(i18n, "home-most-played") id="most-played" />
                <div class="grid">{cards(home.most_played)}</div>
            </section>
        })}
    }
    .into_any()
}

#[component]
fn HomeHero(mix: MixSummary) -> impl IntoView {
    let i18n = use_i18n();
    let player = Player::get();
    let long = mix.title.chars().count() > 22;
    let facts: Vec<String> = mix.genres.iter().map(|genre| genre.name.clone()).chain([mix.duration_ms.text.clone()]).collect();
    let status = {
        let slug = mix.slug.clone();
        move || if player.has(&slug) && player.playing.get() { i18n.text("home-playing", &[]) } else { i18n.text("home-newest", &[]) }
    };
    view! {
        <section class="hero">
            <div class="hero__art">
                <Cover urls=Some(cover_urls(&mix.cover)) alt="" seed=mix.slug.clone() sizes="(min-width: 900px) 340px, 100vw" eager=true thumb=mix.cover.placeholder.clone() />
            </div>
            <div class="hero__text">
                <p class="eyebrow">{status}</p>
                <h1 class:hero__title--long=long><a href=format!("/mixes/{}", mix.slug)>{mix.title.clone()}</a></h1>
                <div class="hero__now">
                    <PlayMix mix=mix.clone() />
                    <div>
                        <a href=format!("/djs/{}", mix.dj.slug)><b>{mix.dj.name.clone()}</b></a>
                        <Tags tags=facts />
                    </div>
                </div>
            </div>
        </section>
    }
}
