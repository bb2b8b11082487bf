//! What the station plays, in a line, and what it played.

use crate::{
    browser::socket::{self, Heard},
    features::chat::clock,
    i18n::{argument, use_i18n},
    remote::remote,
    t,
};
use contract::{
    failure::Failure,
    radio::{MOST_HISTORY, NowPlaying, OnAir},
    realtime::{FromTab, ToTab, Watched},
};
use leptos::{prelude::*, task::spawn_local};
use ui::{Glyph, Icon};

#[server(endpoint = "now-playing", input = server_fn::codec::GetUrl)]
pub async fn load_now_playing() -> Result<NowPlaying, Failure> {
    let (caller, services) = crate::backend::request();
    services.radio.now_playing(&caller).await
}

/// What is on; unfolded, what was. Nothing for a station that played nothing yet: the page is about something else.
#[component]
pub fn NowPlayingLine() -> impl IntoView {
    let first = remote(|| (), |()| load_now_playing());
    view! { <Transition>{move || Suspend::new(async move { first.await.ok().map(|first| view! { <Line first=first /> }) })}</Transition> }
}

#[component]
fn Line(first: NowPlaying) -> impl IntoView {
    let i18n = use_i18n();
    let history = RwSignal::new(first.history);
    let line = StoredValue::<Option<socket::Listening>>::default();
    let hear = move |heard: Heard| match heard {
        Heard::Open => drop(socket::say(&FromTab::Watch(Watched::Station))),
        Heard::Lost => {}
        Heard::Said(said) => match &*said {
            // The news come from now on: what happened before them is asked for.
            ToTab::Watching(Watched::Station) => spawn_local(async move {
                if let Ok(now) = load_now_playing().await {
                    history.try_set(now.history);
                }
            }),
            ToTab::NowPlaying(on) => put(history, on),
            _ => {}
        },
    };
    Effect::new(move |_| line.set_value(Some(socket::listen(hear))));
    let on = Memo::new(move |_| history.with(|all| all.first().cloned()));
    let before = move || history.with(|all| (all.len() > 1).then(|| all[1..].to_vec()));
    view! {
        {move || on.get().map(|on| view! {
            <div class="now-playing">
                <p class="now-playing__on">
                    <Icon glyph=Glyph::Music />
                    <span class="now-playing__what"><span class="visually-hidden">{t!(i18n, "radio-now-playing")} ": "</span> <What on=on /></span>
                </p>
                {move || before().map(|before| view! {
                    <details class="now-playing__before">
                        <summary>{t!(i18n, "radio-history")}</summary>
                        <ol class="now-playing__history">{before.into_iter().map(|on| view! { <li><What on=on /></li> }).collect_view()}</ol>
                    </details>
                })}
            </div>
        })}
    }
}

#[component]
fn What(on: OnAir) -> impl IntoView {
    let i18n = use_i18n();
    let OnAir { title, artist, path, since, .. } = on;
    let clock = clock();
    let time = if since.text.is_empty() { clock(since.at) } else { since.text };
    let title = match path {
        Some(path) => view! { <a href=path>{title}</a> }.into_any(),
        None => view! { <span>{title}</span> }.into_any(),
    };
    view! {
        <b>{title}</b>
        {(!artist.is_empty()).then(|| format!(" · {artist}"))}
        " " <time class="faint num" datetime=since.iso>{move || i18n.text("radio-since", &[("time", argument(&time))])}</time>
    }
}

/// Something told twice is on once; something older than what is on belongs further down.
fn put(history: RwSignal<Vec<OnAir>>, on: &OnAir) {
    history.try_update(|all| {
        all.retain(|known| known.id != on.id);
        let at = all.iter().position(|known| known.since.at <= on.since.at).unwrap_or(all.len());
        all.insert(at, on.clone());
        all.truncate(MOST_HISTORY as usize);
    });
}
