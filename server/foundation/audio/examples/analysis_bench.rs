//! Measures how many times faster than real time a recording is analysed, stage by stage, on one core.
//!
//! `cargo run --release -p audio --example analysis_bench -- <file>` prints one line of JSON.

use std::error::Error;
use std::fs::File;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::LazyLock;
use std::time::Instant;

use audio::{Limits, Loudness, Meter, Sink, TruePeak, decode};

#[derive(Default)]
struct DecodeOnly;

impl Sink for DecodeOnly {
    fn start(&mut self, _: u32, _: usize) {}
    fn block(&mut self, planes: &[&[f32]]) {
        std::hint::black_box(planes);
    }
}

#[derive(Default)]
struct LoudnessOnly(Option<Loudness>);

impl Sink for LoudnessOnly {
    fn start(&mut self, sample_rate_hz: u32, channels: usize) {
        self.0 = Loudness::new(sample_rate_hz, channels);
    }
    fn block(&mut self, planes: &[&[f32]]) {
        if let Some(loudness) = &mut self.0 {
            loudness.add(planes);
        }
    }
}

#[derive(Default)]
struct TruePeakOnly(Option<TruePeak>);

impl Sink for TruePeakOnly {
    fn start(&mut self, sample_rate_hz: u32, channels: usize) {
        self.0 = Some(TruePeak::new(sample_rate_hz, channels));
    }
    fn block(&mut self, planes: &[&[f32]]) {
        if let Some(true_peak) = &mut self.0 {
            true_peak.add(planes);
        }
    }
}

/// Seconds this thread spent on a core, so that a busy machine measures like an idle one; wall clock off Linux.
fn core_seconds() -> f64 {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let spent = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = spent.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    nanoseconds.map_or_else(|| START.elapsed().as_secs_f64(), |spent| spent / 1e9)
}

/// The best of three, as the machine's other work only ever slows a run down.
fn multiple<S: Sink + Default>(path: &Path) -> Result<f64, Box<dyn Error>> {
    let mut best = 0.0_f64;
    for _ in 0..3 {
        let extension = path.extension().and_then(|extension| extension.to_str());
        let mut sink = S::default();
        let started = core_seconds();
        let source = Box::new(File::open(path)?);
        let decoded = decode(source, extension, Limits::default(), &mut sink, &mut |_| ControlFlow::Continue(()))?;
        let seconds = core_seconds() - started;
        best = best.max(decoded.duration_ms() as f64 / 1000.0 / seconds);
    }
    Ok((best * 10.0).round() / 10.0)
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args_os().nth(1).ok_or("usage: analysis_bench <file>")?;
    let path = Path::new(&path);
    let stages = serde_json::json!({
        "decode_x": multiple::<DecodeOnly>(path)?,
        "decode_loudness_x": multiple::<LoudnessOnly>(path)?,
        "decode_true_peak_x": multiple::<TruePeakOnly>(path)?,
        "whole_pass_x": multiple::<Meter>(path)?,
    });
    println!("{stages}");
    Ok(())
}
