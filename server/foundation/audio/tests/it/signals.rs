//! Builds signals and WAV files in memory, and analyses them. Asserts nothing.

use std::f64::consts::PI;
use std::io::Cursor;
use std::ops::ControlFlow;

use audio::{AnalyseError, Analysis, Limits, analyse};

pub fn analysed(bytes: Vec<u8>) -> Result<Analysis, AnalyseError> {
    analyse(Box::new(Cursor::new(bytes)), None, Limits::default(), &mut |_| ControlFlow::Continue(()))
}

pub fn amplitude(dbfs: f64) -> f64 {
    10_f64.powf(dbfs / 20.0)
}

/// Planar channels of one sine at several levels, one after the other: (dBFS, seconds).
pub fn sine_steps(sample_rate_hz: u32, channels: usize, hz: f64, steps: &[(f64, f64)]) -> Vec<Vec<f32>> {
    let rate = f64::from(sample_rate_hz);
    let mut samples = Vec::new();
    for (dbfs, seconds) in steps {
        for _ in 0..(seconds * rate) as usize {
            let phase = 2.0 * PI * hz * samples.len() as f64 / rate;
            samples.push((amplitude(*dbfs) * phase.sin()) as f32);
        }
    }
    vec![samples; channels]
}

pub fn silence(sample_rate_hz: u32, channels: usize, seconds: f64) -> Vec<Vec<f32>> {
    vec![vec![0.0; (seconds * f64::from(sample_rate_hz)) as usize]; channels]
}

/// A WAV of 32-bit floats.
pub fn wav(sample_rate_hz: u32, planes: &[Vec<f32>]) -> Vec<u8> {
    let mut data = Vec::new();
    for frame in 0..planes.first().map_or(0, Vec::len) {
        for plane in planes {
            data.extend(plane[frame].to_le_bytes());
        }
    }
    let mut bytes = wav_header(3, sample_rate_hz, planes.len() as u16, 32, data.len() as u32);
    bytes.extend(data);
    bytes
}

/// `format_tag` is 1 for integers and 3 for floats.
pub fn wav_header(format_tag: u16, sample_rate_hz: u32, channels: u16, bits: u16, data_bytes: u32) -> Vec<u8> {
    let frame_bytes = channels * bits / 8;
    let mut bytes = b"RIFF".to_vec();
    bytes.extend(data_bytes.saturating_add(36).to_le_bytes());
    bytes.extend(b"WAVEfmt ");
    bytes.extend(16_u32.to_le_bytes());
    bytes.extend(format_tag.to_le_bytes());
    bytes.extend(channels.to_le_bytes());
    bytes.extend(sample_rate_hz.to_le_bytes());
    bytes.extend(sample_rate_hz.saturating_mul(u32::from(frame_bytes)).to_le_bytes());
    bytes.extend(frame_bytes.to_le_bytes());
    bytes.extend(bits.to_le_bytes());
    bytes.extend(b"data");
    bytes.extend(data_bytes.to_le_bytes());
    bytes
}
