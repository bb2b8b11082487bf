//! What is packed can be unpacked: checked with a decoder that shares nothing with LAME.
#![cfg(feature = "mp3")]

use std::io::Cursor;

use symphonia::core::codecs::audio::AudioDecoderOptions;
use symphonia::core::formats::probe::Hint;
use symphonia::core::formats::{FormatOptions, TrackType};
use symphonia::core::io::MediaSourceStream;
use symphonia::core::meta::MetadataOptions;
use synth::{EncodeError, Rendered, Tags, catalogue, encode_mp3, render};

/// Interleaved samples, as decoded.
fn decode(mp3: Vec<u8>) -> (Option<u32>, Vec<f32>) {
    let source = MediaSourceStream::new(Box::new(Cursor::new(mp3)), Default::default());
    let mut format = symphonia::default::get_probe()
        .probe(Hint::new().with_extension("mp3"), source, FormatOptions::default(), MetadataOptions::default())
        .expect("an mp3");
    let track = format.default_track(TrackType::Audio).expect("a track");
    let params = track.codec_params.as_ref().and_then(|params| params.audio()).expect("audio").clone();
    let mut decoder = symphonia::default::get_codecs().make_audio_decoder(&params, &AudioDecoderOptions::default()).expect("a decoder");
    let mut samples = Vec::new();
    let mut packet_samples = Vec::new();
    while let Some(packet) = format.next_packet().expect("a packet") {
        decoder.decode(&packet).expect("sound").copy_to_vec_interleaved(&mut packet_samples);
        samples.extend_from_slice(&packet_samples);
    }
    (params.sample_rate, samples)
}

#[test]
fn an_mp3_decodes_to_the_length_and_sound_that_went_in() {
    let piece = &catalogue()[0];
    let rendered = render(piece);
    let mp3 = encode_mp3(&rendered, 192, Tags { title: piece.title, artist: "Demo", album: "" }).expect("mp3");
    assert!(mp3.starts_with(b"ID3"));
    assert!(mp3.windows(4).take(4096).any(|four| four == b"Info"), "no Info frame");
    let size = rendered.duration_ms() as f64 * 192.0 / 8.0;
    assert!((mp3.len() as f64 / size - 1.0).abs() < 0.01, "{} bytes", mp3.len());

    let (rate, decoded) = decode(mp3);
    assert_eq!(rate, Some(44_100));
    let off = (decoded.len() as f64 - rendered.samples.len() as f64).abs() / 2.0;
    assert!(off <= 1152.0 * 2.0, "off by {off} frames");
    let energy = |s: &[f32]| s.iter().map(|v| f64::from(*v) * f64::from(*v)).sum::<f64>();
    let kept = energy(&decoded) / energy(&rendered.samples);
    assert!((0.9..1.1).contains(&kept), "kept {kept} of the energy");
}

#[test]
fn an_unknown_bit_rate_is_refused() {
    let silence = Rendered { sample_rate_hz: 44_100, channels: 2, samples: vec![0.0; 8820] };
    assert!(matches!(encode_mp3(&silence, 193, Tags::default()), Err(EncodeError::Bitrate(193))));
}

#[test]
fn mono_is_refused() {
    let silence = Rendered { sample_rate_hz: 44_100, channels: 1, samples: vec![0.0; 4410] };
    assert!(matches!(encode_mp3(&silence, 192, Tags::default()), Err(EncodeError::Channels(1))));
}

#[test]
fn a_short_sound_still_makes_a_file() {
    let silence = Rendered { sample_rate_hz: 44_100, channels: 2, samples: vec![0.0; 200] };
    assert!(!encode_mp3(&silence, 128, Tags::default()).expect("mp3").is_empty());
}
