//! A mix in a grid.

use super::{PlayMix, cover_urls};
use contract::mixes::MixSummary;
use leptos::prelude::*;
use ui::{Cover, Wave};

/// Cover, wave, title and facts; the whole card leads to the mix, its button plays it.
#[component]
pub fn MixCard(mix: MixSummary) -> impl IntoView {
    let genre = mix.genres.first().map(|genre| genre.name.clone());
    let facts: String = genre.into_iter().chain(mix.music.facts()).map(|fact| format!("{fact} · ")).collect();
    view! {
        <article class="mix-card">
            <div class="mix-card__art">
                <Cover urls=Some(cover_urls(&mix.cover)) alt="" seed=mix.slug.clone() thumb=mix.cover.placeholder.clone() />
                <PlayMix mix=mix.clone() small=true class="mix-card__play" />
            </div>
            <div class="mix-card__wave"><Wave id=mix.slug.clone() peaks=mix.peaks.bars() bars=60 /></div>
            <h3 class="mix-card__title"><a class="mix-card__link" href=format!("/mixes/{}", mix.slug)>{mix.title}</a></h3>
            <p class="mix-card__meta faint num">{facts} {mix.duration_ms.text}</p>
        </article>
    }
}
