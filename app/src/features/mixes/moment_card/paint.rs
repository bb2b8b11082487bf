//! Draws a card on a canvas that nobody sees. Knows neither where the words come from nor who shares it.

use super::plan::{Plan, Shape, bars, lines};
use crate::browser::canvas::{Canvas, load_font, load_picture, style_of_page};

/// What a card says, and in which colours.
pub struct Card {
    pub shape: Shape,
    pub cover: String,
    pub brand: String,
    pub title: String,
    pub dj: String,
    pub track: Option<String>,
    pub time: String,
    /// Without the scheme, as people write it.
    pub address: String,
    pub wave: Vec<u8>,
    /// The moment as a share of the mix, 0–1.
    pub played: f64,
    /// In degrees and `oklch` units, as in `style/tokens.css`.
    pub hue: f64,
    pub chroma: f64,
}

/// The dark theme's colours, whatever the reader's theme is: a card goes among other people's.
struct Inks {
    ground: String,
    text: String,
    quiet: String,
    rest: String,
    accent: String,
}

impl Card {
    /// The card as a PNG; `None` where the browser can't make one.
    pub async fn png(&self) -> Option<web_sys::Blob> {
        let plan = self.shape.plan();
        let fonts = Fonts::of_page();
        load_font(&fonts.display(plan.title_px)).await;
        let cover = load_picture(&self.cover).await;
        let canvas = Canvas::new(plan.size[0], plan.size[1])?;
        let inks = self.inks();
        canvas.fill(&inks.ground, [0.0, 0.0, f64::from(plan.size[0]), f64::from(plan.size[1])]);
        // An edge in the cover's colour, so that the card is told from a dark page.
        canvas.fill(&inks.accent, [0.0, 0.0, f64::from(plan.size[0]), 8.0]);
        if let Some(cover) = cover {
            canvas.picture(&cover, plan.cover);
        }
        self.words(&canvas, plan, &fonts, &inks);
        self.wave(&canvas, plan, &inks);
        self.foot(&canvas, plan, &fonts, &inks);
        canvas.png().await
    }

    fn inks(&self) -> Inks {
        let (hue, chroma) = (self.hue, self.chroma);
        Inks {
            ground: format!("oklch(0.17 {} {hue})", chroma.min(0.03)),
            text: "oklch(0.965 0.004 265)".to_owned(),
            quiet: "oklch(0.8 0.008 265)".to_owned(),
            rest: format!("oklch(0.46 {} {hue})", chroma.min(0.03)),
            accent: format!("oklch(0.9 {chroma} {hue})"),
        }
    }

    fn words(&self, canvas: &Canvas, plan: &Plan, fonts: &Fonts, inks: &Inks) {
        let [left, top, width, height] = plan.words;
        let small = fonts.body(plan.small_px, 600);
        let mut y = top + plan.small_px;
        canvas.write(&one_line(canvas, &self.brand, &small, width), &small, &inks.quiet, [left, y]);
        let title = self.title.to_uppercase();
        // Smaller before shorter: a title that is cut off says less than a small one.
        let sizes = [1.0, 0.8, 0.62].map(|share| plan.title_px * share);
        let fitted = sizes.iter().find(|px| lines(&title, width, 2, |text| canvas.width_of(text, &fonts.display(**px))).1);
        let px = *fitted.unwrap_or(&sizes[2]);
        let font = fonts.display(px);
        y += plan.small_px * 0.6;
        for line in lines(&title, width, 2, |text| canvas.width_of(text, &font)).0 {
            y += px * 0.98;
            canvas.write(&line, &font, &inks.text, [left, y]);
        }
        let text = fonts.body(plan.text_px, 600);
        y += plan.text_px * 1.6;
        canvas.write(&one_line(canvas, &self.dj, &text, width), &text, &inks.text, [left, y]);
        if let Some(track) = &self.track {
            let font = fonts.body(plan.text_px, 400);
            y += plan.text_px * 1.5;
            if y <= top + height {
                canvas.write(&one_line(canvas, track, &font, width), &font, &inks.accent, [left, y]);
            }
        }
    }

    fn wave(&self, canvas: &Canvas, plan: &Plan, inks: &Inks) {
        for (bar, heard) in bars(&self.wave, plan.wave, self.played) {
            canvas.fill(if heard { &inks.accent } else { &inks.rest }, bar);
        }
        let [left, top, width, height] = plan.wave;
        let x = left + width * self.played.clamp(0.0, 1.0);
        canvas.fill(&inks.text, [x - 2.0, top - 14.0, 4.0, height + 28.0]);
    }

    fn foot(&self, canvas: &Canvas, plan: &Plan, fonts: &Fonts, inks: &Inks) {
        let [left, _, width, _] = plan.wave;
        let time = fonts.display(plan.time_px);
        canvas.write(&self.time, &time, &inks.accent, [left, plan.foot]);
        let small = fonts.body(plan.small_px, 400);
        let room = width - canvas.width_of(&self.time, &time) - plan.small_px * 2.0;
        let address = one_line(canvas, &self.address, &small, room);
        let at = left + width - canvas.width_of(&address, &small);
        canvas.write(&address, &small, &inks.quiet, [at, plan.foot]);
    }
}

fn one_line(canvas: &Canvas, text: &str, font: &str, width: f64) -> String {
    lines(text, width, 1, |text| canvas.width_of(text, font)).0.into_iter().next().unwrap_or_default()
}

/// The families of the page.
struct Fonts {
    display: String,
    body: String,
}

impl Fonts {
    fn of_page() -> Self {
        let family = |name, usual: &str| style_of_page(name).unwrap_or_else(|| usual.to_owned());
        Self { display: family("--display", "sans-serif"), body: family("--body", "sans-serif") }
    }

    fn display(&self, px: f64) -> String {
        format!("800 {px}px {}", self.display)
    }

    fn body(&self, px: f64, weight: u16) -> String {
        format!("{weight} {px}px {}", self.body)
    }
}
