//! CUE sheets: read as old burners, DJ software and editors write them, written so that all of them read it.

mod read;
mod write;

pub use read::read_cue;
pub(crate) use read::{is_cue, read_lines};
pub use write::{CueHead, to_cue};

/// Frames of a compact disc in a second; the third number of an index counts them.
const FRAMES: u64 = 75;

/// The marks of ours among remarks: a track without a time (the format has none), and one played with the one before.
const UNTIMED: &str = "UNTIMED";
const TOGETHER: &str = "TOGETHER";

/// The start of the frame, to the nearest millisecond.
fn frame_to_ms(frame: u64) -> u64 {
    (frame * 1000 + FRAMES / 2) / FRAMES
}

/// The frame that begins nearest.
fn ms_to_frame(ms: u64) -> u64 {
    (ms * FRAMES + 500) / 1000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_survives_milliseconds() {
        for frame in 0..FRAMES * 3600 {
            assert_eq!(ms_to_frame(frame_to_ms(frame)), frame);
        }
    }
}
