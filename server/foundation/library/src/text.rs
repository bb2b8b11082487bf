//! Small things about texts and days that several modules need.

use chrono::{NaiveDate, NaiveTime};

/// One space between words, none around them.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The middle of a day, which is that day in most of the world's time zones.
pub(crate) fn noon_ms(day: NaiveDate) -> i64 {
    let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
    day.and_time(noon).and_utc().timestamp_millis()
}
