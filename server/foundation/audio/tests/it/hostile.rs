//! Files that are not what they say: programs, empty files, headers that lie, random bytes.

use std::io::Cursor;

use audio::{AnalyseError, Container, Sniffed, read_tags, sniff};
use proptest::prelude::*;

use crate::signals::{analysed, sine_steps, wav, wav_header};

#[test]
fn program_renamed_to_mp3_is_not_audio() {
    for magic in [b"MZ\x90\x00".as_slice(), b"\x7fELF\x02\x01\x01\x00"] {
        let mut program = magic.to_vec();
        program.extend((0..200_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8));
        assert_eq!(sniff(&program), None);
        assert!(matches!(analysed(program), Err(AnalyseError::NotAudio)));
    }
}

#[test]
fn file_without_bytes_is_empty() {
    assert!(matches!(analysed(Vec::new()), Err(AnalyseError::Empty)));
}

#[test]
fn wav_without_samples_is_empty() {
    assert!(matches!(analysed(wav_header(1, 44_100, 2, 16, 0)), Err(AnalyseError::Empty)));
}

#[test]
fn wav_header_that_claims_fifty_hours_is_implausible() {
    let mut bytes = wav_header(1, 8_000, 1, 8, 50 * 3600 * 8_000);
    bytes.extend([0x80; 4_000]);
    match analysed(bytes) {
        Err(AnalyseError::ImplausibleHeader { claimed_ms, size_bytes }) => {
            assert_eq!((claimed_ms, size_bytes), (50 * 3600 * 1000, 4_044));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn wav_of_one_sample_a_second_is_implausible() {
    let mut bytes = wav_header(1, 1, 1, 8, 180_000);
    bytes.extend(vec![0x80; 180_000]);
    assert!(matches!(analysed(bytes), Err(AnalyseError::ImplausibleHeader { .. })));
}

#[test]
fn streamed_wav_of_unknown_length_plays_what_is_there() {
    for unknown in [u32::MAX, 0x7fff_f000] {
        let mut bytes = wav_header(1, 44_100, 1, 16, unknown);
        bytes.extend((0..44_100_u32).flat_map(|n| ((n % 100) as i16 * 50).to_le_bytes()));
        assert_eq!(analysed(bytes).unwrap().duration_ms, 1000);
    }
}

#[test]
fn samples_that_are_no_numbers_do_not_spoil_the_measurement() {
    let mut planes = sine_steps(48_000, 2, 1000.0, &[(-23.0, 5.0)]);
    planes[0][1000] = f32::NAN;
    planes[1][2000] = f32::INFINITY;
    let analysis = analysed(wav(48_000, &planes)).unwrap();
    assert!(analysis.loudness_lufs.unwrap().is_finite());
    assert!(analysis.true_peak_dbtp.unwrap() < 14.0);
}

#[test]
fn container_we_do_not_play_is_named() {
    let bytes = [b"wvpk".as_slice(), &[0; 100]].concat();
    assert!(matches!(analysed(bytes), Err(AnalyseError::UnsupportedCodec { name }) if name == "WavPack"));
}

const MAGICS: [&[u8]; 9] = [
    b"",
    b"RIFF\xff\xff\x00\x00WAVEfmt \x10\x00\x00\x00\x01\x00\x02\x00\x44\xac\x00\x00\x10\xb1\x02\x00\x04\x00\x10\x00data",
    b"FORM\x00\x00\xff\xffAIFFCOMM\x00\x00\x00\x12\x00\x02",
    b"fLaC\x00\x00\x00\x22\x10\x00\x10\x00",
    b"OggS\x00\x02\x00\x00\x00\x00\x00\x00\x00\x00",
    b"\x00\x00\x00\x18ftypM4A \x00\x00\x00\x00M4A mp42\x00\x00\x10\x00moov",
    b"ID3\x04\x00\x00\x00\x00\x10\x00APIC",
    b"\xff\xfb\xe0\x64",
    b"\xff\xf1\x50\x80\x20\x00\x00",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn random_bytes_behind_any_magic_never_panic(
        magic in prop::sample::select(MAGICS.to_vec()),
        noise in prop::collection::vec(any::<u8>(), 0..6000),
    ) {
        let bytes = [magic, noise.as_slice()].concat();
        let _ = sniff(&bytes);
        let _ = analysed(bytes.clone());
        let _ = read_tags(Box::new(Cursor::new(bytes)));
    }

    #[test]
    fn damaged_wav_never_panics(at in 0_usize..44, byte: u8, cut in 0_usize..40_000) {
        let mut bytes = wav(8_000, &sine_steps(8_000, 1, 440.0, &[(-6.0, 1.0)]));
        bytes[at] = byte;
        bytes.truncate(cut);
        let _ = analysed(bytes);
    }
}

#[test]
fn bytes_decide_whatever_the_name() {
    let bytes = wav(48_000, &sine_steps(48_000, 1, 440.0, &[(-6.0, 1.0)]));
    assert_eq!(sniff(&bytes), Some(Sniffed::Audio(Container::Wav)));
}
