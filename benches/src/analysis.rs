//! Analysis as a multiple of real time on one core. The stages are measured by `server/foundation/audio/examples/analysis_bench.rs`.

use crate::{hectic::Seeded, machine::SERVER_CORE, report::Report};
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::{fs, process::Command};

const TARGET: f64 = 250.0;
const STAGES: [(&str, &str); 4] = [
    ("decode_x", "decoding alone"),
    ("decode_loudness_x", "with loudness"),
    ("decode_true_peak_x", "with true peak"),
    ("whole_pass_x", "everything, with waveform"),
];

pub fn measure(seeded: &Seeded, report: &mut Report) -> Result<()> {
    let cargo = |action: &str| {
        let mut command = Command::new("taskset");
        // Building may use every core, analysing one.
        let cores = if action == "run" { SERVER_CORE.to_owned() } else { "0-1023".to_owned() };
        command.args(["-c", &cores, "cargo", action, "--quiet", "--release", "-p", "audio", "--example", "analysis_bench"]);
        command.current_dir(&seeded.place.root);
        command
    };
    ensure!(cargo("build").status().context("cannot start cargo")?.success(), "analysis_bench cannot be built");
    let (file, _) = seeded.largest_sound()?;
    // The decoder is told by the ending what it may be.
    let named = seeded.place.scratch.join("sound.mp3");
    fs::copy(seeded.data.join(file), &named)?;
    let output = cargo("run").arg("--").arg(&named).output().context("cannot start cargo")?;
    ensure!(output.status.success(), "analysis_bench: {}", String::from_utf8_lossy(&output.stderr));
    let stages: Value = serde_json::from_slice(&output.stdout).context("analysis_bench says something else")?;
    for (key, name) in STAGES {
        let multiple = stages[key].as_f64().with_context(|| format!("analysis_bench does not say {key}"))?;
        let what = format!("analysis of MP3, {name}");
        if key == "whole_pass_x" {
            report.goal(what, format!("{multiple:.0} × real time"), format!("≥ {TARGET} ×"), multiple >= TARGET);
        } else {
            report.row(what, format!("{multiple:.0} × real time"));
        }
    }
    report.detail("analysis", stages);
    Ok(())
}
