//! All mixes: words, chips, sort, pages. A plain GET form, so that every filter is an address.

use super::{
    MixCard,
    filter::{ENERGIES, LENGTHS, SORTS, from_query, href},
    server_fns,
};
use crate::{
    i18n::use_i18n,
    remote::{Remote, remote},
    t,
    title::PageTitle,
};
use contract::mixes::{Facet, MixFilter, MixList};
use leptos::{html, prelude::*};
use leptos_router::hooks::use_query_map;
use ui::{Bone, Button, Checkbox, Chip, Choice, Empty, Field, Glyph, Icon, LinkButton, Pagination, Select, Skeleton};
use wasm_bindgen::JsCast;

/// `/mixes`
#[component]
pub fn MixesPage() -> impl IntoView {
    let i18n = use_i18n();
    let query = use_query_map();
    let filter = Memo::new(move |_| query.with(from_query));
    let list = remote(move || filter.get(), server_fns::list);
    let drawn = StoredValue::new(false);
    let again = move || drawn.try_update_value(|drawn| std::mem::replace(drawn, true)).unwrap_or_default();
    view! {
        <PageTitle text=t!(i18n, "mixes-title") />
        <header class="head"><h1>{t!(i18n, "mixes-title")}</h1></header>
        <Remote resource=list skeleton=move || view! { <Skeleton bone=Bone::Card count=12 label=t!(i18n, "common-loading") /> } let:list>
            <Filters filter=filter list=list.clone() again=again() />
            <Results filter=filter list=list />
        </Remote>
    }
}

#[component]
fn Filters(
    filter: Memo<MixFilter>,
    list: MixList,
    /// Whether another filter was drawn before.
    again: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    let place = NodeRef::<html::Div>::new();
    // What hands have set stays set in a browser, also on the way back to an address that says otherwise.
    Effect::new(move || {
        let form = place.get().and_then(|place| place.query_selector("form").ok().flatten());
        if let Some(form) = form.filter(|_| again) {
            form.unchecked_into::<web_sys::HtmlFormElement>().reset();
        }
    });
    let MixList { genres, moods, keys, years, series, guests, .. } = list;
    let now = filter.get_untracked();
    let genre_chip = {
        let now = now.clone();
        move |facet: Facet| {
            let on = now.genre.as_deref() == Some(&facet.label.slug);
            let target = MixFilter { genre: (!on).then(|| facet.label.slug.clone()), page: 1, ..now.clone() };
            view! { <Chip href=href(&target) on=on>{facet.label.name} " " <span class="faint num">{facet.count.text}</span></Chip> }
        }
    };
    // A brand without series or guests has no such choice.
    let by_label = move |name: &'static str, label: &'static str, any: &'static str, facets: Vec<Facet>, chosen: Option<String>| {
        (!facets.is_empty()).then(|| {
            let named = |facet: Facet| Choice::new(facet.label.slug, format!("{} ({})", facet.label.name, facet.count.text));
            let choices = std::iter::once(Choice::new("", i18n.texts(any))).chain(facets.into_iter().map(named)).collect();
            view! { <Select name=name label=i18n.texts(label) choices=choices value=chosen /> }
        })
    };
    let everything = MixFilter { genre: None, page: 1, ..now.clone() };
    let mood_choices: Vec<Choice> = std::iter::once(Choice::new("", t!(i18n, "mixes-any-mood")))
        .chain(moods.into_iter().map(|facet| Choice::new(facet.label.slug, facet.label.name)))
        .collect();
    let length_choices: Vec<Choice> = std::iter::once(Choice::new("", t!(i18n, "mixes-any-length")))
        .chain(LENGTHS.map(|(_, name)| Choice::new(name, Signal::derive(move || i18n.text(&format!("mixes-length-{name}"), &[])))))
        .collect();
    let sort_choices: Vec<Choice> = SORTS
        .map(|(_, name)| Choice::new(name, Signal::derive(move || i18n.text(&format!("mixes-sort-{name}"), &[]))))
        .into_iter()
        .collect();
    let sort = SORTS.iter().find(|(known, _)| *known == now.sort).map_or("newest", |(_, name)| name).to_owned();
    let length = now
        .length
        .and_then(|length| LENGTHS.iter().find(|(known, _)| *known == length))
        .map(|(_, name)| (*name).to_owned())
        .unwrap_or_default();
    view! {
        <div class="mixes__filters" node_ref=place>
            <nav class="chips" aria-label=t!(i18n, "mixes-genres")>
                <Chip href=href(&everything) on=now.genre.is_none()>{t!(i18n, "mixes-everything")}</Chip>
                {genres.into_iter().map(genre_chip).collect_view()}
            </nav>
            <leptos_router::components::Form method="GET" action="/mixes">
                <div class="mixes__form">
                    {now.genre.clone().map(|genre| view! { <input type="hidden" name="genre" value=genre /> })}
                    <div class="mixes__search">
                        <Icon glyph=Glyph::Search />
                        <input class="field__input" type="search" name="q" value=now.words.clone() maxlength="100" placeholder=t!(i18n, "mixes-search") aria-label=t!(i18n, "mixes-search") />
                    </div>
                    <Select name="mood" label=t!(i18n, "mixes-mood") choices=mood_choices value=now.mood.clone() />
                    <Select name="length" label=t!(i18n, "mixes-length") choices=length_choices value=length />
                    <BySound now=now.clone() keys=keys years=years />
                    {by_label("series", "mixes-series", "mixes-any-series", series, now.series.clone())}
                    {by_label("guest", "mixes-guest", "mixes-any-guest", guests, now.guest.clone())}
                    <Select name="sort" label=t!(i18n, "mixes-sort") choices=sort_choices value=sort />
                    <Button submit=true>{t!(i18n, "mixes-filter")}</Button>
                </div>
            </leptos_router::components::Form>
        </div>
    }
}

/// Pace, key, energy, year: behind one line until somebody wants them, open while they count.
#[component]
fn BySound(now: MixFilter, keys: Vec<Facet>, years: Vec<Facet>) -> impl IntoView {
    let i18n = use_i18n();
    let in_use = now.bpm_from.is_some() || now.bpm_to.is_some() || now.key.is_some() || now.energy.is_some() || now.year.is_some();
    let counted = |facet: Facet| Choice::new(facet.label.slug, format!("{} ({})", facet.label.name, facet.count.text));
    let any = move |id: &'static str| std::iter::once(Choice::new("", i18n.texts(id)));
    let keys: Vec<Choice> = any("mixes-any-key").chain(keys.into_iter().map(counted)).collect();
    let years: Vec<Choice> = any("mixes-any-year").chain(years.into_iter().map(counted)).collect();
    let energies: Vec<Choice> = any("mixes-any-energy")
        .chain(ENERGIES.map(|(_, name)| Choice::new(name, Signal::derive(move || i18n.text(&format!("mixes-energy-{name}"), &[])))))
        .collect();
    let energy = now.energy.and_then(|energy| ENERGIES.iter().find(|(known, _)| *known == energy)).map(|(_, name)| (*name).to_owned());
    let bpm = |bpm: Option<u16>| bpm.map(|bpm| bpm.to_string());
    view! {
        <details class="mixes__sound" open=in_use>
            <summary>{t!(i18n, "mixes-by-sound")}</summary>
            <div class="mixes__form">
                <Field name="from" kind="number" label=t!(i18n, "mixes-bpm-from") inputmode="numeric" value=bpm(now.bpm_from) />
                <Field name="to" kind="number" label=t!(i18n, "mixes-bpm-to") inputmode="numeric" value=bpm(now.bpm_to) />
                <Select name="key" label=t!(i18n, "mixes-key") choices=keys value=now.key />
                <Checkbox name="harmonic" label=t!(i18n, "mixes-harmonic") checked=now.harmonic />
                <Select name="energy" label=t!(i18n, "mixes-energy") choices=energies value=energy />
                <Select name="year" label=t!(i18n, "mixes-year") choices=years value=bpm(now.year) />
            </div>
        </details>
    }
}

#[component]
fn Results(filter: Memo<MixFilter>, list: MixList) -> impl IntoView {
    let i18n = use_i18n();
    let now = filter.get_untracked();
    if list.mixes.items.is_empty() {
        return view! {
            <Empty glyph=Glyph::Disc title=t!(i18n, "mixes-empty-title") text=t!(i18n, "mixes-empty-text")>
                <LinkButton href="/mixes">{t!(i18n, "mixes-clear")}</LinkButton>
            </Empty>
        }
        .into_any();
    }
    let (number, pages) = (list.mixes.number, list.mixes.pages);
    let page = move |number: u32| href(&MixFilter { page: number, ..now.clone() });
    let total = list.total;
    view! {
        <section class="section" aria-labelledby="results">
            <h2 id="results" class="visually-hidden">{t!(i18n, "mixes-results")}</h2>
            <p class="faint num" role="status">{move || i18n.text("mixes-count", &[("count", crate::i18n::argument(&total.value)), ("shown", crate::i18n::argument(&total.text))])}</p>
            <div class="grid">{list.mixes.items.into_iter().map(|mix| view! { <MixCard mix=mix /> }).collect_view()}</div>
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
    .into_any()
}
