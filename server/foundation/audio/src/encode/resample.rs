//! From one rate to another, in step: what comes out begins and ends where what went in did.

use rubato::audioadapter_buffers::direct::SequentialSliceOfVecs;
use rubato::{Fft, FixedSync, Indexing, Resampler, WindowFunction};

use super::{EncodeError, Encoder};

/// Frames handed to the resampler at once, and in how many transforms: long ones cut off close to the top of hearing.
const CHUNK: usize = 4096;
const TRANSFORMS: usize = 4;

pub(super) struct Resample {
    inner: Fft<f32>,
    ratio: (u64, u64),
    waiting: Vec<Vec<f32>>,
    made: Vec<Vec<f32>>,
    /// Frames still to drop at the start: the resampler's own delay.
    skip: usize,
    taken: u64,
    given: u64,
}

impl Resample {
    pub(super) fn new(from_hz: u32, to_hz: u32, channels: usize) -> Result<Self, EncodeError> {
        let (from, to) = (from_hz as usize, to_hz as usize);
        let inner = Fft::new_custom(from, to, CHUNK, TRANSFORMS, channels, WindowFunction::BlackmanHarris2, FixedSync::Input);
        let inner = inner.map_err(EncodeError::of)?;
        Ok(Self {
            ratio: (u64::from(from_hz), u64::from(to_hz)),
            waiting: vec![Vec::new(); channels],
            made: vec![vec![0.0; inner.output_frames_max()]; channels],
            skip: inner.output_delay(),
            taken: 0,
            given: 0,
            inner,
        })
    }

    pub(super) fn take(&mut self, planes: &[&[f32]], encoder: &mut dyn Encoder) -> Result<(), EncodeError> {
        for (waiting, plane) in self.waiting.iter_mut().zip(planes) {
            waiting.extend_from_slice(plane);
        }
        self.taken += planes.first().map_or(0, |plane| plane.len()) as u64;
        while self.waiting_frames() >= self.inner.input_frames_next() {
            self.step(None, u64::MAX, encoder)?;
        }
        Ok(())
    }

    /// Gives what is still under way, to the frame.
    pub(super) fn finish(mut self, encoder: &mut dyn Encoder) -> Result<(), EncodeError> {
        let (from, to) = self.ratio;
        let whole = (self.taken * to + from / 2) / from;
        while self.given < whole {
            let left = self.waiting_frames();
            self.step(Some(left), whole, encoder)?;
        }
        Ok(())
    }

    fn waiting_frames(&self) -> usize {
        self.waiting.first().map_or(0, Vec::len)
    }

    /// One chunk through the resampler; `partial` frames of it, and silence for the rest.
    fn step(&mut self, partial: Option<usize>, most: u64, encoder: &mut dyn Encoder) -> Result<(), EncodeError> {
        let channels = self.waiting.len();
        let input = SequentialSliceOfVecs::new(self.waiting.as_slice(), channels, self.waiting_frames()).map_err(EncodeError::of)?;
        let room = self.made.first().map_or(0, Vec::len);
        let mut output = SequentialSliceOfVecs::new_mut(self.made.as_mut_slice(), channels, room).map_err(EncodeError::of)?;
        let indexing = partial.map(|frames| Indexing::new().partial_len(frames));
        let stepped = self.inner.process_into_buffer(&input, &mut output, indexing.as_ref());
        let (read, made) = stepped.map_err(EncodeError::of)?;
        for waiting in &mut self.waiting {
            waiting.drain(..read.min(waiting.len()));
        }
        let skipped = self.skip.min(made);
        self.skip -= skipped;
        let left = usize::try_from(most.saturating_sub(self.given)).unwrap_or(usize::MAX);
        let end = made.min(skipped.saturating_add(left));
        self.given += (end - skipped) as u64;
        let mut planes: [&[f32]; 2] = [&[]; 2];
        for (plane, made) in planes.iter_mut().zip(&self.made) {
            *plane = made.get(skipped..end).unwrap_or_default();
        }
        encoder.take(planes.get(..channels).unwrap_or_default())
    }
}
