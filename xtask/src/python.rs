//! Python programs that tests talk to: an S3 server and an SMTP server, in a folder of our own.
//!
//! Touches neither the user's nor the system's packages.

use std::{fs, process::Stdio};

use anyhow::{Context, Result, bail};

use crate::workshop::Workshop;

/// Not `moto[server]`: it brings what all of Amazon's services need, three times the download.
const PACKAGES: &[&str] = &["moto[s3]", "flask", "flask-cors", "aiosmtpd"];
const PROGRAMS: &[&str] = &["moto_server", "aiosmtpd"];

pub fn installed(workshop: &Workshop) -> bool {
    PROGRAMS.iter().all(|program| workshop.venv().join("bin").join(program).is_file())
}

/// Makes the folder as a virtual environment; where Python came without that module, as a plain target of pip.
pub fn install(workshop: &Workshop) -> Result<()> {
    let venv = workshop.venv();
    let folder = venv.to_string_lossy().into_owned();
    if workshop.output("python3", &["-m", "venv", "--clear", &folder]).is_ok() {
        let python = venv.join("bin/python3").to_string_lossy().into_owned();
        return pip(workshop, &python, &[]);
    }
    if venv.exists() {
        fs::remove_dir_all(&venv)?;
    }
    pip(workshop, "python3", &["--target", &folder])?;
    adopt_scripts(workshop)
}

fn pip(workshop: &Workshop, python: &str, options: &[&str]) -> Result<()> {
    let output = workshop
        .command(python)
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"])
        .args(options)
        .args(PACKAGES)
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("cannot start {python}; run: sudo apt-get install python3-pip python3-venv"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let reason = said.lines().rfind(|line| !line.trim().is_empty()).unwrap_or("pip failed");
        bail!("{reason}; run: sudo apt-get install python3-pip python3-venv");
    }
    Ok(())
}

/// Scripts of a `--target` folder don't find it by themselves: replaces each by one that says where it is.
fn adopt_scripts(workshop: &Workshop) -> Result<()> {
    let venv = workshop.venv();
    for (program, module) in PROGRAMS.iter().zip(["moto.server", "aiosmtpd"]) {
        let path = venv.join("bin").join(program);
        fs::create_dir_all(venv.join("bin"))?;
        let script = format!("#!/bin/sh\nPYTHONPATH='{}' exec python3 -m {module} \"$@\"\n", venv.display());
        fs::write(&path, script).with_context(|| format!("cannot write {}", path.display()))?;
        workshop.output("chmod", &["755", &path.to_string_lossy()])?;
    }
    Ok(())
}
