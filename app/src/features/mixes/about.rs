//! What a DJ says of a mix besides its description: the series and its other episodes, guests, credits, the place.

use crate::{
    i18n::{argument, use_i18n},
    t,
};
use contract::mixes::{Episode, MixAbout, MixLink};
use leptos::prelude::*;
use ui::{Chip, Glyph, Icon, Notice, Tone};

/// The sign that some words of a mix are not for everybody.
#[component]
pub fn Explicit() -> impl IntoView {
    let i18n = use_i18n();
    view! { <abbr class="explicit" title=move || i18n.text("mixes-explicit", &[])>"E"</abbr> }
}

#[component]
pub fn About(about: MixAbout) -> impl IntoView {
    let i18n = use_i18n();
    let MixAbout { series, guests, credits, location, .. } = about;
    let guests = (!guests.is_empty()).then(|| {
        let chips = guests.into_iter().map(|guest| view! { <Chip href=format!("/mixes?guest={}", guest.slug)>{guest.name}</Chip> });
        view! { <div class="about__line"><span class="faint">{t!(i18n, "mixes-guests")}</span><div class="cluster">{chips.collect_view()}</div></div> }
    });
    let place =
        (!location.is_empty()).then(|| view! { <div><dt class="faint">{t!(i18n, "mixes-recorded-at")}</dt><dd>{location}</dd></div> });
    let credits =
        credits.into_iter().map(|credit| view! { <div><dt class="faint">{credit.role}</dt><dd>{credit.name}</dd></div> }).collect_view();
    view! {
        <div class="about">
            {series.map(|episode| view! { <InSeries episode=episode /> })}
            {guests}
            <dl class="about__credits">{credits} {place}</dl>
        </div>
    }
}

#[component]
fn InSeries(episode: Episode) -> impl IntoView {
    let i18n = use_i18n();
    let Episode { series, number, before, after } = episode;
    let way = move |id: &'static str, glyph: Glyph, mix: MixLink| {
        let MixLink { slug, title } = mix;
        view! { <a class="link" href=format!("/mixes/{slug}")><Icon glyph=glyph /> {move || i18n.text(id, &[("title", argument(&title))])}</a> }
    };
    view! {
        <nav class="about__series" aria-label=t!(i18n, "mixes-series")>
            <p>
                <a class="link" href=format!("/mixes?series={}", series.slug)><b>{series.name}</b></a>
                {number.map(|number| view! { " · " <span class="num">{t!(i18n, "mixes-episode", number = number)}</span> })}
            </p>
            <div class="cluster">
                {before.map(|mix| way("mixes-episode-before", Glyph::ChevronLeft, mix))}
                {after.map(|mix| way("mixes-episode-after", Glyph::ChevronRight, mix))}
            </div>
        </nav>
    }
}

/// Says that a private link opened this page, and until when it does.
#[component]
pub fn Shared(until: contract::shown::ShownTime) -> impl IntoView {
    let i18n = use_i18n();
    view! { <Notice tone=Tone::Plain><p>{move || i18n.text("mixes-shared-until", &[("when", argument(&until.text))])}</p></Notice> }
}
