//! Numbers from a name: the same name draws the same hue and the same picture on server and client. Not for secrets.

/// FNV-1a, 64 bit: small, and stable across builds, which the standard hasher isn't.
pub(crate) fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}

/// A hue in degrees for a name.
pub(crate) fn hue(name: &str) -> u64 {
    // FNV mixes its low bits poorly for short names; the high ones spread.
    (hash(name) >> 33) % 360
}

/// A short stream of numbers below a bound (xorshift64*).
pub(crate) struct Draw(u64);

impl Draw {
    pub(crate) fn new(seed: &str) -> Self {
        Self(hash(seed) | 1)
    }

    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) % bound
    }
}
