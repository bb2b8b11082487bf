//! A request in the list: its votes, what and for whom, and when it may be on.

use super::{
    queue::Queue,
    server_fns::{VoteFor, Withdraw, withdraw},
};
use crate::{
    i18n::{argument, use_i18n},
    t,
};
use contract::{
    ids::TrackRequestId,
    requests::{Standing, TrackRequest},
};
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{Badge, Button, Glyph, Icon, Look, Tone};

#[component]
pub fn RequestRow(id: TrackRequestId, queue: Queue) -> impl IntoView {
    let i18n = use_i18n();
    let request = Memo::new(move |_| queue.request(id));
    let place = Memo::new(move |_| queue.waiting.with(|all| all.iter().position(|known| known.id == id)).unwrap_or_default());
    let own = move || request.with(|request| request.as_ref().is_some_and(|request| Some(request.by) == queue.reader));
    let accepted = Memo::new(move |_| request.with(|request| request.as_ref().is_some_and(|one| one.standing == Standing::Accepted)));
    let when = move || {
        let minutes = (u64::from(queue.seconds_each.get()) * place.get() as u64).div_ceil(60);
        match place.get() {
            0 => i18n.text("requests-next", &[]),
            _ => i18n.text("requests-in-about", &[("minutes", argument(&minutes))]),
        }
    };
    let take_back = move |submitted: web_sys::SubmitEvent| {
        submitted.prevent_default();
        queue.act(withdraw(id));
    };
    view! {
        <li class="row request" id=format!("request-{id}")>
            <VoteButton id=id queue=queue />
            <div class="row__body">
                {move || request.get().map(|request| view! { <About request=request /> })}
                <span class="row__note num">
                    {move || accepted.get().then(|| view! { <Badge tone=Tone::Accent>{t!(i18n, "requests-accepted")}</Badge> " " })}
                    {when}
                </span>
            </div>
            {move || own().then(|| view! {
                <form class="request__own" action=Withdraw::url() method="post" on:submit=take_back>
                    <input type="hidden" name="request" value=id.to_string() />
                    <Button submit=true small=true look=Look::Ghost>{t!(i18n, "requests-withdraw")}</Button>
                </form>
            })}
        </li>
    }
}

/// What was asked for, by whom and for whom.
#[component]
pub fn About(request: TrackRequest) -> impl IntoView {
    let i18n = use_i18n();
    let TrackRequest { artist, title, dedication, name, .. } = request;
    let by = move || {
        if name.is_empty() { i18n.text("chat-somebody", &[]) } else { i18n.text("requests-by", &[("name", argument(&name))]) }
    };
    view! {
        <span class="row__title">{title}</span>
        <span class="row__note">{artist}</span>
        <span class="row__note">{by}</span>
        {(!dedication.is_empty()).then(|| view! { <q class="request__dedication">{dedication}</q> })}
    }
}

#[component]
fn VoteButton(id: TrackRequestId, queue: Queue) -> impl IntoView {
    let i18n = use_i18n();
    let up = Memo::new(move |_| queue.voted.with(|voted| voted.contains(&id)));
    let votes = Memo::new(move |_| queue.request(id).map_or(0, |request| request.votes));
    let title = move || queue.request(id).map(|request| request.title).unwrap_or_default();
    let label = move || i18n.text("requests-vote", &[("title", argument(&title())), ("votes", argument(&votes.get()))]);
    let count = move || view! { <Icon glyph=Glyph::ChevronUp /><span class="num">{votes}</span> };
    if queue.reader.is_none() {
        return view! { <a class="vote" href="/sign-in" aria-label=move || i18n.text("requests-vote-sign-in", &[("title", argument(&title())), ("votes", argument(&votes.get()))])>{count()}</a> }.into_any();
    }
    let press = move |submitted: web_sys::SubmitEvent| {
        submitted.prevent_default();
        queue.vote(id, !up.get_untracked());
    };
    view! {
        <form action=VoteFor::url() method="post" on:submit=press>
            <input type="hidden" name="request" value=id.to_string() />
            <input type="hidden" name="up" value=move || (!up.get()).to_string() />
            <button class="vote" aria-label=label aria-pressed=move || up.get().to_string()>{count()}</button>
        </form>
    }
    .into_any()
}
