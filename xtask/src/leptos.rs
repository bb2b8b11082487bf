//! Builds both sides through cargo-leptos, and knows where the results lie.
//!
//! Installs nothing (see `setup`), starts nothing.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

use crate::workshop::Workshop;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    Debug,
    Release,
}

impl Profile {
    pub fn release_if(release: bool) -> Self {
        if release { Self::Release } else { Self::Debug }
    }

    fn folder(self) -> &'static str {
        match self {
            Self::Debug => "debug",
            Self::Release => "release",
        }
    }
}

/// What cargo-leptos compiles the browser's side with: the flags of .cargo/config.toml, and what `--split` adds. Another set would build
/// every crate a second time.
pub const BROWSER_FLAGS: &str = "--cfg erase_components -Clink-args=--emit-relocs";

/// The server's program of a build.
pub fn program(workshop: &Workshop, profile: Profile) -> PathBuf {
    workshop.target.join(profile.folder()).join("hectic")
}

/// The static files of a build. Debug and release keep theirs apart, as they keep their programs.
pub fn site(workshop: &Workshop, profile: Profile) -> PathBuf {
    workshop.target.join("site").join(profile.folder())
}

/// `cargo leptos build`.
pub fn build_command(workshop: &Workshop, profile: Profile) -> Command {
    let mut command = cargo_leptos(workshop, profile);
    // Pages with code in files of their own load only from a build that made those files.
    command.args(["build", "--split"]);
    if profile == Profile::Release {
        command.args(["--release", "--precompress"]);
    }
    command
}

/// Only the static files of a debug build.
///
/// For tests: cargo makes the program beside the integration suite, with the features of the test dependencies.
/// Making it through cargo-leptos as well would compile every crate below those features twice.
pub fn site_command(workshop: &Workshop) -> Command {
    let mut command = build_command(workshop, Profile::Debug);
    command.arg("--frontend-only");
    command
}

/// `cargo leptos watch`, which serves and rebuilds on every change.
pub fn watch_command(workshop: &Workshop) -> Command {
    let mut command = cargo_leptos(workshop, Profile::Debug);
    command.args(["watch", "--split", "--", "serve"]);
    command
}

/// Tells a program of a build where its static files are.
pub fn locate(command: &mut Command, workshop: &Workshop, profile: Profile) {
    command.env("HECTIC_SITE", site(workshop, profile));
}

/// cargo-leptos compresses every file of the site: takes back what a browser could not gain from.
pub fn drop_useless_copies(site: &Path) -> Result<()> {
    for file in files_below(site)? {
        let compressed = file.extension().is_some_and(|kind| kind == "br" || kind == "gz");
        let original = file.with_extension("");
        if compressed && original.is_file() {
            let (small, large) = (fs::metadata(&file)?.len(), fs::metadata(&original)?.len());
            // A saving below a tenth is not worth decompressing: pictures and fonts.
            if small * 10 >= large * 9 {
                fs::remove_file(&file)?;
            }
        }
    }
    Ok(())
}

pub fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
        for entry in entries {
            let entry = entry?;
            match entry.file_type()?.is_dir() {
                true => folders.push(entry.path()),
                false => files.push(entry.path()),
            }
        }
    }
    files.sort();
    Ok(files)
}

fn cargo_leptos(workshop: &Workshop, profile: Profile) -> Command {
    let mut command = workshop.command("cargo-leptos");
    command.arg("leptos").env("LEPTOS_SITE_ROOT", site(workshop, profile));
    locate(&mut command, workshop, profile);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compressed_copies_stay_where_they_save_something() {
        let site = tempfile::tempdir().unwrap();
        let files = [("hectic.js", 1000), ("hectic.js.br", 300), ("font.woff2", 1000), ("font.woff2.gz", 990)];
        for (name, size) in files {
            fs::write(site.path().join(name), vec![0; size]).unwrap();
        }
        drop_useless_copies(site.path()).unwrap();
        let left = files_below(site.path()).unwrap();
        let names: Vec<_> = left.iter().filter_map(|path| path.file_name()?.to_str()).collect();
        assert_eq!(names, ["font.woff2", "hectic.js", "hectic.js.br"]);
    }
}
