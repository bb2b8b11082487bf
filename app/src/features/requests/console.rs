//! The DJ's console: accept, play, put back, refuse; the accepted ones in an order made by hand or by the arrow keys.

use super::{
    queue::Queue,
    request_row::About,
    server_fns::{Decide, decide},
};
use crate::{
    i18n::{argument, use_i18n},
    t,
};
use contract::{
    ids::TrackRequestId,
    requests::{LONGEST_DEDICATION, Standing, TrackRequest},
};
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{Button, Empty, Glyph, Icon, Look, SectionHead};
use wasm_bindgen::JsCast;

/// What is under the hand: which one, and the place it would go to.
type Carried = RwSignal<Option<(TrackRequestId, usize)>>;

#[component]
pub fn Console(queue: Queue) -> impl IntoView {
    let i18n = use_i18n();
    let carried: Carried = RwSignal::new(None);
    let of = move |standing: Standing| {
        Memo::new(move |_| {
            let all = queue.waiting.get().into_iter().filter(|request| request.standing == standing);
            let mut ids: Vec<TrackRequestId> = all.map(|request| request.id).collect();
            if let (Standing::Accepted, Some((id, to))) = (standing, carried.get())
                && let Some(from) = ids.iter().position(|known| *known == id)
            {
                let id = ids.remove(from);
                ids.insert(to.min(ids.len()), id);
            }
            ids
        })
    };
    let (accepted, requested) = (of(Standing::Accepted), of(Standing::Requested));
    let nothing = Memo::new(move |_| queue.waiting.with(Vec::is_empty));
    // The list holds the pointer: its rows change places meanwhile.
    let carry = move |moved: web_sys::PointerEvent| {
        let Some((id, at)) = carried.get_untracked() else { return };
        let rows = event_target::<web_sys::Element>(&moved).closest(".console__accepted").ok().flatten().map(|list| list.children());
        let Some(rows) = rows else { return };
        let over = (0..rows.length()).find(|index| {
            rows.item(*index).is_some_and(|row| {
                let place = row.get_bounding_client_rect();
                (place.top()..place.bottom()).contains(&f64::from(moved.client_y()))
            })
        });
        if let Some(to) = over.map(|over| over as usize).filter(|to| *to != at) {
            carried.set(Some((id, to)));
        }
    };
    let release = move |_: web_sys::PointerEvent| {
        if let Some((id, to)) = carried.get_untracked() {
            move_to(queue, id, to);
            carried.set(None);
        }
    };
    view! {
        {move || nothing.get().then(|| view! { <Empty glyph=Glyph::Music title=t!(i18n, "requests-empty") text=t!(i18n, "requests-console-empty-text") /> })}
        <section class="section" aria-labelledby="accepted" hidden=move || accepted.with(Vec::is_empty)>
            <SectionHead title=t!(i18n, "requests-up-next") id="accepted" />
            <div class="rows-box">
                <ol class="rows console__accepted" on:pointermove=carry on:pointerup=release on:pointercancel=move |_| carried.set(None)>
                    <For each=move || accepted.get() key=|id| *id children=move |id| view! { <ConsoleRow id=id queue=queue carried=Some(carried) /> } />
                </ol>
            </div>
        </section>
        <section class="section" aria-labelledby="requested" hidden=move || requested.with(Vec::is_empty)>
            <SectionHead title=t!(i18n, "requests-by-votes") id="requested" />
            <div class="rows-box">
                <ol class="rows"><For each=move || requested.get() key=|id| *id children=move |id| view! { <ConsoleRow id=id queue=queue carried=None /> } /></ol>
            </div>
        </section>
    }
}

/// Puts an accepted one in its new place at once, and asks the server for the same.
fn move_to(queue: Queue, id: TrackRequestId, to: usize) {
    let mut accepted: Vec<TrackRequestId> = queue
        .waiting
        .with_untracked(|all| all.iter().filter(|request| request.standing == Standing::Accepted).map(|request| request.id).collect());
    let Some(from) = accepted.iter().position(|known| *known == id).filter(|from| *from != to && to < accepted.len()) else { return };
    let moved = accepted.remove(from);
    accepted.insert(to, moved);
    queue.waiting.update(|all| {
        for request in all.iter_mut() {
            if let Some(place) = accepted.iter().position(|known| *known == request.id) {
                request.place = u32::try_from(place + 1).unwrap_or(u32::MAX);
            }
        }
        contract::requests::sort(all);
    });
    queue.act(decide(id, "move".to_owned(), String::new(), u32::try_from(to + 1).unwrap_or(u32::MAX)));
}

#[component]
fn ConsoleRow(id: TrackRequestId, queue: Queue, carried: Option<Carried>) -> impl IntoView {
    let i18n = use_i18n();
    let request = Memo::new(move |_| queue.request(id));
    let votes = move || request.with(|request| request.as_ref().map_or(0, |request| request.votes));
    let said = move || {
        let votes = votes();
        i18n.text("requests-votes", &[("votes", argument(&votes))])
    };
    let is_carried = move || carried.is_some_and(|carried| carried.with(|carried| carried.is_some_and(|(known, _)| known == id)));
    // The button that was pressed says what is to be done.
    let submit = move |submitted: web_sys::SubmitEvent| {
        submitted.prevent_default();
        let pressed = submitted.submitter().and_then(|pressed| pressed.dyn_into::<web_sys::HtmlButtonElement>().ok());
        let Some(what) = pressed.map(|pressed| pressed.value()) else { return };
        let reason = event_target::<web_sys::Element>(&submitted).query_selector("[name=reason]").ok().flatten();
        let reason = reason.and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok()).map(|field| field.value());
        queue.act(decide(id, what, reason.unwrap_or_default(), 0));
    };
    let button = move |what: &'static str, text: &'static str, look: Look| {
        view! { <Button submit=true small=true look=look name="what" value=Some(what.to_owned())>{move || i18n.text(text, &[])}</Button> }
    };
    view! {
        <li class="row row--folds console__row" class:row--carried=is_carried>
            {carried.map(|carried| view! { <Handle id=id queue=queue carried=carried request=request /> })}
            <span class="row__lead console__votes num" aria-hidden="true"><Icon glyph=Glyph::ChevronUp />{votes}</span>
            <div class="row__body">
                {move || request.get().map(|request| view! { <About request=request /> })}
                <span class="visually-hidden">{said}</span>
            </div>
            <form class="row__more console__do" action=Decide::url() method="post" on:submit=submit>
                <input type="hidden" name="request" value=id.to_string() />
                {if carried.is_some() {
                    view! { {button("play", "requests-play", Look::Primary)} {button("put-back", "requests-put-back", Look::Plain)} }.into_any()
                } else {
                    view! { {button("accept", "requests-accept", Look::Primary)} {button("play", "requests-play", Look::Plain)} }.into_any()
                }}
                <details class="console__refuse">
                    <summary>{t!(i18n, "requests-refuse")}</summary>
                    <div class="console__why">
                        <input class="field__input" name="reason" maxlength=LONGEST_DEDICATION.to_string() autocomplete="off" placeholder=t!(i18n, "requests-reason-hint") aria-label=t!(i18n, "requests-reason") />
                        {button("refuse", "requests-refuse", Look::Danger)}
                    </div>
                </details>
            </form>
        </li>
    }
}

/// Moves an accepted one, by hand or by the arrow keys.
#[component]
fn Handle(id: TrackRequestId, queue: Queue, carried: Carried, request: Memo<Option<TrackRequest>>) -> impl IntoView {
    let i18n = use_i18n();
    let place = move || request.with_untracked(|request| request.as_ref().map(|request| request.place as usize)).filter(|place| *place > 0);
    let title = move || request.with(|request| request.as_ref().map(|request| request.title.clone()).unwrap_or_default());
    let step = move |press: web_sys::KeyboardEvent| {
        let Some(place) = place() else { return };
        let to = match press.key().as_str() {
            "ArrowUp" if place > 1 => place - 2,
            "ArrowDown" => place,
            _ => return,
        };
        press.prevent_default();
        press.stop_propagation();
        move_to(queue, id, to);
        // Its row was moved in the document, which takes the focus away.
        let handle = event_target::<web_sys::HtmlElement>(&press);
        request_animation_frame(move || drop(handle.focus()));
    };
    let lift = move |press: web_sys::PointerEvent| {
        let Some(place) = place() else { return };
        press.prevent_default();
        carried.set(Some((id, place - 1)));
        if let Some(list) = event_target::<web_sys::Element>(&press).closest(".console__accepted").ok().flatten() {
            // Fails only for a pointer that is gone.
            let _ = list.set_pointer_capture(press.pointer_id());
        }
    };
    view! {
        <button
            type="button"
            class="icon-button queue__handle"
            aria-label=move || i18n.text("requests-move", &[("title", argument(&title()))])
            aria-description=move || i18n.text("player-queue-move-keys", &[])
            on:keydown=step
            on:pointerdown=lift
        >
            <Icon glyph=Glyph::Grip />
        </button>
    }
}
