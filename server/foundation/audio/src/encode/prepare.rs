//! Between decoder and encoder: many channels become two, any rate becomes one that the encoder takes.

use std::cell::Cell;
use std::f32::consts::FRAC_1_SQRT_2;
use std::fs::File;

use super::resample::Resample;
use super::{EncodeError, Encoder, Rendition, encoder};
use crate::decode::{Decoded, Sink};
use crate::error::AnalyseError;

/// A sink that codes what it is given. Its first failure ends it, and is told at the end.
pub(super) struct Feed<'a> {
    rendition: Rendition,
    target: Option<File>,
    running: Option<Running>,
    failure: Option<EncodeError>,
    failed: &'a Cell<bool>,
}

struct Running {
    encoder: Box<dyn Encoder>,
    resample: Option<Resample>,
    mixed: [Vec<f32>; 2],
}

impl<'a> Feed<'a> {
    pub(super) fn new(rendition: Rendition, target: File, failed: &'a Cell<bool>) -> Self {
        Self { rendition, target: Some(target), running: None, failure: None, failed }
    }

    fn begin(&mut self, sample_rate_hz: u32, channels: usize) -> Result<(), EncodeError> {
        let target = self.target.take().ok_or_else(|| EncodeError::of("begun twice"))?;
        let (rate, channels) = (rate_for(self.rendition, sample_rate_hz), channels.min(2));
        let resample = (rate != sample_rate_hz).then(|| Resample::new(sample_rate_hz, rate, channels)).transpose()?;
        let encoder = encoder(self.rendition, target, rate, channels)?;
        self.running = Some(Running { encoder, resample, mixed: Default::default() });
        Ok(())
    }

    fn note(&mut self, result: Result<(), EncodeError>) {
        if let Err(error) = result {
            self.failed.set(true);
            self.failure.get_or_insert(error);
            self.running = None;
        }
    }

    /// Ends the file, if the whole recording went into it.
    pub(super) fn outcome(mut self, decoded: Result<Decoded, AnalyseError>) -> Result<(), EncodeError> {
        if let Some(failure) = self.failure.take() {
            return Err(failure);
        }
        decoded?;
        let Some(Running { mut encoder, resample, .. }) = self.running else { return Err(AnalyseError::Empty.into()) };
        if let Some(resample) = resample {
            resample.finish(encoder.as_mut())?;
        }
        encoder.finish()
    }
}

impl Sink for Feed<'_> {
    fn start(&mut self, sample_rate_hz: u32, channels: usize) {
        let begun = self.begin(sample_rate_hz, channels);
        self.note(begun);
    }

    fn block(&mut self, planes: &[&[f32]]) {
        let taken = self.running.as_mut().map_or(Ok(()), |running| running.take(planes));
        self.note(taken);
    }
}

impl Running {
    fn take(&mut self, planes: &[&[f32]]) -> Result<(), EncodeError> {
        let Self { encoder, resample, mixed } = self;
        let mut forward = |planes: &[&[f32]]| match resample {
            Some(resample) => resample.take(planes, encoder.as_mut()),
            None => encoder.take(planes),
        };
        if planes.len() <= 2 {
            return forward(planes);
        }
        mix_down(planes, mixed);
        forward(&[&mixed[0], &mixed[1]])
    }
}

/// The rate to code at. Opus knows 48 kHz; MP3 keeps what it can, and stays in the family of what it can't.
fn rate_for(rendition: Rendition, sample_rate_hz: u32) -> u32 {
    match (rendition, sample_rate_hz) {
        (Rendition::Mp3, 32_000 | 44_100) => sample_rate_hz,
        (Rendition::Mp3, rate) if rate % 11_025 == 0 => 44_100,
        _ => 48_000,
    }
}

/// What a channel beyond the first two adds to left and right, by its place in a recording of so many (the order of ITU-R BS.775,
/// as containers keep it). The deep one is left out, as the recommendation does.
fn share(channels: usize, index: usize) -> (f32, f32) {
    const SIDE: f32 = FRAC_1_SQRT_2;
    match (channels, index) {
        (_, 0) => (1.0, 0.0),
        (_, 1) => (0.0, 1.0),
        // Four are two in front and two behind.
        (4, 2) => (SIDE, 0.0),
        (4, 3) => (0.0, SIDE),
        (_, 2) => (SIDE, SIDE),
        (6.., 3) => (0.0, 0.0),
        (7, 4) => (SIDE / 2.0, SIDE / 2.0),
        (5 | 7, index) if index % 2 == 1 => (SIDE, 0.0),
        (5 | 7, _) => (0.0, SIDE),
        (_, index) if index % 2 == 0 => (SIDE, 0.0),
        _ => (0.0, SIDE),
    }
}

/// Two channels out of more, never louder than full scale where the many were not.
fn mix_down(planes: &[&[f32]], mixed: &mut [Vec<f32>; 2]) {
    let shares: Vec<(f32, f32)> = (0..planes.len()).map(|index| share(planes.len(), index)).collect();
    let most = shares.iter().fold((0.0, 0.0), |sum, share| (sum.0 + share.0, sum.1 + share.1));
    let scale = 1.0 / f32::max(most.0, most.1).max(1.0);
    let frames = planes.first().map_or(0, |plane| plane.len());
    for side in mixed.iter_mut() {
        side.clear();
        side.resize(frames, 0.0);
    }
    let [left, right] = mixed;
    for (plane, (to_left, to_right)) in planes.iter().zip(shares) {
        for ((sample, left), right) in plane.iter().zip(left.iter_mut()).zip(right.iter_mut()) {
            *left += sample * to_left * scale;
            *right += sample * to_right * scale;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_kept_or_stay_in_their_family() {
        let mp3 = [8_000, 22_050, 32_000, 44_100, 48_000, 88_200, 96_000, 176_400, 192_000].map(|rate| rate_for(Rendition::Mp3, rate));
        assert_eq!(mp3, [48_000, 44_100, 32_000, 44_100, 48_000, 44_100, 48_000, 44_100, 48_000]);
        assert_eq!([8_000, 44_100, 48_000].map(|rate| rate_for(Rendition::Opus, rate)), [48_000; 3]);
    }

    #[test]
    fn many_channels_mixed_down_stay_within_full_scale_and_on_their_side() {
        for channels in 3..=8 {
            let full = vec![1.0_f32; 4];
            let planes = vec![full.as_slice(); channels];
            let mut mixed = Default::default();
            mix_down(&planes, &mut mixed);
            assert!(mixed.iter().flatten().all(|sample| (0.9..=1.001).contains(sample)), "{channels}: {mixed:?}");
            let silent = vec![0.0_f32; 4];
            let mut planes = vec![silent.as_slice(); channels];
            planes[0] = &full;
            mix_down(&planes, &mut mixed);
            assert!(mixed[0][0] > 0.2 && mixed[1][0] == 0.0, "{channels}: {mixed:?}");
        }
    }
}
