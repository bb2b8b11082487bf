//! Renders the demo brand's pieces at other tempi and in other keys, as WAV with the truth beside it as JSON.
//!
//! `cargo run --release -p audio --example press_truth -- <folder> <copies of each piece> <seed>`

use std::error::Error;
use std::path::PathBuf;

use synth::{Key, Mode, Piece, SAMPLE_RATE_HZ, catalogue, render};

/// Steps through all values without repeating soon; anything that is the same every time will do.
fn scatter(seed: u64, index: u64) -> u64 {
    let mut x = seed.wrapping_add(index.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

/// Parts and their bars, as the catalogue arranges each piece; the crate keeps them to itself.
fn parts(slug: &str) -> &'static [(&'static str, u32)] {
    match slug {
        "sunday-steppers" => &[("intro", 8), ("drop", 16), ("break", 8), ("drop", 16), ("outro", 6)],
        "spring-tank-session" => &[("intro", 4), ("build", 2), ("drop", 8), ("break", 4), ("drop", 8), ("outro", 3)],
        "low-tide-version" => &[("intro", 8), ("build", 4), ("drop", 16), ("break", 4), ("drop", 12), ("outro", 6)],
        "bassline-bus-lane" | "warehouse-pressure-014" => {
            &[("intro", 4), ("build", 4), ("drop", 12), ("break", 4), ("drop", 8), ("break", 4), ("drop", 12), ("outro", 4)]
        }
        "two-sugars-no-traffic" | "sunday-sleeves-rolled-up" => {
            &[("intro", 8), ("build", 4), ("drop", 12), ("break", 8), ("drop", 12), ("outro", 6)]
        }
        "last-train-platform-six" | "night-shift-depot-road" => &[("intro", 8), ("drop", 12), ("break", 8), ("drop", 12), ("outro", 8)],
        "concrete-orchard" => &[("intro", 8), ("build", 4), ("drop", 16), ("break", 8), ("drop", 20), ("outro", 6)],
        "amber-signal" => &[("intro", 4), ("build", 4), ("drop", 16), ("break", 4), ("drop", 12), ("break", 4), ("drop", 16), ("outro", 4)],
        "rain-on-the-flyover" => &[("intro", 12), ("build", 4), ("drop", 12), ("break", 12), ("drop", 16), ("outro", 8)],
        _ => &[],
    }
}

/// Parts with their milliseconds.
fn sections(piece: &Piece) -> Vec<serde_json::Value> {
    let bar_ms = 240_000.0 / piece.bpm;
    let mut bar = 0;
    let place = |&(kind, bars): &(&str, u32)| {
        let start_ms = f64::from(bar) * bar_ms;
        bar += bars;
        serde_json::json!({ "kind": kind, "start_ms": start_ms, "end_ms": f64::from(bar) * bar_ms })
    };
    parts(piece.slug).iter().map(place).collect()
}

fn variant(piece: &Piece, seed: u64, copy: u64) -> Piece {
    let draw = |index: u64| scatter(seed ^ piece.seed, copy * 8 + index);
    // Within eight per cent, as far as a turntable's pitch fader goes, a genre stays itself.
    let bpm = piece.bpm * (0.92 + 0.16 * (draw(0) % 10_000) as f64 / 10_000.0);
    let tonic = (draw(1) % 12) as u8;
    let key = if piece.key.mode == Mode::Minor { Key::minor(tonic) } else { Key::major(tonic) };
    let mut piece = piece.clone();
    (piece.bpm, piece.key, piece.seed) = ((bpm * 100.0).round() / 100.0, key, draw(2));
    piece
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, copies, seed] = arguments.as_slice() else { return Err("usage: press_truth FOLDER COPIES SEED".into()) };
    let (folder, copies, seed) = (PathBuf::from(folder), copies.parse::<u64>()?, seed.parse::<u64>()?);
    std::fs::create_dir_all(&folder)?;
    for piece in catalogue() {
        for copy in 0..copies {
            let piece = variant(piece, seed, copy);
            let name = format!("{}-{seed}-{copy}", piece.slug);
            let samples = render(&piece).samples;
            let beat_ms = 60_000.0 / piece.bpm;
            // Three seconds of echo follow the last bar.
            let beats = ((piece.duration_ms() as f64 - 3000.0) / beat_ms).round() as u32;
            let truth = serde_json::json!({
                "bpm": piece.bpm,
                "key": (piece.key.root, if piece.key.mode == Mode::Minor { "minor" } else { "major" }),
                "beats_ms": (0..beats).map(|beat| f64::from(beat) * beat_ms).collect::<Vec<_>>(),
                "sections": sections(&piece),
                "genre": piece.genre().slug(),
            });
            std::fs::write(folder.join(format!("{name}.json")), truth.to_string())?;
            std::fs::write(folder.join(format!("{name}.wav")), wav(&samples))?;
        }
    }
    Ok(())
}

/// Sixteen bits, stereo.
fn wav(samples: &[f32]) -> Vec<u8> {
    let size = samples.len() as u32 * 2;
    let mut file = b"RIFF".to_vec();
    file.extend((36 + size).to_le_bytes());
    file.extend(b"WAVEfmt ");
    file.extend(16_u32.to_le_bytes());
    file.extend(1_u16.to_le_bytes());
    file.extend(2_u16.to_le_bytes());
    file.extend(SAMPLE_RATE_HZ.to_le_bytes());
    file.extend((SAMPLE_RATE_HZ * 4).to_le_bytes());
    file.extend(4_u16.to_le_bytes());
    file.extend(16_u16.to_le_bytes());
    file.extend(b"data");
    file.extend(size.to_le_bytes());
    for sample in samples {
        file.extend(((sample * 32_767.0) as i16).to_le_bytes());
    }
    file
}
