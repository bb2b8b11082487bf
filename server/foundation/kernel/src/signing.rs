//! Signatures on what leaves the server and comes back: addresses of files, tickets, links in mail.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::sync::Arc;

/// HMAC-SHA-256 with the install's key (RFC 2104). A signature holds for one purpose only.
#[derive(Clone)]
pub struct Signer {
    key: Arc<[u8; 32]>,
}

impl Signer {
    pub fn new(key: [u8; 32]) -> Self {
        Self { key: Arc::new(key) }
    }

    /// 43 characters of base64url.
    pub fn sign(&self, purpose: &str, message: &str) -> String {
        URL_SAFE_NO_PAD.encode(self.mac(purpose, message).finalize().into_bytes())
    }

    /// In constant time.
    pub fn verify(&self, purpose: &str, message: &str, signature: &str) -> bool {
        URL_SAFE_NO_PAD.decode(signature).is_ok_and(|bytes| self.mac(purpose, message).verify_slice(&bytes).is_ok())
    }

    fn mac(&self, purpose: &str, message: &str) -> Hmac<Sha256> {
        #[expect(clippy::expect_used, reason = "HMAC takes keys of every length")]
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.key[..]).expect("a key of 32 bytes");
        // The length keeps ("ab", "c") apart from ("a", "bc").
        mac.update(&(purpose.len() as u64).to_be_bytes());
        mac.update(purpose.as_bytes());
        mac.update(message.as_bytes());
        mac
    }
}

impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Signer")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_holds_for_its_message_purpose_and_key_only() {
        let signer = Signer::new([7; 32]);
        let signature = signer.sign("audio", "mix 1");
        assert!(signer.verify("audio", "mix 1", &signature));
        assert!(!signer.verify("audio", "mix 2", &signature));
        assert!(!signer.verify("audi", "omix 1", &signature));
        assert!(!Signer::new([8; 32]).verify("audio", "mix 1", &signature));
        assert!(!signer.verify("audio", "mix 1", "not a signature"));
    }
}
