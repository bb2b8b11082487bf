//! `/live/shout-outs`: what was sent, and, for moderators, what waits.

use super::{
    board::Board,
    send_form::SendForm,
    server_fns::{self, Judge},
};
use crate::{
    features::{chat::clock, live::LiveHead},
    frame::reaches,
    i18n::{argument, use_i18n},
    remote::{Remote, remote},
    t,
    title::PageTitle,
};
use contract::{
    caller::Role,
    shoutouts::{ShoutOut, ShoutOutState, ShoutOuts},
};
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{Badge, Bone, Button, Empty, Glyph, Look, SectionHead, Skeleton, Tone};
use wasm_bindgen::JsCast;

#[component]
pub fn ShoutOutsPage() -> impl IntoView {
    let i18n = use_i18n();
    let shout_outs = remote(|| (), |()| server_fns::load_shout_outs());
    view! {
        <PageTitle text=t!(i18n, "shoutouts-title") />
        <LiveHead at="/live/shout-outs" />
        <Remote resource=shout_outs skeleton=move || view! { <Skeleton bone=Bone::Row count=6 label=t!(i18n, "common-loading") /> } let:shout_outs>
            <BoardView shout_outs=shout_outs />
        </Remote>
    }
}

#[component]
fn BoardView(shout_outs: ShoutOuts) -> impl IntoView {
    let i18n = use_i18n();
    let board = Board::new(shout_outs, reaches(Role::Moderator).get_untracked());
    let none = Memo::new(move |_| board.shown.with(Vec::is_empty));
    let nothing_held = Memo::new(move |_| board.held.with(Vec::is_empty));
    let list = move |all: RwSignal<Vec<ShoutOut>>| {
        let key = |one: &ShoutOut| (one.id, one.version);
        view! { <For each=move || all.get() key=key children=move |one| view! { <OneShoutOut one=one board=board /> } /> }
    };
    view! {
        {board.moderates.then(|| view! {
            <section class="section" aria-labelledby="held">
                <SectionHead title=t!(i18n, "shoutouts-held") id="held"><a class="faint" href="/overlay/shout-outs" target="_blank">{t!(i18n, "shoutouts-overlay")}</a></SectionHead>
                {move || nothing_held.get().then(|| view! { <p class="faint">{t!(i18n, "shoutouts-nothing-held")}</p> })}
                <ul class="shout-outs" hidden=move || nothing_held.get()>{list(board.held)}</ul>
            </section>
        })}
        <section class="section" aria-labelledby="send">
            <SectionHead title=t!(i18n, "shoutouts-yours") id="send" />
            <SendForm />
        </section>
        <section class="section" aria-labelledby="shown">
            <SectionHead title=t!(i18n, "shoutouts-shown") id="shown" />
            {move || none.get().then(|| view! { <Empty glyph=Glyph::Radio title=t!(i18n, "shoutouts-empty") text=t!(i18n, "shoutouts-empty-text") /> })}
            <ul class="shout-outs" aria-live="polite" hidden=move || none.get()>{list(board.shown)}</ul>
        </section>
    }
}

#[component]
fn OneShoutOut(one: ShoutOut, board: Board) -> impl IntoView {
    let i18n = use_i18n();
    let ShoutOut { id, state, text, name, place, sent, .. } = one;
    let from = move || match (name.as_str(), place.as_str()) {
        ("", "") => i18n.text("shoutouts-from-somebody", &[]),
        (name, "") => name.to_owned(),
        ("", place) => i18n.text("shoutouts-from-place", &[("place", argument(&place))]),
        (name, place) => i18n.text("shoutouts-from", &[("name", argument(&name)), ("place", argument(&place))]),
    };
    let clock = clock();
    let time = if sent.text.is_empty() { clock(sent.at) } else { sent.text };
    // The button that was pressed says what is to be done.
    let submit = move |submitted: web_sys::SubmitEvent| {
        submitted.prevent_default();
        let pressed = submitted.submitter().and_then(|pressed| pressed.dyn_into::<web_sys::HtmlButtonElement>().ok());
        if let Some(pressed) = pressed {
            board.judge(id, pressed.value());
        }
    };
    let button = move |next: ShoutOutState, text: &'static str, look: Look| {
        view! { <Button submit=true small=true look=look name="next" value=Some(next.name().to_owned())>{move || i18n.text(text, &[])}</Button> }
    };
    let buttons = match state {
        ShoutOutState::Held => vec![
            button(ShoutOutState::Shown, "shoutouts-show", Look::Primary),
            button(ShoutOutState::Hidden, "shoutouts-hide", Look::Ghost),
        ],
        ShoutOutState::Shown => vec![
            button(ShoutOutState::Read, "shoutouts-mark-read", Look::Plain),
            button(ShoutOutState::Hidden, "shoutouts-hide", Look::Ghost),
        ],
        _ => vec![button(ShoutOutState::Hidden, "shoutouts-hide", Look::Ghost)],
    };
    view! {
        <li class="shout-out">
            <blockquote class="shout-out__text">{text}</blockquote>
            <p class="shout-out__from faint">
                <span>{from}</span> " · " <time datetime=sent.iso>{time}</time>
                {(state == ShoutOutState::Read).then(|| view! { " " <Badge tone=Tone::Good>{t!(i18n, "shoutouts-read")}</Badge> })}
            </p>
            {board.moderates.then(|| view! {
                <form class="shout-out__do" action=Judge::url() method="post" on:submit=submit>
                    <input type="hidden" name="shout_out" value=id.to_string() />
                    {buttons}
                </form>
            })}
        </li>
    }
}
