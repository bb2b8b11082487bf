//! What the room asks of those who write: a dialog for moderators, sized for a phone. Everybody else sees it beside the composer.

use super::talk::Talk;
use crate::{
    i18n::{argument, use_i18n},
    t,
};
use contract::{
    caller::Role,
    chat::Change,
    moderation::{RoomRules, Writers},
};
use leptos::prelude::*;
use ui::{Button, Checkbox, Choice, Dialog, Glyph, IconButton, Look, Select};

/// Seconds of slow mode on offer; 0 is off.
const SLOW_MODES: [u32; 7] = [0, 5, 10, 30, 60, 300, 900];
/// Hours of an account's age on offer; 0 is off.
const AGES: [u32; 5] = [0, 1, 24, 7 * 24, 30 * 24];

#[component]
pub fn RoomControl(talk: Talk) -> impl IntoView {
    let i18n = use_i18n();
    let open = RwSignal::new(false);
    let moderates = Memo::new(move |_| talk.reader.with(|reader| reader.as_ref().is_some_and(|reader| reader.role >= Role::Moderator)));
    // Made anew each time, so that it begins with what holds now.
    let body = move || open.get().then(|| view! { <Controls talk=talk open=open /> });
    move || {
        moderates.get().then(|| {
            view! {
                <IconButton glyph=Glyph::Settings label=t!(i18n, "moderation-room") on_press=Callback::new(move |()| open.set(true)) />
                <Dialog id="room-rules" open=open title=t!(i18n, "moderation-room") close_label=t!(i18n, "common-close")>{body}</Dialog>
            }
        })
    }
}

#[component]
fn Controls(talk: Talk, open: RwSignal<bool>) -> impl IntoView {
    let i18n = use_i18n();
    let now = talk.rules.get_untracked();
    let wanted = RwSignal::new(now);
    let set = move |rules: RoomRules| {
        talk.change(Change::Rule { room: talk.room(), rules }, String::new());
        open.set(false);
    };
    let raid = now.raid_mode();
    let save = move |submitted: web_sys::SubmitEvent| {
        submitted.prevent_default();
        set(wanted.get_untracked());
    };
    let ask = move |()| {
        open.set(false);
        talk.asking.set(true);
    };
    let number = |text: &str| text.parse().unwrap_or_default();
    let slow_modes = choices(&SLOW_MODES, now.slow_mode_seconds, move |seconds| match seconds {
        0 => i18n.text("moderation-off", &[]),
        seconds if seconds < 60 => i18n.text("moderation-seconds", &[("seconds", argument(&seconds))]),
        seconds => i18n.text("moderation-minutes", &[("minutes", argument(&(seconds / 60)))]),
    });
    let ages = choices(&AGES, now.account_age_hours, move |hours| match hours {
        0 => i18n.text("moderation-off", &[]),
        hours if hours < 24 => i18n.text("moderation-hours", &[("hours", argument(&hours))]),
        hours => i18n.text("moderation-days", &[("days", argument(&(hours / 24)))]),
    });
    view! {
        <form class="room-rules" on:submit=save>
            <div class="room-rules__raid">
                <p class="faint">{t!(i18n, "moderation-raid-text")}</p>
                <Button look=if raid { Look::Plain } else { Look::Danger } on_press=Callback::new(move |()| set(now.with_raid_mode(!raid)))>
                    {move || if raid { i18n.text("moderation-raid-off", &[]) } else { i18n.text("moderation-raid-on", &[]) }}
                </Button>
            </div>
            <Checkbox
                name="read-only"
                label=t!(i18n, "moderation-read-only")
                checked=now.read_only
                on_change=Callback::new(move |on| wanted.update(|rules| rules.read_only = on))
            />
            <Checkbox
                name="confirmed"
                label=t!(i18n, "moderation-confirmed")
                checked=now.writers == Writers::Confirmed
                on_change=Callback::new(move |on| {
                    wanted.update(|rules| rules.writers = if on { Writers::Confirmed } else { Writers::Members });
                })
            />
            <Select
                name="slow-mode"
                label=t!(i18n, "moderation-slow-mode")
                choices=slow_modes
                value=Some(now.slow_mode_seconds.to_string())
                on_change=Callback::new(move |text: String| wanted.update(|rules| rules.slow_mode_seconds = number(&text)))
            />
            <Select
                name="account-age"
                label=t!(i18n, "moderation-age")
                choices=ages
                value=Some(now.account_age_hours.to_string())
                on_change=Callback::new(move |text: String| wanted.update(|rules| rules.account_age_hours = number(&text)))
            />
            <Button on_press=Callback::new(ask)>{t!(i18n, "polls-new")}</Button>
            <p><a class="link" href="/studio/moderation">{t!(i18n, "moderation-reports-and-log")}</a></p>
            <div class="actions actions--end"><Button submit=true look=Look::Primary>{t!(i18n, "common-save")}</Button></div>
        </form>
    }
}

/// What is on offer, and what holds now if it isn't.
fn choices(offered: &[u32], now: u32, words: impl Fn(u32) -> String + Copy + Send + Sync + 'static) -> Vec<Choice> {
    let mut all = offered.to_vec();
    if !all.contains(&now) {
        all.push(now);
        all.sort_unstable();
    }
    all.into_iter().map(|number| Choice::new(number.to_string(), Signal::derive(move || words(number)))).collect()
}
