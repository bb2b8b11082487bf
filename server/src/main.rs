//! The `hectic` binary.

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    match server::cli::run(server::cli::Command::parse()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("hectic: {error:#}");
            ExitCode::FAILURE
        }
    }
}
