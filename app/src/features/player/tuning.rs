//! How a mix is listened to: speed, a loop from A to B, an end to fall asleep by, one loudness for all.

use super::{quality::QualityChoice, seek::clock, state::Player};
use crate::{
    i18n::{argument, use_i18n},
    t,
};
use leptos::prelude::*;
use ui::{Button, Checkbox, Choice, Dialog, Glyph, IconButton, Select};

/// Speeds on offer, in percent.
const SPEEDS: [u32; 7] = [50, 75, 90, 100, 110, 125, 150];
const FASTEST: u32 = 200;
/// Sleep timers on offer, in minutes.
const SLEEP_MINUTES: [u32; 4] = [15, 30, 45, 60];

/// When the sound stops by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Sleep {
    #[default]
    Never,
    /// So many minutes after it was chosen: at this `Date.now()`, in ms.
    At {
        until: f64,
        minutes: u32,
    },
    /// When the mix reaches this moment: the end of a track.
    Reaching(u64),
    EndOfMix,
}

/// The stretch that is heard again and again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Loop {
    pub from_ms: Option<u64>,
    pub to_ms: Option<u64>,
}

impl Loop {
    /// Both ends, when both are set.
    pub fn whole(self) -> Option<(u64, u64)> {
        self.from_ms.zip(self.to_ms)
    }

    /// Sets A; a B that isn't after it is forgotten.
    pub fn begin(self, ms: u64) -> Self {
        Self { from_ms: Some(ms), to_ms: self.to_ms.filter(|to| *to > ms) }
    }

    /// Sets B; before A the two change places.
    pub fn end(self, ms: u64) -> Self {
        match self.from_ms {
            Some(from) if from > ms => Self { from_ms: Some(ms), to_ms: Some(from) },
            Some(from) if from == ms => self,
            from => Self { from_ms: from.or(Some(0)), to_ms: Some(ms) },
        }
    }
}

/// A button that opens the panel.
#[component]
pub fn Tuning(#[prop(default = "tuning")] id: &'static str) -> impl IntoView {
    let player = Player::get();
    let i18n = use_i18n();
    let open = RwSignal::new(false);
    let tuned =
        Signal::derive(move || player.speed.get() != 100 || player.ab.get() != Loop::default() || player.sleep.get() != Sleep::Never);
    view! {
        <IconButton glyph=Glyph::Sliders label=t!(i18n, "player-tuning") pressed=tuned on_press=Callback::new(move |()| open.set(true)) />
        <Dialog id=id open=open title=t!(i18n, "player-tuning") close_label=t!(i18n, "common-close")>
            {move || open.get().then(|| view! { <div class="tuning"><Speed id=id /><AbLoop /><SleepTimer id=id /><QualityChoice id=id /><Level id=id /></div> })}
        </Dialog>
    }
}

#[component]
fn Speed(id: &'static str) -> impl IntoView {
    let player = Player::get();
    let i18n = use_i18n();
    let choices =
        SPEEDS.into_iter().chain([FASTEST]).map(|percent| Choice::new(percent.to_string(), speed_text(percent))).collect::<Vec<_>>();
    view! {
        <Select
            name="speed"
            id=format!("{id}-speed")
            label=t!(i18n, "player-speed")
            choices=choices
            value=Signal::derive(move || player.speed.get().to_string())
            on_change=Callback::new(move |percent: String| player.speed.set(percent.parse().unwrap_or(100)))
        />
    }
}

fn speed_text(percent: u32) -> String {
    let text = format!("{}.{:02}", percent / 100, percent % 100);
    format!("{}×", text.trim_end_matches('0').trim_end_matches('.'))
}

#[component]
fn AbLoop() -> impl IntoView {
    let player = Player::get();
    let i18n = use_i18n();
    let shown = move || {
        let Loop { from_ms, to_ms } = player.ab.get();
        let text = |ms: Option<u64>| ms.map_or_else(|| "–:––".to_owned(), clock);
        i18n.text("player-loop-shown", &[("from", argument(&text(from_ms))), ("to", argument(&text(to_ms)))])
    };
    let set = move |set: fn(Loop, u64) -> Loop| {
        Callback::new(move |()| player.ab.update(|ab| *ab = set(*ab, player.position_ms.get_untracked())))
    };
    view! {
        <fieldset class="tuning__group">
            <legend>{t!(i18n, "player-loop")}</legend>
            <div class="cluster">
                <Button small=true on_press=set(Loop::begin)>{t!(i18n, "player-loop-a")}</Button>
                <Button small=true on_press=set(Loop::end)>{t!(i18n, "player-loop-b")}</Button>
                <Show when=move || player.ab.get() != Loop::default()>
                    <Button small=true look=ui::Look::Ghost on_press=Callback::new(move |()| player.ab.set(Loop::default()))>{t!(i18n, "player-loop-clear")}</Button>
                </Show>
            </div>
            <p class="num faint" role="status">{shown}</p>
        </fieldset>
    }
}

#[component]
fn SleepTimer(id: &'static str) -> impl IntoView {
    let player = Player::get();
    let i18n = use_i18n();
    let has_chapter_end = Memo::new(move |_| player.chapter_end().is_some());
    let choices = Signal::derive(move || {
        let minutes = SLEEP_MINUTES
            .map(|minutes| Choice::new(minutes.to_string(), i18n.text("player-sleep-minutes", &[("minutes", argument(&minutes))])));
        let track = has_chapter_end.get().then(|| Choice::new("track", i18n.text("player-sleep-track", &[])));
        let never = Choice::new("", i18n.text("player-sleep-never", &[]));
        let mix = Choice::new("mix", i18n.text("player-sleep-mix", &[]));
        [never].into_iter().chain(track).chain([mix]).chain(minutes).collect::<Vec<_>>()
    });
    let choose = move |chosen: String| {
        player.sleep.set(match chosen.as_str() {
            "track" => player.chapter_end().map_or(Sleep::EndOfMix, Sleep::Reaching),
            "mix" => Sleep::EndOfMix,
            minutes => match minutes.parse::<u32>() {
                Ok(minutes) => Sleep::At { until: js_sys::Date::now() + f64::from(minutes) * 60_000.0, minutes },
                Err(_) => Sleep::Never,
            },
        });
    };
    let left = move || {
        player.position_ms.track();
        match player.sleep.get() {
            Sleep::At { until, .. } => {
                let minutes = ((until - js_sys::Date::now()) / 60_000.0).ceil().max(0.0) as u32;
                Some(i18n.text("player-sleep-left", &[("minutes", argument(&minutes))]))
            }
            Sleep::Reaching(ms) => Some(i18n.text("player-sleep-at", &[("at", argument(&clock(ms)))])),
            _ => None,
        }
    };
    let value = Signal::derive(move || match player.sleep.get() {
        Sleep::EndOfMix => "mix".to_owned(),
        Sleep::Reaching(_) => "track".to_owned(),
        Sleep::At { minutes, .. } => minutes.to_string(),
        Sleep::Never => String::new(),
    });
    view! {
        <div class="tuning__group">
            {move || view! {
                <Select name="sleep" id=format!("{id}-sleep") label=t!(i18n, "player-sleep") choices=choices.get() value=value on_change=Callback::new(choose) />
            }}
            <p class="faint num">{left}</p>
        </div>
    }
}

#[component]
fn Level(id: &'static str) -> impl IntoView {
    let player = Player::get();
    let i18n = use_i18n();
    view! {
        <Checkbox
            name="level"
            id=format!("{id}-level")
            label=t!(i18n, "player-level")
            hint=t!(i18n, "player-level-hint")
            checked=player.level
            on_change=Callback::new(move |on| player.level.set(on))
        />
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loop_has_its_ends_in_order() {
        assert_eq!(Loop::default().begin(5).end(9).whole(), Some((5, 9)));
        assert_eq!(Loop::default().begin(9).end(5).whole(), Some((5, 9)));
        assert_eq!(Loop::default().end(9).whole(), Some((0, 9)));
        assert_eq!(Loop::default().begin(5).end(5).whole(), None);
        assert_eq!(Loop::default().begin(5).end(9).begin(12), Loop { from_ms: Some(12), to_ms: None });
    }

    #[test]
    fn speeds_read_as_factors() {
        assert_eq!([50, 75, 100, 125, 200].map(speed_text), ["0.5×", "0.75×", "1×", "1.25×", "2×"]);
    }
}
