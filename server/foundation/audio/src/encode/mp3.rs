//! MP3 by LAME: constant bit rate, so that byte position is time, with an Info frame that tells length, delay and padding.

use std::fs::File;
use std::io::{BufWriter, Seek, SeekFrom, Write};

use mp3lame_encoder::{Bitrate, Builder, DualPcm, FlushGap, Mode, MonoPcm, Quality, max_required_buffer_size};

use super::{EncodeError, Encoder};

/// What the last frames and the bit reservoir may come to.
const FLUSH_BYTES: usize = 7200;

pub(super) struct Mp3 {
    lame: mp3lame_encoder::Encoder,
    target: BufWriter<File>,
    coded: Vec<u8>,
}

impl Mp3 {
    pub(super) fn new(target: File, sample_rate_hz: u32, channels: usize) -> Result<Self, EncodeError> {
        let mut builder = Builder::new().ok_or_else(|| EncodeError::of("LAME could not start"))?;
        builder.set_num_channels(if channels == 1 { 1 } else { 2 }).map_err(EncodeError::of)?;
        builder.set_sample_rate(sample_rate_hz).map_err(EncodeError::of)?;
        // Said outright: left to itself, LAME resamples where it thinks that the rate is too high for the bits.
        builder.set_output_sample_rate(sample_rate_hz.try_into().ok()).map_err(EncodeError::of)?;
        builder.set_brate(Bitrate::Kbps256).map_err(EncodeError::of)?;
        builder.set_mode(if channels == 1 { Mode::Mono } else { Mode::JointStereo }).map_err(EncodeError::of)?;
        builder.set_quality(Quality::VeryNice).map_err(EncodeError::of)?;
        builder.set_to_write_vbr_tag(true).map_err(EncodeError::of)?;
        let lame = builder.build().map_err(EncodeError::of)?;
        Ok(Self { lame, target: BufWriter::with_capacity(256 * 1024, target), coded: Vec::new() })
    }
}

impl Encoder for Mp3 {
    fn take(&mut self, planes: &[&[f32]]) -> Result<(), EncodeError> {
        let frames = planes.first().map_or(0, |plane| plane.len());
        self.coded.clear();
        // LAME writes into spare capacity only and never grows the vector.
        self.coded.reserve(max_required_buffer_size(frames));
        match planes {
            [left, right] => self.lame.encode_to_vec(DualPcm { left, right }, &mut self.coded),
            [mono] => self.lame.encode_to_vec(MonoPcm(mono), &mut self.coded),
            _ => return Err(EncodeError::of("neither one channel nor two")),
        }
        .map_err(EncodeError::of)?;
        Ok(self.target.write_all(&self.coded)?)
    }

    fn finish(mut self: Box<Self>) -> Result<(), EncodeError> {
        self.coded.clear();
        self.coded.reserve(FLUSH_BYTES);
        self.lame.flush_to_vec::<FlushGap>(&mut self.coded).map_err(EncodeError::of)?;
        self.target.write_all(&self.coded)?;
        // LAME began with an empty frame, to be filled now that the length is known.
        let mut info = Vec::with_capacity(self.lame.lame_tag_size());
        if self.lame.lame_tag_encode_to_vec(&mut info).is_none() {
            return Err(EncodeError::of("LAME gave no Info frame"));
        }
        let start = self.lame.id3v2_tag_size() as u64;
        self.target.seek(SeekFrom::Start(start))?;
        self.target.write_all(&info)?;
        self.target.flush()?;
        Ok(self.target.get_ref().sync_all()?)
    }
}
