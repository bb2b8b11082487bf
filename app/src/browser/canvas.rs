//! A drawing surface that nobody sees, and its picture. Bound by hand: of the dozens of calls that a canvas has, a card needs these.

use js_sys::{Array, Function, Promise};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    type Context;

    #[wasm_bindgen(method, setter, js_name = fillStyle)]
    fn set_fill(this: &Context, colour: &str);

    #[wasm_bindgen(method, setter, js_name = font)]
    fn set_font(this: &Context, font: &str);

    #[wasm_bindgen(method, js_name = fillRect)]
    fn fill_rect(this: &Context, x: f64, y: f64, width: f64, height: f64);

    #[wasm_bindgen(method, js_name = fillText)]
    fn fill_text(this: &Context, text: &str, x: f64, y: f64);

    #[wasm_bindgen(method, js_name = measureText)]
    fn measure(this: &Context, text: &str) -> Measured;

    #[wasm_bindgen(method, catch, js_name = drawImage)]
    fn draw_image(this: &Context, picture: &web_sys::HtmlImageElement, x: f64, y: f64, width: f64, height: f64) -> Result<(), JsValue>;

    type Measured;

    #[wasm_bindgen(method, getter)]
    fn width(this: &Measured) -> f64;

    type Fonts;

    #[wasm_bindgen(method, catch)]
    fn load(this: &Fonts, font: &str) -> Result<Promise, JsValue>;

    #[wasm_bindgen(extends = web_sys::File, js_name = File)]
    type TypedFile;

    #[wasm_bindgen(constructor, catch, js_class = "File")]
    fn new(parts: &Array, name: &str, options: &JsValue) -> Result<TypedFile, JsValue>;

    type Style;

    #[wasm_bindgen(js_name = getComputedStyle)]
    fn computed_style(of: &web_sys::Element) -> Style;

    #[wasm_bindgen(method, js_name = getPropertyValue)]
    fn property(this: &Style, name: &str) -> String;
}

/// A canvas with a pen.
pub struct Canvas {
    element: web_sys::HtmlCanvasElement,
    context: Context,
}

impl Canvas {
    /// An empty one of this size in pixels; `None` where the browser has no memory for it.
    pub fn new(width: u32, height: u32) -> Option<Self> {
        let element: web_sys::HtmlCanvasElement = document().create_element("canvas").ok()?.unchecked_into();
        element.set_width(width);
        element.set_height(height);
        let context = element.get_context("2d").ok()??.unchecked_into();
        Some(Self { element, context })
    }

    pub fn fill(&self, colour: &str, [x, y, width, height]: [f64; 4]) {
        self.context.set_fill(colour);
        self.context.fill_rect(x, y, width, height);
    }

    /// Writes with the baseline at `y`; `font` is as in CSS.
    pub fn write(&self, text: &str, font: &str, colour: &str, [x, y]: [f64; 2]) {
        self.context.set_font(font);
        self.context.set_fill(colour);
        self.context.fill_text(text, x, y);
    }

    /// How wide a text would be.
    pub fn width_of(&self, text: &str, font: &str) -> f64 {
        self.context.set_font(font);
        self.context.measure(text).width()
    }

    pub fn picture(&self, picture: &web_sys::HtmlImageElement, [x, y, width, height]: [f64; 4]) {
        // A picture that broke leaves the ground it would have covered.
        let _ = self.context.draw_image(picture, x, y, width, height);
    }

    /// What was drawn, as a PNG.
    pub async fn png(&self) -> Option<web_sys::Blob> {
        let made = Promise::new(&mut |done: Function, failed: Function| {
            let give = Closure::once_into_js(move |blob: JsValue| {
                // What the promise does with it is none of the canvas's business.
                let _ = done.call1(&JsValue::NULL, &blob);
            });
            if self.element.to_blob(give.unchecked_ref()).is_err() {
                let _ = failed.call0(&JsValue::NULL);
            }
        });
        JsFuture::from(made).await.ok()?.dyn_into().ok()
    }
}

/// A picture of this site, decoded.
pub async fn load_picture(address: &str) -> Option<web_sys::HtmlImageElement> {
    let picture = web_sys::HtmlImageElement::new().ok()?;
    picture.set_src(address);
    JsFuture::from(picture.decode()).await.ok()?;
    Some(picture)
}

/// A text property of the page's own style, such as `--display`.
pub fn style_of_page(name: &str) -> Option<String> {
    let value = computed_style(&document().document_element()?).property(name);
    Some(value.trim().to_owned()).filter(|value| !value.is_empty())
}

/// Waits for the files of a font: a canvas would draw in another one meanwhile.
pub async fn load_font(font: &str) {
    let Ok(fonts) = js_sys::Reflect::get(&document(), &"fonts".into()) else { return };
    if fonts.is_undefined() {
        return;
    }
    if let Ok(loaded) = fonts.unchecked_into::<Fonts>().load(font) {
        // Without it the card is drawn in the font that stands in.
        let _ = JsFuture::from(loaded).await;
    }
}

/// A blob as a file with a name, for the system's share sheet, which goes by the type.
pub fn named(blob: &web_sys::Blob, name: &str) -> Option<web_sys::File> {
    let options = js_sys::Object::new();
    // A plain object takes every property.
    let _ = js_sys::Reflect::set(&options, &"type".into(), &blob.type_().into());
    TypedFile::new(&Array::of1(blob), name, &options).ok().map(JsCast::unchecked_into)
}
