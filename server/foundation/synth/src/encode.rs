//! MP3 by LAME: constant bit rate, with an Info frame so players know the length and the gaps.
//! No other formats, and no reading.

use mp3lame_encoder::{Bitrate, BuildError, Builder, Encoder, FlushGap, Id3Tag, InterleavedPcm, Mode, Quality, max_required_buffer_size};

use crate::render::Rendered;

#[derive(Debug, thiserror::Error)]
pub enum EncodeError {
    #[error("no mp3 bit rate of {0} kbit/s")]
    Bitrate(u32),
    #[error("mp3 takes stereo, got {0} channels")]
    Channels(u16),
    #[error("lame could not start")]
    Start,
    #[error("lame refused the settings: {0}")]
    Settings(BuildError),
    #[error("lame failed: {0}")]
    Encode(mp3lame_encoder::EncodeError),
}

/// What is written into the file's ID3v2 tag; Latin-1 only, an empty string is left out.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tags<'a> {
    pub title: &'a str,
    pub artist: &'a str,
    pub album: &'a str,
}

/// Frames handed to LAME at once.
const CHUNK: usize = 1152 * 64;

/// `kbps` is one of LAME's MPEG-1 rates from 96 to 320.
pub fn encode_mp3(rendered: &Rendered, kbps: u32, tags: Tags<'_>) -> Result<Vec<u8>, EncodeError> {
    if rendered.channels != 2 {
        return Err(EncodeError::Channels(rendered.channels));
    }
    let mut encoder = encoder(rendered.sample_rate_hz, bitrate(kbps)?, tags)?;
    let seconds = rendered.duration_ms() as usize / 1000 + 2;
    let mut mp3 = Vec::with_capacity(seconds * kbps as usize * 125 + max_required_buffer_size(CHUNK));
    for chunk in rendered.samples.chunks(CHUNK * 2) {
        // The encoder writes into spare capacity only and never grows the vector.
        mp3.reserve(max_required_buffer_size(chunk.len() / 2));
        encoder.encode_to_vec(InterleavedPcm(chunk), &mut mp3).map_err(EncodeError::Encode)?;
    }
    mp3.reserve(7200);
    encoder.flush_to_vec::<FlushGap>(&mut mp3).map_err(EncodeError::Encode)?;
    write_info(&encoder, &mut mp3);
    Ok(mp3)
}

fn encoder(sample_rate_hz: u32, bitrate: Bitrate, tags: Tags<'_>) -> Result<Encoder, EncodeError> {
    let mut builder = Builder::new().ok_or(EncodeError::Start)?;
    builder.set_num_channels(2).map_err(EncodeError::Settings)?;
    builder.set_sample_rate(sample_rate_hz).map_err(EncodeError::Settings)?;
    builder.set_brate(bitrate).map_err(EncodeError::Settings)?;
    builder.set_mode(Mode::JointStereo).map_err(EncodeError::Settings)?;
    builder.set_quality(Quality::Good).map_err(EncodeError::Settings)?;
    builder.set_to_write_vbr_tag(true).map_err(EncodeError::Settings)?;
    let (title, artist, album) = (latin_1(tags.title), latin_1(tags.artist), latin_1(tags.album));
    let tag = Id3Tag { title: &title, artist: &artist, album: &album, album_art: &[], year: &[], comment: &[] };
    // Only an oversized picture is refused, and there is none.
    let _ = builder.set_id3_tag(tag);
    builder.build().map_err(EncodeError::Settings)
}

/// LAME leaves an empty frame after the ID3 tag for the Info header, to be filled once the length is known.
fn write_info(encoder: &Encoder, mp3: &mut [u8]) {
    let mut info = Vec::with_capacity(encoder.lame_tag_size());
    if encoder.lame_tag_encode_to_vec(&mut info).is_none() {
        return;
    }
    let start = encoder.id3v2_tag_size();
    if let Some(frame) = mp3.get_mut(start..start + info.len()) {
        frame.copy_from_slice(&info);
    }
}

fn latin_1(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect()
}

fn bitrate(kbps: u32) -> Result<Bitrate, EncodeError> {
    Ok(match kbps {
        96 => Bitrate::Kbps96,
        112 => Bitrate::Kbps112,
        128 => Bitrate::Kbps128,
        160 => Bitrate::Kbps160,
        192 => Bitrate::Kbps192,
        224 => Bitrate::Kbps224,
        256 => Bitrate::Kbps256,
        320 => Bitrate::Kbps320,
        other => return Err(EncodeError::Bitrate(other)),
    })
}
