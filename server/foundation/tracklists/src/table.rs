//! Columns with names: what Rekordbox, Traktor, Serato and spreadsheets export, and tables of Markdown. Reads a row a line; a quoted field
//! that runs over several lines is not read.

mod header;
mod row;

use crate::{
    entry::{self, Entry, Habits, Parts},
    list::List,
    noise::is_rule,
    splitting::split,
    text::Line,
    time::{self, Time},
};
use header::{Header, find};

/// Reads the rows below a header, if there is one.
pub(crate) fn read(lines: &[Line], list: &mut List) -> bool {
    let Some((at, header)) = find(lines) else { return false };
    let mut rows: Vec<(usize, Entry, bool)> = Vec::new();
    for line in &lines[at + 1..] {
        let cells = row::cells(&line.text, header.delimiter);
        if let Some(entry) = track(&header, &cells) {
            let (time, of_day) = header
                .start
                .and_then(|start| start_of(cells.get(start)?))
                .map_or((entry.time, false), |(time, of_day)| (Some(time), of_day));
            rows.push((line.number, Entry { time, ..entry }, of_day));
        }
    }
    let of_day = rows.iter().any(|row| row.2) || (header.start_may_be_of_day && starts_late(&rows));
    if of_day {
        count_from_first(&mut rows);
    }
    for (line, entry, _) in rows {
        list.add(line, entry);
    }
    true
}

fn track(header: &Header, cells: &[String]) -> Option<Entry> {
    let cell = |column: Option<usize>| column.and_then(|column| cells.get(column)).map_or("", |cell| cell.trim());
    let (artist, title) = (cell(header.artist), cell(header.title));
    if is_rule(artist) && is_rule(title) || (artist.is_empty() && is_date(title)) {
        return None;
    }
    // One column for both.
    if artist.is_empty() && split(title).is_some() {
        return entry::read(title, None, Habits { by: false, times_lead: true });
    }
    let label = Some(cell(header.label)).filter(|label| !label.is_empty());
    entry::of_parts(Parts { artist, title, label, separated: !artist.is_empty() }, None)
}

/// `7/12/26`: Serato names its sessions so, in a row above their tracks.
fn is_date(text: &str) -> bool {
    text.contains(['/', '.', '-']) && text.chars().all(|c| c.is_numeric() || matches!(c, '/' | '.' | '-' | ' '))
}

const HOUR_MS: u64 = 3_600_000;

/// A start, and whether it is a time of day: `10:01:33 PM`, `2026/07/12 22:01:33`.
fn start_of(cell: &str) -> Option<(Time, bool)> {
    let lower = cell.trim().to_ascii_lowercase();
    let (body, half) = match (lower.strip_suffix("am"), lower.strip_suffix("pm")) {
        (Some(body), _) => (body.trim_end(), Some(0)),
        (_, Some(body)) => (body.trim_end(), Some(12)),
        _ => (lower.as_str(), None),
    };
    let dated = body.contains(' ');
    let written = body.rsplit(' ').next().unwrap_or(body);
    let time = time::whole(written)?;
    let (Time::Ms(ms), Some(half)) = (time, half) else { return Some((time, dated)) };
    // Of `10:01 PM` the first are hours.
    let ms = if written.matches(time::is_colon).count() == 1 { ms * 60 } else { ms };
    Some((Time::Ms(ms % (12 * HOUR_MS) + half * HOUR_MS), true))
}

fn starts_late(rows: &[(usize, Entry, bool)]) -> bool {
    rows.iter().find_map(|row| row.1.time).is_some_and(|time| matches!(time, Time::Ms(ms) if ms >= HOUR_MS))
}

/// Times of day become times of the mix: the first track starts it, midnight may pass once.
fn count_from_first(rows: &mut [(usize, Entry, bool)]) {
    const DAY_MS: u64 = 24 * HOUR_MS;
    let first = rows.iter().find_map(|row| if let Some(Time::Ms(ms)) = row.1.time { Some(ms % DAY_MS) } else { None });
    for row in rows {
        if let (Some(first), Some(Time::Ms(ms))) = (first, row.1.time) {
            row.1.time = Some(Time::Ms((ms % DAY_MS + DAY_MS - first) % DAY_MS));
        }
    }
}
