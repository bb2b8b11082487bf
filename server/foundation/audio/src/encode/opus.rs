//! Ogg Opus (RFC 7845): packets of 20 ms by libopus, pages of a second, delay and end declared.

use std::fs::File;
use std::io::{BufWriter, Write};

use ogg::writing::{PacketWriteEndInfo, PacketWriter};
use opus::{Application, Bitrate, Channels, Signal};

use super::{EncodeError, Encoder, Rendition};

const RATE_HZ: u32 = 48_000;
/// 20 ms, what libopus is tuned for.
const FRAME: usize = 960;
/// A page a second: little overhead, and a seek lands close.
const PACKETS_A_PAGE: u64 = 50;
/// The largest packet of one frame (RFC 6716, §3.2.1), with room.
const PACKET_BYTES: usize = 4000;
/// One stream in the file, so any number tells it apart.
const SERIAL: u32 = 1;

pub(super) struct OggOpus {
    encoder: opus::Encoder,
    pages: PacketWriter<'static, BufWriter<File>>,
    channels: usize,
    /// Interleaved, less than a frame of it between two blocks.
    waiting: Vec<f32>,
    /// The last page must say that it is the last, so one packet is held back.
    held: Option<Vec<u8>>,
    packets: u64,
    pre_skip: u64,
    taken: u64,
}

impl OggOpus {
    pub(super) fn new(target: File, sample_rate_hz: u32, channels: usize) -> Result<Self, EncodeError> {
        if sample_rate_hz != RATE_HZ {
            return Err(EncodeError::of("Opus is coded at 48 kHz"));
        }
        let coupled = if channels == 1 { Channels::Mono } else { Channels::Stereo };
        let mut encoder = opus::Encoder::new(RATE_HZ, coupled, Application::Audio).map_err(EncodeError::of)?;
        let bits = i32::try_from(Rendition::Opus.bitrate_kbps() * 1000).unwrap_or(i32::MAX);
        encoder.set_bitrate(Bitrate::Bits(bits)).map_err(EncodeError::of)?;
        encoder.set_vbr(true).map_err(EncodeError::of)?;
        encoder.set_signal(Signal::Music).map_err(EncodeError::of)?;
        let pre_skip = encoder.get_lookahead().map_err(EncodeError::of)?.unsigned_abs();
        let mut pages = PacketWriter::new(BufWriter::with_capacity(256 * 1024, target));
        pages.write_packet(head(channels, pre_skip), SERIAL, PacketWriteEndInfo::EndPage, 0)?;
        pages.write_packet(tags(), SERIAL, PacketWriteEndInfo::EndPage, 0)?;
        Ok(Self { encoder, pages, channels, waiting: Vec::new(), held: None, packets: 0, pre_skip: u64::from(pre_skip), taken: 0 })
    }

    fn code_waiting(&mut self) -> Result<(), EncodeError> {
        let frame = FRAME * self.channels;
        let whole = self.waiting.len() / frame * frame;
        let waiting = std::mem::take(&mut self.waiting);
        for samples in waiting[..whole].chunks_exact(frame) {
            let packet = self.encoder.encode_vec_float(samples, PACKET_BYTES).map_err(EncodeError::of)?;
            self.write_held(false)?;
            self.packets += 1;
            self.held = Some(packet);
        }
        self.waiting = waiting;
        self.waiting.drain(..whole);
        Ok(())
    }

    /// A page's position counts the samples decoded by its end, the skipped ones included (§4); the last one's tells where to stop.
    fn write_held(&mut self, is_last: bool) -> Result<(), EncodeError> {
        let Some(packet) = self.held.take() else { return Ok(()) };
        let decoded = self.packets * FRAME as u64;
        let (end, position) = match is_last {
            true => (PacketWriteEndInfo::EndStream, decoded.min(self.pre_skip + self.taken)),
            false if self.packets.is_multiple_of(PACKETS_A_PAGE) => (PacketWriteEndInfo::EndPage, decoded),
            false => (PacketWriteEndInfo::NormalPacket, decoded),
        };
        Ok(self.pages.write_packet(packet, SERIAL, end, position)?)
    }
}

impl Encoder for OggOpus {
    fn take(&mut self, planes: &[&[f32]]) -> Result<(), EncodeError> {
        let frames = planes.first().map_or(0, |plane| plane.len());
        self.taken += frames as u64;
        match planes {
            [left, right] => self.waiting.extend(left.iter().zip(*right).flat_map(|(left, right)| [*left, *right])),
            [mono] => self.waiting.extend_from_slice(mono),
            _ => return Err(EncodeError::of("neither one channel nor two")),
        }
        self.code_waiting()
    }

    fn finish(mut self: Box<Self>) -> Result<(), EncodeError> {
        // The encoder is late by its lookahead: silence pushes the last sound out.
        let whole = (self.taken + self.pre_skip).div_ceil(FRAME as u64);
        let missing = (whole - self.packets) * (FRAME * self.channels) as u64;
        self.waiting.resize(usize::try_from(missing).unwrap_or_default(), 0.0);
        self.code_waiting()?;
        self.write_held(true)?;
        let target = self.pages.inner_mut();
        target.flush()?;
        Ok(target.get_ref().sync_all()?)
    }
}

/// `OpusHead` (§5.1): version, channels, pre-skip, the rate before coding, no gain, one stream or one pair.
fn head(channels: usize, pre_skip: u32) -> Vec<u8> {
    let mut head = b"OpusHead\x01".to_vec();
    head.push(if channels == 1 { 1 } else { 2 });
    head.extend(u16::try_from(pre_skip).unwrap_or(u16::MAX).to_le_bytes());
    head.extend(RATE_HZ.to_le_bytes());
    head.extend([0, 0, 0]);
    head
}

/// `OpusTags` (§5.2): who coded it, and no comments: titles change, and pages tell them.
fn tags() -> Vec<u8> {
    let vendor = opus::version();
    let mut tags = b"OpusTags".to_vec();
    tags.extend(u32::try_from(vendor.len()).unwrap_or_default().to_le_bytes());
    tags.extend(vendor.as_bytes());
    tags.extend(0_u32.to_le_bytes());
    tags
}
