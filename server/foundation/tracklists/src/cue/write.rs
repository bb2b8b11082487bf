//! A tracklist as a CUE sheet. Knows nothing of the audio file but its name.

use super::{FRAMES, TOGETHER, UNTIMED, ms_to_frame};
use crate::{MAX_AT_MS, Track, entities, names, text::tidy};

/// What a sheet says of the mix. Empty names are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CueHead {
    /// Who plays.
    pub performer: String,
    pub title: String,
    /// The name of the audio file; the sheet lies beside it.
    pub file: String,
    pub genre: Option<String>,
    /// The day or the year.
    pub date: Option<String>,
}

/// Writes a sheet with Windows line ends.
///
/// The format knows no escapes, so that `"` becomes `'`, and no track without a time: that one gets the time before it and a remark that
/// [`read_cue`](crate::read_cue) understands. Times go to the nearest frame of 1/75 s. More than 99 tracks have numbers of three digits.
/// Who calls themselves "ID" stands in curly quotes, so that they aren't taken for nobody.
pub fn to_cue(tracks: &[Track], head: &CueHead) -> String {
    let mut sheet = String::new();
    let mut line = |text: String| {
        sheet.push_str(&text);
        sheet.push_str("\r\n");
    };
    for (key, value) in [("REM GENRE", head.genre.as_deref()), ("REM DATE", head.date.as_deref())] {
        if let Some(value) = value {
            line(format!("{key} {}", quoted(value)));
        }
    }
    for (key, value) in [("PERFORMER", &head.performer), ("TITLE", &head.title)] {
        if !value.trim().is_empty() {
            line(format!("{key} {}", quoted(value)));
        }
    }
    line(format!("FILE {} {}", quoted(&head.file), file_type(&head.file)));
    let mut last_ms = 0;
    for (at, track) in tracks.iter().enumerate() {
        last_ms = track.at_ms.map_or(last_ms, |at_ms| at_ms.min(MAX_AT_MS));
        line(format!("  TRACK {:02} AUDIO", at + 1));
        line(format!("    TITLE {}", named(&track.title, true)));
        line(format!("    PERFORMER {}", named(&track.artist, track.is_unknown)));
        if let Some(label) = &track.label {
            line(format!("    REM LABEL {}", quoted(label)));
        }
        for (mark, _) in [(TOGETHER, track.together), (UNTIMED, track.at_ms.is_none())].iter().filter(|mark| mark.1) {
            line(format!("    REM {mark}"));
        }
        line(format!("    INDEX 01 {}", index(last_ms)));
    }
    sheet
}

/// The name, or "ID" where that is what is known. An artist is written even if empty: else the DJ would be taken for it.
fn named(name: &str, is_unknown: bool) -> String {
    match name {
        "" if is_unknown => quoted("ID"),
        name if names::is_unknown(name) => quoted(&format!("“{name}”")),
        name => quoted(name),
    }
}

fn quoted(value: &str) -> String {
    let value = tidy(value).0.replace('"', "'");
    format!("\"{}\"", entities::encode(&value))
}

fn index(ms: u64) -> String {
    let frames = ms_to_frame(ms);
    let seconds = frames / FRAMES;
    format!("{:02}:{:02}:{:02}", seconds / 60, seconds % 60, frames % FRAMES)
}

/// CUE has three words for everything; players look at the file itself.
fn file_type(file: &str) -> &'static str {
    let ending = file.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "mp3" => "MP3",
        "aif" | "aiff" => "AIFF",
        _ => "WAVE",
    }
}
