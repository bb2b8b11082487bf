//! Runs a phase: its output goes to a log, its time and counts to a table.
//!
//! Knows nothing about what a phase does.

use std::{
    fs::{self, File},
    io::{self, Read, Write},
    path::PathBuf,
    process::{Command, ExitStatus, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result};

use crate::{
    counts::{Counts, excerpt, failures_of_playwright},
    workshop::Workshop,
};

const SHOWN_ON_FAILURE: usize = 200;

/// How the tests of a phase are counted.
pub enum Runner {
    /// Passes in silence; a failure counts once.
    Tool,
    Cargo,
    /// Playwright, which writes its report to this file.
    Playwright(PathBuf),
}

struct Row {
    name: String,
    time: Duration,
    counts: Counts,
    note: String,
}

pub struct Phases {
    logs: PathBuf,
    verbose: bool,
    started: Instant,
    rows: Vec<Row>,
}

impl Phases {
    pub fn new(workshop: &Workshop, verbose: bool) -> Result<Self> {
        let logs = workshop.logs();
        fs::create_dir_all(&logs).with_context(|| format!("cannot make {}", logs.display()))?;
        Ok(Self { logs, verbose, started: Instant::now(), rows: Vec::new() })
    }

    /// Runs a command to its end. Returns whether it passed.
    pub fn run(&mut self, name: &str, runner: &Runner, command: Command) -> bool {
        announce(name);
        let started = Instant::now();
        let path = self.logs.join(format!("{}.log", name.replace(' ', "-").to_lowercase()));
        let (success, log) = match self.logged(command, &path) {
            Ok((status, log)) => (status.success(), log),
            Err(error) => (false, format!("{error:#}")),
        };
        let counted = match runner {
            Runner::Tool => None,
            Runner::Cargo => Counts::of_cargo(&log),
            Runner::Playwright(report) => fs::read_to_string(report).ok().and_then(|report| Counts::of_playwright(&report)),
        };
        let counts = counted.unwrap_or_default().with_exit(success);
        let passed = counts.failed == 0;
        let note = if counted.is_some() { counts.to_string() } else { String::new() };
        self.finish(name, started, counts, note);
        if !passed && !self.verbose {
            let named = match runner {
                Runner::Playwright(report) => fs::read_to_string(report).map(|report| failures_of_playwright(&report)).unwrap_or_default(),
                Runner::Tool | Runner::Cargo => Vec::new(),
            };
            let shown = if named.is_empty() { excerpt(&log, SHOWN_ON_FAILURE) } else { named.join("\n") };
            println!("{shown}\n  full log: {}", path.display());
        }
        passed
    }

    /// Runs a check of our own, which answers with what it found wrong.
    pub fn inspect(&mut self, name: &str, check: impl FnOnce() -> Result<Vec<String>>) -> bool {
        announce(name);
        let started = Instant::now();
        let findings = check().unwrap_or_else(|error| vec![format!("{error:#}")]);
        let passed = findings.is_empty();
        self.finish(name, started, Counts::default().with_exit(passed), String::new());
        for finding in findings {
            println!("  {finding}");
        }
        passed
    }

    /// Does a piece of work that a later phase needs. A failure counts.
    pub fn prepare<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T>) -> Option<T> {
        println!("▸ {name}");
        let started = Instant::now();
        let result = work();
        let counts = Counts::default().with_exit(result.is_ok());
        self.finish(name, started, counts, String::new());
        result.inspect_err(|error| println!("  {error:#}")).ok()
    }

    /// Records a phase that did not happen, so that nobody reads its silence as a pass.
    pub fn leave_out(&mut self, name: &str, counts: Counts, why: &str) {
        let what = if counts.failed > 0 { "FAILED" } else { "SKIPPED" };
        println!("▸ {name}: {what}: {why}");
        self.rows.push(Row { name: name.to_owned(), time: Duration::ZERO, counts, note: "not run".to_owned() });
    }

    /// Prints the table and, as the last line, the sum.
    pub fn conclude(self) -> Counts {
        let mut sum = Counts::default();
        println!("\n  seconds  phase");
        for row in &self.rows {
            sum += row.counts;
            let verdict = match row.counts {
                counts if counts.failed > 0 => "FAILED ",
                Counts::SKIP => "SKIPPED ",
                _ => "",
            };
            let line = format!("{:9.1}  {:28} {verdict}{}", row.time.as_secs_f32(), row.name, row.note);
            println!("{}", line.trim_end());
        }
        println!("{:9.1}  altogether\n", self.started.elapsed().as_secs_f32());
        println!("{sum}");
        sum
    }

    fn finish(&mut self, name: &str, started: Instant, counts: Counts, note: String) {
        let time = started.elapsed();
        let verdict = if counts.failed > 0 { "FAILED" } else { "ok" };
        let line = format!("  {verdict:6} {:7.1} s  {note}", time.as_secs_f32());
        println!("{}", line.trim_end());
        self.rows.push(Row { name: name.to_owned(), time, counts, note });
    }

    /// The child writes to a file rather than a pipe: one that it leaves behind can't keep us waiting.
    fn logged(&self, mut command: Command, path: &PathBuf) -> Result<(ExitStatus, String)> {
        let file = File::create(path).with_context(|| format!("cannot write {}", path.display()))?;
        command.stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file);
        let mut child = command.spawn().with_context(|| format!("cannot start {}", command.get_program().display()))?;
        let status = if self.verbose {
            let mut follower = File::open(path)?;
            loop {
                let status = child.try_wait()?;
                io::copy(&mut follower, &mut io::stdout())?;
                if let Some(status) = status {
                    break status;
                }
                thread::sleep(Duration::from_millis(100));
            }
        } else {
            child.wait()?
        };
        let mut log = Vec::new();
        File::open(path)?.read_to_end(&mut log)?;
        Ok((status, String::from_utf8_lossy(&log).into_owned()))
    }
}

fn announce(name: &str) {
    println!("▸ {name}");
    // A pipe is buffered; the reader of a CI log wants to see what is going on now.
    let _ = io::stdout().flush();
}
