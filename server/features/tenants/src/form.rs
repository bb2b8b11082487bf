//! The Studio's brand form: text in, a brand or all reasons against it out. Pure.

use axum::http::Uri;
use contract::{
    caller::Locale,
    tenants::{Brand, SocialLink, TenantRefusal, UpdateBrand},
};

const NAME_CHARS: std::ops::RangeInclusive<usize> = 2..=60;
const TAGLINE_MAX_CHARS: usize = 140;
const LINKS_MAX: usize = 10;
const LABEL_MAX_CHARS: usize = 40;
const URL_MAX_CHARS: usize = 500;

/// The brand that the form describes, without a logo.
pub(crate) fn checked(form: &UpdateBrand, locales: &[Locale]) -> Result<Brand, Vec<TenantRefusal>> {
    let mut reasons = Vec::new();
    let mut keep = |reason: TenantRefusal| reasons.push(reason);
    let name = name(&form.name).unwrap_or_else(|| {
        keep(TenantRefusal::NameLength);
        String::new()
    });
    let tagline = tidy(&form.tagline);
    if tagline.chars().count() > TAGLINE_MAX_CHARS {
        keep(TenantRefusal::TaglineTooLong);
    }
    let hue = within(&form.hue, 360.0).unwrap_or_else(|| {
        keep(TenantRefusal::HueRange);
        0.0
    });
    let chroma = within(&form.chroma, 0.25).unwrap_or_else(|| {
        keep(TenantRefusal::ChromaRange);
        0.0
    });
    let links = links(&form.links).unwrap_or_else(|reason| {
        keep(reason);
        Vec::new()
    });
    let time_zone = form.time_zone.trim().to_owned();
    if time_zone.parse::<chrono_tz::Tz>().is_err() {
        keep(TenantRefusal::TimeZoneUnknown);
    }
    let locale = Locale(form.locale.trim().to_owned());
    if !locales.contains(&locale) {
        keep(TenantRefusal::LocaleUnknown);
    }
    if reasons.is_empty() { Ok(Brand { name, tagline, hue, chroma, logo_url: None, links, time_zone, locale }) } else { Err(reasons) }
}

/// A tenant's name, tidied.
pub(crate) fn name(text: &str) -> Option<String> {
    let name = tidy(text);
    (NAME_CHARS.contains(&name.chars().count()) && !name.chars().any(char::is_control)).then_some(name)
}

fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A number from 0 to `most`; people may write a decimal comma.
fn within(text: &str, most: f32) -> Option<f32> {
    let number: f32 = text.trim().replace(',', ".").parse().ok()?;
    (0.0..=most).contains(&number).then_some(number)
}

fn links(text: &str) -> Result<Vec<SocialLink>, TenantRefusal> {
    let mut links = Vec::new();
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let line_number = u32::try_from(at + 1).unwrap_or(u32::MAX);
        links.push(link(line.trim()).ok_or(TenantRefusal::LinkInvalid { line: line_number })?);
    }
    if links.len() > LINKS_MAX { Err(TenantRefusal::TooManyLinks) } else { Ok(links) }
}

fn link(line: &str) -> Option<SocialLink> {
    let (label, url) = line.rsplit_once(char::is_whitespace)?;
    let label = tidy(label);
    let uri: Uri = url.parse().ok()?;
    let fits = uri.scheme_str() == Some("https")
        && uri.host().is_some_and(|host| host.contains('.'))
        // `https://instagram.com@evil.example` shows one site and leads to another.
        && !uri.authority().is_some_and(|authority| authority.as_str().contains('@'))
        && url.chars().count() <= URL_MAX_CHARS
        && (1..=LABEL_MAX_CHARS).contains(&label.chars().count());
    fits.then(|| SocialLink { label, url: url.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> UpdateBrand {
        UpdateBrand {
            name: "DJ  Danny".into(),
            tagline: "House and garage".into(),
            hue: "38".into(),
            chroma: "0,17".into(),
            links: "Instagram https://instagram.com/danny\n\nMy shop https://shop.example.org/?a=1".into(),
            time_zone: "Europe/London".into(),
            locale: "en".into(),
        }
    }

    fn refusals(change: impl FnOnce(&mut UpdateBrand)) -> Vec<TenantRefusal> {
        let mut form = form();
        change(&mut form);
        checked(&form, &[Locale("en".into())]).unwrap_err()
    }

    #[test]
    fn a_good_form_is_a_brand() {
        let brand = checked(&form(), &[Locale("en".into())]).unwrap();
        assert_eq!(brand.name, "DJ Danny");
        assert!((brand.chroma - 0.17).abs() < f32::EPSILON);
        assert_eq!(brand.links[1], SocialLink { label: "My shop".into(), url: "https://shop.example.org/?a=1".into() });
    }

    #[test]
    fn each_fault_is_told_beside_its_field() {
        assert_eq!(refusals(|form| form.name = "x".into()), [TenantRefusal::NameLength]);
        assert_eq!(refusals(|form| form.tagline = "x".repeat(141)), [TenantRefusal::TaglineTooLong]);
        assert_eq!(refusals(|form| form.time_zone = "Mars/Olympus".into()), [TenantRefusal::TimeZoneUnknown]);
        assert_eq!(refusals(|form| form.locale = "xx".into()), [TenantRefusal::LocaleUnknown]);
        assert_eq!(refusals(|form| form.links = "A https://a.example\n".repeat(11)), [TenantRefusal::TooManyLinks]);
        for wrong in ["", "x", "-1", "360.5", "NaN", "inf"] {
            assert_eq!(refusals(|form| form.hue = wrong.into()), [TenantRefusal::HueRange], "{wrong}");
        }
        assert_eq!(refusals(|form| form.chroma = "0.3".into()), [TenantRefusal::ChromaRange]);
        assert_eq!(
            refusals(|form| (form.name, form.hue) = (String::new(), String::new())),
            [TenantRefusal::NameLength, TenantRefusal::HueRange]
        );
    }

    #[test]
    fn only_plain_https_links_are_links() {
        for wrong in [
            "http://a.example",
            "A http://a.example",
            "A javascript:alert(1)",
            "A https://instagram.com@evil.example",
            "https://a.example",
            "A https://",
            "A \"https://a.example\"",
        ] {
            assert_eq!(
                refusals(|form| form.links = format!("Good https://a.example\n{wrong}")),
                [TenantRefusal::LinkInvalid { line: 2 }],
                "{wrong}"
            );
        }
    }
}
