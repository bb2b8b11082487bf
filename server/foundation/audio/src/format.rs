//! The names of what we play. Knows nothing about reading it.

use serde::{Deserialize, Serialize};
use symphonia::core::codecs::audio::AudioCodecId;
use symphonia::core::codecs::audio::well_known as id;

/// How the sound is coded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Codec {
    Mp3,
    Aac,
    Alac,
    Flac,
    Pcm,
    Vorbis,
    Opus,
}

impl Codec {
    /// Whether decoding gives back exactly what was encoded.
    #[must_use]
    pub fn is_lossless(self) -> bool {
        matches!(self, Self::Alac | Self::Flac | Self::Pcm)
    }

    pub(crate) fn from_id(codec: AudioCodecId) -> Result<Self, &'static str> {
        // PCM ids fill one block of numbers; A-law and µ-law close it.
        if codec >= id::CODEC_ID_PCM_S32LE && codec <= id::CODEC_ID_PCM_MULAW {
            return Ok(Self::Pcm);
        }
        match codec {
            id::CODEC_ID_MP3 => Ok(Self::Mp3),
            id::CODEC_ID_AAC => Ok(Self::Aac),
            id::CODEC_ID_ALAC => Ok(Self::Alac),
            id::CODEC_ID_FLAC => Ok(Self::Flac),
            id::CODEC_ID_VORBIS => Ok(Self::Vorbis),
            id::CODEC_ID_OPUS => Ok(Self::Opus),
            id::CODEC_ID_MP1 => Err("MPEG Layer I"),
            id::CODEC_ID_MP2 => Err("MPEG Layer II"),
            id::CODEC_ID_AC3 => Err("AC-3"),
            id::CODEC_ID_EAC3 => Err("E-AC-3"),
            id::CODEC_ID_SPEEX => Err("Speex"),
            id::CODEC_ID_WMA => Err("Windows Media Audio"),
            id::CODEC_ID_ADPCM_MS | id::CODEC_ID_ADPCM_IMA_WAV | id::CODEC_ID_ADPCM_IMA_QT => Err("ADPCM"),
            _ => Err("unknown"),
        }
    }
}

/// What the coded sound is wrapped in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Container {
    /// A bare run of MPEG audio frames: an `.mp3`.
    Mpeg,
    /// A bare run of AAC frames: an `.aac`.
    Adts,
    Flac,
    Wav,
    Aiff,
    Ogg,
    /// An `.m4a` or `.mp4`.
    Mp4,
}

impl Container {
    /// The media type to serve the file with.
    #[must_use]
    pub fn mime(self) -> &'static str {
        match self {
            Self::Mpeg => "audio/mpeg",
            Self::Adts => "audio/aac",
            Self::Flac => "audio/flac",
            Self::Wav => "audio/wav",
            Self::Aiff => "audio/aiff",
            Self::Ogg => "audio/ogg",
            Self::Mp4 => "audio/mp4",
        }
    }

    /// The extension a download should carry, without a dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Mpeg => "mp3",
            Self::Adts => "aac",
            Self::Flac => "flac",
            Self::Wav => "wav",
            Self::Aiff => "aiff",
            Self::Ogg => "ogg",
            Self::Mp4 => "m4a",
        }
    }
}

/// A codec in its container.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Format {
    pub codec: Codec,
    pub container: Container,
}

impl Format {
    /// The media type to serve the file with.
    #[must_use]
    pub fn mime(self) -> &'static str {
        self.container.mime()
    }

    /// Whether decoding gives back exactly what was encoded.
    #[must_use]
    pub fn is_lossless(self) -> bool {
        self.codec.is_lossless()
    }
}
