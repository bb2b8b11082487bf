//! The whole player, drawn up over a phone.

use super::{
    bar::Keys,
    chapters::{Notches, ShareMoment},
    mini::Status,
    queue::QueueMenu,
    seek::{SeekRange, clock},
    state::Player,
    tuning::Tuning,
};
use crate::{
    features::{
        listening::LikeButton,
        mixes::{self, cover_urls},
    },
    i18n::use_i18n,
    t,
};
use leptos::{html, prelude::*};
use ui::{Cover, Glyph, IconButton, Wave};

/// A modal dialog over the page; Escape closes it.
#[component]
pub fn PlayerSheet() -> impl IntoView {
    let player = Player::get();
    let open = player.sheet_open;
    let i18n = use_i18n();
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let wanted = open.get();
        let Some(dialog) = dialog.get() else { return };
        if wanted && !dialog.open() {
            // Fails only on a dialog that isn't in the document.
            let _ = dialog.show_modal();
        } else if !wanted && dialog.open() {
            dialog.close();
        }
    });
    let current = Memo::new(move |_| player.current());
    // Whether the listener likes it isn't known of a mix in a list.
    let known = LocalResource::new(move || {
        let slug = open.get().then(|| current.get()).flatten().filter(|mix| !mix.by_link).map(|mix| mix.slug);
        async move { mixes::server_fns::detail(slug?, None).await.ok() }
    });
    let like = move || {
        known.get().flatten().map(|known| view! { <LikeButton mix=known.summary.id liked=known.liked likes=known.summary.likes /> })
    };
    let tinted = move || current.with(|mix| mix.as_ref().and_then(|mix| mixes::tint(&mix.cover)));
    view! {
        <dialog class="sheet tint" style=tinted node_ref=dialog aria-label=t!(i18n, "player-region") on:close=move |_| open.set(false)>
            {move || (open.get()).then(|| current.get()).flatten().map(|mix| view! {
                <div class="sheet__head">
                    <IconButton glyph=Glyph::ChevronDown label=t!(i18n, "common-close") on_press=Callback::new(move |()| open.set(false)) />
                    <span class="cluster"><Tuning id="sheet-tuning" /><QueueMenu id="sheet-queue" /></span>
                </div>
                <div class="sheet__art">
                    <Cover urls=Some(cover_urls(&mix.cover)) alt="" seed=mix.slug.clone() sizes="80vw" thumb=mix.cover.placeholder.clone() />
                </div>
                <div class="sheet__body">
                    <div>
                        <a class="sheet__title" href=format!("/mixes/{}", mix.slug) on:click=move |_| open.set(false)>{mix.title.clone()}</a>
                        <p><Status /></p>
                    </div>
                    <div class="sheet__wave">
                        <Wave id="sheet" peaks=mix.peaks.bars() bars=64 progress=Signal::derive(move || player.percent())>
                            <Notches />
                            <SeekRange />
                        </Wave>
                    </div>
                    <div class="between num faint">
                        <span>{move || clock(player.position_ms.get())}</span>
                        <span>{move || clock(player.duration_ms())}</span>
                    </div>
                    <div class="sheet__keys"><Keys large=true /></div>
                    <div class="sheet__more">{like} <ShareMoment /></div>
                </div>
            })}
        </dialog>
    }
}
