//! The first load of Home: every byte that a real browser with an empty cache receives, by kind.

use crate::{hectic::Seeded, report::Report};
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::process::Command;

const TARGET_KB: f64 = 300.0;
const TARGET_CODE_KB: f64 = 250.0;

pub fn measure(seeded: &Seeded, report: &mut Report) -> Result<()> {
    let hectic = seeded.serve()?;
    let output = Command::new("node")
        .arg(seeded.place.root.join("end2end/measure/first_load.mjs"))
        .arg(format!("http://{}/", hectic.address))
        .output()
        .context("cannot start node")?;
    ensure!(output.status.success(), "first_load.mjs: {}", String::from_utf8_lossy(&output.stderr));
    let loaded: Value = serde_json::from_slice(&output.stdout).context("first_load.mjs says something else")?;
    let files = loaded["files"].as_array().context("no files were loaded")?;
    let sum = |kinds: &[&str]| {
        let chosen = files.iter().filter(|file| kinds.iter().any(|kind| file["kind"] == *kind));
        chosen.filter_map(|file| file["bytes"].as_f64()).sum::<f64>() / 1000.0
    };
    let (code, fonts, covers) = (sum(&["wasm", "script"]), sum(&["font"]), sum(&["cover"]));
    let rest = sum(&["page", "style", "language", "other"]);
    let without_covers = code + fonts + rest;
    let kb = |kb: f64| format!("{kb:.1} kB");
    report.goal("first load of Home without covers", kb(without_covers), format!("≤ {TARGET_KB} kB"), without_covers <= TARGET_KB);
    report.goal("of it WASM and JS", kb(code), format!("≤ {TARGET_CODE_KB} kB"), code <= TARGET_CODE_KB);
    for (name, kinds) in [("page", "page"), ("styles", "style"), ("language", "language"), ("other", "other")] {
        report.row(format!("of it {name}"), kb(sum(&[kinds])));
    }
    report.row("of it fonts", kb(fonts));
    report.row("covers beside it", kb(covers));
    report.detail("first_load", loaded);
    Ok(())
}
