//! Tokens: 256 bits behind a prefix that scanners for secrets can know. Only their hash is kept; looking it up compares nothing
//! that its timing could tell.

use kernel::Ids;
use sha2::{Digest, Sha256};

const PREFIX: &str = "hb_";
/// 43 characters of base64url after the prefix.
const LENGTH: usize = PREFIX.len() + 43;

pub(crate) fn mint(ids: Ids) -> String {
    format!("{PREFIX}{}", ids.secret())
}

/// What is kept of a token; `None` for what can be none.
pub(crate) fn hash(token: &str) -> Option<String> {
    (token.len() == LENGTH && token.starts_with(PREFIX)).then(|| hexadecimal(&Sha256::digest(token)))
}

pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        text.extend([byte >> 4, byte & 15].map(|digit| char::from(DIGITS[usize::from(digit)])));
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_has_its_prefix_and_no_token_is_another() {
        let (one, other) = (mint(Ids), mint(Ids));
        assert!(one.starts_with("hb_") && one != other);
        assert_eq!(hash(&one).unwrap().len(), 64);
        assert_ne!(hash(&one), hash(&other));
        for none in ["", "hb_", &one[1..], &format!("{one}x"), &one.replace("hb_", "hx_")] {
            assert_eq!(hash(none), None);
        }
    }

    #[test]
    fn bytes_are_written_in_hexadecimal() {
        assert_eq!(hexadecimal(&[0, 0x0f, 0xa5, 0xff]), "000fa5ff");
    }
}
