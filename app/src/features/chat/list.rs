//! What was said, the newest last. The box scrolls by itself and counts from its end, so that the newest is in sight before any script runs.

use super::{
    message::{Note, RowView, SendingView},
    row::{Row, Shows},
    talk::Talk,
};
use crate::{
    i18n::{argument, use_i18n},
    t,
};
use leptos::prelude::*;
use ui::{Button, Empty, Glyph, Icon, Look};

#[component]
pub fn List(talk: Talk) -> impl IntoView {
    let i18n = use_i18n();
    let one = move |row: Row| {
        let seq = row.seq;
        let shown = match row.what {
            Shows::Message(message) => view! { <RowView talk=talk message=message seq=seq /> }.into_any(),
            Shows::Note(note) => view! { <Note note=note seq=seq /> }.into_any(),
        };
        view! {
            {move || (talk.first_new.get() == Some(seq)).then(|| view! { <li class="room__new">{t!(i18n, "chat-since-last")}</li> })}
            {shown}
        }
    };
    let sending = move || talk.outbox.with(|outbox| outbox.sending().cloned().collect::<Vec<_>>());
    let empty = Memo::new(move |_| talk.rows.with(Vec::is_empty) && talk.outbox.with(|outbox| outbox.sending().next().is_none()));
    let more = Memo::new(move |_| talk.has_more.get());
    view! {
        <div class="room__box">
            <div
                class="room__log"
                role="log"
                aria-label=t!(i18n, "chat-messages")
                aria-live=move || if talk.quiet.get() { "off" } else { "polite" }
                aria-relevant="additions"
                tabindex="0"
                node_ref=talk.log
                on:scroll=move |_| talk.scrolled()
            >
                <div class="room__all">
                    {move || more.get().then(|| view! {
                        <div class="room__earlier">
                            <Button look=Look::Ghost small=true glyph=Glyph::ArrowUp busy=talk.fetching on_press=Callback::new(move |()| talk.earlier())>
                                {t!(i18n, "chat-earlier")}
                            </Button>
                        </div>
                    })}
                    {move || empty.get().then(|| view! { <Empty glyph=Glyph::Radio title=t!(i18n, "chat-empty") text=t!(i18n, "chat-empty-text") /> })}
                    <ol
                        class="room__list"
                        style:padding-block-start=move || pixels(talk.drawn.with(|drawn| drawn.above_px))
                        style:padding-block-end=move || pixels(talk.drawn.with(|drawn| drawn.below_px))
                    >
                        <For each=move || talk.drawn_rows() key=|row| row.seq children=one />
                        <For each=sending key=|sending| sending.number let:sending>
                            <SendingView talk=talk text=sending.post.text />
                        </For>
                    </ol>
                </div>
            </div>
            {move || (talk.unread.get() > 0 || talk.back.get()).then(|| view! {
                <button type="button" class="button button--primary button--small room__news" on:click=move |_| talk.to_end()>
                    <Icon glyph=Glyph::ChevronDown />
                    {move || match talk.unread.get() {
                        0 => i18n.text("chat-to-newest", &[]),
                        count => i18n.text("chat-news", &[("count", argument(&count))]),
                    }}
                </button>
            })}
        </div>
    }
}

/// The room that rows take which aren't drawn.
fn pixels(height: f64) -> Option<String> {
    (height > 0.0).then(|| format!("{height:.2}px"))
}
