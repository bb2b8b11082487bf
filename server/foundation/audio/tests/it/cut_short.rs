//! Recordings without a stated length, cut anywhere: how they end tells, and nothing else may.

use std::fs;
use std::process::Command;

use audio::AnalyseError;
use tempfile::TempDir;

use crate::signals::analysed;

const FORMATS: [(&str, &[&str]); 6] = [
    ("music.mp3", &["-c:a", "libmp3lame", "-b:a", "192k", "-write_xing", "0", "-id3v2_version", "0"]),
    ("variable.mp3", &["-c:a", "libmp3lame", "-q:a", "2", "-write_xing", "0"]),
    ("music.aac", &["-c:a", "aac", "-b:a", "128k"]),
    ("music.ogg", &["-c:a", "libvorbis", "-q:a", "4"]),
    ("music.opus", &["-c:a", "libopus", "-b:a", "96k"]),
    ("flac.ogg", &["-c:a", "flac", "-f", "ogg"]),
];

/// Ten seconds of pink noise.
fn encoded(name: &str, encoder: &[&str]) -> Vec<u8> {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join(name);
    let mut command = Command::new("ffmpeg");
    command.args(["-hide_banner", "-nostdin", "-y", "-f", "lavfi", "-i", "anoisesrc=color=pink:seed=7:amplitude=0.4:r=44100:d=10"]);
    let output = command.args(["-ac", "2"]).args(encoder).arg(&path).output().expect("ffmpeg is on the PATH: apt-get install ffmpeg");
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    fs::read(path).unwrap()
}

#[test]
fn a_recording_cut_anywhere_is_truncated_and_a_whole_one_is_not() {
    for (name, encoder) in FORMATS {
        let whole = encoded(name, encoder);
        assert!(analysed(whole.clone()).is_ok(), "{name}");
        for left in [whole.len() / 2 + 77, whole.len() / 3 + 5, whole.len() - 30, whole.len() - 1] {
            let refused = analysed(whole[..left].to_vec());
            assert!(matches!(refused, Err(AnalyseError::Truncated { .. })), "{name}, {left} of {}: {refused:?}", whole.len());
        }
    }
}

#[test]
fn an_ogg_that_ends_between_two_pages_is_truncated_too() {
    for (name, encoder) in &FORMATS[3..] {
        let whole = encoded(name, encoder);
        let last = whole.windows(5).rposition(|bytes| bytes == b"OggS\0").unwrap();
        let refused = analysed(whole[..last].to_vec());
        assert!(matches!(refused, Err(AnalyseError::Truncated { .. })), "{name}: {refused:?}");
    }
}

#[test]
fn tags_and_padding_behind_the_sound_are_no_cut() {
    let id3v1 = [b"TAG".as_slice(), &[b'x'; 125]].concat();
    let mut ape = b"APETAGEX".to_vec();
    // Version 2, 32 + 40 bytes with the footer, one item, no header.
    ape.extend([2000_u32, 72, 1, 0, 0, 0].iter().flat_map(|number| number.to_le_bytes()));
    let ape = [vec![0xff; 40], ape].concat();
    for (name, encoder) in &FORMATS[..3] {
        let whole = encoded(name, encoder);
        for (what, behind) in
            [("ID3v1", id3v1.clone()), ("APEv2", ape.clone()), ("both", [ape.clone(), id3v1.clone()].concat()), ("zeros", vec![0; 500])]
        {
            let analysis = analysed([whole.clone(), behind.clone()].concat());
            assert!(analysis.is_ok(), "{name} with {what}: {analysis:?}");
            let cut = analysed([&whole[..whole.len() - 30], behind.as_slice()].concat());
            if what != "zeros" {
                assert!(matches!(cut, Err(AnalyseError::Truncated { .. })), "{name} cut before {what}: {cut:?}");
            }
        }
    }
}
