//! Endings of file names. Suggestions: what a file is, its first bytes say.

/// Of recordings that are played here, in lower case.
pub const PLAYED_ENDINGS: [&str; 14] =
    ["mp3", "m4a", "m4b", "mp4", "aac", "flac", "wav", "wave", "aif", "aiff", "aifc", "ogg", "oga", "opus"];
/// Of sound that isn't.
pub const UNPLAYED_ENDINGS: [&str; 14] = ["wma", "asf", "ape", "wv", "mka", "mkv", "webm", "dsf", "dff", "mid", "midi", "caf", "ac3", "ra"];
