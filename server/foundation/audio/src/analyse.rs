//! The whole analysis in one pass: decodes once and feeds every meter from it.

use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};

use crate::decode::{Limits, Progress, Sink, decode};
use crate::error::AnalyseError;
use crate::format::Format;
use crate::loudness::Loudness;
use crate::music::{Listener, Music};
use crate::source::Source;
use crate::true_peak::TruePeak;
use crate::waveform::{Collector, Waveform};

/// What a recording is and how it sounds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Analysis {
    pub format: Format,
    /// Playing time, without the silence an encoder adds at either end.
    pub duration_ms: u64,
    pub sample_rate_hz: u32,
    pub channels: usize,
    /// Coded bytes over playing time; tags and pictures do not count.
    pub bitrate_kbps: u32,
    /// Integrated loudness (EBU R 128); `None` for silence and for less than 400 ms.
    pub loudness_lufs: Option<f64>,
    /// True peak (ITU-R BS.1770-5 annex 2); `None` for digital silence.
    pub true_peak_dbtp: Option<f64>,
    /// Packets skipped because they could not be decoded; few enough to be taken.
    pub damaged_packets: u64,
    pub waveform: Waveform,
    pub music: Music,
}

/// Analyses a recording. Blocks for about 1/150 of its playing time or less; memory grows by a few hundred bytes a second.
///
/// `extension` is a hint to tell like from like; the bytes decide.
///
/// # Errors
/// See [`AnalyseError`] and [`decode`].
pub fn analyse(
    source: Box<dyn Source>,
    extension: Option<&str>,
    limits: Limits,
    on_progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Analysis, AnalyseError> {
    let mut meter = Meter::default();
    let decoded = decode(source, extension, limits, &mut meter, on_progress)?;
    let Some(meters) = meter.0 else {
        return Err(AnalyseError::Empty);
    };
    Ok(Analysis {
        format: decoded.format,
        duration_ms: decoded.duration_ms(),
        sample_rate_hz: decoded.sample_rate_hz,
        channels: decoded.channels,
        bitrate_kbps: decoded.bitrate_kbps(),
        loudness_lufs: meters.loudness.as_ref().and_then(Loudness::lufs).map(to_hundredths),
        true_peak_dbtp: meters.true_peak.dbtp().map(to_hundredths),
        damaged_packets: decoded.damaged_packets,
        waveform: meters.waveform.finish(),
        music: meters.listener.finish(),
    })
}

/// Meters of this class are exact to a tenth; the rest of the digits would only differ from machine to machine.
fn to_hundredths(level: f64) -> f64 {
    (level * 100.0).round() / 100.0
}

/// All meters of an analysis, as one sink.
#[derive(Default)]
pub struct Meter(Option<Meters>);

struct Meters {
    loudness: Option<Loudness>,
    true_peak: TruePeak,
    waveform: Collector,
    listener: Listener,
}

impl Sink for Meter {
    fn start(&mut self, sample_rate_hz: u32, channels: usize) {
        self.0 = Some(Meters {
            loudness: Loudness::new(sample_rate_hz, channels),
            true_peak: TruePeak::new(sample_rate_hz, channels),
            waveform: Collector::new(sample_rate_hz, channels),
            listener: Listener::new(sample_rate_hz),
        });
    }

    fn block(&mut self, planes: &[&[f32]]) {
        if let Some(meters) = &mut self.0 {
            if let Some(loudness) = &mut meters.loudness {
                loudness.add(planes);
            }
            meters.true_peak.add(planes);
            meters.waveform.add(planes);
            meters.listener.add(planes);
        }
    }
}
