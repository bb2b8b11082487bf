//! Installs Debian packages, as root or through sudo.
//!
//! Never lets a package start its service: ours run privately, on ports of their own.

use std::{
    io::{self, IsTerminal},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};

use crate::workshop::Workshop;

/// policy-rc.d answers 101 ("forbidden") while apt works; whatever was there comes back, also after Ctrl-C.
const INSTALL: &str = r#"
policy=/usr/sbin/policy-rc.d
restore() { rm -f "$policy"; [ -e "$policy.hectic" ] && mv "$policy.hectic" "$policy"; }
trap restore EXIT
trap 'exit 130' INT TERM HUP
[ -e "$policy" ] && mv "$policy" "$policy.hectic"
printf '#!/bin/sh\nexit 101\n' > "$policy" && chmod 755 "$policy"
export DEBIAN_FRONTEND=noninteractive
install() { apt-get install -y -qq --no-install-recommends "$@"; }
install "$@" || { apt-get update -qq && install "$@"; }
"#;

/// Installs packages, or says in one line which command would.
pub fn install(workshop: &Workshop, packages: &[&str]) -> Result<()> {
    let by_hand = format!("run: sudo apt-get install {}", packages.join(" "));
    if workshop.find("apt-get").is_none() {
        bail!("install these with your package manager: {}", packages.join(" "));
    }
    let Some(mut command) = as_root(workshop)? else { bail!("{by_hand}") };
    let output = command.args(["sh", "-c", INSTALL, "sh"]).args(packages).stdout(Stdio::null()).output().context("cannot start apt-get")?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let reason = said.lines().rfind(|line| line.starts_with("E:")).unwrap_or("apt-get failed");
        bail!("{reason}; {by_hand}");
    }
    Ok(())
}

/// The beginning of a command that will run as root, if we may.
pub fn as_root(workshop: &Workshop) -> Result<Option<Command>> {
    if is_root(workshop)? {
        return Ok(Some(workshop.command("env")));
    }
    if workshop.find("sudo").is_none() {
        return Ok(None);
    }
    let mut sudo = workshop.command("sudo");
    // Without a person to ask, sudo would hang.
    if !io::stdin().is_terminal() {
        sudo.arg("-n");
    }
    Ok(Some(sudo))
}

pub fn is_root(workshop: &Workshop) -> Result<bool> {
    Ok(workshop.output("id", &["-u"])? == "0")
}
