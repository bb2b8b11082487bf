//! A CUE sheet into a tracklist. Keeps what is broken and tells it.

use super::{FRAMES, TOGETHER, UNTIMED, frame_to_ms};
use crate::{MAX_AT_MS, Problem, ProblemKind, Track, Tracklist, encoding, list::List, names, splitting::split, text, text::Line};

/// Reads a CUE sheet: UTF-8 with or without its mark, UTF-16 with it, else Windows-1252.
///
/// A track without a `PERFORMER` has that of the sheet, unless its title holds both names. `INDEX 01` is where a track starts; `INDEX 00`,
/// the gap before it, is not read.
pub fn read_cue(bytes: &[u8]) -> Tracklist {
    let (lines, problem) = text::lines(&encoding::decode(bytes));
    read_lines(&lines, problem)
}

/// Whether there is a line such as `TRACK 01 AUDIO`.
pub(crate) fn is_cue(lines: &[Line]) -> bool {
    lines.iter().any(|line| {
        let (command, rest) = word(&line.text);
        command.eq_ignore_ascii_case("TRACK") && word(rest).1.eq_ignore_ascii_case("AUDIO")
    })
}

pub(crate) fn read_lines(lines: &[Line], problem: Option<Problem>) -> Tracklist {
    let mut sheet = Sheet::default();
    for line in lines {
        if line.cut {
            sheet.list.problem(line.number, ProblemKind::LineTooLong);
        }
        sheet.line(line.number, &line.text);
    }
    sheet.end_track();
    sheet.list.done(problem)
}

#[derive(Default)]
struct Sheet<'a> {
    list: List,
    performer: Option<&'a str>,
    has_file: bool,
    open: Option<Open<'a>>,
}

/// The track that is being read.
#[derive(Default)]
struct Open<'a> {
    line: usize,
    at_ms: Option<u64>,
    /// An index was there, or a mark that there is none.
    has_index: bool,
    performer: Option<&'a str>,
    title: Option<&'a str>,
    label: Option<&'a str>,
    together: bool,
    untimed: bool,
}

impl<'a> Sheet<'a> {
    fn line(&mut self, number: usize, line: &'a str) {
        let (command, rest) = word(line);
        match command.to_ascii_uppercase().as_str() {
            "FILE" => {
                self.end_track();
                if self.has_file {
                    self.list.problem(number, ProblemKind::AnotherFile);
                    self.list.restart();
                }
                self.has_file = true;
            }
            "TRACK" => {
                self.end_track();
                let (count, kind) = word(rest);
                if count.parse::<u16>().is_err() {
                    self.list.problem(number, ProblemKind::BadNumber);
                }
                // A track of data is not heard.
                if kind.is_empty() || kind.eq_ignore_ascii_case("AUDIO") {
                    self.open = Some(Open { line: number, ..Open::default() });
                } else {
                    self.open = None;
                }
            }
            "PERFORMER" => match &mut self.open {
                Some(track) => track.performer = Some(value(rest)),
                None => self.performer = Some(value(rest)),
            },
            "TITLE" => {
                if let Some(track) = &mut self.open {
                    track.title = Some(value(rest));
                }
            }
            "INDEX" => self.index(number, rest),
            "REM" => self.remark(rest),
            _ => {}
        }
    }

    fn index(&mut self, number: usize, rest: &str) {
        let Some(track) = &mut self.open else { return };
        let (count, at) = word(rest);
        let problem = match count.parse::<u8>() {
            Ok(1) => {
                track.has_index = true;
                track.at_ms = index_ms(at);
                track.at_ms.is_none().then_some(ProblemKind::BadTime)
            }
            Ok(_) => None,
            Err(_) => Some(ProblemKind::BadNumber),
        };
        if let Some(kind) = problem {
            self.list.problem(number, kind);
        }
    }

    fn remark(&mut self, rest: &'a str) {
        let Some(track) = &mut self.open else { return };
        let (key, rest) = word(rest);
        match key.to_ascii_uppercase().as_str() {
            "LABEL" => track.label = Some(value(rest)),
            TOGETHER => track.together = true,
            UNTIMED => track.untimed = true,
            _ => {}
        }
    }

    fn end_track(&mut self) {
        let Some(open) = self.open.take() else { return };
        if !open.has_index {
            self.list.problem(open.line, ProblemKind::NoIndex);
        }
        if open.title.is_none() {
            self.list.problem(open.line, ProblemKind::NoTitle);
        }
        let (performer, title) = match (open.performer, open.title) {
            (None, Some(title)) => split(title).unwrap_or((self.performer.unwrap_or_default(), title)),
            (performer, title) => (performer.unwrap_or_default(), title.unwrap_or_default()),
        };
        let known = |name: &'a str| match names::unquoted(name) {
            // Somebody who calls themselves so.
            Some(inner) if names::is_unknown(inner) => inner,
            _ if names::is_unknown(name) => "",
            _ => name,
        };
        let (artist, cut_artist) = text::tidy(known(performer));
        let (title, cut_title) = text::tidy(known(title));
        let (label, cut_label) = open.label.map(text::tidy).unwrap_or_default();
        let is_unknown = title.is_empty() || names::is_unknown(performer) || names::is_partly_unknown(&title);
        let track = Track {
            at_ms: open.at_ms.filter(|_| !open.untimed),
            artist,
            title,
            label: Some(label).filter(|label| !label.is_empty()),
            is_unknown,
            together: open.together,
        };
        self.list.push(open.line, track, cut_artist || cut_title || cut_label);
    }
}

/// The first word, and the rest.
fn word(text: &str) -> (&str, &str) {
    let text = text.trim();
    text.split_once(char::is_whitespace).map_or((text, ""), |(word, rest)| (word, rest.trim_start()))
}

/// A value with its quotes or without. Quotes inside can't be escaped, so the last one ends it.
fn value(text: &str) -> &str {
    let text = text.trim();
    let Some(inner) = text.strip_prefix('"') else { return text };
    inner.rfind('"').map_or(inner, |end| &inner[..end]).trim()
}

/// `mm:ss:ff`; the minutes go on past 59 and 99.
fn index_ms(text: &str) -> Option<u64> {
    let number = |text: &str| text.trim().parse::<u64>().ok().filter(|number| *number < 10_000);
    let mut numbers = text.split(':').map(number);
    let (minutes, seconds, frames) = (numbers.next()??, numbers.next()??, numbers.next()??);
    let ms = (minutes * 60 + seconds) * 1000 + frame_to_ms(frames);
    (numbers.next().is_none() && seconds < 60 && frames < FRAMES && ms <= MAX_AT_MS).then_some(ms)
}
