//! Prints what music the given recordings are, one line of JSON each: for measuring against the truth and against peers.
//!
//! `cargo run --release -p audio --example music_probe -- <file>…`

use std::error::Error;
use std::fs::File;
use std::ops::ControlFlow;
use std::path::Path;

use audio::{Limits, analyse};

/// Seconds this thread spent on a core so far; nothing off Linux.
fn core_seconds() -> Option<f64> {
    let spent = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds = spent.split_whitespace().next()?.parse::<f64>().ok()?;
    Some(nanoseconds / 1e9)
}

fn main() -> Result<(), Box<dyn Error>> {
    for path in std::env::args_os().skip(1) {
        let path = Path::new(&path);
        let extension = path.extension().and_then(|extension| extension.to_str());
        let started = core_seconds();
        let analysis = analyse(Box::new(File::open(path)?), extension, Limits::default(), &mut |_| ControlFlow::Continue(()))?;
        let spent = core_seconds().zip(started).map(|(now, started)| now - started);
        let music = &analysis.music;
        let line = serde_json::json!({
            "file": path.to_string_lossy(),
            "cpu_s": spent,
            "duration_ms": analysis.duration_ms,
            "tempo_bpm": music.tempo_bpm,
            "key": music.key.map(|key| (key.tonic, key.mode)),
            "camelot": music.key.map(|key| key.camelot()),
            "beats_ms": music.grid.beats().collect::<Vec<_>>(),
            "downbeats_ms": music.grid.downbeats().collect::<Vec<_>>(),
            "music": music,
        });
        println!("{line}");
    }
    Ok(())
}
