//! `bench`: a release build, then the benchmarks (`benches`), which print and write their own numbers.

use anyhow::{Context, Result, bail};
use std::process::Command;

use crate::{
    apt, fuzz,
    leptos::{self, Profile},
    run,
    workshop::Workshop,
};

/// What we are compared with, and what keeps it and us on cores of our own.
const PEERS: [(&str, &str); 2] = [("nginx", "nginx"), ("taskset", "util-linux")];

/// The fan-out by itself, and what it is compared with.
fn room(workshop: &Workshop, command: &mut Command) -> Result<()> {
    let built = workshop.cargo(&["build", "--release", "-p", "realtime", "--features", "bench", "--bin", "fanout"]).status();
    if !built.context("cannot start cargo")?.success() {
        bail!("the fan-out could not be built");
    }
    command.env("HECTIC_BENCH_FANOUT", workshop.target.join("release/fanout"));
    let peers = workshop.root.join("benches/peers");
    if !peers.join("node_modules").is_dir() {
        let installed = Command::new("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(&peers).status();
        if !installed.context("cannot start npm")?.success() {
            bail!("socket.io and ws could not be installed");
        }
    }
    Ok(())
}

pub fn bench(workshop: &Workshop, arguments: &[&str]) -> Result<()> {
    // Not measured: a search for what breaks, in a build of its own.
    if arguments == ["fuzz"] {
        return fuzz::fuzz(workshop);
    }
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
        room(workshop, &mut command)?;
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
