//! The queue: what comes next, in an order the listener can see, change and thin out.

use super::state::Player;
use crate::{
    features::mixes::cover_urls,
    i18n::{argument, use_i18n},
    t,
};
use leptos::prelude::*;
use ui::{Cover, Dialog, Glyph, Icon, IconButton};
use wasm_bindgen::JsCast;

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

/// The mixes of the queue; a press on a title plays it, the handle moves it, by hand or by the arrow keys.
#[component]
fn QueueList() -> impl IntoView {
    let player = Player::get();
    let i18n = use_i18n();
    // The mix under the hand. The list holds the pointer: its rows change places meanwhile.
    let carried = RwSignal::new(None);
    let index_of = move |id| player.queue.with_untracked(|queue| queue.iter().position(|mix| mix.id == id));
    let carry = move |moved: web_sys::PointerEvent| {
        let Some(from) = carried.get_untracked().and_then(index_of) else { return };
        let rows = event_target::<web_sys::Element>(&moved).closest(".queue").ok().flatten().map(|list| list.children());
        let Some(rows) = rows else { return };
        let over = (0..rows.length()).find(|index| {
            rows.item(*index).is_some_and(|row| {
                let place = row.get_bounding_client_rect();
                (place.top()..place.bottom()).contains(&f64::from(moved.client_y()))
            })
        });
        if let Some(to) = over {
            player.move_mix(from, to as usize);
        }
    };
    let row = move |mix: contract::mixes::MixSummary| {
        let id = mix.id;
        let current = Signal::derive(move || {
            let at = player.at.get();
            player.queue.with(|queue| queue.get(at).is_some_and(|mix| mix.id == id))
        });
        let title = StoredValue::new(mix.title.clone());
        let step = move |press: web_sys::KeyboardEvent| {
            let Some(from) = index_of(id) else { return };
            let to = match press.key().as_str() {
                "ArrowUp" => from.saturating_sub(1),
                "ArrowDown" => from + 1,
                _ => return,
            };
            press.prevent_default();
            press.stop_propagation();
            player.move_mix(from, to);
            // Its row was moved in the document, which takes the focus away.
            let handle = event_target::<web_sys::HtmlElement>(&press);
            request_animation_frame(move || drop(handle.focus()));
        };
        let lift = move |press: web_sys::PointerEvent| {
            press.prevent_default();
            carried.set(Some(id));
            let list = event_target::<web_sys::Element>(&press).closest(".queue").ok().flatten();
            if let Some(list) = list {
                // Fails only for a pointer that is gone.
                let _ = list.set_pointer_capture(press.pointer_id());
            }
            if let Ok(handle) = press.target().map(JsCast::dyn_into::<web_sys::HtmlElement>).transpose() {
                handle.map(|handle| handle.focus());
            }
        };
        view! {
            <li class="row" class:row--carried=move || carried.get() == Some(id) aria-current=move || current.get().then_some("true")>
                <button
                    type="button"
                    class="icon-button queue__handle"
                    aria-label=move || i18n.text("player-queue-move", &[("title", argument(&title.get_value()))])
                    aria-description=move || i18n.text("player-queue-move-keys", &[])
                    on:keydown=step
                    on:pointerdown=lift
                >
                    <Icon glyph=Glyph::Grip />
                </button>
                <span class="row__lead">
                    <Cover urls=Some(cover_urls(&mix.cover)) alt="" seed=mix.slug.clone() sizes="64px" thumb=mix.cover.placeholder.clone() />
                </span>
                <div class="row__body">
                    <button
                        type="button"
                        class="row__title queue__title"
                        on:click=move |_| if let Some(index) = index_of(id) { player.go_to(index, None) }
                    >
                        {mix.title.clone()}
                    </button>
                    <span class="row__note num">{mix.dj.name.clone()} " · " {mix.duration_ms.text.clone()}</span>
                </div>
                <div class="row__more">
                    {move || (!current.get()).then(|| view! {
                        <IconButton
                            glyph=Glyph::Close
                            label=t!(i18n, "player-queue-remove", title = title.get_value())
                            on_press=Callback::new(move |()| if let Some(index) = index_of(id) { player.remove(index) })
                        />
                    })}
                </div>
            </li>
        }
    };
    let release = move |_: web_sys::PointerEvent| carried.set(None);
    view! {
        <ul class="rows queue" on:pointermove=carry on:pointerup=release on:pointercancel=release>
            <For each=move || player.queue.get() key=|mix| mix.id let:mix>{row(mix)}</For>
        </ul>
    }
}
