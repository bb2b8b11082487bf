//! Tracklists: read out of whatever a DJ pastes or a CUE sheet, written back as text or CUE.
//!
//! Nothing that was played is left out because it is written oddly: what is doubtful is kept and told as a [`Problem`] with its line.
//! Every size is bounded (`MAX_…`) and the work grows with the length of the text. Knows no database, no HTTP, no language of messages,
//! and not how long the mix is.

mod cue;
mod encoding;
mod entities;
mod entry;
mod lines;
mod list;
mod names;
mod noise;
mod opening;
mod splitting;
mod table;
mod text;
mod time;
mod track;
mod write;

pub use cue::{CueHead, read_cue, to_cue};
pub use track::{Problem, ProblemKind, Track, Tracklist};
pub use write::to_text;

/// What is read of a text or a file; the rest is cut. 500 tracks of the longest names in the widest script fit.
pub const MAX_BYTES: usize = 2 * 1024 * 1024;
/// Lines that are read.
pub const MAX_LINES: usize = 5_000;
/// Characters that are read of a line.
pub const MAX_LINE_CHARS: usize = 2_000;
/// Tracks of a list.
pub const MAX_TRACKS: usize = 500;
/// Characters of an artist, a title or a label: what an indexed column of every engine holds.
pub const MAX_FIELD_CHARS: usize = 191;
/// Problems that are told.
pub const MAX_PROBLEMS: usize = 500;
/// The latest start: one millisecond before a hundred hours.
pub const MAX_AT_MS: u64 = 100 * 3_600_000 - 1;

/// Reads a tracklist out of pasted text: a list of any shape, columns, or a CUE sheet.
pub fn read(text: &str) -> Tracklist {
    let (lines, problem) = text::lines(text);
    if cue::is_cue(&lines) { cue::read_lines(&lines, problem) } else { lines::read(&lines, problem) }
}

/// Reads a tracklist out of a file, as [`read`]: UTF-8, UTF-16 with its mark, else Windows-1252. Rekordbox exports are UTF-16.
pub fn read_file(bytes: &[u8]) -> Tracklist {
    read(&encoding::decode(bytes))
}
