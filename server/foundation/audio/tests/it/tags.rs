//! Tags written by ffmpeg, read back.

use std::fs;
use std::io::Cursor;
use std::process::Command;

use audio::{Tags, read_tags};
use tempfile::TempDir;

use crate::signals::{sine_steps, wav};

fn tagged(name: &str, encoder: &[&str]) -> Tags {
    let directory = TempDir::new().unwrap();
    let [sound, cover, path] = ["sound.wav", "cover.png", name].map(|name| directory.path().join(name));
    fs::write(&sound, wav(44_100, &sine_steps(44_100, 2, 440.0, &[(-12.0, 1.0)]))).unwrap();
    let run = |arguments: &[&str]| {
        let output = Command::new("ffmpeg")
            .args(["-hide_banner", "-nostdin", "-y"])
            .args(arguments)
            .output()
            .expect("these tests need ffmpeg on the PATH: apt-get install ffmpeg");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    let [sound, cover, path] = [&sound, &cover, &path].map(|path| path.to_str().unwrap());
    run(&["-f", "lavfi", "-i", "color=red:s=32x32:d=1", "-frames:v", "1", cover]);
    let mut arguments = vec!["-i", sound, "-i", cover, "-map", "0:a", "-map", "1:v", "-c:v", "copy"];
    arguments.extend(["-disposition:v", "attached_pic", "-metadata", "title=Für Nächte", "-metadata", "artist=DJ Ø"]);
    arguments.extend(["-metadata", "album=Live", "-metadata", "genre=Techno", "-metadata", "date=2024"]);
    arguments.extend(["-metadata", "comment=one take"]);
    arguments.extend(encoder);
    arguments.push(path);
    run(&arguments);
    read_tags(Box::new(Cursor::new(fs::read(path).unwrap()))).unwrap()
}

#[test]
fn tags_and_cover_are_read_from_mp3_m4a_and_flac() {
    for (name, encoder) in [("a.mp3", ["-c:a", "libmp3lame"]), ("a.m4a", ["-c:a", "aac"]), ("a.flac", ["-c:a", "flac"])] {
        let tags = tagged(name, &encoder);
        let texts = [&tags.title, &tags.artist, &tags.album, &tags.genre, &tags.date];
        let texts = texts.map(|text| text.as_deref().unwrap_or("missing"));
        assert_eq!(texts, ["Für Nächte", "DJ Ø", "Live", "Techno", "2024"], "{name}");
        // ffmpeg writes an MP3's comment as a frame of its own invention, which no player shows either.
        let comment = (name != "a.mp3").then_some("one take");
        assert_eq!(tags.comment.as_deref(), comment, "{name}");
        assert_eq!(tags.cover.unwrap().mime, "image/png", "{name}");
    }
}

#[test]
fn recording_without_tags_gives_none() {
    let bytes = wav(44_100, &sine_steps(44_100, 2, 440.0, &[(-12.0, 1.0)]));
    assert_eq!(read_tags(Box::new(Cursor::new(bytes))).unwrap(), Tags::default());
}
