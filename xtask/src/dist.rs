//! `dist`: a release as one archive, with everything a server needs beside the program.
//!
//! Signs and uploads nothing.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::{
    leptos::{self, Profile},
    run,
    workshop::Workshop,
};

/// What goes along from the checkout.
const BESIDE: &[&str] = &[
    "locales",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "docs/DEPLOYMENT.md",
    "docs/deployment/hectic.example.toml",
    "docs/deployment/hectic.service",
    "docs/deployment/nginx.conf",
];

/// Builds for release and packs `dist/hectic-{version}-{machine}.tar.gz` in the target folder.
pub fn dist(workshop: &Workshop) -> Result<PathBuf> {
    run::build(workshop, Profile::Release)?;
    let archive = pack(workshop, Profile::Release)?;
    let program = fs::read(leptos::program(workshop, Profile::Release))?;
    match glibc_needed(&program) {
        Some((major, minor)) => println!("  needs glibc {major}.{minor} or newer (Debian: `ldd --version` tells)"),
        None => println!("  needs no glibc"),
    }
    Ok(archive)
}

/// Packs a build that is there.
pub fn pack(workshop: &Workshop, profile: Profile) -> Result<PathBuf> {
    let name = format!("hectic-{}-{}-{}", env!("CARGO_PKG_VERSION"), std::env::consts::ARCH, std::env::consts::OS);
    let shelf = workshop.target.join("dist");
    let folder = shelf.join(&name);
    // What an earlier release left there must not travel along.
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    let program = leptos::program(workshop, profile);
    copy(&program, &folder.join("hectic"))?;
    copy(&program.with_file_name("hash.txt"), &folder.join("hash.txt"))?;
    copy_all(&leptos::site(workshop, profile), &folder.join("site"))?;
    fs::write(folder.join("THIRD-PARTY.txt"), third_party(workshop)?)?;
    for path in BESIDE {
        let (from, name) = (workshop.root.join(path), Path::new(path).file_name().unwrap_or_default());
        if from.is_dir() { copy_all(&from, &folder.join(name))? } else { copy(&from, &folder.join(name))? }
    }
    let archive = shelf.join(format!("{name}.tar.gz"));
    let mut tar = workshop.command("tar");
    tar.arg("--create").arg("--gzip").arg("--file").arg(&archive).arg("--directory").arg(&shelf).arg(&name);
    if !tar.status().context("cannot start tar")?.success() {
        bail!("tar failed");
    }
    Ok(archive)
}

/// Name, version, licence and source of every crate that goes into the program.
fn third_party(workshop: &Workshop) -> Result<String> {
    let metadata = workshop.output("cargo", &["metadata", "--format-version", "1"])?;
    let metadata: Value = serde_json::from_str(&metadata).context("cargo metadata")?;
    let text = |package: &Value, key: &str| package[key].as_str().unwrap_or("not told").to_owned();
    let mut lines: Vec<String> = metadata["packages"]
        .as_array()
        .into_iter()
        .flatten()
        // Crates of the workspace have no source.
        .filter(|package| package["source"].is_string())
        .map(|package| {
            format!(
                "{} {}: {} ({})",
                text(package, "name"),
                text(package, "version"),
                text(package, "license"),
                text(package, "repository")
            )
        })
        .collect();
    lines.sort();
    Ok(format!("Hectic is built with these crates. Icons: Lucide (ISC). Type: Big Shoulders Display (OFL).\n\n{}\n", lines.join("\n")))
}

/// The newest glibc whose symbols a program asks for: machines with an older one can't start it.
fn glibc_needed(program: &[u8]) -> Option<(u32, u32)> {
    const MARK: &[u8] = b"GLIBC_";
    let versions = program.windows(MARK.len()).enumerate().filter(|(_, window)| *window == MARK).filter_map(|(at, _)| {
        let rest = &program[at + MARK.len()..];
        let length = rest.iter().take(8).take_while(|byte| byte.is_ascii_digit() || **byte == b'.').count();
        let (major, minor) = std::str::from_utf8(&rest[..length]).ok()?.split_once('.')?;
        // A third number, as in 2.3.4, is of releases nobody runs any more.
        Some((major.parse().ok()?, minor.split('.').next()?.parse().ok()?))
    });
    versions.max()
}

fn copy_all(from: &Path, to: &Path) -> Result<()> {
    for file in leptos::files_below(from)? {
        copy(&file, &to.join(file.strip_prefix(from)?))?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    let parent = to.parent().context("a file without a folder")?;
    fs::create_dir_all(parent).with_context(|| format!("cannot make {}", parent.display()))?;
    fs::copy(from, to).with_context(|| format!("cannot copy {}", from.display()))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_glibc_that_is_asked_for_counts() {
        let program = b"\x7fELF..GLIBC_2.2.5\0GLIBC_2.34\0GLIBC_2.9\0GLIBC_PRIVATE\0GLIBCXX_3.4";
        assert_eq!(glibc_needed(program), Some((2, 34)));
        assert_eq!(glibc_needed(b"static"), None);
    }

    #[test]
    fn a_folder_is_copied_with_everything_below_it() {
        let scratch = std::env::temp_dir().join(format!("hectic-dist-{}", std::process::id()));
        let (from, to) = (scratch.join("from"), scratch.join("to"));
        fs::create_dir_all(from.join("deep/er")).unwrap();
        fs::write(from.join("deep/er/word"), "kept").unwrap();
        copy_all(&from, &to).unwrap();
        assert_eq!(fs::read_to_string(to.join("deep/er/word")).unwrap(), "kept");
        fs::remove_dir_all(scratch).unwrap();
    }
}
