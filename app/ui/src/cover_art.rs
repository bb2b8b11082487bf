//! Artwork for what has none yet, drawn from a seed: checks, a sun, tape or rings. The same seed is always the same picture.

use crate::seed::Draw;
use leptos::prelude::*;
use std::fmt::Write;

/// A drawn cover. An empty `alt` makes it decorative.
#[component]
pub fn CoverArt(#[prop(into)] seed: String, #[prop(into)] alt: Signal<String>) -> impl IntoView {
    let named = move || !alt.get().is_empty();
    view! {
        <svg
            class="cover"
            viewBox="0 0 200 200"
            width="640"
            height="640"
            preserveAspectRatio="xMidYMid slice"
            role=move || named().then_some("img")
            aria-label=move || Some(alt.get()).filter(|alt| !alt.is_empty())
            aria-hidden=move || (!named()).then_some("true")
            inner_html=picture(&seed)
        ></svg>
    }
}

/// Only numbers go in, so the markup can't be anything else than shapes.
fn picture(seed: &str) -> String {
    let mut draw = Draw::new(seed);
    let hue = draw.below(360);
    let ground = format!("oklch(.28 .09 {hue})");
    let light = format!("oklch(.88 .09 {})", (hue + draw.below(60)) % 360);
    let spark = format!("oklch(.78 .17 {})", (hue + 150 + draw.below(80)) % 360);
    let mut art = format!(r#"<rect width="200" height="200" fill="{ground}"/>"#);
    match draw.below(4) {
        0 => checks(&mut art, &mut draw, &light, &spark),
        1 => sun(&mut art, &mut draw, &light, &spark, &ground),
        2 => tape(&mut art, &mut draw, &light, &spark),
        _ => rings(&mut art, &mut draw, &light, &spark),
    }
    art
}

fn checks(art: &mut String, draw: &mut Draw, light: &str, spark: &str) {
    let mut path = String::new();
    for square in (0..64).filter(|_| draw.below(100) < 52) {
        add(&mut path, format_args!("M{} {}h25v25h-25z", square % 8 * 25, square / 8 * 25));
    }
    let (x, y) = (draw.below(8) * 25, draw.below(8) * 25);
    add(art, format_args!(r#"<path fill="{light}" d="{path}"/><path fill="{spark}" d="M{x} {y}h25v25h-25z"/>"#));
}

fn sun(art: &mut String, draw: &mut Draw, light: &str, spark: &str, ground: &str) {
    let (x, y, r) = (70 + draw.below(60), 90 + draw.below(40), 45 + draw.below(20));
    add(art, format_args!(r#"<rect width="200" height="200" fill="{light}"/><circle cx="{x}" cy="{y}" r="{r}" fill="{spark}"/>"#));
    for line in 0..6 {
        add(art, format_args!(r#"<path d="M0 {}h200v{}h-200z" fill="{light}"/>"#, y + line * 12, 3 + line));
    }
    add(art, format_args!(r#"<path d="M0 180h200v20h-200z" fill="{ground}"/>"#));
}

fn tape(art: &mut String, draw: &mut Draw, light: &str, spark: &str) {
    let (step, lean) = (34 + draw.below(16), 40 + draw.below(60));
    let odd = draw.below(4);
    for band in 0..9 {
        let colour = if band == odd + 2 { spark } else { light };
        let (x, half) = (band * step, step / 2);
        add(art, format_args!(r#"<path d="M{x} 0h{half}l-{lean} 200h-{half}z" fill="{colour}"/>"#));
    }
}

fn rings(art: &mut String, draw: &mut Draw, light: &str, spark: &str) {
    let (x, y, odd) = (60 + draw.below(80), 60 + draw.below(80), draw.below(6));
    for ring in 0..8 {
        let colour = if ring == odd { spark } else { light };
        let (r, width) = (10 + ring * 17, 6 + draw.below(5));
        add(art, format_args!(r#"<circle cx="{x}" cy="{y}" r="{r}" fill="none" stroke="{colour}" stroke-width="{width}"/>"#));
    }
}

fn add(text: &mut String, more: std::fmt::Arguments<'_>) {
    // Writing to a string can't fail.
    let _ = text.write_fmt(more);
}
