//! `/live/requests`: the live order, one's own, and how to ask for a track.

use super::{
    ask::Ask,
    queue::Queue,
    request_row::{About, RequestRow},
    server_fns,
};
use crate::{
    features::live::LiveHead,
    i18n::{argument, use_i18n},
    remote::{Remote, remote},
    t,
    title::PageTitle,
};
use contract::requests::{Requests, TrackRequest};
use leptos::prelude::*;
use ui::{Bone, Empty, Glyph, Icon, SectionHead, Skeleton};

#[component]
pub fn RequestsPage() -> impl IntoView {
    let i18n = use_i18n();
    let requests = remote(|| (), |()| server_fns::load_requests());
    view! {
        <PageTitle text=t!(i18n, "requests-title") />
        <LiveHead at="/live/requests" />
        <Remote resource=requests skeleton=move || view! { <Skeleton bone=Bone::Row count=6 label=t!(i18n, "common-loading") /> } let:requests>
            <RequestsView requests=requests />
        </Remote>
    }
}

#[component]
fn RequestsView(requests: Requests) -> impl IntoView {
    let i18n = use_i18n();
    let open = requests.rules.open;
    let queue = Queue::new(requests);
    let own = Memo::new(move |_| {
        let own = |all: &Vec<TrackRequest>| all.iter().position(|one| Some(one.by) == queue.reader && queue.reader.is_some());
        queue.waiting.with(own).map(|at| at + 1)
    });
    let place = move || own.get().map(|place| i18n.text("requests-your-place", &[("place", argument(&place))]));
    view! {
        <Ask queue=queue open=open />
        <section class="section" aria-labelledby="waiting">
            <SectionHead title=t!(i18n, "requests-waiting") id="waiting"><span class="faint num" role="status">{place}</span></SectionHead>
            <Waiting queue=queue />
        </section>
        {move || queue.refused.with(|all| (!all.is_empty()).then(|| view! { <Refused requests=all.clone() /> }))}
        {move || queue.played.with(|all| (!all.is_empty()).then(|| view! { <Played requests=all.clone() /> }))}
    }
}

#[component]
fn Waiting(queue: Queue) -> impl IntoView {
    let i18n = use_i18n();
    let ids = move || queue.waiting.with(|all| all.iter().map(|request| request.id).collect::<Vec<_>>());
    let empty = Memo::new(move |_| queue.waiting.with(Vec::is_empty));
    view! {
        {move || empty.get().then(|| view! { <Empty glyph=Glyph::Music title=t!(i18n, "requests-empty") text=t!(i18n, "requests-empty-text") /> })}
        <div class="rows-box" hidden=move || empty.get()>
            <ol class="rows"><For each=ids key=|id| *id children=move |id| view! { <RequestRow id=id queue=queue /> } /></ol>
        </div>
    }
}

/// One's own that won't be played, and why.
#[component]
fn Refused(requests: Vec<TrackRequest>) -> impl IntoView {
    let i18n = use_i18n();
    let row = |request: TrackRequest| {
        let reason = request.reason.clone();
        let why = move || if reason.is_empty() { i18n.text("requests-no-reason", &[]) } else { reason.clone() };
        view! {
            <li class="row">
                <span class="row__lead"><Icon glyph=Glyph::Close /></span>
                <div class="row__body"><span class="row__title">{request.title}</span><span class="row__note">{request.artist}</span><span class="row__note">{why}</span></div>
            </li>
        }
    };
    view! {
        <section class="section" aria-labelledby="refused">
            <SectionHead title=t!(i18n, "requests-not-now") id="refused" />
            <div class="rows-box"><ul class="rows">{requests.into_iter().map(row).collect_view()}</ul></div>
        </section>
    }
}

#[component]
fn Played(requests: Vec<TrackRequest>) -> impl IntoView {
    let i18n = use_i18n();
    let row = |request: TrackRequest| {
        view! { <li class="row"><span class="row__lead"><Icon glyph=Glyph::Check /></span><div class="row__body"><About request=request /></div></li> }
    };
    view! {
        <section class="section" aria-labelledby="played">
            <SectionHead title=t!(i18n, "requests-played") id="played" />
            <div class="rows-box"><ul class="rows">{requests.into_iter().map(row).collect_view()}</ul></div>
        </section>
    }
}
