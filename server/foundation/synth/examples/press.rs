//! Presses the catalogue to a folder as WAV and MP3, and says how long it took: for ears and for meters.

use std::io::Write;
use std::path::PathBuf;
use std::time::Instant;

use synth::{Rendered, Tags, catalogue, encode_mp3, render};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("usage: press FOLDER [SLUG]")?);
    let only = arguments.next();
    std::fs::create_dir_all(&folder)?;
    let mut out = std::io::stdout().lock();
    for piece in catalogue().iter().filter(|piece| only.as_deref().is_none_or(|slug| slug == piece.slug)) {
        let start = Instant::now();
        let rendered = render(piece);
        let played = start.elapsed();
        let start = Instant::now();
        let tags = Tags { title: piece.title, artist: "Danny Hectic B", album: "" };
        let mp3 = encode_mp3(&rendered, 192, tags)?;
        let packed = start.elapsed();
        std::fs::write(folder.join(format!("{}.mp3", piece.slug)), &mp3)?;
        std::fs::write(folder.join(format!("{}.wav", piece.slug)), wav(&rendered))?;
        writeln!(
            out,
            "{:28} {:5.1} s  {} {} bpm  render {played:.2?}  encode {packed:.2?}  {} kB",
            piece.slug,
            piece.duration_s(),
            piece.key.camelot(),
            piece.bpm,
            mp3.len() / 1000,
        )?;
    }
    Ok(())
}

/// Sixteen bits, the plainest header there is.
fn wav(rendered: &Rendered) -> Vec<u8> {
    let size = rendered.samples.len() as u32 * 2;
    let mut file = Vec::with_capacity(size as usize + 44);
    file.extend(b"RIFF");
    file.extend((36 + size).to_le_bytes());
    file.extend(b"WAVEfmt ");
    file.extend(16_u32.to_le_bytes());
    file.extend(1_u16.to_le_bytes());
    file.extend(rendered.channels.to_le_bytes());
    file.extend(rendered.sample_rate_hz.to_le_bytes());
    file.extend((rendered.sample_rate_hz * 4).to_le_bytes());
    file.extend(4_u16.to_le_bytes());
    file.extend(16_u16.to_le_bytes());
    file.extend(b"data");
    file.extend(size.to_le_bytes());
    for sample in &rendered.samples {
        file.extend(((sample * 32_767.0) as i16).to_le_bytes());
    }
    file
}
