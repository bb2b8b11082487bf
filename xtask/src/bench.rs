//! `bench`: a release build, then the benchmarks of the server, which print and write their own numbers.

use anyhow::{Context, Result, bail};

use crate::{
    leptos::{self, Profile},
    run,
    workshop::Workshop,
};

pub fn bench(workshop: &Workshop, arguments: &[&str]) -> Result<()> {
    run::build(workshop, Profile::Release)?;
    let mut command = workshop.cargo(&["run", "--release", "-p", "server", "--example", "bench", "--"]);
    command.args(arguments).env("HECTIC_BIN", leptos::program(workshop, Profile::Release));
    leptos::locate(&mut command, workshop, Profile::Release);
    if !command.status().context("cannot start cargo")?.success() {
        bail!("the benchmarks failed");
    }
    Ok(())
}
