//! The benchmarks behind `cargo xtask bench`: run against the built program, printed as a table, written as JSON.
//!
//! Uses no crate of the product: what is measured is what an operator starts.

mod analysis;
mod audio;
mod first_load;
mod hectic;
mod http;
mod load;
mod machine;
mod memory;
mod nginx;
mod options;
mod pages;
mod process;
mod report;
mod room;
mod soak;

use anyhow::Result;
use options::Options;
use report::Report;
use std::process::ExitCode;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.iter().any(|argument| argument == "--help") {
        println!("{}", options::HELP);
        return Ok(());
    }
    let options = Options::parse(&arguments)?;
    let place = hectic::Place::from_environment()?;
    // Before the wait: playing and analysing the demo keeps the machine busy.
    let seeded = options
        .parts
        .iter()
        .any(|part| ![options::ROOM, options::SOAK].contains(&part.as_str()))
        .then(|| hectic::seeded(&place))
        .transpose()?;
    let load = machine::wait_until_idle(options.anyway)?;
    let mut report = Report::new(machine::describe(load)?);
    // The servers are put on the first core, everything else stays on the second.
    machine::pin_self()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    for part in &options.parts {
        println!("▸ {part}");
        let Some(seeded) = seeded.as_ref().filter(|_| ![options::ROOM, options::SOAK].contains(&part.as_str())) else {
            runtime.block_on(async {
                if part == options::SOAK {
                    soak::run(&place, &options, &mut report).await
                } else {
                    room::measure(&place, &options, &mut report).await
                }
            })?;
            continue;
        };
        match part.as_str() {
            "audio" => runtime.block_on(audio::measure(seeded, &options, &mut report))?,
            "pages" => runtime.block_on(pages::measure(seeded, &options, &mut report))?,
            "memory" => runtime.block_on(memory::measure(seeded, &mut report))?,
            "first-load" => first_load::measure(seeded, &mut report)?,
            _ => analysis::measure(seeded, &mut report)?,
        }
    }
    report.print();
    let path = options.json.clone().unwrap_or_else(|| place.scratch.join("bench.json"));
    report.write(&path)?;
    println!("written to {}", path.display());
    Ok(())
}
