//! What the pages about the station have in common: the head, how many listen, and the ways between them.

use crate::{
    browser::socket::{self, Heard},
    features::radio::NowPlayingLine,
    i18n::{argument, use_i18n},
    t,
};
use contract::realtime::{FromTab, ToTab, Watched};
use leptos::prelude::*;
use ui::{Tab, Tabs};

/// Title and the parts of Live. `at` is the address of the part that is shown.
#[component]
pub fn LiveHead(at: &'static str) -> impl IntoView {
    let i18n = use_i18n();
    let tab = move |href: &'static str, label: Signal<String>| Tab::new(href, label, Signal::stored(at == href));
    let tabs = vec![
        tab("/live", t!(i18n, "chat-room")),
        tab("/live/requests", t!(i18n, "requests-title")),
        tab("/live/shout-outs", t!(i18n, "shoutouts-title")),
    ];
    view! {
        <header class="head live__head">
            <div class="live__title"><h1>{t!(i18n, "chat-live")}</h1> <Listeners /></div>
            <Tabs label=t!(i18n, "chat-live") tabs=tabs />
            <NowPlayingLine />
        </header>
    }
}

/// How many listen just now. Only the line knows.
#[component]
fn Listeners() -> impl IntoView {
    let i18n = use_i18n();
    let people = RwSignal::new(0_u32);
    let line = StoredValue::<Option<socket::Listening>>::default();
    let hear = move |heard: Heard| match heard {
        Heard::Open => drop(socket::say(&FromTab::Watch(Watched::Station))),
        Heard::Lost => {}
        Heard::Said(said) => {
            if let ToTab::Listeners { people: now } = *said {
                people.try_set(now);
            }
        }
    };
    Effect::new(move |_| line.set_value(Some(socket::listen(hear))));
    let text = move || match people.get() {
        0 => String::new(),
        people => i18n.text("chat-listening", &[("people", argument(&people))]),
    };
    view! { <p class="live__listeners faint num">{text}</p> }
}
