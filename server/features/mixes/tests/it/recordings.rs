//! Files that people upload, good and bad, made by ffmpeg and by hand.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// A tone of `seconds` in the format that `name` ends in, with tags and, if given, a cover.
pub fn tone(folder: &Path, name: &str, seconds: u32, cover: Option<&Path>) -> Vec<u8> {
    let path = folder.join(name);
    let mut ffmpeg = Command::new("ffmpeg");
    ffmpeg.args(["-v", "error", "-y", "-f", "lavfi", "-i", &format!("sine=frequency=440:duration={seconds},volume=0.5")]);
    if let Some(cover) = cover {
        ffmpeg.arg("-i").arg(cover).args(["-map", "0", "-map", "1", "-c:v", "copy", "-disposition:v", "attached_pic"]);
    }
    let tags = ["title=Night Bus Séance", "artist=DJ Tag", "genre=Deep House; Dub", "date=2024-05-31", "comment=Recorded **live**."];
    for tag in tags {
        ffmpeg.args(["-metadata", tag]);
    }
    let made = ffmpeg.arg(&path).status().expect("ffmpeg is needed for these tests: apt-get install ffmpeg");
    assert!(made.success(), "ffmpeg could not make {name}");
    std::fs::read(path).unwrap()
}

/// An MP3 without tags.
pub fn plain_mp3(folder: &Path, seconds: u32) -> Vec<u8> {
    let path = folder.join("plain.mp3");
    let made = Command::new("ffmpeg")
        .args(["-v", "error", "-y", "-f", "lavfi", "-i", &format!("sine=frequency=330:duration={seconds}")])
        .args(["-map_metadata", "-1", "-id3v2_version", "0", "-write_xing", "1", "-b:a", "192k"])
        .arg(&path)
        .status()
        .expect("ffmpeg is needed for these tests: apt-get install ffmpeg");
    assert!(made.success());
    std::fs::read(path).unwrap()
}

/// What ffmpeg makes of a source filter, in the format that the name's extension says.
pub fn rendered(folder: &Path, name: &str, source: &str, more: &str) -> Vec<u8> {
    let path = folder.join(name);
    let made = Command::new("ffmpeg")
        .args(["-v", "error", "-y", "-f", "lavfi", "-i", source])
        .args(more.split_whitespace())
        .arg(&path)
        .status()
        .expect("ffmpeg is needed for these tests: apt-get install ffmpeg");
    assert!(made.success());
    std::fs::read(path).unwrap()
}

/// A real picture.
pub fn picture(folder: &Path) -> PathBuf {
    let path = folder.join("cover.png");
    let made = Command::new("ffmpeg")
        .args(["-v", "error", "-y", "-f", "lavfi", "-i", "testsrc2=size=400x300:duration=1", "-frames:v", "1"])
        .arg(&path)
        .status();
    assert!(made.unwrap().success());
    path
}

/// What a Windows program starts with.
pub fn program() -> Vec<u8> {
    let mut bytes = b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0".to_vec();
    bytes.extend((0..200_000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 23) as u8));
    bytes
}

/// A WAV whose header claims fifty hours in a few kilobytes.
pub fn fifty_hours() -> Vec<u8> {
    let (hz, bytes_per_frame) = (8_000_u32, 2_u32);
    let claimed = 50 * 3600 * hz * bytes_per_frame;
    let mut wav = b"RIFF".to_vec();
    wav.extend((claimed + 36).to_le_bytes());
    wav.extend(b"WAVEfmt ");
    wav.extend(16_u32.to_le_bytes());
    wav.extend(1_u16.to_le_bytes());
    wav.extend(1_u16.to_le_bytes());
    wav.extend(hz.to_le_bytes());
    wav.extend((hz * bytes_per_frame).to_le_bytes());
    wav.extend(2_u16.to_le_bytes());
    wav.extend(16_u16.to_le_bytes());
    wav.extend(b"data");
    wav.extend(claimed.to_le_bytes());
    wav.extend(vec![0; 8_000]);
    wav
}

/// `mp3` with an ID3v2.3 tag that carries a PNG claiming 60,000 × 60,000 pixels.
pub fn with_bomb_cover(mp3: &[u8]) -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    png.extend(60_000_u32.to_be_bytes());
    png.extend(60_000_u32.to_be_bytes());
    png.extend([8, 2, 0, 0, 0]);
    png.extend(crc32(&png[12..]).to_be_bytes());
    png.extend(b"\0\0\0\x10IDAT");
    png.extend([0x78, 0x9c].iter().chain(&[0_u8; 18]));
    let mut frame = b"\0image/png\0\x03\0".to_vec();
    frame.extend(png);
    let mut tag = b"APIC".to_vec();
    tag.extend((frame.len() as u32).to_be_bytes());
    tag.extend([0, 0]);
    tag.extend(frame);
    let size = tag.len() as u32;
    let mut file = b"ID3\x03\0\0".to_vec();
    file.extend([21, 14, 7, 0].map(|shift| ((size >> shift) & 0x7f) as u8));
    file.extend(tag);
    file.extend(mp3);
    file
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes
        .iter()
        .fold(!0_u32, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg())))
}
