//! What a tracklist is: tracks, and what was doubtful about the text they came from.

/// A track that was played.
///
/// A name that is not known is empty. `is_unknown` tells "ID" (nobody knows, or nobody may) from what was simply not written:
///
/// | written | artist | title | `is_unknown` |
/// | --- | --- | --- | --- |
/// | `Artist - Title` | `Artist` | `Title` | no |
/// | `Title` | | `Title` | no |
/// | `ID - ID` | | | yes |
/// | `Artist - ID` | `Artist` | | yes |
/// | `ID - Title` | | `Title` | yes |
/// | `Artist - ID (Somebody Remix)` | `Artist` | `ID (Somebody Remix)` | yes |
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Track {
    /// Where it starts in the mix.
    pub at_ms: Option<u64>,
    pub artist: String,
    pub title: String,
    pub label: Option<String>,
    /// Something of it is an "ID".
    pub is_unknown: bool,
    /// Played with the one before ("w/ …"). Never said of the first.
    pub together: bool,
}

/// What was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tracklist {
    pub tracks: Vec<Track>,
    /// In the order they were found.
    pub problems: Vec<Problem>,
}

/// Something a person should look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line of the text, from 1.
    pub line: usize,
    pub kind: ProblemKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// Nothing parts artist and title: all of it became the title.
    NoSeparator,
    /// The track starts before the one above it. It keeps time and place.
    TimeGoesBack,
    /// It looks like a time and is none, such as `12:75`. The track has no time.
    BadTime,
    /// A time with no track to it was left out.
    TimeWithoutTrack,
    /// An artist, a title or a label was cut to [`MAX_FIELD_CHARS`](crate::MAX_FIELD_CHARS).
    NameTooLong,
    /// The line was cut to [`MAX_LINE_CHARS`](crate::MAX_LINE_CHARS).
    LineTooLong,
    /// The text was cut to [`MAX_BYTES`](crate::MAX_BYTES) or [`MAX_LINES`](crate::MAX_LINES); this is the first line left out, or cut.
    TextTooLong,
    /// From this line on, tracks were left out: there are [`MAX_TRACKS`](crate::MAX_TRACKS) already.
    TooManyTracks,
    /// CUE: another FILE begins, whose times start at 0 again. They are kept as written.
    AnotherFile,
    /// CUE: a track without `INDEX 01`. It has no time.
    NoIndex,
    /// CUE: a track without `TITLE`. It is an "ID".
    NoTitle,
    /// CUE: the number of a track or an index is none. A track is kept, an index is not.
    BadNumber,
}
