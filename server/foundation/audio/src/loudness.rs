//! Integrated loudness after EBU R 128 (ITU-R BS.1770-5 annex 1). True peak is measured elsewhere, faster.

use ebur128::{EbuR128, Mode};

/// Follows the integrated loudness of a stream of planar blocks.
pub struct Loudness {
    meter: EbuR128,
}

impl Loudness {
    /// A meter that has heard nothing yet; `None` for a rate or a number of channels no recording has.
    #[must_use]
    pub fn new(sample_rate_hz: u32, channels: usize) -> Option<Self> {
        let channels = u32::try_from(channels).ok()?;
        EbuR128::new(channels, sample_rate_hz, Mode::I).ok().map(|meter| Self { meter })
    }

    /// Takes in a block of finite samples: one slice a channel, all of one length.
    pub fn add(&mut self, planes: &[&[f32]]) {
        // It refuses only a block with another number of channels, and a decoder's spec never changes under way.
        let taken = self.meter.add_frames_planar_f32(planes);
        debug_assert!(taken.is_ok());
    }

    /// The loudness so far; `None` for silence and for less than the 400 ms of one gating block.
    #[must_use]
    pub fn lufs(&self) -> Option<f64> {
        self.meter.loudness_global().ok().filter(|lufs| lufs.is_finite())
    }
}
