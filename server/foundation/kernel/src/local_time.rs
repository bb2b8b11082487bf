//! Moments as forms have them: `2026-11-22T20:30`, in the time zone of the tenant.

use chrono::{DateTime, Duration, LocalResult, NaiveDateTime, TimeZone};
use chrono_tz::Tz;
use contract::{caller::Caller, shown::Timestamp};

const FORM: &str = "%Y-%m-%dT%H:%M";
/// No time zone ever skipped more than a day.
const MOST_SKIPPED_MINUTES: i64 = 24 * 60;

/// The moment that is typed; `None` for what is none. Where the clocks go back the first of the two hours is meant; an hour that the
/// clocks skip means the moment they skip to.
pub fn parse(caller: &Caller, typed: &str) -> Option<Timestamp> {
    let typed = typed.trim();
    let local = NaiveDateTime::parse_from_str(typed, FORM).or_else(|_| NaiveDateTime::parse_from_str(typed, "%Y-%m-%dT%H:%M:%S")).ok()?;
    let zone = zone(caller);
    let moment = match zone.from_local_datetime(&local) {
        LocalResult::Single(moment) | LocalResult::Ambiguous(moment, _) => moment,
        LocalResult::None => after_the_gap(zone, local)?,
    };
    Some(Timestamp(moment.timestamp_millis()))
}

fn after_the_gap(zone: Tz, local: NaiveDateTime) -> Option<DateTime<Tz>> {
    (1..=MOST_SKIPPED_MINUTES)
        .find_map(|minutes| zone.from_local_datetime(&(local.checked_add_signed(Duration::minutes(minutes))?)).earliest())
}

/// The moment as a form shows it.
pub fn typed(caller: &Caller, at: Timestamp) -> String {
    let utc = DateTime::from_timestamp_millis(at.0).unwrap_or_default();
    utc.with_timezone(&zone(caller)).format(FORM).to_string()
}

fn zone(caller: &Caller) -> Tz {
    caller.time_zone.parse().unwrap_or(Tz::UTC)
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::{
        caller::{Locale, Origin},
        ids::TenantId,
    };

    fn caller(time_zone: &str) -> Caller {
        Caller {
            tenant: TenantId(uuid::Uuid::nil()),
            viewer: None,
            locale: Locale("en".into()),
            time_zone: time_zone.into(),
            request_id: String::new(),
            origin: Origin { address: [127, 0, 0, 1].into(), user_agent: String::new(), base_url: String::new() },
        }
    }

    fn utc(at: Option<Timestamp>) -> String {
        DateTime::from_timestamp_millis(at.unwrap().0).unwrap().format(FORM).to_string()
    }

    #[test]
    fn a_moment_is_that_of_the_tenant_in_summer_and_winter() {
        let london = caller("Europe/London");
        assert_eq!(utc(parse(&london, "2026-07-01T20:30")), "2026-07-01T19:30");
        assert_eq!(utc(parse(&london, "2026-12-01T20:30")), "2026-12-01T20:30");
        assert_eq!(utc(parse(&caller("America/New_York"), "2026-12-01T20:30:59")), "2026-12-02T01:30");
        let at = parse(&london, "2026-07-01T20:30").unwrap();
        assert_eq!(typed(&london, at), "2026-07-01T20:30");
    }

    #[test]
    fn an_hour_that_comes_twice_is_the_first_and_a_skipped_one_the_next() {
        let london = caller("Europe/London");
        assert_eq!(utc(parse(&london, "2026-10-25T01:30")), "2026-10-25T00:30");
        assert_eq!(utc(parse(&london, "2026-03-29T01:30")), "2026-03-29T01:00");
        // Samoa skipped the whole of the 30th of December 2011.
        assert_eq!(utc(parse(&caller("Pacific/Apia"), "2011-12-30T12:00")), "2011-12-30T10:00");
    }

    #[test]
    fn what_is_no_moment_is_none() {
        for typed in ["", "tomorrow", "2026-02-30T10:00", "2026-01-01", "2026-01-01T25:00", "999999999-01-01T00:00"] {
            assert_eq!(parse(&caller("Europe/London"), typed), None, "{typed}");
        }
    }
}
