//! A server in a process of its own, on the server's core: what it spends of time and memory. Killed when dropped.

use crate::machine::SERVER_CORE;
use anyhow::{Context, Result};
use std::{
    ffi::OsStr,
    fs,
    process::{Child, Command},
};

/// The kernel counts in hundredths of a second on every Linux we know (`getconf CLK_TCK`).
const TICKS_PER_SECOND: f64 = 100.0;

pub struct Server {
    pub child: Child,
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Server {
    /// User and system time of all its threads so far.
    pub fn cpu_seconds(&self) -> Result<f64> {
        let path = format!("/proc/{}/stat", self.child.id());
        let text = fs::read_to_string(&path).with_context(|| format!("reading {path}: the server has ended"))?;
        cpu_seconds(&text).with_context(|| format!("{path} has another form"))
    }

    /// A line of `/proc/PID/status` in KiB, such as `VmRSS`.
    pub fn memory_kib(&self, name: &str) -> Result<u64> {
        let path = format!("/proc/{}/status", self.child.id());
        let text = fs::read_to_string(&path).with_context(|| format!("reading {path}: the server has ended"))?;
        let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        line.and_then(|rest| rest.split_whitespace().next()?.parse().ok()).with_context(|| format!("{path} has no {name}"))
    }
}

/// A command that will run on the server's core.
pub fn on_server_core(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new("taskset");
    command.args(["-c", SERVER_CORE]).arg(program);
    command
}

/// Fields 14 and 15 (proc(5)); the second field is a name that may hold blanks and brackets.
fn cpu_seconds(stat: &str) -> Option<f64> {
    let (_, rest) = stat.rsplit_once(") ")?;
    let mut fields = rest.split(' ').skip(11);
    let (user, system): (f64, f64) = (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
    Some((user + system) / TICKS_PER_SECOND)
}

#[cfg(test)]
mod tests {
    use super::cpu_seconds;

    #[test]
    fn user_and_system_time_are_added() {
        let stat = "7 (a ) b) S 1 7 7 0 -1 4194304 95 0 0 0 150 25 3 4 20 0 1 0 100 0 0";
        assert_eq!(cpu_seconds(stat), Some(1.75));
        assert_eq!(cpu_seconds("7 (a) S"), None);
    }
}
