//! Opens a recording: sniffs it, finds its track, and reads what its header claims. Decodes nothing.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::LazyLock;

use symphonia::core::codecs::audio::{AudioCodecParameters, AudioDecoder, AudioDecoderOptions};
use symphonia::core::codecs::registry::CodecRegistry;
use symphonia::core::common::Limit;
use symphonia::core::errors::Error;
use symphonia::core::formats::probe::{Hint, Probe};
use symphonia::core::formats::{FormatOptions, FormatReader, Track, TrackType};
use symphonia::core::io::MediaSourceStream;
use symphonia::core::meta::MetadataOptions;
use symphonia::default::{codecs, formats, meta};

use crate::error::AnalyseError;
use crate::format::{Codec, Container, Format};
use crate::mp4_edit::{self, Played};
use crate::sniff::{Sniffed, id3v2_size, sniff};
use crate::source::{Measured, Source};
use crate::tail;

const SNIFFED_BYTES: usize = 64 * 1024;
/// Tags are read elsewhere, with their own limits; here they are only in the way.
const TAG_BYTES: usize = 64 * 1024;

static PROBE: LazyLock<Probe> = LazyLock::new(|| {
    let mut probe = Probe::default();
    probe.register_format::<formats::AdtsReader<'_>>();
    probe.register_format::<formats::FlacReader<'_>>();
    probe.register_format::<formats::IsoMp4Reader<'_>>();
    probe.register_format::<formats::MpaReader<'_>>();
    probe.register_format::<formats::AiffReader<'_>>();
    probe.register_format::<formats::WavReader<'_>>();
    probe.register_format::<formats::OggReader<'_>>();
    probe.register_metadata::<meta::ApeReader<'_>>();
    probe.register_metadata::<meta::Id3v1Reader<'_>>();
    probe.register_metadata::<meta::Id3v2Reader<'_>>();
    probe
});

static CODECS: LazyLock<CodecRegistry> = LazyLock::new(|| {
    let mut registry = CodecRegistry::new();
    registry.register_audio_decoder::<codecs::AacDecoder>();
    registry.register_audio_decoder::<codecs::AlacDecoder>();
    registry.register_audio_decoder::<codecs::FlacDecoder>();
    registry.register_audio_decoder::<codecs::MpaDecoder>();
    registry.register_audio_decoder::<codecs::PcmDecoder>();
    registry.register_audio_decoder::<codecs::VorbisDecoder>();
    registry.register_audio_decoder::<symphonia_adapter_libopus::OpusDecoder>();
    registry
});

/// A recording ready to be read packet by packet.
pub(crate) struct Opened {
    pub reader: Box<dyn FormatReader>,
    pub track_id: u32,
    pub params: AudioCodecParameters,
    pub format: Format,
    pub size_bytes: u64,
    /// The length the header gives, or an estimate: good enough to show progress.
    pub total_ms: Option<u64>,
    /// The length the header gives, where it can be held to it.
    pub stated_ms: Option<u64>,
    pub played: Played,
}

pub(crate) fn open(source: Box<dyn Source>, extension: Option<&str>) -> Result<Opened, AnalyseError> {
    let mut source = Measured::new(source)?;
    let size_bytes = source.size_bytes();
    if size_bytes == 0 {
        return Err(AnalyseError::Empty);
    }
    let (container, head) = identify(&mut source)?;
    let played = match container {
        Container::Mp4 => mp4_edit::read(&mut source)?.ok_or(AnalyseError::Truncated { at_ms: 0 })?,
        _ => Played::default(),
    };
    // Bare frames have no header that states a length, unless an encoder left a tag; an Ogg's length is its last page's, whichever
    // that is. They are judged by how they end.
    let is_tagged = has_encoder_tag(&head);
    let is_judged_by_end = matches!(container, Container::Ogg | Container::Adts) || (container == Container::Mpeg && !is_tagged);
    let breaks_off = is_judged_by_end && tail::breaks_off(&mut source, container)?;
    source.rewind()?;

    let reader = probe(source, container, extension)?;
    let track = reader.default_track(TrackType::Audio).ok_or(AnalyseError::Empty)?;
    let params = track.codec_params.as_ref().and_then(|params| params.audio()).ok_or(AnalyseError::Empty)?.clone();
    let codec = Codec::from_id(params.codec).map_err(|name| AnalyseError::UnsupportedCodec { name: name.into() })?;
    let total_ms = length_ms(track);
    if breaks_off {
        return Err(AnalyseError::Truncated { at_ms: total_ms.unwrap_or(0) });
    }
    // A bare run of frames has no header of its own: the reader guesses from the bit rate unless an encoder left a tag.
    let is_stated = match container {
        Container::Mpeg => is_tagged,
        Container::Adts => false,
        // The reader takes an Ogg's length from its last page, which a cut file moves along with it.
        Container::Ogg => codec == Codec::Flac,
        Container::Flac | Container::Wav | Container::Aiff | Container::Mp4 => true,
    };
    let mut opened = Opened {
        track_id: track.id,
        format: Format { codec, container },
        size_bytes,
        total_ms,
        stated_ms: total_ms.filter(|_| is_stated),
        played,
        params,
        reader,
    };
    hold_to_size(&mut opened)?;
    Ok(opened)
}

/// A decoder for the recording's track.
pub(crate) fn decoder(params: &AudioCodecParameters, codec: Codec) -> Result<Box<dyn AudioDecoder>, AnalyseError> {
    guard(|| CODECS.make_audio_decoder(params, &AudioDecoderOptions::default())).map_err(|error| match error {
        Error::IoError(_) | Error::DecodeError(_) => AnalyseError::Damaged { at_ms: 0, damaged_packets: 0 },
        other => AnalyseError::UnsupportedCodec { name: format!("{codec:?} ({other})") },
    })
}

/// Runs a parser over foreign bytes. Its panic is damage to one recording, not to the worker.
pub(crate) fn guard<T>(parse: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    catch_unwind(AssertUnwindSafe(parse)).unwrap_or(Err(Error::LimitError("the parser panicked")))
}

/// The container, and the first bytes behind any ID3v2 tag.
fn identify(source: &mut Measured) -> Result<(Container, Vec<u8>), AnalyseError> {
    let mut head = vec![0; SNIFFED_BYTES];
    let mut offset = 0;
    // Taggers that cannot edit a tag in place put a second in front of it.
    for _ in 0..4 {
        head.resize(SNIFFED_BYTES, 0);
        let filled = source.read_at(offset, &mut head)?;
        head.truncate(filled);
        match id3v2_size(&head) {
            Some(tag) => offset = offset.saturating_add(tag),
            None => break,
        }
    }
    if head.is_empty() {
        return Err(AnalyseError::Empty);
    }
    match sniff(&head) {
        Some(Sniffed::Audio(container)) => Ok((container, head)),
        Some(Sniffed::Unsupported(name)) => Err(AnalyseError::UnsupportedCodec { name: name.into() }),
        None => Err(AnalyseError::NotAudio),
    }
}

fn probe(source: Measured, container: Container, extension: Option<&str>) -> Result<Box<dyn FormatReader>, AnalyseError> {
    let mut hint = Hint::new();
    hint.with_extension(extension.unwrap_or(container.extension()));
    let stream = MediaSourceStream::new(Box::new(source), Default::default());
    let tags = MetadataOptions::default().limit_tag_bytes(Limit::Maximum(TAG_BYTES)).limit_visual_bytes(Limit::Maximum(TAG_BYTES));
    guard(|| PROBE.probe(&hint, stream, FormatOptions::default(), tags)).map_err(|error| match error {
        // The sniffer saw a recording here, so what is missing is its rest.
        Error::IoError(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => AnalyseError::Truncated { at_ms: 0 },
        Error::IoError(error) => AnalyseError::Read(error),
        Error::Unsupported(_) if matches!(container, Container::Mpeg | Container::Adts) => AnalyseError::NotAudio,
        Error::Unsupported(name) => AnalyseError::UnsupportedCodec { name: name.into() },
        _ => AnalyseError::Damaged { at_ms: 0, damaged_packets: 0 },
    })
}

fn length_ms(track: &Track) -> Option<u64> {
    let base = track.time_base?;
    let seconds = u128::from(track.duration?.get()) * u128::from(base.numer.get());
    u64::try_from(seconds * 1000 / u128::from(base.denom.get())).ok()
}

/// Whether an encoder left the number of frames in the first one (Xing, Info or VBRI).
fn has_encoder_tag(head: &[u8]) -> bool {
    const TAGS: [&[u8]; 3] = [b"Xing", b"Info", b"VBRI"];
    let start = head.iter().position(|byte| *byte == 0xff).unwrap_or(0);
    head[start..].windows(4).take(64).any(|window| TAGS.contains(&window))
}

/// Refuses a header that claims far more than the file can hold; forgets a length that stands for "unknown".
fn hold_to_size(opened: &mut Opened) -> Result<(), AnalyseError> {
    // Below this the quietest coding of any codec here should not go; chosen with room, not measured.
    const LEAST_BITS_PER_SECOND: u128 = 200;
    const PLAUSIBLE_HZ: std::ops::RangeInclusive<u32> = 4_000..=768_000;
    const PLAUSIBLE_EXCESS: u128 = 20;

    let size_bytes = opened.size_bytes;
    let claimed_ms = opened.stated_ms.unwrap_or(0);
    let implausible = AnalyseError::ImplausibleHeader { claimed_ms, size_bytes };
    let rate = opened.params.sample_rate.unwrap_or(44_100);
    if !PLAUSIBLE_HZ.contains(&rate) {
        return Err(implausible);
    }
    let claimed_bytes = match opened.format.codec {
        Codec::Pcm => {
            let bits = opened.params.bits_per_coded_sample.or(opened.params.bits_per_sample).unwrap_or(8);
            let channels = opened.params.channels.as_ref().map_or(1, |channels| channels.count());
            let frame_bytes = u128::from(bits.div_ceil(8)) * channels as u128;
            u128::from(claimed_ms) * u128::from(rate) * frame_bytes / 1000
        }
        _ => u128::from(claimed_ms) * LEAST_BITS_PER_SECOND / 8000,
    };
    if opened.format.codec == Codec::Pcm && stands_for_unknown(claimed_bytes) {
        (opened.stated_ms, opened.total_ms) = (None, None);
        return Ok(());
    }
    let is_excessive = claimed_bytes > u128::from(size_bytes) * PLAUSIBLE_EXCESS;
    if is_excessive { Err(implausible) } else { Ok(()) }
}

/// Recorders that stream a WAV write the largest size there is, less a header or a block, and never come back.
fn stands_for_unknown(claimed_bytes: u128) -> bool {
    const SLACK: u128 = 0x1_0000;
    [u128::from(u32::MAX), u128::from(u32::MAX / 2)].iter().any(|largest| (largest - SLACK..=*largest).contains(&claimed_bytes))
}
