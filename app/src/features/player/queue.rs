//! The queue: what comes next, in an order the listener can see and thin out.

use super::state::Player;
use crate::{features::mixes::cover_urls, i18n::use_i18n, t};
use leptos::prelude::*;
use ui::{Cover, Dialog, Glyph, IconButton};

/// A button that opens the queue.
#[component]
pub fn QueueMenu(#[prop(default = "queue")] id: &'static str) -> impl IntoView {
    let i18n = use_i18n();
    let open = RwSignal::new(false);
    view! {
        <IconButton glyph=Glyph::Queue label=t!(i18n, "player-queue") on_press=Callback::new(move |()| open.set(true)) />
        <Dialog id=id open=open title=t!(i18n, "player-queue") close_label=t!(i18n, "common-close")>
            <QueueList />
        </Dialog>
    }
}

/// The mixes of the queue; a press on a title plays it.
#[component]
fn QueueList() -> impl IntoView {
    let player = Player::get();
    let i18n = use_i18n();
    let rows = move || player.queue.get().into_iter().enumerate().collect::<Vec<_>>();
    view! {
        <ul class="rows queue">
            {move || rows().into_iter().map(|(index, mix)| {
                let current = Signal::derive(move || player.at.get() == index);
                let title = mix.title.clone();
                view! {
                    <li class="row" aria-current=move || current.get().then_some("true")>
                        <span class="row__lead">
                            <Cover urls=Some(cover_urls(&mix.cover)) alt="" seed=mix.slug.clone() sizes="64px" thumb=mix.cover.placeholder.clone() />
                        </span>
                        <div class="row__body">
                            <button type="button" class="row__title queue__title" on:click=move |_| player.go_to(index, None)>{mix.title.clone()}</button>
                            <span class="row__note num">{mix.dj.name.clone()} " · " {mix.duration_ms.text.clone()}</span>
                        </div>
                        <div class="row__more">
                            {move || (!current.get()).then(|| title.clone()).map(|title| view! {
                                <IconButton
                                    glyph=Glyph::Close
                                    label=t!(i18n, "player-queue-remove", title = title)
                                    on_press=Callback::new(move |()| player.remove(index))
                                />
                            })}
                        </div>
                    </li>
                }
            }).collect_view()}
        </ul>
    }
}
