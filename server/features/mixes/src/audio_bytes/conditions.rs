//! Conditional requests (RFC 9110 §13): what to compare, and in which order.

use axum::http::{HeaderMap, HeaderName, header};
use chrono::{DateTime, NaiveDateTime};

/// By what a stored file is told apart.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Validators<'a> {
    /// Strong, with its quotes.
    pub(crate) etag: &'a str,
    /// Seconds since 1970, as `Last-Modified` says it; where there is none, dates are ignored.
    pub(crate) modified: Option<i64>,
}

/// What the conditions of a GET or HEAD come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Proceed,
    NotModified,
    Failed,
}

/// In the order of §13.2.2; each date counts only where its tag is missing.
pub(crate) fn check(headers: &HeaderMap, validators: &Validators<'_>) -> Verdict {
    let failed = match tags(headers, &header::IF_MATCH) {
        Some(tags) => !names(&tags, |tag| tag == validators.etag),
        None => later_than(headers, &header::IF_UNMODIFIED_SINCE, validators) == Some(true),
    };
    if failed {
        return Verdict::Failed;
    }
    let unchanged = match tags(headers, &header::IF_NONE_MATCH) {
        // The weak comparison: caches and compressing proxies weaken tags.
        Some(tags) => names(&tags, |tag| tag.strip_prefix("W/").unwrap_or(tag) == validators.etag),
        None => later_than(headers, &header::IF_MODIFIED_SINCE, validators) == Some(false),
    };
    if unchanged { Verdict::NotModified } else { Verdict::Proceed }
}

/// False if the `Range` belongs to another version of the file and must be ignored (§13.1.5). Weak tags never hold, and a date
/// only if it is the same.
pub(crate) fn if_range_holds(headers: &HeaderMap, validators: &Validators<'_>) -> bool {
    let Some(value) = headers.get(header::IF_RANGE) else { return true };
    let Ok(value) = value.to_str().map(str::trim) else { return false };
    value == validators.etag || (validators.modified.is_some() && date(value) == validators.modified)
}

/// As `Last-Modified` is written.
pub(crate) fn http_date(seconds: i64) -> String {
    DateTime::from_timestamp(seconds, 0).unwrap_or_default().format("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

/// All tags of a header, which may come on several lines; `None` without the header. Our own tags have no comma in them.
fn tags<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<Vec<&'a str>> {
    headers.contains_key(name).then(|| {
        let lines = headers.get_all(name).iter().filter_map(|line| line.to_str().ok());
        lines.flat_map(|line| line.split(',')).map(str::trim).collect()
    })
}

fn names(tags: &[&str], is_ours: impl Fn(&str) -> bool) -> bool {
    tags.iter().any(|tag| *tag == "*" || is_ours(tag))
}

/// Whether the file is newer than the header's date; `None` where either is missing or unreadable.
fn later_than(headers: &HeaderMap, name: &HeaderName, validators: &Validators<'_>) -> Option<bool> {
    let since = date(headers.get(name)?.to_str().ok()?)?;
    Some(validators.modified? > since)
}

/// The three forms that must be understood (§5.6.7): ours, RFC 850's and asctime's.
fn date(text: &str) -> Option<i64> {
    let forms = ["%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT", "%a %b %e %H:%M:%S %Y"];
    forms.iter().find_map(|form| NaiveDateTime::parse_from_str(text.trim(), form).ok()).map(|at| at.and_utc().timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: Validators<'static> = Validators { etag: "\"abc\"", modified: Some(784_111_777) };

    fn asked(headers: &[(HeaderName, &str)]) -> HeaderMap {
        headers.iter().map(|(name, value)| (name.clone(), value.parse().unwrap())).collect()
    }

    #[test]
    fn conditions_are_weighed_in_order() {
        use header::{IF_MATCH, IF_MODIFIED_SINCE, IF_NONE_MATCH, IF_UNMODIFIED_SINCE};
        let (same, before) = ("Sun, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:36 GMT");
        let cases: [(&[(HeaderName, &str)], Verdict); 18] = [
            (&[], Verdict::Proceed),
            (&[(IF_NONE_MATCH, "\"abc\"")], Verdict::NotModified),
            (&[(IF_NONE_MATCH, "\"x\", W/\"abc\"")], Verdict::NotModified),
            (&[(IF_NONE_MATCH, "*")], Verdict::NotModified),
            (&[(IF_NONE_MATCH, "\"x\"")], Verdict::Proceed),
            (&[(IF_NONE_MATCH, "\"x\""), (IF_MODIFIED_SINCE, same)], Verdict::Proceed),
            (&[(IF_MODIFIED_SINCE, same)], Verdict::NotModified),
            (&[(IF_MODIFIED_SINCE, "Sunday, 06-Nov-94 08:49:37 GMT")], Verdict::NotModified),
            (&[(IF_MODIFIED_SINCE, "Sun Nov  6 08:49:37 1994")], Verdict::NotModified),
            (&[(IF_MODIFIED_SINCE, before)], Verdict::Proceed),
            (&[(IF_MODIFIED_SINCE, "yesterday")], Verdict::Proceed),
            (&[(IF_MATCH, "\"abc\"")], Verdict::Proceed),
            (&[(IF_MATCH, "*")], Verdict::Proceed),
            (&[(IF_MATCH, "W/\"abc\"")], Verdict::Failed),
            (&[(IF_MATCH, "\"x\""), (IF_NONE_MATCH, "\"abc\"")], Verdict::Failed),
            (&[(IF_MATCH, "\"abc\""), (IF_UNMODIFIED_SINCE, before)], Verdict::Proceed),
            (&[(IF_UNMODIFIED_SINCE, before)], Verdict::Failed),
            (&[(IF_UNMODIFIED_SINCE, same)], Verdict::Proceed),
        ];
        for (headers, verdict) in cases {
            assert_eq!(check(&asked(headers), &FILE), verdict, "{headers:?}");
        }
    }

    #[test]
    fn a_range_holds_for_the_same_version_only() {
        for (value, holds) in [
            ("\"abc\"", true),
            ("\"x\"", false),
            ("W/\"abc\"", false),
            ("Sun, 06 Nov 1994 08:49:37 GMT", true),
            ("Sun, 06 Nov 1994 08:49:38 GMT", false),
            ("nonsense", false),
        ] {
            assert_eq!(if_range_holds(&asked(&[(header::IF_RANGE, value)]), &FILE), holds, "{value}");
        }
        assert!(if_range_holds(&HeaderMap::new(), &FILE));
    }

    #[test]
    fn dates_are_written_as_they_are_read() {
        assert_eq!(http_date(784_111_777), "Sun, 06 Nov 1994 08:49:37 GMT");
        assert_eq!(date(&http_date(1_795_348_800)), Some(1_795_348_800));
    }
}
