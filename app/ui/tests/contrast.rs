//! Every pair of text and surface that the styles use, computed from `style/tokens.css` for 24 hues, both themes and
//! accents from pale to loud.
//! A colour outside sRGB is judged three ways (cut off, paler, and unbounded as on a wide screen), because browsers differ.

use std::collections::HashMap;

type Tokens = HashMap<String, String>;
/// Linear red, green and blue.
type Linear = [f64; 3];

const TOKENS: &str = include_str!("../../../style/tokens.css");
const TEXT: f64 = 4.5;
/// Edges of inputs and the focus ring (WCAG 1.4.11).
const EDGE: f64 = 3.0;

const PAIRS: &[(&str, &[&str], f64)] = &[
    ("text", &["surface-0", "surface-1", "surface-2", "surface-3"], TEXT),
    ("text-2", &["surface-0", "surface-1", "surface-2", "surface-3"], TEXT),
    ("text-3", &["surface-0", "surface-1", "surface-2"], TEXT),
    ("surface-0", &["text"], TEXT),
    ("accent-text", &["surface-0", "surface-1", "surface-2"], TEXT),
    ("on-accent", &["accent"], TEXT),
    ("danger", &["surface-0", "surface-1", "surface-2"], TEXT),
    ("good", &["surface-0", "surface-1", "surface-2"], TEXT),
    ("on-live", &["live"], TEXT),
    ("field-line", &["surface-0", "surface-1"], EDGE),
];

#[test]
fn every_text_is_readable_on_its_surface_for_24_hues_in_both_themes() {
    let mut low = Vec::new();
    for (theme, tokens) in [("dark", dark()), ("light", light())] {
        for (hue, chroma) in brands() {
            let tokens = branded(&tokens, hue, chroma);
            for (front, ground, least) in PAIRS.iter().flat_map(|(f, all, least)| all.iter().map(move |g| (f, g, least))) {
                let (a, b) = (colour(&tokens, front), colour(&tokens, ground));
                let worst = shown(a).into_iter().flat_map(|a| shown(b).map(|b| contrast(a, b))).fold(f64::MAX, f64::min);
                if worst < *least {
                    low.push(format!("{theme}, hue {hue}, chroma {chroma}: {front} on {ground} is {worst:.2}, needs {least}"));
                }
            }
        }
    }
    assert!(low.is_empty(), "{}", low.join("\n"));
}

#[test]
fn both_light_blocks_hold_the_same_values() {
    assert_eq!(block(":root[data-theme=\"light\"], "), block(":root:not([data-theme]), "));
}

#[test]
fn black_on_white_is_21_to_1() {
    let [black, white] = [[0.0, 0.0, 0.0], [1.0, 0.0, 0.0]].map(to_linear);
    assert!((contrast(black, white) - 21.0).abs() < 0.01);
}

/// 24 hues, each pale, middling, as the demo brand and louder than any screen.
fn brands() -> impl Iterator<Item = (f64, f64)> {
    (0..24).flat_map(|step| [0.03, 0.11, 0.19, 0.26].map(|chroma| (f64::from(step) * 15.0, chroma)))
}

fn branded(tokens: &Tokens, hue: f64, chroma: f64) -> Tokens {
    let mut tokens = tokens.clone();
    tokens.extend([("hue".to_owned(), hue.to_string()), ("chroma".to_owned(), chroma.to_string())]);
    tokens
}

fn dark() -> Tokens {
    let mut tokens = block(":root {");
    tokens.extend(block(":root, .tint {"));
    tokens
}

fn light() -> Tokens {
    let mut tokens = dark();
    tokens.extend(block(":root[data-theme=\"light\"], "));
    tokens
}

/// The declarations of the first rule whose selector starts so.
fn block(selector: &str) -> Tokens {
    let from = TOKENS.find(selector).unwrap_or_else(|| panic!("no rule {selector}"));
    let rule = &TOKENS[from + TOKENS[from..].find('{').expect("a rule opens") + 1..];
    let rule = &rule[..rule.find('}').expect("a rule closes")];
    let bare: String = rule.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, after)| after)).collect();
    let pairs = bare.split(';').filter_map(|line| line.trim().strip_prefix("--")?.split_once(':'));
    pairs.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned())).collect()
}

/// Lightness, chroma and hue of a token.
fn colour(tokens: &Tokens, name: &str) -> [f64; 3] {
    let value = tokens.get(name).unwrap_or_else(|| panic!("no token --{name}"));
    if let Some(other) = value.strip_prefix("var(--") {
        return colour(tokens, other.trim_end_matches(')'));
    }
    let inner = value.strip_prefix("oklch(").and_then(|rest| rest.strip_suffix(')'));
    let inner = inner.unwrap_or_else(|| panic!("--{name} is not oklch: {value}"));
    let number = |part: &str| match part.strip_prefix("var(--").map(|part| part.trim_end_matches(')')) {
        Some(other) => tokens[other].parse().expect("a number behind a variable"),
        None => part.parse().expect("a number"),
    };
    let parts: Vec<f64> = inner.split_whitespace().map(number).collect();
    parts.try_into().unwrap_or_else(|_| panic!("--{name} has an alpha: contrast is unknown"))
}

/// How screens may show a colour: unbounded, cut off at sRGB, or made paler until it fits.
fn shown(lch: [f64; 3]) -> [Linear; 3] {
    let wide = to_linear(lch);
    let mut paler = lch;
    while to_linear(paler).iter().any(|part| !(-1e-4..=1.0001).contains(part)) && paler[1] > 0.0 {
        paler[1] -= 0.001;
    }
    [wide, wide.map(|part| part.clamp(0.0, 1.0)), to_linear(paler).map(|part| part.clamp(0.0, 1.0))]
}

/// OKLCH to linear sRGB (B. Ottosson, "A perceptual color space for image processing", 2020).
fn to_linear([lightness, chroma, hue]: [f64; 3]) -> Linear {
    let (sin, cos) = hue.to_radians().sin_cos();
    let (a, b) = (chroma * cos, chroma * sin);
    let l = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
    let m = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
    let s = (lightness - 0.089_484_177_5 * a - 1.291_485_548 * b).powi(3);
    [
        4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
        -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
        -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701 * s,
    ]
}

/// WCAG 2.2 contrast ratio.
fn contrast(a: Linear, b: Linear) -> f64 {
    let luminance = |[r, g, b]: Linear| (0.2126 * r + 0.7152 * g + 0.0722 * b).max(0.0);
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}
