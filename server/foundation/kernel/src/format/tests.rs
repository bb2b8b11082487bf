//! What `format` promises, by example.

use super::*;
use contract::{caller::Origin, ids::TenantId};

const MOMENT: Timestamp = Timestamp(1_794_665_100_000);

fn locale(tag: &str) -> Locale {
    Locale(tag.to_owned())
}

fn caller(tag: &str, time_zone: &str) -> Caller {
    Caller {
        tenant: TenantId(uuid::Uuid::nil()),
        viewer: None,
        locale: locale(tag),
        time_zone: time_zone.to_owned(),
        request_id: String::new(),
        origin: Origin { address: [127, 0, 0, 1].into(), user_agent: String::new(), base_url: String::new() },
    }
}

#[test]
fn counts_are_grouped_as_the_reader_groups() {
    let text = |tag| count(&locale(tag), 1_234_567).text;
    assert_eq!(["en", "es", "pt"].map(text), ["1,234,567", "1.234.567", "1.234.567"]);
    assert_eq!(text("fr"), "1\u{202f}234\u{202f}567");
    assert_eq!(["en", "es"].map(|tag| count(&locale(tag), 1_234).text), ["1,234", "1234"]);
    assert_eq!(count(&locale("en"), 0).text, "0");
}

#[test]
fn decimals_have_their_point_sign_and_digits() {
    let text = |tag, value, digits| decimal(&locale(tag), value, digits).text;
    assert_eq!(text("en", -14.25, 1), "-14.2");
    assert_eq!(["es", "pt", "fr"].map(|tag| text(tag, -9.0, 1)), ["-9,0", "-9,0", "-9,0"]);
    // Swedish writes the sign of mathematics.
    assert_eq!(text("sv", -9.0, 1), "\u{2212}9,0");
    assert_eq!([text("en", -0.04, 1), text("en", 1_234.5, 2), text("en", 2.5, 0)], ["0.0", "1,234.50", "2"]);
    assert_eq!([text("en", f64::NAN, 1), text("en", f64::INFINITY, 1)], ["NaN", "inf"]);
}

#[test]
fn sizes_are_told_in_three_digits() {
    let text = |value| bytes(&locale("en"), value).text;
    let cases = [
        (0, "0 B"),
        (999, "999 B"),
        (1_000, "1 kB"),
        (1_536, "1.54 kB"),
        (15_360, "15.4 kB"),
        (999_499, "999 kB"),
        (999_500, "1 MB"),
        (612_000_000, "612 MB"),
        (1_020_000_000, "1.02 GB"),
        (2_147_483_648, "2.15 GB"),
        (u64::MAX, "18.4 EB"),
    ];
    for (value, expected) in cases {
        assert_eq!(text(value), expected);
    }
    assert_eq!(bytes(&locale("fr"), 1_020_000_000).text, "1,02\u{a0}Go");
    assert_eq!(bytes(&locale("fr-CA"), 12).text, "12\u{a0}o");
    assert_eq!(["es", "pt"].map(|tag| bytes(&locale(tag), 1_020_000_000).text), ["1,02 GB", "1,02 GB"]);
}

#[test]
fn durations_start_with_what_they_have() {
    let text = |ms| duration(ms).text;
    assert_eq!([0, 7_999, 245_000, 3_760_000, 180_000_000].map(text), ["0:00", "0:07", "4:05", "1:02:40", "50:00:00"]);
}

#[test]
fn dates_read_as_the_reader_writes_them() {
    let text = |tag| date(&caller(tag, "UTC"), MOMENT).text;
    assert_eq!(text("en"), "14 November 2026");
    assert_eq!(text("en-US"), "November 14, 2026");
    assert_eq!(["es", "pt"].map(text), ["14 de noviembre de 2026", "14 de novembro de 2026"]);
    assert_eq!(text("fr"), "14 novembre 2026");
    assert_eq!(text("pl"), "14 listopada 2026");
}

#[test]
fn moments_have_a_day_and_a_time() {
    let text = |tag| date_time(&caller(tag, "Europe/London"), MOMENT).text;
    assert_eq!(text("en"), "14 Nov 2026, 14:05");
    assert_eq!(text("es"), "14 nov 2026, 14:05");
    assert_eq!(text("pt"), "14 de nov. de 2026, 14:05");
    assert_eq!(text("fr"), "14 nov. 2026, 14:05");
}

#[test]
fn days_are_those_of_the_tenants_time_zone() {
    let shown = |zone| date(&caller("en", zone), Timestamp(MOMENT.0 + 10 * 3_600_000));
    assert_eq!(shown("Europe/London").text, "15 November 2026");
    assert_eq!(shown("America/New_York").text, "14 November 2026");
    assert_eq!(shown("Nowhere/Here").text, "15 November 2026");
    assert_eq!(shown("Asia/Tokyo").iso, "2026-11-15T00:05:00Z");
}

#[test]
fn a_language_nobody_knows_is_formatted_as_english() {
    for tag in ["tlh", "qhx", "not a tag", ""] {
        assert_eq!(date(&caller(tag, "UTC"), MOMENT).text, "14 November 2026", "{tag}");
        assert_eq!(count(&locale(tag), 1_234).text, "1,234", "{tag}");
    }
    assert_eq!(date(&caller("pl-hectica", "UTC"), MOMENT).text, "14 listopada 2026");
}

#[test]
fn the_ends_of_time_are_shown_without_a_panic() {
    for at in [i64::MIN, i64::MAX, -62_167_219_200_000, 253_402_300_799_999] {
        for zone in ["Pacific/Kiritimati", "America/New_York"] {
            assert!(!date_time(&caller("fr", zone), Timestamp(at)).text.is_empty());
        }
    }
}
