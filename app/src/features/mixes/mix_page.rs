//! One mix: its wave in full, what it is, what is like it.

use super::{
    MixCard, Moment, Moments, PlayMix,
    about::{About, Explicit, Shared},
    cover_urls, server_fns, tint,
    tracklist::{Tracklist, chapter_marks, named, share},
};
use crate::{
    features::{
        listening::LikeButton,
        player::{Player, Quality, SeekRange, clock, forms},
    },
    frame::use_frame,
    i18n::{argument, use_i18n},
    moment,
    remote::{Remote, remote},
    t,
    title::PageTitle,
};
use contract::{
    mixes::{AudioSource, Download, Label, MixDetail, MixSummary},
    tracklists::Track,
};
use leptos::prelude::*;
use leptos_meta::{Link, Meta};
use leptos_router::hooks::{use_params_map, use_query_map};
use ui::{Bone, Button, Chip, Cover, Glyph, Icon, Look, SectionHead, Skeleton, Tags, Wave};

/// `/mixes/{slug}`
#[component]
pub fn MixPage() -> impl IntoView {
    let i18n = use_i18n();
    let params = use_params_map();
    let query = use_query_map();
    // A shared moment counts when the page opens; what the listener does after that counts more.
    let moment = query.with_untracked(|query| moment::parse(&query.get("t")?));
    let opened = move || (params.with(|params| params.get("slug").unwrap_or_default()), query.with(|query| query.get("key")));
    let mix = remote(opened, |(slug, key)| server_fns::detail(slug, key));
    view! {
        <Remote resource=mix skeleton=move || view! { <Skeleton bone=Bone::Line count=8 label=t!(i18n, "common-loading") /> } let:mix>
            <MixHead mix=mix.clone() moment=moment />
            <MixView mix=mix moment=moment />
        </Remote>
    }
}

/// What search engines and shared links see. A link to a moment says what sounds there.
#[component]
fn MixHead(mix: MixDetail, moment: Option<u64>) -> impl IntoView {
    let i18n = use_i18n();
    let base = use_frame().with_untracked(|frame| frame.base_url.clone());
    let url = format!("{base}/mixes/{}", mix.summary.slug);
    let image = format!("{base}{}", mix.summary.cover.url(1400));
    let moment = moment.filter(|ms| *ms < mix.summary.duration_ms.value);
    let sounding = moment.and_then(|ms| Track::at(&mix.tracks, ms)).map(|index| untrack(|| named(&mix.tracks[index], i18n)));
    let shown = sounding.map_or_else(|| mix.summary.title.clone(), |track| format!("{track} · {}", mix.summary.title));
    // Whoever shows the link reads the page again at this address.
    let shared = moment.map_or_else(|| url.clone(), |ms| format!("{url}?t={}", ms / 1000));
    view! {
        <PageTitle text=mix.summary.title.clone() />
        <Link rel="canonical" href=url />
        <Meta property="og:type" content="music.song" />
        <Meta property="og:title" content=shown />
        <Meta property="og:image" content=image />
        <Meta property="og:url" content=shared />
        {(mix.unlisted || mix.about.shared_until.is_some()).then(|| view! { <Meta name="robots" content="noindex" /> })}
    }
}

#[component]
fn MixView(mix: MixDetail, moment: Option<u64>) -> impl IntoView {
    let i18n = use_i18n();
    let from_ms = moment.filter(|ms| *ms < mix.summary.duration_ms.value).or(mix.resume_ms);
    let summary = mix.summary.clone();
    let long = summary.title.chars().count() > 22;
    let eyebrow = {
        let date = summary.published.clone();
        move || match &date {
            Some(date) => {
                view! { {i18n.text("mixes-mix", &[])} " · " <time datetime=date.iso.clone()>{date.text.clone()}</time> }.into_any()
            }
            None => i18n.text("mixes-draft", &[]).into_any(),
        }
    };
    let plays = summary.plays.clone();
    let facts = {
        let (genres, music, duration) = (summary.genres.clone(), summary.music.facts(), summary.duration_ms.text.clone());
        Signal::derive(move || {
            let plays =
                i18n.text("mixes-plays", &[("count", crate::i18n::argument(&plays.value)), ("shown", crate::i18n::argument(&plays.text))]);
            genres.iter().map(|genre| genre.name.clone()).chain(music.clone()).chain([duration.clone(), plays]).collect::<Vec<_>>()
        })
    };
    // A media fragment makes the plain element begin there too.
    let fragment = from_ms.map(|ms| format!("#t={}", ms / 1000)).unwrap_or_default();
    let fallback = plain_player(&summary.audio, &fragment);
    let (next, more) = (mix.next_in_key, mix.more);
    // Who was given a mix that isn't out has nothing to like or to pass on.
    let until = mix.about.shared_until.clone();
    let shared = until.is_some();
    let explicit = summary.explicit.then(|| view! { <Explicit /> });
    let tinted = tint(&summary.cover);
    let harmonic = summary.music.key.as_ref().map(|key| format!("/mixes?key={key}&harmonic=true"));
    view! {
        <div class="mix tint" style=tinted>
            {until.map(|until| view! { <Shared until=until /> })}
            <section class="hero">
                <div class="hero__art">
                    <Cover urls=Some(cover_urls(&summary.cover)) alt="" seed=summary.slug.clone() sizes="(min-width: 900px) 340px, 100vw" eager=true thumb=summary.cover.placeholder.clone() />
                </div>
                <div class="hero__text">
                    <p class="eyebrow">{eyebrow}</p>
                    <h1 class:hero__title--long=long>{summary.title.clone()}</h1>
                    <div class="stack stack--tight">
                        <span><a href=format!("/djs/{}", summary.dj.slug)><b>{summary.dj.name.clone()}</b></a> " " {explicit}</span>
                        <Tags tags=facts />
                    </div>
                    <div class="hero__actions">
                        <PlayMix mix=summary.clone() from_ms=from_ms />
                        {(!shared).then(|| view! { <LikeButton mix=summary.id liked=mix.liked likes=summary.likes.clone() /> })}
                        <QueueButton mix=summary.clone() />
                        {(!shared).then(|| view! { <ShareButton title=summary.title.clone() path=format!("/mixes/{}", summary.slug) /> })}
                    </div>
                    <Downloads downloads=mix.downloads />
                    <noscript inner_html=fallback></noscript>
                </div>
            </section>
            <MixWave mix=summary.clone() peaks=mix.wave.bars() tracks=mix.tracks.clone() from_ms=from_ms />
            <div class="split">
                {(!mix.tracks.is_empty()).then(|| view! { <Tracklist mix=summary tracks=mix.tracks /> })}
                <section class="section">
                    <div class="prose" inner_html=mix.description_html></div>
                    <Labels labels=mix.moods kind="mood" />
                    <About about=mix.about />
                </section>
            </div>
            {(!next.is_empty()).then(|| view! {
                <section class="section" aria-labelledby="next-in-key">
                    <SectionHead title=t!(i18n, "mixes-next-in-key") id="next-in-key">{harmonic.map(|href| view! { <a class="faint" href=href>{t!(i18n, "mixes-all-in-key")}</a> })}</SectionHead>
                    <div class="grid">{next.into_iter().map(|mix| view! { <MixCard mix=mix /> }).collect_view()}</div>
                </section>
            })}
            {(!more.is_empty()).then(|| view! {
                <section class="section" aria-labelledby="more">
                    <SectionHead title=t!(i18n, "mixes-more") id="more" />
                    <div class="grid">{more.into_iter().map(|mix| view! { <MixCard mix=mix /> }).collect_view()}</div>
                </section>
            })}
        </div>
    }
}

/// What plays without scripts: the browser takes the first form that it can play.
fn plain_player(source: &AudioSource, fragment: &str) -> String {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('"', "&quot;");
    let order = Quality::Automatic.order(false, source.heavy);
    let form = |(url, mime): (String, &str)| format!("<source src=\"{}{fragment}\" type=\"{}\">", escaped(&url), escaped(mime));
    let forms: String = forms(source, order).map(form).collect();
    format!("<audio controls preload=\"none\">{forms}</audio>")
}

/// The files that the DJ lets listeners have.
#[component]
fn Downloads(downloads: Vec<Download>) -> impl IntoView {
    let i18n = use_i18n();
    let link = move |Download { url, format, size }| {
        let text = move || i18n.text("mixes-download", &[("format", argument(&format)), ("size", argument(&size.text))]);
        view! { <a class="link mix__download" href=url download=""><Icon glyph=Glyph::Download /> {text}</a> }
    };
    (!downloads.is_empty()).then(|| view! { <p class="cluster">{downloads.into_iter().map(link).collect_view()}</p> })
}

/// The wave of the page: seeks when its mix is loaded, loads it when it isn't.
#[component]
fn MixWave(mix: MixSummary, peaks: Vec<u8>, tracks: Vec<Track>, from_ms: Option<u64>) -> impl IntoView {
    let i18n = use_i18n();
    let player = Player::get();
    let slug = mix.slug.clone();
    let loaded = Memo::new(move |_| player.has(&slug));
    let from_ms = from_ms.unwrap_or(0);
    let duration_ms = mix.duration_ms.value.max(1);
    let at_ms = Signal::derive(move || if loaded.get() { player.position_ms.get() } else { from_ms });
    let progress = Signal::derive(move || at_ms.get() as f64 * 100.0 / duration_ms as f64);
    let stored = StoredValue::new(mix.clone());
    let chapters = chapter_marks(&tracks, duration_ms);
    let all = StoredValue::new(tracks);
    let sounding = move || all.with_value(|tracks| Track::at(tracks, at_ms.get()).map(|index| named(&tracks[index], i18n)));
    let moments = Moments::get();
    let wave = peaks.clone();
    let share = Callback::new(move |()| {
        let at_ms = at_ms.get_untracked();
        let track = all.with_value(|tracks| Track::at(tracks, at_ms).map(|index| named(&tracks[index], i18n)));
        moments.share(Moment { mix: stored.get_value(), wave: wave.clone(), track, at_ms });
    });
    let begin = move |press: web_sys::MouseEvent| {
        let width = event_target::<web_sys::Element>(&press).get_bounding_client_rect().width().max(1.0);
        let share = (f64::from(press.offset_x()) / width).clamp(0.0, 1.0);
        player.toggle_mix(stored.get_value(), Some((share * duration_ms as f64) as u64));
    };
    view! {
        <section aria-label=t!(i18n, "mixes-wave")>
            <div class="mix__wave">
                <Wave id="mix" peaks=peaks bars=280 progress=progress chapters=chapters>
                    {move || if loaded.get() {
                        view! { <SeekRange /> }.into_any()
                    } else {
                        view! { <button type="button" class="wave__seek" aria-label=t!(i18n, "mixes-play-from") data-early="" on:click=begin></button> }.into_any()
                    }}
                </Wave>
            </div>
            <div class="mix__times">
                <span>{move || clock(at_ms.get())}</span>
                <span>{sounding}</span>
                <span>{mix.duration_ms.text}</span>
            </div>
            <p class="mix__share"><Button look=Look::Ghost small=true glyph=Glyph::Camera on_press=share>{t!(i18n, "mixes-moment-share")}</Button></p>
        </section>
    }
}

#[component]
fn Labels(labels: Vec<Label>, kind: &'static str) -> impl IntoView {
    let chips = labels.into_iter().map(|label| view! { <Chip href=format!("/mixes?{kind}={}", label.slug)>{label.name}</Chip> });
    view! { <div class="cluster">{chips.collect_view()}</div> }
}

#[component]
fn QueueButton(mix: MixSummary) -> impl IntoView {
    let i18n = use_i18n();
    let player = Player::get();
    let press = Callback::new(move |()| {
        let added = player.enqueue(mix.clone());
        if let Some(toasts) = ui::Toasts::get() {
            toasts.show(i18n.text(if added { "player-queued" } else { "player-queued-already" }, &[]));
        }
    });
    view! { <Button look=Look::Ghost glyph=Glyph::Queue label=t!(i18n, "player-enqueue") on_press=press>""</Button> }
}

/// Shares the address by the system's sheet, or copies it.
#[component]
fn ShareButton(title: String, path: String) -> impl IntoView {
    let i18n = use_i18n();
    let press = Callback::new(move |()| {
        share(title.clone(), path.clone(), i18n);
    });
    view! { <Button look=Look::Ghost glyph=Glyph::Share label=t!(i18n, "mixes-share") on_press=press>""</Button> }
}
