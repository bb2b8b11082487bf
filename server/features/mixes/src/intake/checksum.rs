//! Checksums of chunks, as the tus checksum extension names them.

use base64::{Engine, engine::general_purpose::STANDARD};
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256};

/// As announced in `Tus-Checksum-Algorithm`.
pub(crate) const ALGORITHMS: &str = "sha1,sha256,md5";

/// A checksum being computed, and what it should be.
pub(crate) struct Checksum {
    hasher: Hasher,
    expected: Vec<u8>,
}

enum Hasher {
    Md5(Md5),
    Sha1(Sha1),
    Sha256(Sha256),
}

impl Checksum {
    /// Reads `Upload-Checksum`: the algorithm, a space, the digest in base64. `None` if it isn't that.
    pub(crate) fn parse(header: &str) -> Option<Self> {
        let (algorithm, digest) = header.trim().split_once(' ')?;
        let hasher = match algorithm {
            "md5" => Hasher::Md5(Md5::new()),
            "sha1" => Hasher::Sha1(Sha1::new()),
            "sha256" => Hasher::Sha256(Sha256::new()),
            _ => return None,
        };
        Some(Self { hasher, expected: STANDARD.decode(digest.trim()).ok()? })
    }

    pub(crate) fn update(&mut self, bytes: &[u8]) {
        match &mut self.hasher {
            Hasher::Md5(hasher) => hasher.update(bytes),
            Hasher::Sha1(hasher) => hasher.update(bytes),
            Hasher::Sha256(hasher) => hasher.update(bytes),
        }
    }

    pub(crate) fn matches(self) -> bool {
        let actual = match self.hasher {
            Hasher::Md5(hasher) => hasher.finalize().to_vec(),
            Hasher::Sha1(hasher) => hasher.finalize().to_vec(),
            Hasher::Sha256(hasher) => hasher.finalize().to_vec(),
        };
        actual == self.expected
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_algorithms_check_hello_world() {
        for (header, holds) in [
            ("sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=", true),
            ("md5 XrY7u+Ae7tCTyyK7j1rNww==", true),
            ("sha256 uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek=", true),
            ("sha1 AAAA", false),
        ] {
            let mut checksum = Checksum::parse(header).unwrap();
            checksum.update(b"hello ");
            checksum.update(b"world");
            assert_eq!(checksum.matches(), holds, "{header}");
        }
    }

    #[test]
    fn what_is_no_checksum_is_not_taken_for_one() {
        for header in ["", "sha1", "crc32 AAAA", "sha1 !!!"] {
            assert!(Checksum::parse(header).is_none(), "{header}");
        }
    }
}
