//! The shape of keys: narrow enough to be a safe path on every disk and in every bucket.

use crate::{Error, Result};

/// Longer keys are refused by some file systems once a temporary suffix is added.
const MAX_LENGTH: usize = 512;
const MAX_SEGMENT: usize = 180;

pub(crate) fn check(key: &str) -> Result<()> {
    let valid = key.len() <= MAX_LENGTH && key.split('/').all(is_segment);
    valid.then_some(()).ok_or_else(|| Error::InvalidKey(key.to_owned()))
}

/// No leading dot: `.` and `..` are folders, `.name` is how unfinished files are called here.
fn is_segment(segment: &str) -> bool {
    (1..=MAX_SEGMENT).contains(&segment.len())
        && !segment.starts_with('.')
        && segment.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_cannot_leave_their_folder() {
        for key in ["", "/", "a//b", "/a", "a/", "../a", "a/../b", "a/./b", ".hidden", "a\\b", "a b", "a\0b", "é", "a:b", "a#1"] {
            assert!(check(key).is_err(), "{key:?} was accepted");
        }
        assert!(check(&"a".repeat(181)).is_err());
        assert!(check(&"a/".repeat(300)).is_err());
    }

    #[test]
    fn ordinary_keys_pass() {
        check("019ab/mixes/019ac/cover/3f2a_-9/1400.webp").unwrap();
    }
}
