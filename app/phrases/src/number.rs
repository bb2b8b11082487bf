//! Numbers as messages write them: plain digits, the same on the server and in the browser.
//! Grouping, decimal commas and units belong to `kernel::format`.

use serde::{Deserialize, Serialize};

/// How a number is written and which plural rules it follows: the options of `NUMBER()` that messages may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "(u8, u8, bool)", into = "(u8, u8, bool)")]
pub struct NumberStyle {
    pub minimum_fraction_digits: u8,
    pub maximum_fraction_digits: u8,
    /// First, second, third instead of one, two, three.
    pub ordinal: bool,
}

impl NumberStyle {
    /// Finer fractions than this are rounded away, whatever a message asks for.
    pub const MOST_DIGITS: u8 = 6;

    /// The style in which numeric keys of choices are compared.
    pub(crate) const KEY: Self = Self { minimum_fraction_digits: 0, maximum_fraction_digits: Self::MOST_DIGITS, ordinal: false };
}

impl Default for NumberStyle {
    /// Up to three fraction digits, as `Intl.NumberFormat` has it.
    fn default() -> Self {
        Self { minimum_fraction_digits: 0, maximum_fraction_digits: 3, ordinal: false }
    }
}

impl From<(u8, u8, bool)> for NumberStyle {
    fn from((minimum, maximum, ordinal): (u8, u8, bool)) -> Self {
        let minimum = minimum.min(Self::MOST_DIGITS);
        Self { minimum_fraction_digits: minimum, maximum_fraction_digits: maximum.clamp(minimum, Self::MOST_DIGITS), ordinal }
    }
}

impl From<NumberStyle> for (u8, u8, bool) {
    fn from(style: NumberStyle) -> Self {
        (style.minimum_fraction_digits, style.maximum_fraction_digits, style.ordinal)
    }
}

/// Writes digits by integer arithmetic: the float printer of the standard library would cost the browser more than all else here.
pub fn plain(value: f64, style: NumberStyle) -> String {
    if value.is_nan() {
        return "NaN".to_owned();
    }
    let sign = if value < 0.0 { "-" } else { "" };
    let magnitude = value.abs();
    if magnitude.is_infinite() {
        return format!("{sign}∞");
    }
    let scale = 10_u64.pow(u32::from(style.maximum_fraction_digits.min(NumberStyle::MOST_DIGITS)));
    // A cast saturates, and past 2^53 there is no fraction left to write.
    let mut whole = magnitude as u64;
    let mut fraction = ((magnitude - magnitude.trunc()) * scale as f64 + 0.5) as u64;
    if fraction >= scale {
        whole = whole.saturating_add(1);
        fraction = 0;
    }
    let mut digits = String::new();
    if style.maximum_fraction_digits > 0 {
        // The leading 1 keeps the zeros that follow the point.
        digits = (scale + fraction).to_string().split_off(1);
        while digits.len() > usize::from(style.minimum_fraction_digits) && digits.ends_with('0') {
            digits.pop();
        }
    }
    let sign = if whole == 0 && fraction == 0 { "" } else { sign };
    let point = if digits.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{digits}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_plain_digits() {
        let cases = [
            (0.0, "0"),
            (-0.0, "0"),
            (1.0, "1"),
            (-3.0, "-3"),
            (1234567.0, "1234567"),
            (1.5, "1.5"),
            (0.05, "0.05"),
            (2.9999, "3"),
            (-0.0001, "0"),
            (9_007_199_254_740_991.0, "9007199254740991"),
            (f64::NAN, "NaN"),
            (f64::NEG_INFINITY, "-∞"),
        ];
        for (value, text) in cases {
            assert_eq!(plain(value, NumberStyle::default()), text);
        }
        assert_eq!(plain(1.0, NumberStyle::from((2, 2, false))), "1.00");
        assert_eq!(plain(1.25, NumberStyle::from((0, 0, false))), "1");
        assert_eq!(plain(1e300, NumberStyle::from((0, 255, false))), u64::MAX.to_string());
    }
}
