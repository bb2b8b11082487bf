//! Where the reader writes, or why they can't. A plain form until the page is hydrated; then Enter sends over the line.

use super::{
    message::clock,
    offers::{OfferList, Offers},
    row::{Row, is_own},
    server_fns::PostMessage,
    talk::{Link, Mode, Talk},
};
use crate::{
    form::FormState,
    i18n::{argument, use_i18n},
    shell::Hydrated,
    t,
};
use contract::{
    chat::{EDIT_WITHIN_MS, LONGEST_MESSAGE, MayWrite},
    shown::Timestamp,
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::{NavigateOptions, hooks::use_navigate};
use std::time::Duration;
use ui::{Button, Glyph, IconButton, LinkButton, Look, Notice, TextArea, Tone};
use wasm_bindgen::JsCast;

const FIELD: &str = "say";
/// From here on the characters are counted.
const NEARLY_FULL: usize = 400;
/// Connecting takes less as a rule, and then nobody needs to be told.
const LATE: Duration = Duration::from_secs(1);

/// The field, in the browser.
pub fn field() -> Option<web_sys::HtmlTextAreaElement> {
    document().get_element_by_id(FIELD)?.dyn_into().ok()
}

/// Takes the reader to the field, once what covers it is gone.
pub fn go_to_field() {
    request_animation_frame(|| {
        if let Some(field) = field() {
            // A field that is there takes the focus.
            let _ = field.focus();
        }
    });
}

#[component]
pub fn Composer(talk: Talk) -> impl IntoView {
    let i18n = use_i18n();
    let out = Memo::new(move |_| match talk.link.get() {
        Link::Out(reason) => Some(reason),
        _ => None,
    });
    let may_write = Memo::new(move |_| talk.may_write.get());
    move || {
        if let Some(reason) = out.get() {
            return view! { <Notice tone=Tone::Danger><p>{move || i18n.message(&reason)}</p></Notice> }.into_any();
        }
        match may_write.get() {
            MayWrite::Yes => view! { <Form talk=talk /> }.into_any(),
            MayWrite::SignIn => view! {
                <div class="composer composer--closed">
                    <p>{t!(i18n, "chat-sign-in")}</p>
                    <LinkButton href="/sign-in">{t!(i18n, "accounts-sign-in")}</LinkButton>
                </div>
            }
            .into_any(),
            MayWrite::ConfirmAddress => view! { <Notice><p>{t!(i18n, "chat-confirm-address")}</p></Notice> }.into_any(),
            MayWrite::After(until) => {
                let hydrated = use_context::<Hydrated>().unwrap_or_default();
                let clock = clock();
                let text = move || {
                    if hydrated.0.get() {
                        i18n.text("chat-timed-out-until", &[("time", argument(&clock(until)))])
                    } else {
                        i18n.text("chat-timed-out", &[])
                    }
                };
                view! { <Notice><p>{text}</p></Notice> }.into_any()
            }
            MayWrite::ReadOnly => view! { <Notice><p>{t!(i18n, "moderation-read-only-now")}</p></Notice> }.into_any(),
            MayWrite::TooNew(from) => {
                let hydrated = use_context::<Hydrated>().unwrap_or_default();
                let text = move || {
                    if hydrated.0.get() {
                        i18n.text("chat-refused-too-new", &[("hours", argument(&hours_until(from)))])
                    } else {
                        i18n.text("moderation-too-new", &[])
                    }
                };
                view! { <Notice><p>{text}</p></Notice> }.into_any()
            }
            MayWrite::No => view! { <Notice tone=Tone::Danger><p>{t!(i18n, "chat-out-banned")}</p></Notice> }.into_any(),
        }
    }
}

#[component]
fn Form(talk: Talk) -> impl IntoView {
    let i18n = use_i18n();
    let state = FormState::new("room", move || talk.refused.get());
    // What was typed before the page was hydrated, or before it spoke another language.
    Effect::new(move |_| {
        let draft = talk.draft.get_untracked();
        match field() {
            Some(field) if draft.is_empty() => talk.draft.set(field.value()),
            Some(field) => field.set_value(&draft),
            None => {}
        }
    });
    let offers = Offers::new(talk);
    let navigate = Callback::new({
        let navigate = use_navigate();
        move |address: String| navigate(&address, NavigateOptions::default())
    });
    let say = move || {
        offers.close();
        talk.send().into_iter().for_each(|address| navigate.run(address));
    };
    let send = move |submitted: web_sys::SubmitEvent| {
        submitted.prevent_default();
        say();
        go_to_field();
    };
    let press = move |key: web_sys::KeyboardEvent| {
        if key.is_composing() || key.default_prevented() {
            return;
        }
        match key.key().as_str() {
            pressed if !key.shift_key() && on_field(&key) && offers.takes(pressed) => {}
            "Enter" if !key.shift_key() && on_field(&key) => say(),
            "Escape" if !matches!(talk.mode.get_untracked(), Mode::Say) => {
                talk.start_over();
                go_to_field();
            }
            "ArrowUp" if talk.draft.with_untracked(String::is_empty) && on_field(&key) && edit_last(talk) => {}
            _ => return,
        }
        key.prevent_default();
    };
    let length = Memo::new(move |_| talk.draft.with(|draft| draft.trim().chars().count()));
    let count = move || {
        (length.get() >= NEARLY_FULL).then(|| {
            let class = if length.get() > LONGEST_MESSAGE { "composer__count num bad" } else { "composer__count num" };
            view! { <span class=class>{i18n.text("chat-count", &[("count", argument(&length.get())), ("most", argument(&LONGEST_MESSAGE))])}</span> }
        })
    };
    view! {
        <form class="composer" action=PostMessage::url() method="post" on:submit=send on:keydown=press on:keyup=move |_| offers.look() on:pointerup=move |_| offers.look() on:focusout=move |_| offers.close()>
            <input type="hidden" name="room" value=talk.room().to_string() />
            <ModeLine talk=talk />
            <OfferList offers=offers />
            <div class="composer__row">
                <div class="composer__field" aria-live="polite">
                    <TextArea
                        name="text"
                        id=FIELD
                        label=t!(i18n, "chat-say")
                        placeholder=t!(i18n, "chat-say-hint")
                        rows=1
                        required=true
                        value=state.value("text")
                        error=state.error("text")
                        on_input=Callback::new(move |text| {
                            talk.types(text);
                            offers.look();
                        })
                    />
                </div>
                <Button submit=true look=Look::Primary>
                    {move || if matches!(talk.mode.get(), Mode::Edit(_)) { i18n.text("common-save", &[]) } else { i18n.text("chat-send", &[]) }}
                </Button>
            </div>
            <p class="composer__foot faint"><Status talk=talk /> {count}</p>
        </form>
    }
}

/// The hours that are left, the last one begun, by this device's clock.
fn hours_until(from: Timestamp) -> u32 {
    ((from.0 as f64 - js_sys::Date::now()) / 3_600_000.0).ceil().max(1.0) as u32
}

fn on_field(key: &web_sys::KeyboardEvent) -> bool {
    event_target::<web_sys::Element>(key).id() == FIELD
}

/// Takes the reader's last message up again, while it may still be changed.
fn edit_last(talk: Talk) -> bool {
    let reader = talk.reader_account();
    let last = talk.rows.with_untracked(|rows| {
        let mut own = rows.iter().rev().filter_map(Row::message).filter(|message| is_own(reader, &message.author));
        own.find(|message| !message.body.with_untracked(|body| body.deleted)).cloned()
    });
    let last = last.filter(|message| still_open(message.sent.at.0));
    if let Some(message) = &last {
        talk.mode.set(Mode::Edit(message.id));
        talk.write(message.body.with_untracked(|body| body.text.clone()));
    }
    last.is_some()
}

/// Whether what was sent then may still be changed, by this device's clock; the server has the last word.
pub fn still_open(sent_ms: i64) -> bool {
    js_sys::Date::now() - (sent_ms as f64) < EDIT_WITHIN_MS as f64
}

/// What the composer is for, where it isn't just for saying something.
#[component]
fn ModeLine(talk: Talk) -> impl IntoView {
    let i18n = use_i18n();
    move || {
        let text = match talk.mode.get() {
            Mode::Say => return None,
            Mode::Answer(message) => i18n.text("chat-answering", &[("name", argument(&message.author.name))]),
            Mode::Edit(_) => i18n.text("chat-editing", &[]),
        };
        let leave = Callback::new(move |()| {
            talk.start_over();
            go_to_field();
        });
        Some(
            view! { <p class="composer__mode"><span>{text}</span> <IconButton glyph=Glyph::Close label=t!(i18n, "chat-leave-mode") on_press=leave /></p> },
        )
    }
}

/// How the line is, where that matters to who writes.
#[component]
fn Status(talk: Talk) -> impl IntoView {
    let i18n = use_i18n();
    let late = RwSignal::new(false);
    Effect::new(move |_| {
        late.set(false);
        if talk.link.get() != Link::Up {
            let timer = set_timeout_with_handle(
                move || {
                    late.try_set(true);
                },
                LATE,
            );
            on_cleanup(move || {
                if let Ok(timer) = timer {
                    timer.clear();
                }
            });
        }
    });
    let text = move || match talk.link.get() {
        Link::Down { offline: true } => i18n.text("chat-offline", &[]),
        Link::Starting | Link::Down { .. } if late.get() => i18n.text("chat-connecting", &[]),
        _ => match talk.rules.get().slow_mode_seconds {
            0 => String::new(),
            seconds => i18n.text("chat-slow", &[("seconds", argument(&seconds))]),
        },
    };
    view! { <span role="status">{text}</span> }
}
