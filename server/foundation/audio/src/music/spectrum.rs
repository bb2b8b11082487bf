//! Magnitude spectra of Hann windows. Knows nothing of what is in them.

use std::f64::consts::PI;
use std::sync::Arc;

use realfft::num_complex::Complex;
use realfft::{RealFftPlanner, RealToComplex};

/// One size of transform with all it needs.
pub(crate) struct Spectrum {
    fft: Arc<dyn RealToComplex<f32>>,
    shape: Vec<f32>,
    input: Vec<f32>,
    output: Vec<Complex<f32>>,
    scratch: Vec<Complex<f32>>,
    magnitudes: Vec<f32>,
}

impl Spectrum {
    pub(crate) fn new(length: usize) -> Self {
        let fft = RealFftPlanner::<f32>::new().plan_fft_forward(length);
        // Scaled so that a sine's peak is its amplitude.
        let shape = (0..length).map(|i| ((1.0 - (2.0 * PI * i as f64 / length as f64).cos()) * 2.0 / length as f64) as f32).collect();
        let (input, output, scratch) = (fft.make_input_vec(), fft.make_output_vec(), fft.make_scratch_vec());
        Self { magnitudes: vec![0.0; output.len()], fft, shape, input, output, scratch }
    }

    /// Magnitude of each bin of `samples`, which are as many as the size.
    pub(crate) fn of(&mut self, samples: &[f32]) -> &[f32] {
        for ((input, sample), shape) in self.input.iter_mut().zip(samples).zip(&self.shape) {
            *input = sample * shape;
        }
        // Fails only for buffers of another size than its own.
        if self.fft.process_with_scratch(&mut self.input, &mut self.output, &mut self.scratch).is_ok() {
            for (magnitude, bin) in self.magnitudes.iter_mut().zip(&self.output) {
                *magnitude = bin.norm_sqr().sqrt();
            }
        }
        &self.magnitudes
    }
}
