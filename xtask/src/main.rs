//! `cargo xtask`: the front door. Reads the command line and hands over; each command is a module.
//!
//! Knows nothing about the product: what a test or the server does is theirs.

mod apt;
mod bench;
mod check;
mod counts;
mod databases;
mod debian_wasm;
mod dist;
mod ftl;
mod fuzz;
mod leptos;
mod members;
mod phases;
mod python;
mod run;
mod setup;
mod suite;
mod tools;
mod workshop;

use std::process::ExitCode;

use anyhow::{Result, bail};
use workshop::Workshop;

const HELP: &str = "\
cargo xtask <command>

  setup [--test]            install what is missing to build (with --test: to test as well)
  run [--watch]             set up, build, migrate, seed the demo and serve
  build [--release]         build the server and the browser's side
  check [-v]                formatting, clippy, the tidy rules and the .ftl files
  test [--fast] [-v] [name] run all tests; `name` picks tests by part of their name;
                            --fast leaves out checks, browser, PostgreSQL and MariaDB
  bench [arguments]         build for release and run the benchmarks
  dist                      build for release and pack everything a server needs into one archive
  databases                 start a private PostgreSQL and MariaDB until Ctrl-C
  help                      this text

Environment: HECTIC_CACHE (default ~/.cache/hectic), HECTIC_CHROMIUM (the browser to test with),
CARGO_TARGET_DIR, CI=true (nothing may be skipped).";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<ExitCode> {
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", arguments),
    };
    let rest: Vec<&str> = rest.iter().map(String::as_str).collect();
    if rest.contains(&"--help") && command != "bench" {
        println!("{HELP}");
        return Ok(ExitCode::SUCCESS);
    }
    match command {
        "setup" => {
            let test = flags(command, &rest, &["--test"])?.contains(&"--test");
            setup::setup(&Workshop::open()?, test)?;
        }
        "run" => {
            let watch = flags(command, &rest, &["--watch"])?.contains(&"--watch");
            run::run(&Workshop::open()?, watch)?;
        }
        "build" => {
            let release = flags(command, &rest, &["--release"])?.contains(&"--release");
            run::build(&Workshop::open()?, leptos::Profile::release_if(release))?;
        }
        "check" => {
            let verbose = flags(command, &rest, &["-v"])?.contains(&"-v");
            return check::check(&Workshop::open()?, verbose);
        }
        "test" => return suite::test(&suite::Choice::parse(&rest)?),
        "bench" => bench::bench(&Workshop::open()?, &rest)?,
        "dist" => {
            flags(command, &rest, &[])?;
            println!("{}", dist::dist(&Workshop::open()?)?.display());
        }
        "databases" => {
            flags(command, &rest, &[])?;
            databases::serve_until_interrupted(&Workshop::open()?)?;
        }
        "help" | "--help" | "-h" => println!("{HELP}"),
        other => bail!("no command `{other}`; `cargo xtask help` lists them"),
    }
    Ok(ExitCode::SUCCESS)
}

/// The arguments, once every one of them is known to the command.
fn flags<'a>(command: &str, given: &[&'a str], known: &[&str]) -> Result<Vec<&'a str>> {
    for flag in given {
        if !known.contains(flag) {
            bail!("`{command}` does not take `{flag}`; see `cargo xtask help`");
        }
    }
    Ok(given.to_vec())
}
