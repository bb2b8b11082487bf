//! A splitmix64 generator, so that a seed names one performance for good.
//! Not for secrets, and not a general random library.

/// Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
#[derive(Clone, Debug)]
pub(crate) struct Prng {
    state: u64,
}

impl Prng {
    pub(crate) const fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// An independent stream: adding a hit to one instrument must not reshuffle the others.
    pub(crate) fn fork(&self, label: u64) -> Self {
        let mut child = Self::new(self.state ^ label.wrapping_mul(0xD1B5_4A32_D192_ED03));
        child.next();
        child
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// In `0.0..1.0`.
    pub(crate) fn unit(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1u32 << 24) as f32
    }

    /// In `-1.0..1.0`: one sample of white noise.
    pub(crate) fn bipolar(&mut self) -> f32 {
        self.unit() * 2.0 - 1.0
    }

    pub(crate) fn chance(&mut self, probability: f32) -> bool {
        self.unit() < probability
    }

    /// In `0..bound`; `0` where the bound is zero.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        if bound == 0 {
            return 0;
        }
        (self.next() % bound as u64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::Prng;

    #[test]
    fn the_same_seed_gives_the_same_stream() {
        let (mut a, mut b) = (Prng::new(7), Prng::new(7));
        assert!((0..100).all(|_| a.next() == b.next()));
    }

    #[test]
    fn a_fork_is_another_stream() {
        let parent = Prng::new(7);
        assert_ne!(parent.fork(1).next(), parent.fork(2).next());
    }

    #[test]
    fn noise_is_centred_and_bounded() {
        let mut noise = Prng::new(3);
        let values: Vec<f32> = (0..20_000).map(|_| noise.bipolar()).collect();
        assert!(values.iter().all(|v| (-1.0..1.0).contains(v)));
        assert!((values.iter().sum::<f32>() / 20_000.0).abs() < 0.02);
    }
}
