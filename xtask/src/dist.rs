//! `dist`: a release as one archive, with everything a server needs beside the program.
//!
//! Signs and uploads nothing.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use crate::{
    leptos::{self, Profile},
    run,
    workshop::Workshop,
};

/// What goes along from the checkout.
const BESIDE: &[&str] = &["locales", "LICENSE-APACHE", "LICENSE-MIT", "docs/DEPLOYMENT.md"];

/// Builds for release and packs `dist/hectic-{version}-{machine}.tar.gz` in the target folder.
pub fn dist(workshop: &Workshop) -> Result<PathBuf> {
    run::build(workshop, Profile::Release)?;
    let name = format!("hectic-{}-{}-{}", env!("CARGO_PKG_VERSION"), std::env::consts::ARCH, std::env::consts::OS);
    let shelf = workshop.target.join("dist");
    let folder = shelf.join(&name);
    // What an earlier release left there must not travel along.
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    let program = leptos::program(workshop, Profile::Release);
    copy(&program, &folder.join("hectic"))?;
    copy(&program.with_file_name("hash.txt"), &folder.join("hash.txt"))?;
    copy_all(&leptos::site(workshop, Profile::Release), &folder.join("site"))?;
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
