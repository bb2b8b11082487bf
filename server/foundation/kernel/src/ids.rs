//! Ids and secrets: the only place that draws randomness.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use uuid::Uuid;

/// Mints UUIDv7, so that ids sort by the time they were made.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ids;

impl Ids {
    #[expect(clippy::disallowed_methods, reason = "the one place that mints ids")]
    pub fn next(self) -> Uuid {
        Uuid::now_v7()
    }

    /// 256 bits of the system's randomness, as 43 characters of base64url.
    pub fn secret(self) -> String {
        URL_SAFE_NO_PAD.encode(self.bytes::<32>())
    }

    /// `N` bytes of the system's randomness.
    pub fn bytes<const N: usize>(self) -> [u8; N] {
        rand::random()
    }
}
