//! The rows: when, who, what. Enter goes on to the next row; a time that is none stays and says so.

use super::state::{Editing, Row, name, typed_time};
use crate::{
    features::player::Player,
    i18n::{argument, use_i18n},
    moment, t,
};
use contract::{mixes::MixSummary, tracklists::Track};
use leptos::prelude::*;
use ui::{Glyph, IconButton, Toasts};

#[component]
pub fn Rows(editing: Editing, mix: Option<MixSummary>) -> impl IntoView {
    let mix = StoredValue::new(mix);
    let numbered = move || editing.rows.get();
    view! {
        <ol class="tracks-edit">
            <For each=numbered key=|row| row.key let:row>
                <RowView editing=editing row=row mix=mix />
            </For>
        </ol>
    }
}

#[component]
fn RowView(editing: Editing, row: Row, mix: StoredValue<Option<MixSummary>>) -> impl IntoView {
    let i18n = use_i18n();
    let player = Player::get();
    let track = row.track;
    let bad_time = RwSignal::new(false);
    let shown = Signal::derive(move || track.with(|track| name(track, &i18n.text("studio-track-unknown", &[]))));
    let number = move || editing.rows.with(|rows| rows.iter().position(|other| other.key == row.key).unwrap_or_default() + 1);
    let chosen = move || editing.chosen.get() == Some(row.key);
    let type_time = move |typed: String| {
        let at_ms = moment::parse(&typed).filter(|ms| *ms < editing.duration_ms);
        bad_time.set(at_ms.is_none() && !typed.trim().is_empty());
        if !bad_time.get_untracked() {
            editing.set_time(row, at_ms);
        }
    };
    let text = move |read: fn(&Track) -> &String, write: fn(&mut Track) -> &mut String, label: Signal<String>, class: &'static str| {
        view! {
            <input
                class=format!("field__input {class}")
                type="text"
                maxlength="191"
                aria-label=move || label.get()
                placeholder=move || label.get()
                prop:value=move || track.with(|track| read(track).clone())
                on:input:target=move |typed| {
                    track.update(|track| *write(track) = typed.target().value());
                    editing.changed.set(true);
                }
            />
        }
    };
    let flag = move |read: fn(&Track) -> bool, write: fn(&mut Track, bool), label: Signal<String>| {
        view! {
            <label class="tracks-edit__flag">
                <input
                    type="checkbox"
                    prop:checked=move || track.with(read)
                    on:change:target=move |press| {
                        track.update(|track| write(track, press.target().checked()));
                        editing.changed.set(true);
                    }
                />
                {move || label.get()}
            </label>
        }
    };
    let play = Callback::new(move |()| {
        editing.chosen.set(Some(row.key));
        if let (Some(mix), Some(at_ms)) = (mix.get_value(), track.with_untracked(|track| track.at_ms)) {
            player.play_from(mix, at_ms);
        }
    });
    let remove = Callback::new(move |()| {
        let title = shown.get_untracked();
        if let (Some((index, row)), Some(toasts)) = (editing.remove(row.key), Toasts::get()) {
            let text = i18n.text("studio-track-removed", &[("title", argument(&title))]);
            let put_back = editing.lasting(|| Callback::new(move |()| editing.put_back(index, row)));
            toasts.show_with(text, i18n.text("common-undo", &[]), put_back);
        }
    });
    view! {
        <li class="tracks-edit__row" class:tracks-edit__row--chosen=chosen aria-current=move || chosen().then_some("true") on:focusin=move |_| editing.chosen.set(Some(row.key))>
            <span class="tracks-edit__number num faint" aria-hidden="true">{number}</span>
            <input
                class="field__input num tracks-edit__time"
                type="text"
                inputmode="decimal"
                autocomplete="off"
                aria-label=move || i18n.text("studio-track-time", &[("title", argument(&shown.get()))])
                placeholder="0:00"
                aria-invalid=move || bad_time.get().then_some("true")
                title=move || bad_time.get().then(|| i18n.text("studio-track-time-invalid", &[]))
                prop:value=move || track.with(typed_time)
                on:change:target=move |typed| {
                    type_time(typed.target().value());
                    editing.sort();
                }
            />
            {text(|track| &track.artist, |track| &mut track.artist, t!(i18n, "studio-track-artist"), "tracks-edit__artist")}
            {text(|track| &track.title, |track| &mut track.title, t!(i18n, "studio-track-title"), "tracks-edit__title")}
            {text(|track| &track.label, |track| &mut track.label, t!(i18n, "studio-track-label"), "tracks-edit__label")}
            <span class="tracks-edit__flags">
                {flag(|track| track.unknown, |track, on| track.unknown = on, t!(i18n, "studio-track-id"))}
                {flag(|track| track.together, |track, on| track.together = on, t!(i18n, "studio-track-together"))}
            </span>
            <span class="tracks-edit__keys">
                <IconButton
                    glyph=Glyph::Play
                    label=Signal::derive(move || i18n.text("studio-track-play", &[("title", argument(&shown.get()))]))
                    reason=Signal::derive(move || track.with(|track| track.at_ms.is_none()).then(|| i18n.text("studio-track-no-time", &[])))
                    on_press=play
                />
                <IconButton
                    glyph=Glyph::Close
                    label=Signal::derive(move || i18n.text("studio-track-remove", &[("title", argument(&shown.get()))]))
                    on_press=remove
                />
            </span>
            {move || bad_time.get().then(|| view! { <span class="field__error tracks-edit__error" role="alert">{t!(i18n, "studio-track-time-invalid")}</span> })}
        </li>
    }
}
