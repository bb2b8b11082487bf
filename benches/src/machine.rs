//! The machine: what it is, how busy it is, and who runs on which core.

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::{
    fs,
    process::Command,
    thread,
    time::{Duration, Instant},
};

pub const SERVER_CORE: &str = "0";
pub const CLIENT_CORE: &str = "1";

/// Above this load average (one minute) others would be measured with us.
const IDLE_LOAD: f64 = 0.3;
const PATIENCE: Duration = Duration::from_secs(600);

/// Waits for a load average below the limit; returns it. With `anyway`, returns whatever it is.
pub fn wait_until_idle(anyway: bool) -> Result<f64> {
    let started = Instant::now();
    loop {
        let load = load_average()?;
        if load < IDLE_LOAD || anyway {
            return Ok(load);
        }
        if started.elapsed() > PATIENCE {
            bail!("the machine is busy (load average {load}); stop what runs beside, or measure --anyway");
        }
        println!("  waiting for an idle machine: load average {load}, wanted below {IDLE_LOAD}");
        thread::sleep(Duration::from_secs(15));
    }
}

/// What belongs beside every number.
pub fn describe(load: f64) -> Result<Value> {
    let cpu = fs::read_to_string("/proc/cpuinfo").context("reading /proc/cpuinfo")?;
    let model = cpu.lines().find_map(|line| line.strip_prefix("model name")).map(|rest| rest.trim_start_matches([' ', '\t', ':']));
    Ok(json!({
        "cpu": model.unwrap_or("unknown"),
        "cores": cpu.lines().filter(|line| line.starts_with("processor")).count(),
        "kernel": said("uname", &["-r"]),
        "date": said("date", &["--utc", "+%F"]),
        "commit": said("git", &["rev-parse", "--short", "HEAD"]),
        "changed_since": !said("git", &["status", "--porcelain", "--untracked-files=no"]).is_empty(),
        "load_average_before": load,
        "idle_before": load < IDLE_LOAD,
    }))
}

/// Keeps this process, and what it starts without a word about cores, on the client's core.
pub fn pin_self() -> Result<()> {
    let id = std::process::id().to_string();
    let output = Command::new("taskset").args(["-a", "-p", "-c", CLIENT_CORE, &id]).output().context("cannot start taskset")?;
    if !output.status.success() {
        bail!("taskset: {}; the benchmarks need two cores", String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(())
}

fn load_average() -> Result<f64> {
    let text = fs::read_to_string("/proc/loadavg").context("reading /proc/loadavg")?;
    text.split(' ').next().and_then(|first| first.parse().ok()).context("/proc/loadavg has another form")
}

fn said(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output().ok().filter(|output| output.status.success());
    output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default()
}
