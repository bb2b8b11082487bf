//! Which of the languages here suits a reader best.

use fluent_langneg::{NegotiationStrategy, negotiate_languages};
use unic_langid::LanguageIdentifier;

/// More than any browser sends; the rest of a longer header is not read.
const MOST_READ: usize = 32;

/// A choice, or its closest relative: `pt-BR` finds `pt`.
pub fn chosen<'a>(tag: &str, here: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let requested = tag.parse::<LanguageIdentifier>().ok()?;
    best(&[requested], here)
}

/// The best of an `Accept-Language` header (RFC 9110, section 12.5.4).
pub fn accepted<'a>(header: &str, here: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let mut ranges: Vec<(LanguageIdentifier, u16)> = header.split(',').take(MOST_READ).filter_map(range).collect();
    // Stable, so that equal qualities keep the order of the header.
    ranges.sort_by_key(|(_, quality)| std::cmp::Reverse(*quality));
    let requested: Vec<_> = ranges.into_iter().filter(|(_, quality)| *quality > 0).map(|(tag, _)| tag).collect();
    best(&requested, here)
}

/// One range with its quality in thousandths. `*` asks for nothing in particular and is left to the default.
fn range(text: &str) -> Option<(LanguageIdentifier, u16)> {
    let mut parts = text.split(';').map(str::trim);
    let tag = parts.next()?.parse().ok()?;
    let quality = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
    let quality = quality.map_or(Some(1.0), |quality| quality.parse::<f64>().ok().filter(|quality| (0.0..=1.0).contains(quality)))?;
    Some((tag, (quality * 1_000.0) as u16))
}

fn best<'a>(requested: &[LanguageIdentifier], here: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let (tags, available): (Vec<&str>, Vec<LanguageIdentifier>) =
        here.filter_map(|tag| Some((tag, tag.parse::<LanguageIdentifier>().ok()?))).unzip();
    let found = *negotiate_languages(requested, &available, None, NegotiationStrategy::Lookup).first()?;
    let place = available.iter().position(|available| available == found)?;
    tags.get(place).copied()
}
