//! A mix in a grid.

use super::{Explicit, PlayMix, cover_urls};
use contract::mixes::MixSummary;
use leptos::prelude::*;
use ui::{Cover, Wave};

/// Cover, wave, title and facts; the whole card leads to the mix, its button plays it.
#[component]
pub fn MixCard(
    mix: MixSummary,
    /// Where the listener stopped, in ms: the button goes on there and the wave shows it.
    #[prop(optional, into)]
    from_ms: Option<u64>,
) -> impl IntoView {
    let heard = from_ms.map(|ms| ms as f64 * 100.0 / mix.duration_ms.value.max(1) as f64);
    let wave = match heard {
        Some(percent) => {
            view! { <Wave id=format!("{}-heard", mix.slug) peaks=mix.peaks.bars() bars=60 progress=Signal::stored(percent) /> }.into_any()
        }
        None => view! { <Wave id=mix.slug.clone() peaks=mix.peaks.bars() bars=60 /> }.into_any(),
    };
    let explicit = mix.explicit.then(|| view! { <Explicit /> });
    let genre = mix.genres.first().map(|genre| genre.name.clone());
    let facts: String = genre.into_iter().chain(mix.music.facts()).map(|fact| format!("{fact} · ")).collect();
    view! {
        <article class="mix-card">
            <div class="mix-card__art">
                <Cover urls=Some(cover_urls(&mix.cover)) alt="" seed=mix.slug.clone() thumb=mix.cover.placeholder.clone() />
                <PlayMix mix=mix.clone() small=true class="mix-card__play" from_ms=from_ms />
            </div>
            <div class="mix-card__wave">{wave}</div>
            <h3 class="mix-card__title"><a class="mix-card__link" href=format!("/mixes/{}", mix.slug)>{mix.title}</a> {explicit}</h3>
            <p class="mix-card__meta faint num">{facts} {mix.duration_ms.text}</p>
        </article>
    }
}
