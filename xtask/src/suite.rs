//! `test`: every test of the product, the databases and the browser they need, and one sum at the end.

use std::{
    fs,
    path::Path,
    process::{Command, ExitCode},
};

use anyhow::{Result, bail};

use crate::{
    check::{self, TIDY},
    counts::Counts,
    databases::{self, Server},
    dist,
    leptos::{self, Profile},
    members::{Members, SUITE},
    phases::{Phases, Runner},
    setup,
    workshop::Workshop,
};

/// What the command line asked for.
#[derive(Debug, Default, PartialEq)]
pub struct Choice {
    fast: bool,
    verbose: bool,
    filter: Option<String>,
}

impl Choice {
    pub fn parse(arguments: &[&str]) -> Result<Self> {
        let mut choice = Self::default();
        for argument in arguments {
            match *argument {
                "--fast" => choice.fast = true,
                "-v" | "--verbose" => choice.verbose = true,
                unknown if unknown.starts_with('-') => bail!("`test` does not take `{unknown}`"),
                name if choice.filter.is_none() => choice.filter = Some(name.to_owned()),
                more => bail!("`test` takes one name, `{more}` is another"),
            }
        }
        Ok(choice)
    }
}

/// Runs all tests. However it ends, the last line is the sum.
pub fn test(choice: &Choice) -> Result<ExitCode> {
    let result = Workshop::open().and_then(|workshop| Ok((Phases::new(&workshop, choice.verbose)?, workshop)));
    let sum = match result {
        Ok((mut phases, workshop)) => {
            run(&workshop, choice, &mut phases);
            phases.conclude()
        }
        Err(error) => {
            println!("error: {error:#}\n{}", Counts::FAILURE);
            Counts::FAILURE
        }
    };
    Ok(if sum.failed > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn run(workshop: &Workshop, choice: &Choice, phases: &mut Phases) {
    let setup = || {
        setup::setup(workshop, !choice.fast)?;
        Members::load(workshop)
    };
    let Some(members) = phases.prepare("setup", setup) else { return };
    let whole = !choice.fast && choice.filter.is_none();
    // First, so that every later time is the time of a test and an error of the compiler is shown once.
    let tests_built = phases.run("build tests", &Runner::Tool, build_tests(workshop, &members));
    let site_built = !choice.fast && phases.run("build site", &Runner::Tool, leptos::site_command(workshop));
    if whole {
        check::run(workshop, &members, phases);
    }
    if !tests_built {
        return;
    }
    phases.run("units", &Runner::Cargo, units(workshop, &members, choice));
    if whole {
        let mut examples = workshop.cargo(&["test", "--no-fail-fast", "--doc"]);
        examples.args(members.packages());
        phases.run("doc examples", &Runner::Cargo, examples);
    }
    phases.run("suite on SQLite", &Runner::Cargo, suite(workshop, &members, choice, None));
    if choice.fast {
        return;
    }
    // One after the other, so that each has the machine to itself.
    on_server(workshop, choice, phases, &members, "PostgreSQL", databases::start_postgres(workshop));
    on_server(workshop, choice, phases, &members, "MariaDB", databases::start_mariadb(workshop));
    if site_built {
        if whole {
            soak(workshop, &members, phases);
        }
        in_browser(workshop, choice, phases);
    } else {
        phases.leave_out("browser", Counts::FAILURE, "there is no site to look at");
    }
}

/// The suite once more, on a database server of its own.
fn on_server(workshop: &Workshop, choice: &Choice, phases: &mut Phases, members: &Members, name: &str, server: Result<Server>) {
    let phase = format!("suite on {name}");
    match server {
        Ok(server) => {
            let command = suite(workshop, members, choice, Some(&server.url));
            phases.run(&phase, &Runner::Cargo, command);
        }
        Err(error) => leave_out(workshop, phases, &phase, &format!("{error:#}")),
    }
}

/// A minute of the benchmarks' soak, on the program as the suite runs it: thousands of sockets in the room.
fn soak(workshop: &Workshop, members: &Members, phases: &mut Phases) {
    let mut build = workshop.cargo(&["build", "--bin", "benches"]);
    build.args(members.packages());
    if !phases.run("build soak", &Runner::Tool, build) {
        return;
    }
    let mut command = workshop.command(workshop.target.join("debug/benches"));
    command.args(["soak", "--seconds", "60", "--anyway"]);
    command.env("HECTIC_BIN", leptos::program(workshop, Profile::Debug));
    command.env("HECTIC_BENCH_FOLDER", workshop.target.join("soak"));
    leptos::locate(&mut command, workshop, Profile::Debug);
    phases.run("soak", &Runner::Tool, command);
}

fn in_browser(workshop: &Workshop, choice: &Choice, phases: &mut Phases) {
    let Some(chromium) = workshop.chromium() else {
        let why = "no browser; run: sudo apt-get install chromium, or name one by HECTIC_CHROMIUM";
        return leave_out(workshop, phases, "browser", why);
    };
    let report = workshop.logs().join("browser.json");
    // A report of an earlier run must not be counted again.
    let _ = fs::remove_file(&report);
    let archive = match dist::pack(workshop, Profile::Debug) {
        Ok(archive) => archive,
        Err(error) => return phases.leave_out("browser", Counts::FAILURE, &format!("packing: {error:#}")),
    };
    let mut command = browser(workshop, choice, &chromium, &report);
    // A spec starts what is in it on an empty path.
    command.env("HECTIC_DIST", archive);
    phases.run("browser", &Runner::Playwright(report), command);
}

/// A developer may go without; a build server may not.
fn leave_out(workshop: &Workshop, phases: &mut Phases, name: &str, why: &str) {
    let counts = if workshop.ci { Counts::FAILURE } else { Counts::SKIP };
    phases.leave_out(name, counts, why);
}

/// Everything that the following phases run, and the program beside the suite.
fn build_tests(workshop: &Workshop, members: &Members) -> Command {
    let mut command = tests(workshop, members);
    command.args(["--no-run", "--test", SUITE]);
    command
}

/// Unit tests of every crate, and integration tests other than the suite.
fn units(workshop: &Workshop, members: &Members, choice: &Choice) -> Command {
    let mut command = tests(workshop, members);
    command.arg("--").args(&choice.filter);
    command
}

fn tests(workshop: &Workshop, members: &Members) -> Command {
    let mut command = workshop.cargo(&["test", "--no-fail-fast", "--lib", "--bins"]);
    command.args(members.packages());
    for name in &members.other_tests {
        command.args(["--test", name]);
    }
    command
}

fn suite(workshop: &Workshop, members: &Members, choice: &Choice, database: Option<&str>) -> Command {
    let mut command = workshop.cargo(&["test", "--no-fail-fast"]);
    command.args(members.packages()).args(["--test", SUITE, "--"]).args(&choice.filter);
    if choice.filter.is_none() && !choice.fast {
        // `check` has run and counted them.
        command.args(["--skip", &format!("{TIDY}::")]);
    }
    match database {
        Some(url) => command.env("HECTIC_TEST_DATABASE_URL", url),
        None => command.env_remove("HECTIC_TEST_DATABASE_URL"),
    };
    command
}

fn browser(workshop: &Workshop, choice: &Choice, chromium: &Path, report: &Path) -> Command {
    let end2end = workshop.root.join("end2end");
    let mut command = workshop.command(end2end.join("node_modules/.bin/playwright"));
    command.args(["test", "--reporter=list,json"]);
    if let Some(filter) = &choice.filter {
        command.args(["--pass-with-no-tests", "--grep", filter]);
    }
    command.current_dir(end2end).env("PLAYWRIGHT_JSON_OUTPUT_NAME", report);
    command.env("HECTIC_CHROMIUM", chromium);
    command.env("HECTIC_BIN", leptos::program(workshop, Profile::Debug));
    leptos::locate(&mut command, workshop, Profile::Debug);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_and_a_name_come_in_any_order() {
        let expected = Choice { fast: true, verbose: true, filter: Some("mixes".into()) };
        assert_eq!(Choice::parse(&["-v", "mixes", "--fast"]).unwrap(), expected);
        assert_eq!(Choice::parse(&[]).unwrap(), Choice::default());
    }

    #[test]
    fn an_unknown_flag_or_a_second_name_is_refused() {
        assert!(Choice::parse(&["--quick"]).is_err());
        assert!(Choice::parse(&["mixes", "radio"]).is_err());
    }
}
