//! Decodes a recording from front to back into blocks of samples, tolerating a little damage. Measures nothing.

use std::io::ErrorKind;
use std::ops::ControlFlow;

use symphonia::core::audio::{Audio, GenericAudioBufferRef};
use symphonia::core::codecs::audio::AudioDecoder;
use symphonia::core::errors::Error;
use symphonia::core::formats::TrackType;
use symphonia::core::packet::Packet;
use symphonia::core::units::Duration;

use crate::container::{self, Opened, guard};
use crate::error::AnalyseError;
use crate::format::{Container, Format};
use crate::source::Source;

/// More channels than any recording for people has.
const MAX_CHANNELS: usize = 8;
/// Twelve decibels over full scale; beyond, and for what is no number, a float file is broken, not loud.
const LOUDEST_SAMPLE: f32 = 4.0;
const PACKETS_PER_PROGRESS: u64 = 256;

/// What an analysis may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The longest recording taken; 24 hours unless set.
    pub max_duration_ms: u64,
    /// Unreadable packets tolerated in a thousand, besides the first [`Limits::damaged_packets`].
    pub damaged_permille: u64,
    /// Unreadable packets tolerated whatever the length: the cut edges of a stream.
    pub damaged_packets: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { max_duration_ms: 24 * 60 * 60 * 1000, damaged_permille: 20, damaged_packets: 16 }
    }
}

/// How far the decoder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Playing time decoded.
    pub done_ms: u64,
    /// Playing time in all, as the header states or the size suggests.
    pub total_ms: Option<u64>,
}

/// Takes decoded sound.
pub trait Sink {
    /// Called once, before the first block.
    fn start(&mut self, sample_rate_hz: u32, channels: usize);
    /// One slice a channel, all of one length; samples are finite, full scale is 1.
    fn block(&mut self, planes: &[&[f32]]);
}

/// What a pass over the recording found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decoded {
    pub format: Format,
    pub sample_rate_hz: u32,
    pub channels: usize,
    /// Frames played: without the silence an encoder adds at either end.
    pub frames: u64,
    /// Bytes of coded sound, without tags and pictures.
    pub audio_bytes: u64,
    /// Packets skipped because they could not be decoded.
    pub damaged_packets: u64,
}

impl Decoded {
    /// Playing time.
    #[must_use]
    pub fn duration_ms(&self) -> u64 {
        to_ms(self.frames, self.sample_rate_hz)
    }

    /// Average over the playing time.
    #[must_use]
    pub fn bitrate_kbps(&self) -> u32 {
        let kbps = u128::from(self.audio_bytes) * 8 * u128::from(self.sample_rate_hz) / (u128::from(self.frames.max(1)) * 1000);
        u32::try_from(kbps).unwrap_or(u32::MAX)
    }
}

/// Decodes `source` into `sink`. Blocks; reads front to back; holds a few packets at a time.
///
/// `on_progress` is called every 256 packets, which is well under half a second of work; breaking from it cancels.
///
/// # Errors
/// See [`AnalyseError`]. A recording whose header states over 2 % and over 2 s more than could be decoded is
/// `Truncated`; one with more unreadable packets than `limits` tolerate is `Damaged`.
pub fn decode(
    source: Box<dyn Source>,
    extension: Option<&str>,
    limits: Limits,
    sink: &mut dyn Sink,
    on_progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Decoded, AnalyseError> {
    let opened = container::open(source, extension)?;
    if opened.stated_ms.is_some_and(|stated| stated > limits.max_duration_ms) {
        return Err(AnalyseError::TooLong { max_duration_ms: limits.max_duration_ms });
    }
    let decoder = container::decoder(&opened.params, opened.format.codec)?;
    let mut pass = Pass::new(opened, decoder, limits);
    while let Some(packet) = pass.next_packet()? {
        if pass.packets.is_multiple_of(PACKETS_PER_PROGRESS) {
            let progress = Progress { done_ms: pass.done_ms(), total_ms: pass.opened.total_ms };
            if on_progress(progress).is_break() {
                return Err(AnalyseError::Cancelled);
            }
        }
        pass.take(&packet, sink)?;
    }
    pass.finish()
}

pub(crate) fn to_ms(frames: u64, sample_rate_hz: u32) -> u64 {
    (u128::from(frames) * 1000 / u128::from(sample_rate_hz.max(1))) as u64
}

struct Pass {
    opened: Opened,
    decoder: Box<dyn AudioDecoder>,
    limits: Limits,
    /// Rate and channels, once the first packet has told them.
    spec: Option<(u32, usize)>,
    frames: u64,
    /// Frames still to drop at the start, and to play in all, where the container says so.
    skip: u64,
    play: u64,
    audio_bytes: u64,
    packets: u64,
    damaged: u64,
    first_damage_ms: u64,
    trimmed_in_a_row: u32,
    scratch: Vec<Vec<f32>>,
}

impl Pass {
    fn new(opened: Opened, decoder: Box<dyn AudioDecoder>, limits: Limits) -> Self {
        Self {
            opened,
            decoder,
            limits,
            spec: None,
            frames: 0,
            skip: 0,
            play: u64::MAX,
            audio_bytes: 0,
            packets: 0,
            damaged: 0,
            first_damage_ms: 0,
            trimmed_in_a_row: 0,
            scratch: Vec::new(),
        }
    }

    fn done_ms(&self) -> u64 {
        self.spec.map_or(0, |(rate, _)| to_ms(self.frames, rate))
    }

    fn next_packet(&mut self) -> Result<Option<Packet>, AnalyseError> {
        loop {
            match guard(|| self.opened.reader.next_packet()) {
                Ok(Some(packet)) if packet.track_id == self.opened.track_id => {
                    self.packets += 1;
                    return Ok(Some(packet));
                }
                Ok(Some(_)) => {}
                Ok(None) => return Ok(None),
                Err(Error::IoError(error)) if error.kind() == ErrorKind::UnexpectedEof => return Ok(None),
                Err(Error::IoError(error)) => return Err(AnalyseError::Read(error)),
                Err(Error::ResetRequired) => self.enter_next_chain()?,
                // The count also ends a reader that fails without moving on.
                Err(Error::DecodeError(_)) => self.count_damage()?,
                Err(_) => return Err(self.damaged()),
            }
        }
    }

    /// A chained Ogg starts over with new headers: one recording that was paused or relayed.
    fn enter_next_chain(&mut self) -> Result<(), AnalyseError> {
        let track = self.opened.reader.default_track(TrackType::Audio).ok_or(AnalyseError::Empty)?;
        let params = track.codec_params.as_ref().and_then(|params| params.audio()).ok_or(AnalyseError::Empty)?;
        self.decoder = container::decoder(params, self.opened.format.codec)?;
        self.opened.track_id = track.id;
        Ok(())
    }

    fn take(&mut self, packet: &Packet, sink: &mut dyn Sink) -> Result<(), AnalyseError> {
        let beyond_stated = self.untrim(packet);
        let packet = beyond_stated.as_ref().unwrap_or(packet);
        match guard(|| self.decoder.decode(packet)) {
            Ok(decoded) => {
                let (rate, channels) = (decoded.spec().rate(), decoded.spec().channels().count());
                let spec = *self.spec.get_or_insert((rate, channels));
                if self.frames == 0 && self.audio_bytes == 0 {
                    if rate == 0 || !(1..=MAX_CHANNELS).contains(&channels) {
                        return Err(AnalyseError::UnsupportedCodec { name: format!("{channels} channels") });
                    }
                    (self.skip, self.play) = self.opened.played.at_rate(rate);
                    sink.start(rate, channels);
                }
                self.audio_bytes += packet.data.len() as u64;
                if spec != (rate, channels) {
                    return self.count_damage();
                }
                let skip = self.skip.min(decoded.frames() as u64);
                let played = (decoded.frames() as u64 - skip).min(self.play);
                self.skip -= skip;
                self.play -= played;
                self.frames += played;
                if played > 0 {
                    hand_over(&decoded, &mut self.scratch, skip as usize..(skip + played) as usize, sink);
                }
                let limit = self.limits.max_duration_ms;
                if self.done_ms() > limit { Err(AnalyseError::TooLong { max_duration_ms: limit }) } else { Ok(()) }
            }
            Err(Error::DecodeError(_) | Error::IoError(_)) => self.count_damage(),
            Err(Error::Unsupported(name)) => Err(AnalyseError::UnsupportedCodec { name: name.into() }),
            Err(_) => Err(self.damaged()),
        }
    }

    /// Files joined end to end keep the first one's count of frames, and all sound after it would be trimmed away.
    fn untrim(&mut self, packet: &Packet) -> Option<Packet> {
        // An encoder pads by 4095 samples at most: three whole frames of 1152, or seven of 576.
        const MOST_PADDING_FRAMES: u32 = 8;
        let is_all_padding = packet.trim_end > Duration::ZERO && packet.trim_end >= packet.dur;
        if self.opened.format.container != Container::Mpeg || !is_all_padding {
            self.trimmed_in_a_row = 0;
            return None;
        }
        self.trimmed_in_a_row += 1;
        if self.trimmed_in_a_row <= MOST_PADDING_FRAMES {
            return None;
        }
        let mut whole = packet.clone();
        whole.trim_end = Duration::ZERO;
        Some(whole)
    }

    fn damaged(&self) -> AnalyseError {
        AnalyseError::Damaged { at_ms: self.first_damage_ms, damaged_packets: self.damaged }
    }

    fn count_damage(&mut self) -> Result<(), AnalyseError> {
        if self.damaged == 0 {
            self.first_damage_ms = self.done_ms();
        }
        self.damaged += 1;
        // Under way the share is not known yet, so this only ends what is hopeless: half of everything so far.
        let hopeless = self.damaged > 8 * (self.limits.damaged_packets + 1) && self.damaged * 2 > self.packets;
        if hopeless { Err(self.damaged()) } else { Ok(()) }
    }

    fn finish(self) -> Result<Decoded, AnalyseError> {
        let tolerated = self.limits.damaged_packets + self.packets * self.limits.damaged_permille / 1000;
        if self.damaged > tolerated || (self.frames == 0 && self.damaged > 0) {
            return Err(self.damaged());
        }
        let done_ms = self.done_ms();
        let missing_ms = self.opened.stated_ms.map_or(0, |stated| stated.saturating_sub(done_ms));
        if missing_ms > 2000 && missing_ms * 50 > done_ms + missing_ms {
            return Err(AnalyseError::Truncated { at_ms: done_ms });
        }
        let Some((sample_rate_hz, channels)) = self.spec.filter(|_| self.frames > 0) else {
            return Err(AnalyseError::Empty);
        };
        Ok(Decoded {
            format: self.opened.format,
            sample_rate_hz,
            channels,
            frames: self.frames,
            audio_bytes: self.audio_bytes,
            damaged_packets: self.damaged,
        })
    }
}

/// Float decoders' planes go to the sink as they are; everything else, and what is not sane, through `scratch`.
fn hand_over(decoded: &GenericAudioBufferRef<'_>, scratch: &mut Vec<Vec<f32>>, range: std::ops::Range<usize>, sink: &mut dyn Sink) {
    let mut planes: [&[f32]; MAX_CHANNELS] = [&[]; MAX_CHANNELS];
    let channels = decoded.num_planes().min(MAX_CHANNELS);
    if let GenericAudioBufferRef::F32(floats) = decoded {
        for (index, plane) in planes.iter_mut().enumerate().take(channels) {
            *plane = floats.plane(index).and_then(|plane| plane.get(range.clone())).unwrap_or(&[]);
        }
        if planes.iter().all(|plane| is_sane(plane)) {
            return sink.block(&planes[..channels]);
        }
    }
    decoded.copy_to_vecs_planar::<f32>(scratch);
    for plane in scratch.iter_mut().filter(|plane| !is_sane(plane)) {
        for sample in plane {
            *sample = if sample.is_nan() { 0.0 } else { sample.clamp(-LOUDEST_SAMPLE, LOUDEST_SAMPLE) };
        }
    }
    for (plane, copied) in planes.iter_mut().zip(scratch.iter()) {
        *plane = copied.get(range.clone()).unwrap_or(&[]);
    }
    sink.block(&planes[..channels]);
}

/// The bits of floats without their sign sort as the floats do, with infinity and NaN on top: one integer maximum.
fn is_sane(samples: &[f32]) -> bool {
    let largest = samples.iter().map(|sample| (sample.to_bits() & 0x7fff_ffff) as i32).fold(0, i32::max);
    largest <= LOUDEST_SAMPLE.to_bits() as i32
}
