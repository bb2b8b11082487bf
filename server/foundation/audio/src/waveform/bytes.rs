//! The stored form of a waveform.
//!
//! Little-endian: `HWF1`, sample rate u32, frames u64, number of levels u8; for each level frames a bin u32 and
//! bins u32; then each level's bins, coarsest level first, two bytes a bin: peak, RMS.

use super::{COARSEST_BINS, LEVEL_RATIO, Level, Waveform};

const MAGIC: [u8; 4] = *b"HWF1";
const HEAD_BYTES: usize = 4 + 4 + 8 + 1;
const LEVEL_BYTES: usize = 4 + 4;

/// The bytes are no waveform this version wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a stored waveform")]
pub struct WaveformError;

impl Waveform {
    /// The stored form; see the module for its layout.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let bins: usize = self.levels.iter().map(|level| level.bins.len()).sum();
        let mut bytes = Vec::with_capacity(HEAD_BYTES + self.levels.len() * LEVEL_BYTES + bins * 2);
        bytes.extend(MAGIC);
        bytes.extend(self.sample_rate_hz.to_le_bytes());
        bytes.extend(self.frames.to_le_bytes());
        bytes.push(self.levels.len() as u8);
        for level in &self.levels {
            bytes.extend(level.frames_per_bin.to_le_bytes());
            bytes.extend((level.bins.len() as u32).to_le_bytes());
        }
        for level in &self.levels {
            bytes.extend(level.bins.as_flattened());
        }
        bytes
    }

    /// Reads the stored form back, refusing anything [`Waveform::to_bytes`] cannot have written.
    ///
    /// # Errors
    /// [`WaveformError`] for any other bytes; never panics and never allocates more than `bytes` holds.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, WaveformError> {
        let mut rest = bytes.strip_prefix(&MAGIC).ok_or(WaveformError)?;
        let sample_rate_hz = u32::from_le_bytes(take(&mut rest)?);
        let frames = u64::from_le_bytes(take(&mut rest)?);
        let [count] = take(&mut rest)?;
        if sample_rate_hz == 0 || count == 0 {
            return Err(WaveformError);
        }
        let mut shapes = Vec::new();
        for _ in 0..count {
            let frames_per_bin = u32::from_le_bytes(take(&mut rest)?);
            let bins = u32::from_le_bytes(take(&mut rest)?);
            if frames_per_bin == 0 || frames.div_ceil(u64::from(frames_per_bin)) != u64::from(bins) {
                return Err(WaveformError);
            }
            shapes.push((frames_per_bin, bins as usize));
        }
        let falling = shapes.windows(2).all(|pair| Some(pair[0].0) == pair[1].0.checked_mul(LEVEL_RATIO));
        let needed = shapes.windows(2).all(|pair| pair[1].1 > COARSEST_BINS);
        if !falling || !needed || shapes[0].1 > COARSEST_BINS {
            return Err(WaveformError);
        }
        let mut levels = Vec::with_capacity(shapes.len());
        for (frames_per_bin, bins) in shapes {
            let (here, after) = rest.split_at_checked(bins * 2).ok_or(WaveformError)?;
            levels.push(Level { frames_per_bin, bins: here.as_chunks().0.to_vec() });
            rest = after;
        }
        if rest.is_empty() { Ok(Self { sample_rate_hz, frames, levels }) } else { Err(WaveformError) }
    }
}

fn take<const N: usize>(rest: &mut &[u8]) -> Result<[u8; N], WaveformError> {
    let (head, tail) = rest.split_first_chunk().ok_or(WaveformError)?;
    *rest = tail;
    Ok(*head)
}

impl From<Waveform> for Vec<u8> {
    fn from(waveform: Waveform) -> Self {
        waveform.to_bytes()
    }
}

impl TryFrom<Vec<u8>> for Waveform {
    type Error = WaveformError;

    fn try_from(bytes: Vec<u8>) -> Result<Self, Self::Error> {
        Self::from_bytes(&bytes)
    }
}
