//! A picture with the square of it that is taken: dragged, moved by arrow keys, or set by sliders, which work as a plain form too.
//! Sends nothing.

use crate::{i18n::use_i18n, t};
use contract::covers::{Canvas, Crop, WHOLE};
use leptos::{html, prelude::*};

/// What one press of an arrow moves it by.
const STEP: i32 = 100;
const ZOOM_STEP: i32 = 400;

/// The fields `x`, `y` and `zoom` of the form around it. `id` must be unique on the page.
#[component]
pub fn CropFrame(
    id: &'static str,
    #[prop(into)] src: Signal<String>,
    crop: RwSignal<Crop>,
    /// The picture is here already, or is wanted at once.
    #[prop(optional)]
    eager: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    // As soon as the browser has read the picture. One it can't read is sent whole, and the server says what is wrong.
    let canvas = RwSignal::new(None::<Canvas>);
    let stage = NodeRef::<html::Div>::new();
    let picture = NodeRef::<html::Img>::new();
    let measure = move || {
        let Some(read) = picture.get_untracked().filter(|picture| picture.complete() && picture.natural_width() > 0) else { return };
        let read = Canvas { width: read.natural_width(), height: read.natural_height() };
        crop.update(|crop| *crop = read.hold(*crop));
        canvas.set(Some(read));
    };
    // It may have been there before anybody listened.
    Effect::new(move |_| {
        picture.track();
        measure();
    });
    let change = move |change: &dyn Fn(Canvas, Crop) -> Crop| {
        if let Some(canvas) = canvas.get_untracked() {
            crop.update(|crop| *crop = change(canvas, *crop));
        }
    };
    let slide = move |part: fn(&mut Crop, u16)| {
        move |typed: f64| {
            let value = typed.clamp(0.0, f64::from(WHOLE)) as u16;
            change(&|canvas, mut crop| {
                part(&mut crop, value);
                canvas.hold(crop)
            });
        }
    };
    let grabbed = StoredValue::new(None::<([i32; 2], Crop)>);
    let drag = move |press: web_sys::PointerEvent| {
        let (Some(([from_x, from_y], begun)), Some(stage)) = (grabbed.get_value(), stage.get_untracked()) else { return };
        let place = stage.get_bounding_client_rect();
        let share = |by: i32, of: f64| (f64::from(by) * f64::from(WHOLE) / of.max(1.0)) as i32;
        let (by_x, by_y) = (share(press.client_x() - from_x, place.width()), share(press.client_y() - from_y, place.height()));
        change(&|canvas, _| canvas.shift(begun, by_x, by_y));
    };
    let press_key = move |press: web_sys::KeyboardEvent| {
        let [by_x, by_y, closer] = match press.key().as_str() {
            "ArrowLeft" => [-STEP, 0, 0],
            "ArrowRight" => [STEP, 0, 0],
            "ArrowUp" => [0, -STEP, 0],
            "ArrowDown" => [0, STEP, 0],
            "+" | "=" => [0, 0, ZOOM_STEP],
            "-" => [0, 0, -ZOOM_STEP],
            _ => return,
        };
        // Arrows scroll the page and move what plays otherwise.
        press.prevent_default();
        change(&|canvas, crop| {
            let size = (i32::from(crop.size) - closer).clamp(0, i32::from(WHOLE)) as u16;
            canvas.shift(Crop { size, ..crop }, by_x, by_y)
        });
    };
    let place = move || {
        let [left, top, width, height] = canvas.get()?.frame(crop.get()).map(|part| format!("{}.{:02}%", part / 100, part % 100));
        Some(format!("--left:{left};--top:{top};--wide:{width};--high:{height}"))
    };
    let most_zoom = move || WHOLE - canvas.get().map_or(0, Canvas::least);
    let hint = format!("{id}-hint");
    let slider = move |name: &'static str, label: Signal<String>, value: fn(Crop) -> u16, most: Signal<u16>, set: fn(&mut Crop, u16)| {
        let slide = slide(set);
        let now = move || value(crop.get()).to_string();
        view! {
            <label class="field">
                <span class="field__label">{label}</span>
                <input type="range" class="crop__slider" name=name min="0" max=move || most.get().to_string() step="1" value=now prop:value=now on:input:target=move |range| slide(range.target().value_as_number()) />
            </label>
        }
    };
    let whole = Signal::derive(|| WHOLE);
    view! {
        <div class="crop">
            <div class="crop__stage" node_ref=stage>
                <img class="crop__picture" node_ref=picture src=move || src.get() alt="" loading=if eager { "eager" } else { "lazy" } on:load=move |_| measure() on:error=move |_| canvas.set(None) />
                <div
                    class="crop__frame"
                    hidden=move || canvas.with(Option::is_none)
                    tabindex="0"
                    role="application"
                    aria-label=t!(i18n, "studio-crop-frame")
                    aria-describedby=hint.clone()
                    style=place
                    on:keydown=press_key
                    on:pointerdown=move |press| {
                        grabbed.set_value(Some(([press.client_x(), press.client_y()], crop.get_untracked())));
                        // Fails only for a pointer that is gone.
                        let _ = event_target::<web_sys::Element>(&press).set_pointer_capture(press.pointer_id());
                    }
                    on:pointermove=drag
                    on:pointerup=move |_| grabbed.set_value(None)
                    on:pointercancel=move |_| grabbed.set_value(None)
                ></div>
            </div>
            <p class="field__hint" id=hint>{t!(i18n, "studio-crop-hint")}</p>
            {slider("zoom", t!(i18n, "studio-crop-zoom"), |crop| WHOLE - crop.size, Signal::derive(most_zoom), |crop, zoom| crop.size = WHOLE - zoom)}
            <div class="crop__place">
                {slider("x", t!(i18n, "studio-crop-x"), |crop| crop.x, whole, |crop, x| crop.x = x)}
                {slider("y", t!(i18n, "studio-crop-y"), |crop| crop.y, whole, |crop, y| crop.y = y)}
            </div>
        </div>
    }
}
