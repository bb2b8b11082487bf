//! `check`: formatting, clippy on both sides, the tidy rules, the `.ftl` files.
//!
//! The rules themselves are elsewhere: rustfmt.toml, clippy.toml, `server/tests/it/tidy`, `ftl`.

use std::process::ExitCode;

use anyhow::Result;

use crate::{
    ftl, leptos,
    members::{Members, SUITE},
    phases::{Phases, Runner},
    workshop::Workshop,
};

/// The module of the integration suite that holds the tidy rules.
pub const TIDY: &str = "tidy";

pub fn check(workshop: &Workshop, verbose: bool) -> Result<ExitCode> {
    let members = Members::load(workshop)?;
    let mut phases = Phases::new(workshop, verbose)?;
    run(workshop, &members, &mut phases);
    let failed = phases.conclude().failed > 0;
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// All checks, quickest first; each runs even when one before it failed.
pub fn run(workshop: &Workshop, members: &Members, phases: &mut Phases) {
    phases.inspect("strings", || ftl::lint(&workshop.root.join("locales")));
    phases.run("fmt", &Runner::Tool, workshop.cargo(&["fmt", "--all", "--check"]));

    let mut host = workshop.cargo(&["clippy", "--all-targets"]);
    host.args(members.packages()).args(["--", "-D", "warnings"]);
    phases.run("clippy host", &Runner::Tool, host);

    // Folder and profile of cargo-leptos's wasm build: the procedural macros are built once for both.
    let mut browser = workshop.cargo(&["clippy", "-p", "frontend", "--target", "wasm32-unknown-unknown"]);
    browser.args(["--profile", "wasm-dev", "--target-dir"]).arg(workshop.target.join("front"));
    browser.env("RUSTFLAGS", leptos::BROWSER_FLAGS).args(["--", "-D", "warnings"]);
    phases.run("clippy wasm", &Runner::Tool, browser);

    let mut tidy = workshop.cargo(&["test"]);
    tidy.args(members.packages()).args(["--test", SUITE, "--", TIDY]);
    phases.run("tidy", &Runner::Cargo, tidy);
}
