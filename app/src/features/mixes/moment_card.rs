//! The card of a moment: a picture to share, drawn in the browser. By the system's sheet where it takes pictures, else as a file
//! and an address.

mod paint;
mod plan;

use super::moments::{Moment, Moments};
use crate::{
    browser::{
        canvas, object_url,
        share::{self, Shared},
    },
    features::player::clock,
    frame::{Frame, use_frame},
    i18n::{argument, use_i18n},
    t,
};
use leptos::prelude::*;
use plan::Shape;
use ui::{Button, Dialog, Glyph, Icon, Look, Segment, Segments};

/// What was drawn.
#[derive(Clone, Debug, PartialEq)]
enum Drawn {
    Not,
    Failed,
    /// The address of the picture, and whether the system's sheet takes it.
    There {
        address: String,
        shareable: bool,
    },
}

/// The dialog. Made when a moment is first shared; opens by itself whenever one is.
#[component]
pub fn MomentCard() -> impl IntoView {
    let i18n = use_i18n();
    let moments = Moments::get();
    let open = RwSignal::new(false);
    let shape = RwSignal::new(Shape::Wide);
    let drawn = RwSignal::new(Drawn::Not);
    let said = RwSignal::new(None::<&'static str>);
    let file = StoredValue::new_local(None::<web_sys::File>);
    let frame = use_frame();
    let let_go = move || {
        if let Some(Drawn::There { address, .. }) = drawn.try_get_untracked() {
            object_url::let_go(&address);
        }
    };
    Effect::new(move |_| {
        let wanted = moments.asked.with(Option::is_some);
        said.set(None);
        open.set(wanted);
    });
    Effect::new(move |before: Option<bool>| {
        let now = open.get();
        if before == Some(true) && !now {
            moments.asked.set(None);
        }
        now
    });
    Effect::new(move |_| {
        let (moment, wanted) = (moments.asked.get(), shape.get());
        let_go();
        drawn.set(Drawn::Not);
        file.set_value(None);
        let Some(moment) = moment else { return };
        leptos::task::spawn_local(async move {
            let made = draw(&moment, wanted, frame).await;
            // Another one may be wanted by now.
            let current = moments.asked.with_untracked(|asked| asked.as_ref() == Some(&moment));
            if !current || shape.try_get_untracked() != Some(wanted) {
                return;
            }
            let there = made.and_then(|made| Some((object_url::address(&made)?, made)));
            drawn.set(match there {
                Some((address, made)) => {
                    let shareable = share::takes(&made);
                    file.set_value(Some(made));
                    Drawn::There { address, shareable }
                }
                None => Drawn::Failed,
            });
        });
    });
    on_cleanup(let_go);
    let url = Signal::derive(move || {
        let base = frame.with(|frame| frame.base_url.clone());
        moments.asked.with(|asked| asked.as_ref().map(|moment| format!("{base}{}", moment.path())).unwrap_or_default())
    });
    let described = Signal::derive(move || {
        moments.asked.with(|asked| {
            let Some(moment) = asked else { return String::new() };
            let time = clock(moment.at_ms);
            let words = [("title", argument(&moment.mix.title)), ("dj", argument(&moment.mix.dj.name)), ("time", argument(&time))];
            match &moment.track {
                Some(track) => i18n.text("mixes-moment-alt-track", &[&words[..], &[("track", argument(track))]].concat()),
                None => i18n.text("mixes-moment-alt", &words),
            }
        })
    });
    let copy = Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            let copied = share::copy(&url.get_untracked()).await == Shared::Copied;
            let _ = said.try_set(Some(if copied { "mixes-copied" } else { "mixes-moment-not-copied" }));
        });
    });
    let share_it = Callback::new(move |()| {
        if let Some(picture) = file.get_value() {
            let title = moments.asked.with_untracked(|asked| asked.as_ref().map(|moment| moment.mix.title.clone())).unwrap_or_default();
            leptos::task::spawn_local(async move {
                // What the sheet was left with is seen on the sheet.
                let _ = share::picture(&picture, &title, &url.get_untracked()).await;
            });
        }
    });
    let name = move || {
        moments
            .asked
            .with(|asked| asked.as_ref().map(|moment| format!("{}-{}.png", moment.mix.slug, moment.at_ms / 1000)))
            .unwrap_or_default()
    };
    let there = move || match drawn.get() {
        Drawn::There { address, shareable } => Some((address, shareable)),
        Drawn::Not | Drawn::Failed => None,
    };
    let file_buttons = move || {
        there().map(|(address, shareable)| {
            let class = if shareable { "button" } else { "button button--primary" };
            view! {
                <a class=class href=address download=name><Icon glyph=Glyph::Download />{t!(i18n, "mixes-moment-download")}</a>
                {shareable.then(|| view! { <Button look=Look::Primary glyph=Glyph::Share on_press=share_it>{t!(i18n, "mixes-share")}</Button> })}
            }
        })
    };
    let buttons = move || {
        view! {
            <Button look=Look::Ghost glyph=Glyph::Link on_press=copy>{t!(i18n, "mixes-moment-copy")}</Button>
            {file_buttons}
        }
    };
    let segments = vec![
        Segment::new(Shape::Wide.name(), t!(i18n, "mixes-moment-wide"), None),
        Segment::new(Shape::Tall.name(), t!(i18n, "mixes-moment-tall"), None),
    ];
    view! {
        <Dialog id="moment" open=open title=t!(i18n, "mixes-moment-share") close_label=t!(i18n, "common-close") actions=buttons>
            <div class="moment" class:moment--tall=move || shape.get() == Shape::Tall aria-busy=move || (drawn.get() == Drawn::Not).to_string()>
                {move || match drawn.get() {
                    Drawn::There { address, .. } => {
                        let [width, height] = shape.get_untracked().plan().size.map(|side| side.to_string());
                        view! { <img class="moment__picture" src=address alt=move || described.get() width=width height=height /> }.into_any()
                    }
                    Drawn::Failed => view! { <p role="alert">{t!(i18n, "mixes-moment-failed")}</p> }.into_any(),
                    Drawn::Not => view! { <p class="faint" role="status">{t!(i18n, "common-loading")}</p> }.into_any(),
                }}
            </div>
            <Segments
                name="moment-shape"
                legend=t!(i18n, "mixes-moment-shape")
                segments=segments
                value=Signal::derive(move || shape.get().name().to_owned())
                on_change=Callback::new(move |name: String| shape.set(Shape::named(&name)))
            />
            <p role="status" class="moment__said">{move || said.get().map(|id| i18n.text(id, &[]))}</p>
        </Dialog>
    }
}

async fn draw(moment: &Moment, shape: Shape, frame: RwSignal<Frame>) -> Option<web_sys::File> {
    let (base, brand) = frame.with_untracked(|frame| (frame.base_url.clone(), frame.brand.clone()));
    let host = base.split_once("://").map_or(base.as_str(), |(_, host)| host);
    let card = paint::Card {
        shape,
        cover: moment.mix.cover.url(1400),
        brand: brand.name,
        title: moment.mix.title.clone(),
        dj: moment.mix.dj.name.clone(),
        track: moment.track.clone(),
        time: clock(moment.at_ms),
        address: format!("{host}{}", moment.path()),
        wave: moment.wave.clone(),
        played: moment.at_ms as f64 / moment.mix.duration_ms.value.max(1) as f64,
        hue: moment.mix.cover.hue.map_or(f64::from(brand.hue), f64::from),
        chroma: f64::from(brand.chroma),
    };
    let name = format!("{}-{}.png", moment.mix.slug, moment.at_ms / 1000);
    canvas::named(&card.png().await?, &name)
}
