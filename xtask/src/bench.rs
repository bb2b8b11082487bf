//! `bench`: a release build, then the benchmarks (`benches`), which print and write their own numbers.

use anyhow::{Context, Result, bail};

use crate::{
    apt,
    leptos::{self, Profile},
    run,
    workshop::Workshop,
};

/// What we are compared with, and what keeps it and us on cores of our own.
const PEERS: [(&str, &str); 2] = [("nginx", "nginx"), ("taskset", "util-linux")];

pub fn bench(workshop: &Workshop, arguments: &[&str]) -> Result<()> {
    let mut command = workshop.cargo(&["run", "--quiet", "--release", "-p", "benches", "--"]);
    command.args(arguments);
    if !arguments.contains(&"--help") {
        for (program, package) in PEERS {
            if workshop.find(program).is_none() {
                println!("  installing  {package}, to measure beside");
                apt::install(workshop, &[package]).with_context(|| format!("{program} is missing"))?;
            }
        }
        run::build(workshop, Profile::Release)?;
        command.env("HECTIC_BIN", leptos::program(workshop, Profile::Release));
        command.env("HECTIC_BENCH_FOLDER", workshop.target.join("bench"));
        leptos::locate(&mut command, workshop, Profile::Release);
        if let Some(chromium) = workshop.chromium() {
            command.env("HECTIC_CHROMIUM", chromium);
        }
    }
    if !command.status().context("cannot start cargo")?.success() {
        bail!("the benchmarks failed");
    }
    Ok(())
}
