//! What the crate promises to those who paste: lists as they are found in the wild, exports, CUE sheets, and anything at all.

mod cue;
mod expected;
mod limits;
mod pasted;
mod properties;
mod samples;
mod tables;
