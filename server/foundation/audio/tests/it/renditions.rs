//! Renditions, judged by ffprobe and ffmpeg: what they are, how long they play, how loud they are, and where their sound is.

use std::fs::{self, File};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::Command;

use audio::{AnalyseError, EncodeError, Limits, Rendition, encode};
use tempfile::TempDir;

const SECONDS: f64 = 12.3;
/// Two tenths of a second in, and a tenth before the end.
const CLICKS: [f64; 2] = [0.2, SECONDS - 0.1];

fn output(program: &str, arguments: &[&str]) -> (Vec<u8>, String) {
    let output = Command::new(program).args(arguments).output().expect("these tests need ffmpeg on the PATH: apt-get install ffmpeg");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{program} {arguments:?}: {said}");
    (output.stdout, said)
}

/// Sines under pink noise, two different channels, coded as `encoder` says.
fn recording(folder: &Path, name: &str, encoder: &[&str]) -> PathBuf {
    let path = folder.join(name);
    let music =
        format!("aevalsrc='0.3*sin(2*PI*110*t)*(0.6+0.4*sin(2*PI*0.3*t))+0.1*sin(2*PI*1760*t)|0.3*sin(2*PI*164.8*t)':s=44100:d={SECONDS}");
    let noise = format!("anoisesrc=color=pink:seed=7:amplitude=0.3:r=44100:d={SECONDS}");
    let mut arguments = vec!["-v", "error", "-y", "-f", "lavfi", "-i", &music, "-f", "lavfi", "-i", &noise];
    arguments.extend(["-filter_complex", "[0][1]amix=inputs=2:normalize=0"]);
    arguments.extend(encoder);
    arguments.push(path.to_str().unwrap());
    output("ffmpeg", &arguments);
    path
}

fn rendered(from: &Path, rendition: Rendition) -> PathBuf {
    let to = from.with_extension(if rendition == Rendition::Mp3 { "out.mp3" } else { "out.opus" });
    let extension = from.extension().and_then(|extension| extension.to_str());
    let source = Box::new(File::open(from).unwrap());
    encode(source, extension, Limits::default(), rendition, File::create(&to).unwrap(), &mut |_| ControlFlow::Continue(())).unwrap();
    to
}

/// One entry of ffprobe's answer.
fn probed(path: &Path, entry: &str) -> String {
    let (answer, _) = output("ffprobe", &["-v", "error", "-of", "default=nw=1:nk=1", "-show_entries", entry, path.to_str().unwrap()]);
    String::from_utf8(answer).unwrap().lines().next().unwrap_or_default().to_owned()
}

/// All samples as one channel at 48 kHz. ffmpeg may have nothing to complain of but that a WAV doesn't name its two channels.
fn samples(path: &Path) -> Vec<f32> {
    let mut arguments = vec!["-v", "warning"];
    if path.extension().is_some_and(|extension| extension == "mp3") {
        // A few frames are too few for it to be sure by itself.
        arguments.extend(["-f", "mp3"]);
    }
    let path = path.to_str().unwrap();
    arguments.extend(["-i", path, "-map", "0:a", "-ac", "1", "-ar", "48000", "-f", "f32le", "-"]);
    let (bytes, said) = output("ffmpeg", &arguments);
    assert!(said.lines().all(|line| line.starts_with("Guessed Channel Layout")), "{path}: {said}");
    bytes.as_chunks::<4>().0.iter().map(|sample| f32::from_le_bytes(*sample)).collect()
}

fn lufs(path: &Path) -> f64 {
    let (_, log) = output("ffmpeg", &["-hide_banner", "-i", path.to_str().unwrap(), "-map", "0:a", "-af", "ebur128", "-f", "null", "-"]);
    let summary = &log[log.rfind("Summary:").unwrap()..];
    summary[summary.find("I:").unwrap() + 2..].split_whitespace().next().unwrap().parse().unwrap()
}

fn holds_true(from: &Path, rendition: Rendition, codec: &str, rate: &str, channels: &str) {
    let to = rendered(from, rendition);
    let said = ["stream=codec_name", "stream=sample_rate", "stream=channels"].map(|entry| probed(&to, entry));
    assert_eq!(said, [codec, rate, channels], "{}", to.display());
    let (stated, played) = (probed(&to, "format=duration").parse::<f64>().unwrap(), samples(&to).len() as f64 / 48_000.0);
    let wanted = samples(from).len() as f64 / 48_000.0;
    assert!((played - wanted).abs() <= 0.02, "{}: {played} s of {wanted}", to.display());
    // ffprobe counts the frames of an MP3 whole, their padding included; a player takes the padding off.
    let padding = if rendition == Rendition::Mp3 { 0.06 } else { 0.02 };
    assert!((stated - wanted).abs() <= padding, "{}: said to be {stated} s of {wanted}", to.display());
    let (before, after) = (lufs(from), lufs(&to));
    assert!((before - after).abs() <= 0.3, "{}: {before} LUFS became {after}", to.display());
}

#[test]
fn opus_is_what_it_says_and_as_long_and_loud_as_its_recording() {
    let folder = TempDir::new().unwrap();
    let sources: [(&str, &[&str], &str); 5] = [
        ("a.flac", &["-c:a", "flac", "-ac", "2"], "2"),
        ("b.wav", &["-c:a", "pcm_s24le", "-ar", "96000", "-ac", "2"], "2"),
        ("c.mp3", &["-c:a", "libmp3lame", "-b:a", "320k", "-ac", "2"], "2"),
        ("d.m4a", &["-c:a", "aac", "-b:a", "256k", "-ar", "48000", "-ac", "2"], "2"),
        ("e.wav", &["-c:a", "pcm_s16le", "-ac", "1"], "1"),
    ];
    for (name, encoder, channels) in sources {
        holds_true(&recording(folder.path(), name, encoder), Rendition::Opus, "opus", "48000", channels);
    }
}

#[cfg(feature = "lame")]
#[test]
fn mp3_is_what_it_says_and_as_long_and_loud_as_its_recording() {
    let folder = TempDir::new().unwrap();
    let sources: [(&str, &[&str], &str, &str); 5] = [
        ("a.flac", &["-c:a", "flac", "-ac", "2"], "44100", "2"),
        ("b.wav", &["-c:a", "pcm_s24le", "-ar", "96000", "-ac", "2"], "48000", "2"),
        ("c.aiff", &["-c:a", "pcm_s16be", "-ar", "48000", "-ac", "2"], "48000", "2"),
        ("d.wav", &["-c:a", "pcm_s16le", "-ar", "88200", "-ac", "2"], "44100", "2"),
        ("e.flac", &["-c:a", "flac", "-ac", "1"], "44100", "1"),
    ];
    for (name, encoder, rate, channels) in sources {
        let from = recording(folder.path(), name, encoder);
        holds_true(&from, Rendition::Mp3, "mp3", rate, channels);
    }
}

#[cfg(feature = "lame")]
#[test]
fn mp3_has_one_bit_rate_and_says_so_and_how_long_it_is_in_its_first_frame() {
    let folder = TempDir::new().unwrap();
    let to = rendered(&recording(folder.path(), "a.flac", &["-c:a", "flac", "-ac", "2"]), Rendition::Mp3);
    let bytes = fs::read(&to).unwrap();
    let info = bytes.windows(4).position(|window| window == b"Info").unwrap();
    assert!(info < 64, "{info}");
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    let (flags, frames, size) = (number(info + 4), number(info + 8), number(info + 12));
    assert_eq!((flags, size as usize), (15, bytes.len()), "frames, bytes, table and quality are told");
    assert!((f64::from(frames) * 1152.0 / 44_100.0 - SECONDS).abs() < 0.06, "{frames}");
    assert_eq!(probed(&to, "stream=bit_rate"), "256000");
}

#[test]
fn sound_stays_where_it_was() {
    let folder = TempDir::new().unwrap();
    for (name, rate) in [("plain.wav", 48_000), ("other.wav", 44_100)] {
        let mut sound = vec![0.0_f32; (SECONDS * f64::from(rate)) as usize];
        for second in CLICKS {
            sound[(second * f64::from(rate)) as usize] = 0.9;
        }
        let from = folder.path().join(name);
        fs::write(&from, crate::signals::wav(rate, &[sound.clone(), sound])).unwrap();
        for rendition in Rendition::MADE {
            let heard = samples(&rendered(&from, *rendition));
            for second in CLICKS {
                let near = ((second - 0.05) * 48_000.0) as usize..((second + 0.05) * 48_000.0) as usize;
                let loudest = near.max_by(|a, b| heard[*a].abs().total_cmp(&heard[*b].abs())).unwrap();
                let off_ms = (loudest as f64 / 48.0 - second * 1000.0).abs();
                assert!(off_ms < 1.0, "{name} as {rendition:?}: a click at {second} s is {off_ms} ms off");
            }
        }
    }
}

#[test]
fn surround_becomes_stereo_and_a_blink_of_sound_is_kept() {
    let folder = TempDir::new().unwrap();
    let surround = recording(folder.path(), "many.flac", &["-c:a", "flac", "-ac", "6"]);
    let blink = folder.path().join("blink.wav");
    fs::write(&blink, crate::signals::wav(44_100, &crate::signals::sine_steps(44_100, 2, 440.0, &[(-12.0, 0.004)]))).unwrap();
    for rendition in Rendition::MADE {
        assert_eq!(probed(&rendered(&surround, *rendition), "stream=channels"), "2");
        let heard = samples(&rendered(&blink, *rendition));
        assert!(heard.len().abs_diff(192) <= 2, "{rendition:?}: {} samples", heard.len());
    }
}

#[test]
fn a_rendition_is_analysed_like_any_recording() {
    let folder = TempDir::new().unwrap();
    let from = recording(folder.path(), "a.flac", &["-c:a", "flac", "-ac", "2"]);
    for rendition in Rendition::MADE {
        let analysis = crate::signals::analysed(fs::read(rendered(&from, *rendition)).unwrap()).unwrap();
        assert!(analysis.duration_ms.abs_diff((SECONDS * 1000.0) as u64) <= 2, "{rendition:?}: {} ms", analysis.duration_ms);
    }
}

fn coded_into(target: File, on_progress: &mut dyn FnMut() -> ControlFlow<()>) -> Result<(), EncodeError> {
    let minute = crate::signals::wav(8_000, &crate::signals::sine_steps(8_000, 1, 440.0, &[(-12.0, 60.0)]));
    let source = Box::new(std::io::Cursor::new(minute));
    encode(source, None, Limits::default(), Rendition::Opus, target, &mut |_| on_progress())
}

#[test]
fn breaking_from_progress_cancels_the_rendition() {
    let cancelled = coded_into(tempfile::tempfile().unwrap(), &mut || ControlFlow::Break(()));
    assert!(matches!(cancelled, Err(EncodeError::Recording(AnalyseError::Cancelled))), "{cancelled:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_ends_the_rendition() {
    let full = File::options().write(true).open("/dev/full").unwrap();
    let refused = coded_into(full, &mut || ControlFlow::Continue(()));
    assert!(matches!(refused, Err(EncodeError::Write(_))), "{refused:?}");
}

#[test]
fn what_is_no_recording_is_not_coded() {
    let source = Box::new(std::io::Cursor::new(b"words, words, words".to_vec()));
    let refused =
        encode(source, None, Limits::default(), Rendition::Opus, tempfile::tempfile().unwrap(), &mut |_| ControlFlow::Continue(()));
    assert!(matches!(refused, Err(EncodeError::Recording(AnalyseError::NotAudio))), "{refused:?}");
}
