//! The same files through ffmpeg's own demuxers, decoders and `ebur128` filter in the same run.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use audio::{AnalyseError, Analysis, Codec, Container};
use tempfile::TempDir;

use crate::signals::analysed;

const SECONDS: u32 = 24;

struct Truth {
    duration_ms: f64,
    lufs: f64,
    dbtp: f64,
}

fn ffmpeg(arguments: &[&str]) -> Output {
    Command::new("ffmpeg")
        .args(["-hide_banner", "-nostdin", "-y"])
        .args(arguments)
        .output()
        .expect("these tests measure against ffmpeg and need it on the PATH: apt-get install ffmpeg")
}

/// Pink noise that swells under three sines: loud and quiet passages, wide band, two different channels.
fn encoded(directory: &Path, name: &str, encoder: &[&str]) -> Vec<u8> {
    let path = directory.join(name);
    let music = format!(
        "aevalsrc='0.3*sin(2*PI*110*t)*(0.6+0.4*sin(2*PI*0.1*t))+0.1*sin(2*PI*1760*t)|\
         0.3*sin(2*PI*164.8*t)*(0.6+0.4*sin(2*PI*0.13*t))':s=44100:d={SECONDS}"
    );
    let noise = format!("anoisesrc=color=pink:seed=7:amplitude=0.4:r=44100:d={SECONDS}");
    let mut arguments = vec!["-f", "lavfi", "-i", &music, "-f", "lavfi", "-i", &noise];
    arguments.extend(["-filter_complex", "[0][1]amix=inputs=2:normalize=0", "-ac", "2"]);
    arguments.extend(encoder);
    let path_text = path.to_str().unwrap();
    arguments.push(path_text);
    let output = ffmpeg(&arguments);
    assert!(output.status.success(), "ffmpeg {encoder:?}: {}", String::from_utf8_lossy(&output.stderr));
    fs::read(path).unwrap()
}

fn truth(path: &Path) -> Truth {
    let path = path.to_str().unwrap();
    let output = ffmpeg(&["-i", path, "-map", "0:a", "-af", "ebur128=peak=true", "-f", "null", "-"]);
    let log = String::from_utf8_lossy(&output.stderr).into_owned();
    let summary = &log[log.rfind("Summary:").expect("a summary of ebur128")..];
    let number = |label: &str| -> f64 {
        let after = &summary[summary.find(label).unwrap() + label.len()..];
        after.split_whitespace().next().unwrap().parse().unwrap()
    };
    let raw = ffmpeg(&["-v", "error", "-i", path, "-map", "0:a", "-f", "s16le", "-ac", "1", "-ar", "48000", "-"]);
    Truth { duration_ms: raw.stdout.len() as f64 / 96.0, lufs: number("I:"), dbtp: number("Peak:") }
}

fn agree(name: &str, encoder: &[&str], codec: Codec, container: Container) -> Analysis {
    let directory = TempDir::new().unwrap();
    let bytes = encoded(directory.path(), name, encoder);
    let analysis = analysed(bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
    let truth = truth(&directory.path().join(name));
    assert_eq!((analysis.format.codec, analysis.format.container), (codec, container), "{name}");
    let off_ms = (analysis.duration_ms as f64 - truth.duration_ms).abs();
    assert!(off_ms <= 50.0, "{name}: {} ms, ffmpeg {} ms", analysis.duration_ms, truth.duration_ms);
    let lufs = analysis.loudness_lufs.unwrap();
    assert!((lufs - truth.lufs).abs() <= 0.2, "{name}: {lufs} LUFS, ffmpeg {}", truth.lufs);
    let dbtp = analysis.true_peak_dbtp.unwrap();
    assert!((dbtp - truth.dbtp).abs() <= 0.4, "{name}: {dbtp} dBTP, ffmpeg {}", truth.dbtp);
    assert_eq!(analysis.damaged_packets, 0, "{name}");
    analysis
}

#[test]
fn mp3_agrees_with_ffmpeg_and_plays_exactly_as_long_as_was_encoded() {
    let encoder = ["-c:a", "libmp3lame", "-b:a", "320k"];
    let analysis = agree("music.mp3", &encoder, Codec::Mp3, Container::Mpeg);
    assert_eq!(analysis.duration_ms, u64::from(SECONDS) * 1000);
    assert!((318..=322).contains(&analysis.bitrate_kbps), "{}", analysis.bitrate_kbps);
}

#[test]
fn variable_rate_mp3_agrees_with_ffmpeg() {
    agree("music.mp3", &["-c:a", "libmp3lame", "-q:a", "4"], Codec::Mp3, Container::Mpeg);
}

#[test]
fn mp3_without_an_encoder_tag_agrees_with_ffmpeg() {
    agree("music.mp3", &["-c:a", "libmp3lame", "-write_xing", "0"], Codec::Mp3, Container::Mpeg);
}

#[test]
fn m4a_agrees_with_ffmpeg_and_plays_without_its_priming() {
    let analysis = agree("music.m4a", &["-c:a", "aac", "-b:a", "192k"], Codec::Aac, Container::Mp4);
    assert!(analysis.duration_ms.abs_diff(u64::from(SECONDS) * 1000) <= 3, "{} ms", analysis.duration_ms);
}

#[test]
fn adts_agrees_with_ffmpeg() {
    agree("music.aac", &["-c:a", "aac", "-b:a", "192k"], Codec::Aac, Container::Adts);
}

#[test]
fn alac_agrees_with_ffmpeg() {
    agree("music.m4a", &["-c:a", "alac"], Codec::Alac, Container::Mp4);
}

#[test]
fn flac_agrees_with_ffmpeg() {
    agree("music.flac", &["-c:a", "flac"], Codec::Flac, Container::Flac);
}

#[test]
fn wav_of_16_bits_agrees_with_ffmpeg() {
    agree("music.wav", &["-c:a", "pcm_s16le"], Codec::Pcm, Container::Wav);
}

#[test]
fn wav_of_24_bits_agrees_with_ffmpeg() {
    agree("music.wav", &["-c:a", "pcm_s24le", "-ar", "96000"], Codec::Pcm, Container::Wav);
}

#[test]
fn aiff_agrees_with_ffmpeg() {
    agree("music.aiff", &["-c:a", "pcm_s16be"], Codec::Pcm, Container::Aiff);
}

#[test]
fn ogg_vorbis_agrees_with_ffmpeg() {
    agree("music.ogg", &["-c:a", "libvorbis", "-q:a", "6"], Codec::Vorbis, Container::Ogg);
}

#[test]
fn opus_agrees_with_ffmpeg() {
    agree("music.opus", &["-c:a", "libopus", "-b:a", "160k"], Codec::Opus, Container::Ogg);
}

#[test]
fn mono_agrees_with_ffmpeg() {
    let analysis = agree("music.flac", &["-c:a", "flac", "-ac", "1"], Codec::Flac, Container::Flac);
    assert_eq!(analysis.channels, 1);
}

#[track_caller]
fn breaks_off_near(bytes: Vec<u8>, expected_ms: u64) {
    match analysed(bytes) {
        Err(AnalyseError::Truncated { at_ms }) => {
            assert!(at_ms.abs_diff(expected_ms) < 2500, "{at_ms} ms, expected about {expected_ms}");
        }
        other => panic!("expected a truncated recording, got {:?}", other.map(|found| found.duration_ms)),
    }
}

#[test]
fn recordings_cut_in_half_are_truncated_there() {
    let directory = TempDir::new().unwrap();
    let files: [(&str, &[&str]); 3] =
        [("cut.mp3", &["-c:a", "libmp3lame", "-b:a", "192k"]), ("cut.flac", &["-c:a", "flac"]), ("cut.wav", &["-c:a", "pcm_s16le"])];
    for (name, encoder) in files {
        let mut bytes = encoded(directory.path(), name, encoder);
        // An odd place, so that the cut is in mid frame.
        bytes.truncate(bytes.len() / 2 + 77);
        breaks_off_near(bytes, u64::from(SECONDS) * 500);
    }
}

#[test]
fn recordings_whose_reader_wants_the_whole_file_are_truncated_somewhere() {
    let directory = TempDir::new().unwrap();
    let files: [(&str, &[&str]); 2] = [("cut.aiff", &["-c:a", "pcm_s16be"]), ("cut.m4a", &["-c:a", "aac", "-movflags", "+faststart"])];
    for (name, encoder) in files {
        let mut bytes = encoded(directory.path(), name, encoder);
        bytes.truncate(bytes.len() / 2 + 77);
        let refused = analysed(bytes);
        assert!(matches!(refused, Err(AnalyseError::Truncated { .. })), "{name}: {refused:?}");
    }
}

#[test]
fn m4a_cut_before_its_index_is_refused() {
    let directory = TempDir::new().unwrap();
    let mut bytes = encoded(directory.path(), "cut.m4a", &["-c:a", "aac"]);
    bytes.truncate(bytes.len() / 2);
    let refused = analysed(bytes);
    assert!(matches!(refused, Err(AnalyseError::Truncated { .. } | AnalyseError::Damaged { .. })), "{refused:?}");
}

#[test]
fn mp3_that_lost_its_last_frame_is_taken() {
    let directory = TempDir::new().unwrap();
    let mut bytes = encoded(directory.path(), "cut.mp3", &["-c:a", "libmp3lame", "-b:a", "192k"]);
    bytes.truncate(bytes.len() - 700);
    assert!(analysed(bytes).is_ok());
}

#[test]
fn mp3_with_a_few_damaged_frames_is_taken() {
    let directory = TempDir::new().unwrap();
    let mut bytes = encoded(directory.path(), "hit.mp3", &["-c:a", "libmp3lame", "-b:a", "192k"]);
    let middle = bytes.len() / 2;
    bytes[middle..middle + 3000].fill(0x55);
    let analysis = analysed(bytes).unwrap();
    assert!(analysis.duration_ms.abs_diff(u64::from(SECONDS) * 1000) < 500, "{} ms", analysis.duration_ms);
}

#[test]
fn two_mp3s_joined_end_to_end_play_both() {
    let directory = TempDir::new().unwrap();
    let bytes = encoded(directory.path(), "one.mp3", &["-c:a", "libmp3lame", "-b:a", "192k"]);
    let analysis = analysed([bytes.clone(), bytes].concat()).unwrap();
    assert!(analysis.duration_ms.abs_diff(u64::from(SECONDS) * 2000) < 500, "{} ms", analysis.duration_ms);
}

#[test]
fn two_ogg_streams_chained_play_both() {
    let directory = TempDir::new().unwrap();
    let bytes = encoded(directory.path(), "one.ogg", &["-c:a", "libvorbis", "-serial_offset", "1"]);
    let next = encoded(directory.path(), "two.ogg", &["-c:a", "libvorbis", "-serial_offset", "77"]);
    let analysis = analysed([bytes, next].concat()).unwrap();
    assert!(analysis.duration_ms.abs_diff(u64::from(SECONDS) * 2000) < 500, "{} ms", analysis.duration_ms);
}
