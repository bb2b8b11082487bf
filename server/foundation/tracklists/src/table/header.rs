//! The row that names the columns. Knows the names that DJ software writes, in English.

use super::row;
use crate::text::Line;

/// Which column holds what.
pub(crate) struct Header {
    pub delimiter: char,
    pub artist: Option<usize>,
    pub title: Option<usize>,
    pub label: Option<usize>,
    pub start: Option<usize>,
    /// Serato's "start time" is the time of day.
    pub start_may_be_of_day: bool,
}

/// A header stands near the top; a title or name of the list may be above it.
const SEARCHED: usize = 10;
const DELIMITERS: [char; 4] = ['\t', ',', ';', '|'];

/// Best first: beside a "Title", "Track" is a number.
const TITLE: [&str; 9] = ["track title", "title", "song title", "track name", "song name", "song", "name", "track", "tune"];
const ARTIST: [&str; 6] = ["artist", "artists", "track artist", "performer", "artist name", "artist(s)"];
const LABEL: [&str; 4] = ["label", "record label", "publisher", "label name"];
const START: [&str; 13] = [
    "start time",
    "start",
    "starts",
    "timestamp",
    "time in mix",
    "cue",
    "cue point",
    "position",
    "played at",
    "begin",
    "at",
    "time",
    "offset",
];
/// Beside these columns of a library, "Time" is how long a track is.
const LIBRARY: [&str; 8] = ["bpm", "key", "genre", "rating", "date added", "album", "tempo", "bitrate"];

/// Where the header is, and what it says.
pub(crate) fn find(lines: &[Line]) -> Option<(usize, Header)> {
    lines.iter().take(SEARCHED).enumerate().find_map(|(at, line)| Some((at, of(&line.text)?)))
}

fn of(line: &str) -> Option<Header> {
    DELIMITERS.iter().find_map(|delimiter| {
        let names: Vec<String> = row::cells(line, *delimiter).iter().map(|cell| cell.trim().to_lowercase()).collect();
        let column = |known: &[&str]| known.iter().find_map(|known| names.iter().position(|name| name == known));
        let (title, artist, label, mut start) = (column(&TITLE), column(&ARTIST), column(&LABEL), column(&START));
        let start_name = start.map(|start| names[start].as_str());
        if start_name == Some("time") && names.iter().any(|name| LIBRARY.contains(&name.as_str())) {
            start = None;
        }
        let named = [title, artist, label, start].iter().flatten().count();
        let start_may_be_of_day = matches!(start_name, Some("start time" | "played at"));
        (named >= 2 && title.is_some()).then_some(Header { delimiter: *delimiter, artist, title, label, start, start_may_be_of_day })
    })
}
