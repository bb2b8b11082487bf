//! Numbers, sizes, durations and dates as a reader sees them, by CLDR in the reader's language and the tenant's time zone.
//!
//! `en` means British English here (14 November 2026, 14:05); every other tag means what CLDR says, so `pt` is Brazilian. A language
//! CLDR doesn't know is formatted as `en`. Only the Gregorian calendar. Translates no words: those are in `.ftl`.

mod formatters;
mod size;

#[cfg(test)]
mod tests;

use crate::local_time;
use chrono::{DateTime, Datelike, SecondsFormat, Timelike, Utc};
use chrono_tz::Tz;
use contract::{
    caller::{Caller, Locale},
    shown::{Shown, ShownTime, Timestamp},
};
use formatters::Formatters;
use icu::{
    calendar::Date,
    decimal::input::Decimal,
    time::{DateTime as LocalTime, Time},
};

/// A whole number with its digits grouped.
pub fn count(locale: &Locale, value: u64) -> Shown<u64> {
    Shown { value, text: formatters::with(&locale.0, |f| f.decimal.format_to_string(&Decimal::from(value))) }
}

/// A number with exactly so many fraction digits, rounded.
pub fn decimal(locale: &Locale, value: f64, digits: usize) -> Shown<f64> {
    Shown { value, text: formatters::with(&locale.0, |f| decimal_text(f, value, digits)) }
}

/// A size in steps of a thousand, to three digits: `612 MB`, `1.02 GB`, in French `1,02 Go`.
pub fn bytes(locale: &Locale, value: u64) -> Shown<u64> {
    let text = formatters::with(&locale.0, |f| {
        let size = size::Size::of(value);
        let number = f.decimal.format_to_string(&size.number);
        format!("{number}{}", size.unit(f.octets))
    });
    Shown { value, text }
}

/// Hours, minutes and seconds, begun seconds left out: `1:02:40`, `4:05`, `0:07`. The same in every language.
pub fn duration(ms: u64) -> Shown<u64> {
    let seconds = ms / 1_000;
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    let text = if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") };
    Shown { value: ms, text }
}

/// A day: `14 November 2026`.
pub fn date(caller: &Caller, at: Timestamp) -> ShownTime {
    shown_time(caller, at, |f, local| f.date.format(&local.date).to_string())
}

/// A moment: `14 Nov 2026, 14:05`.
pub fn date_time(caller: &Caller, at: Timestamp) -> ShownTime {
    shown_time(caller, at, |f, local| f.date_time.format(local).to_string())
}

/// A moment as everybody is told it at once: the words for it are the reader's.
pub fn moment_for_all(at: i64) -> ShownTime {
    let utc = DateTime::from_timestamp_millis(at).unwrap_or_default();
    ShownTime { at: Timestamp(at), iso: utc.to_rfc3339_opts(SecondsFormat::Secs, true), text: String::new() }
}

/// A moment as one reader sees it: today's by the time of day, any other with its date.
pub fn moment(caller: &Caller, at: i64, now: Timestamp) -> ShownTime {
    let at = Timestamp(at);
    let (here, today) = (local_time::typed(caller, at), local_time::typed(caller, now));
    match (here.split_once('T'), today.split_once('T')) {
        (Some((day, time)), Some((today, _))) if day == today => ShownTime { text: time.to_owned(), ..moment_for_all(at.0) },
        _ => date_time(caller, at),
    }
}

fn decimal_text(formatters: &Formatters, value: f64, digits: usize) -> String {
    let written = format!("{value:.digits$}");
    match written.parse::<Decimal>() {
        Ok(mut number) => {
            // -0.04 with one digit is 0.0, not -0.0.
            number.apply_sign_display(icu::decimal::input::SignDisplay::Negative);
            formatters.decimal.format_to_string(&number)
        }
        // Not a number, or infinite.
        Err(_) => written,
    }
}

type Local = LocalTime<icu::calendar::Gregorian>;

fn shown_time(caller: &Caller, at: Timestamp, text: impl FnOnce(&Formatters, &Local) -> String) -> ShownTime {
    let utc = DateTime::from_timestamp_millis(at.0).unwrap_or(if at.0 < 0 { DateTime::<Utc>::MIN_UTC } else { DateTime::<Utc>::MAX_UTC });
    let iso = utc.to_rfc3339_opts(SecondsFormat::Secs, true);
    let zone: Tz = caller.time_zone.parse().unwrap_or(Tz::UTC);
    // Years that no calendar prints show as they are written in the page's source.
    let text = local(&utc, zone).map(|local| formatters::with(&caller.locale.0, |f| text(f, &local)));
    ShownTime { at, text: text.unwrap_or_else(|| iso.clone()), iso }
}

fn local(utc: &DateTime<Utc>, zone: Tz) -> Option<Local> {
    // Adding an offset to the very first or last moment chrono knows would overflow.
    if !(-9_999..=9_999).contains(&utc.year()) {
        return None;
    }
    let here = utc.with_timezone(&zone);
    let part = |number: u32| u8::try_from(number).ok();
    let date = Date::try_new_gregorian(here.year(), part(here.month())?, part(here.day())?).ok()?;
    let time = Time::try_new(part(here.hour())?, part(here.minute())?, part(here.second())?, 0).ok()?;
    Some(LocalTime { date, time })
}
