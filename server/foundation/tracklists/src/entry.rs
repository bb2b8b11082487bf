//! The names of one line, opened already, into a track. Knows nothing of the lines around it but what [`Habits`] tell.

use crate::{
    Track, names,
    splitting::{is_separator, split, split_at_last_bar},
    text::tidy,
    time::{self, Time},
};

/// How the rest of the list is written.
#[derive(Clone, Copy, Default)]
pub(crate) struct Habits {
    /// `Title by Artist`.
    pub by: bool,
    /// Times stand at the start, so that a number at the end is part of the title.
    pub times_lead: bool,
}

/// A track as it was written.
pub(crate) struct Entry {
    pub track: Track,
    pub time: Option<Time>,
    /// Artist and title were told apart.
    pub separated: bool,
    /// A name was cut.
    pub cut: bool,
}

/// The two names and the label, as written.
#[derive(Default)]
pub(crate) struct Parts<'a> {
    pub artist: &'a str,
    pub title: &'a str,
    pub label: Option<&'a str>,
    pub separated: bool,
}

/// Reads the names. `None`: there are none.
pub(crate) fn read(text: &str, time: Option<Time>, habits: Habits) -> Option<Entry> {
    let (together, text) = with_previous(text);
    let (text, label, time) = tail(text, time, habits);
    let mut parts = part(text, habits.by);
    parts.label = label.or(parts.label);
    finish(parts, time, together)
}

/// Reads names that are told apart already, as in columns.
pub(crate) fn of_parts(mut parts: Parts<'_>, time: Option<Time>) -> Option<Entry> {
    let (together, artist) = with_previous(parts.artist);
    parts.artist = artist;
    if parts.label.is_none()
        && let Some((label, title)) = names::label(parts.title)
    {
        parts.label = Some(label);
        parts.title = title;
    }
    finish(parts, time, together)
}

/// `w/ …` and `+ …`: played with the one before.
fn with_previous(text: &str) -> (bool, &str) {
    let after = text.strip_prefix("w/").or_else(|| text.strip_prefix("W/"));
    let after = after.or_else(|| text.strip_prefix('+').filter(|after| after.starts_with(char::is_whitespace)));
    after.map_or((false, text), |after| (true, after.trim_start()))
}

/// Takes time and label off the end, in either order.
fn tail(text: &str, mut time: Option<Time>, habits: Habits) -> (&str, Option<&str>, Option<Time>) {
    let mut text = unseparated(text);
    let mut label = None;
    loop {
        if let Some((found, bracketed, before)) = time::trailing(text)
            && !unseparated(before).is_empty()
        {
            // With a time in front already, one in brackets is how long the track is.
            if bracketed || (time.is_none() && !habits.times_lead) {
                time = time.or(Some(found));
                text = unseparated(before);
                continue;
            }
        }
        match names::label(text) {
            Some((found, before)) if label.is_none() => {
                label = Some(found);
                text = unseparated(before);
            }
            _ => return (text, label, time),
        }
    }
}

/// Without separators that stand alone at the end.
fn unseparated(text: &str) -> &str {
    let mut text = text.trim();
    while let Some(before) = text.strip_suffix(is_separator) {
        if !(before.is_empty() || before.ends_with(char::is_whitespace)) {
            break;
        }
        text = before.trim_end();
    }
    text
}

fn part(text: &str, by: bool) -> Parts<'_> {
    if let Some((artist, title)) = split(text) {
        let bar = if names::unquoted(title).is_none() { split_at_last_bar(title) } else { None };
        let (title, label) = bar.map_or((title, None), |(title, label)| (title, Some(label)));
        return Parts { artist, title, label, separated: true };
    }
    quoted(text).or_else(|| if by { title_by_artist(text) } else { None }).unwrap_or(Parts { title: text, ..Parts::default() })
}

/// `Artist “Title” (Label)`, `“Title” by Artist`.
fn quoted(text: &str) -> Option<Parts<'_>> {
    let (before, title, after) = names::quotation(text)?;
    let bracket = after.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')).map(str::trim);
    let label = bracket.filter(|inner| !inner.is_empty() && !names::is_version(inner));
    if let Some(artist) = after.strip_prefix("by ").filter(|_| before.is_empty()) {
        return Some(Parts { artist: artist.trim(), title, label: None, separated: true });
    }
    if before.is_empty() && !(after.is_empty() || label.is_some()) {
        return None;
    }
    // With its marks, so that what is in them is taken as it stands.
    let from = text.len() - text[before.len()..].trim_start().len();
    let end = if label.is_some() { text.len() - after.len() } else { text.len() };
    Some(Parts { artist: before, title: text[from..end].trim(), label, separated: !before.is_empty() })
}

fn title_by_artist(text: &str) -> Option<Parts<'_>> {
    let at = text.rfind(" by ")?;
    let (title, artist) = (text[..at].trim(), text[at + 4..].trim());
    (!title.is_empty() && !artist.is_empty()).then_some(Parts { artist, title, label: None, separated: true })
}

fn finish(parts: Parts<'_>, time: Option<Time>, together: bool) -> Option<Entry> {
    let (artist, no_artist) = name(parts.artist);
    let (title, no_title) = name(parts.title);
    let ((artist, cut_artist), (title, cut_title)) = (tidy(artist), tidy(title));
    let (label, cut_label) = parts.label.map(tidy).unwrap_or_default();
    let is_unknown = no_artist || no_title || names::is_partly_unknown(&title);
    if artist.is_empty() && title.is_empty() && !is_unknown {
        return None;
    }
    let track = Track { at_ms: None, artist, title, label: Some(label).filter(|label| !label.is_empty()), is_unknown, together };
    Some(Entry { track, time, separated: parts.separated || no_title, cut: cut_artist || cut_title || cut_label })
}

/// The name without its quotes, or nothing and that it is an "ID".
fn name(written: &str) -> (&str, bool) {
    match names::unquoted(written) {
        Some(inner) => (inner, false),
        None if names::is_unknown(written) => ("", true),
        None => (written, false),
    }
}
