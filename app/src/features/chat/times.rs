//! The time of a message that came over the line, in the page's language and the brand's time zone. Written by the browser only.

use contract::shown::Timestamp;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    type Date;

    #[wasm_bindgen(constructor)]
    fn new(at_ms: f64) -> Date;

    #[wasm_bindgen(method, catch, js_name = toLocaleString)]
    fn text(this: &Date, locale: &str, options: &JsValue) -> Result<String, JsValue>;
}

const HALF_A_DAY_MS: f64 = 12.0 * 3_600_000.0;

/// The time of day, with the date for what is further away. Empty for a time zone that the browser doesn't know.
pub fn clock(at: Timestamp, locale: &str, zone: &str) -> String {
    let at_ms = at.0 as f64;
    let options = js_sys::Object::new();
    let set = |name: &str, value: &str| {
        // A plain object takes every property.
        let _ = js_sys::Reflect::set(&options, &name.into(), &value.into());
    };
    set("timeZone", zone);
    set("hourCycle", "h23");
    set("hour", "2-digit");
    set("minute", "2-digit");
    if (at_ms - js_sys::Date::now()).abs() > HALF_A_DAY_MS {
        set("day", "numeric");
        set("month", "short");
    }
    Date::new(at_ms).text(locale, &options).unwrap_or_default()
}
