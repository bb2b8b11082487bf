//! Measures how many times faster than real time a recording is coded into each rendition, on one core.
//!
//! `cargo run --release -p audio --example rendition_bench -- <file>` prints one line of JSON.

use std::error::Error;
use std::fs::File;
use std::ops::ControlFlow;
use std::path::Path;

use audio::{Limits, Rendition, analyse, encode};

/// Seconds this thread spent on a core, so that a busy machine measures like an idle one; 0 off Linux.
fn core_seconds() -> f64 {
    let spent = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    spent.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok()).unwrap_or(0.0) / 1e9
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args_os().nth(1).ok_or("usage: rendition_bench <file>")?;
    let path = Path::new(&path);
    let extension = path.extension().and_then(|extension| extension.to_str());
    let keep_on = &mut |_| ControlFlow::Continue(());
    let seconds = analyse(Box::new(File::open(path)?), extension, Limits::default(), keep_on)?.duration_ms as f64 / 1000.0;
    let mut multiples = serde_json::Map::new();
    for rendition in Rendition::MADE {
        let target = std::env::temp_dir().join(format!("rendition-bench-{}", std::process::id()));
        let started = core_seconds();
        encode(Box::new(File::open(path)?), extension, Limits::default(), *rendition, File::create(&target)?, keep_on)?;
        let spent = core_seconds() - started;
        std::fs::remove_file(&target)?;
        multiples.insert(format!("{rendition:?}_x").to_lowercase(), ((seconds / spent * 10.0).round() / 10.0).into());
    }
    println!("{}", serde_json::Value::from(multiples));
    Ok(())
}
